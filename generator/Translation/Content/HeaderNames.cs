using ClerkGen.Generator.Reading.NormalForm;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Which header fields a document may ask callers for.</summary>
internal static class HeaderNames
{
    // OpenAPI: "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", the
    // parameter definition SHALL be ignored."
    private static readonly HashSet<string> Described = new(["Accept", "Content-Type", "Authorization"], StringComparer.OrdinalIgnoreCase);

    // They define a message's length, encoding, target or sender, which a document must not control.
    private static readonly HashSet<string> Reserved = new(
        [
            "Accept-Encoding", "Connection", "Content-Encoding", "Content-Length", "Cookie", "Cookie2", "Expect", "Host", "Keep-Alive", "Proxy-Authorization",
            "Proxy-Connection", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a parameter of this name has no effect in OpenAPI, because other parts of the document describe the header.
    /// </summary>
    public static bool IsDescribedElsewhere(string name) => Described.Contains(name);

    /// <summary>Whether the header belongs to the client itself.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Whether a name can be a header's: a token of RFC 9110, section 5.6.2.</summary>
    public static bool IsToken(string name) => HttpTokens.IsToken(name);
}
