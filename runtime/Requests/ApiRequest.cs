using System.ComponentModel;

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

    /// <summary>Prints nothing of the target: it can hold personal data.</summary>
    public override string ToString() => nameof(ApiRequest);
}
