using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ClerkGen.AspNetCore;

/// <summary>The tokens of a request of ASP.NET Core.</summary>
internal sealed class HttpRequestTokens(HttpRequest request) : RequestTokens
{
    private static readonly string[] Describing =
        ["accept-language", "host", "origin", "referer", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];

    internal override ReadOnlySpan<string?> Authorization => Values(request.Headers.Authorization);

    internal override bool IsGet => HttpMethods.IsGet(request.Method);

    internal override string Origin => request.Scheme + "://" + request.Host.Value;

    internal override IEnumerable<KeyValuePair<string, string>> DescribingHeaders
    {
        get
        {
            foreach (string name in Describing)
            {
                if (request.Headers.TryGetValue(name, out StringValues values) && values.Count > 0)
                {
                    yield return new KeyValuePair<string, string>(name, values.ToString());
                }
            }
        }
    }

    internal override string? Cookie(string name) => CookieHeader.Find(Values(request.Headers.Cookie), name);

    internal override bool HasQuery(string name) => request.Query.ContainsKey(name);

    // StringValues gives its array only as a copy of one value, or as it is.
    private static ReadOnlySpan<string?> Values(StringValues values) => values.Count == 0 ? [] : (string?[])values!;
}
