using System.Text.Json;

namespace ClerkGen.Authentication.Tests;

/// <summary>A request that was never sent.</summary>
internal sealed class GivenRequest(string method, string?[] authorization, string?[] cookies, string query) : RequestTokens
{
    internal override ReadOnlySpan<string?> Authorization => authorization;

    internal override bool IsGet => method == "GET";

    internal override string Origin => "https://app.acme.test";

    internal override IEnumerable<KeyValuePair<string, string>> DescribingHeaders => [];

    public static GivenRequest Bearer(string token) => new("GET", ["Bearer " + token], [], "");

    public static GivenRequest Of(JsonElement vector)
    {
        string?[] authorization = vector.GetProperty("headers").Text("authorization") is { } header ? [header] : [];
        string cookies = string.Join("; ", vector.GetProperty("cookies").EnumerateObject().Select(cookie => $"{cookie.Name}={cookie.Value.GetString()}"));
        return new GivenRequest(vector.Text("method")!, authorization, [cookies], new Uri(vector.Text("url")!).Query);
    }

    internal override string? Cookie(string name) => CookieHeader.Find(cookies, name);

    internal override bool HasQuery(string name) => query.Contains(name + "=", StringComparison.Ordinal);
}
