using System.Buffers;

namespace ClerkGen.Requests;

/// <summary>A path that the caller writes himself, with its query, percent-encoded.</summary>
internal static class RawTarget
{
    // RFC 3986, sections 3.3 and 3.4, and the percent sign.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("!$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~[]|");

    /// <summary>Gives the path back when it leads to a place below the client's server.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentException">It does not begin with one slash, has a segment <c>.</c> or <c>..</c>, or holds a character that
    /// must be percent-encoded. The message does not repeat it.</exception>
    internal static string Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ArgumentException("The path must begin with one slash. The server is the client's.", nameof(path));
        }

        if (path.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException("The path contains a character that must be percent-encoded (RFC 3986).", nameof(path));
        }

        int query = path.IndexOf('?', StringComparison.Ordinal);
        foreach (string segment in (query < 0 ? path : path[..query]).Split('/'))
        {
            // Some servers drop what follows a semicolon before they fold segments.
            if (segment.Split(';')[0].Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..")
            {
                throw new ArgumentException("The path has a dot segment, so the request would go to another path.", nameof(path));
            }
        }

        return path;
    }
}
