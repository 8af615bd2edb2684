using System.Buffers;

namespace ClerkGen.Http;

/// <summary>
/// Rules for names and values of header fields (RFC 9110, sections 5.1 and 5.5). Everything that comes from a caller or a document
/// passes here before it reaches <see cref="System.Net.Http.Headers.HttpHeaders"/>: those write what
/// <c>TryAddWithoutValidation</c> is given, line ends included.
/// </summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Fields for a message's length, target and sender belong to the transport and the credentials.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Cookie", "Expect", "Host", "Keep-Alive",
        "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>Checks a header that a caller or a parameter adds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="isCredentialAllowed">Whether the document leaves <c>Authorization</c> to the caller.</param>
    /// <exception cref="ArgumentException">The name is no token or belongs to the transport, or the value holds something else than
    /// visible ASCII, spaces and tabs. The message does not repeat the value.</exception>
    internal static void Check(string name, string value, bool isCredentialAllowed = false)
    {
        CheckName(name);
        if (Reserved.Contains(name) && !(isCredentialAllowed && IsAuthorization(name)))
        {
            throw new ArgumentException($"The client sets the header '{name}' itself. Remove it.", nameof(name));
        }

        CheckValue(name, value);
    }

    /// <summary>Whether a header is the one for credentials (RFC 9110, section 11.6.2).</summary>
    internal static bool IsAuthorization(string name) => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>Checks a header's name.</summary>
    internal static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token))
        {
            throw new ArgumentException(
                "A header name can only contain letters, digits and !#$%&'*+-.^_`|~ (RFC 9110, section 5.6.2).",
                nameof(name));
        }
    }

    /// <summary>Checks a header's value.</summary>
    internal static void CheckValue(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValue(value))
        {
            throw new ArgumentException(
                $"The value of the header '{name}' contains a line end, another control character, or a character beyond ASCII.",
                nameof(value));
        }
    }

    /// <summary>Whether text can be a header's value.</summary>
    internal static bool IsValue(ReadOnlySpan<char> value)
    {
        foreach (char c in value)
        {
            if (c is (< ' ' or > '~') and not '\t')
            {
                return false;
            }
        }

        return true;
    }
}
