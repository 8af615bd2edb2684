using System.ComponentModel;
using ClerkGen.Requests;

namespace ClerkGen.GeneratedSupport;

/// <summary>What an operation's arguments became: target, headers and body. Made by <see cref="ApiRequestBuilder"/>, sent once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    internal ApiRequest(string target, List<KeyValuePair<string, string>>? headers, string? cookies, RequestBody? body)
    {
        Target = target;
        Headers = headers;
        Cookies = cookies;
        Body = body;
    }

    /// <summary>Path below the server's URL and query, percent-encoded.</summary>
    internal string Target { get; }

    /// <summary>Header parameters, checked, or null for none.</summary>
    internal List<KeyValuePair<string, string>>? Headers { get; }

    /// <summary>Cookie parameters as the value of one <c>Cookie</c> header, or null for none.</summary>
    internal string? Cookies { get; }

    /// <summary>The body, or null for none.</summary>
    internal RequestBody? Body { get; }

    /// <summary>Whether the body is kept for further calls; whoever made the request lets go of it.</summary>
    internal bool KeepsBody { get; private init; }

    /// <summary>The same request for one of several calls.</summary>
    internal ApiRequest Repeatable() => new(Target, Headers, Cookies, Body) { KeepsBody = true };

    /// <summary>The text of a query parameter, decoded, or null.</summary>
    internal string? QueryText(string name) =>
        FindPair(name, out Range pair) ? Uri.UnescapeDataString(Target[pair][(EncodedStart(name).Length)..]) : null;

    /// <summary>The same request with another value of a query parameter.</summary>
    internal ApiRequest WithQuery(string name, string value)
    {
        string pair = EncodedStart(name) + Uri.EscapeDataString(value);
        string target = FindPair(name, out Range range)
            ? string.Concat(Target.AsSpan(0, range.Start.Value), pair, Target.AsSpan(range.End.Value))
            : Target + (Target.Contains('?') ? '&' : '?') + pair;
        return new ApiRequest(target, Headers, Cookies, Body) { KeepsBody = KeepsBody };
    }

    private static string EncodedStart(string name) => Uri.EscapeDataString(name) + "=";

    private bool FindPair(string name, out Range pair)
    {
        string start = EncodedStart(name);
        int position = Target.IndexOf('?') + 1;
        while (position > 0 && position < Target.Length)
        {
            int end = Target.IndexOf('&', position);
            end = end < 0 ? Target.Length : end;
            if (Target.AsSpan(position, end - position).StartsWith(start, StringComparison.Ordinal))
            {
                pair = position..end;
                return true;
            }

            position = end + 1;
        }

        pair = default;
        return false;
    }

    /// <summary>Prints nothing of the target: it can hold personal data.</summary>
    public override string ToString() => nameof(ApiRequest);
}
