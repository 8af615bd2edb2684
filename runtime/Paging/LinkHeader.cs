namespace ClerkGen.Paging;

/// <summary>The header field <c>Link</c> (RFC 8288, section 3).</summary>
internal static class LinkHeader
{
    /// <summary>The target of the first link with the relation <c>next</c>, as written, or null.</summary>
    /// <param name="fields">The values of the fields, in the order they came. Each may hold several links.</param>
    internal static string? Next(IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
        {
            ReadOnlySpan<char> rest = field;
            while (TryReadLink(ref rest, out string target, out bool isNext))
            {
                if (isNext)
                {
                    return target;
                }
            }
        }

        return null;
    }

    // link-value = "<" URI-Reference ">" *( OWS ";" OWS link-param ); commas separate links. Anything else ends the field.
    private static bool TryReadLink(ref ReadOnlySpan<char> rest, out string target, out bool isNext)
    {
        target = "";
        isNext = false;
        rest = rest.TrimStart(" \t,");
        int end = rest.IndexOf('>');
        if (rest.Length == 0 || rest[0] != '<' || end < 0)
        {
            return false;
        }

        target = rest[1..end].Trim().ToString();
        rest = rest[(end + 1)..].TrimStart(" \t");
        bool hasRelation = false;
        bool isElsewhere = false;
        while (rest.Length > 0 && rest[0] == ';')
        {
            (string name, string value) = ReadParameter(ref rest);

            // Only the first 'rel' counts (section 3.3). A link with an anchor describes another resource (section 3.2).
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase) && !hasRelation)
            {
                hasRelation = true;
                isNext = Array.Exists(value.Split(' ', '\t'), static word => word.Equals("next", StringComparison.OrdinalIgnoreCase));
            }

            isElsewhere |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
        }

        isNext &= !isElsewhere;
        return true;
    }

    private static (string Name, string Value) ReadParameter(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart(" \t");
        int length = rest.IndexOfAny("=;,");
        length = length < 0 ? rest.Length : length;
        string name = rest[..length].Trim(" \t*").ToString();
        rest = rest[length..];
        if (rest.Length == 0 || rest[0] != '=')
        {
            return (name, "");
        }

        rest = rest[1..].TrimStart(" \t");
        if (rest.Length > 0 && rest[0] == '"')
        {
            return (name, ReadQuoted(ref rest));
        }

        length = rest.IndexOfAny(";,");
        length = length < 0 ? rest.Length : length;
        string value = rest[..length].Trim(" \t").ToString();
        rest = rest[length..];
        return (name, value);
    }

    // A backslash takes the next character as it is (RFC 9110, section 5.6.4).
    private static string ReadQuoted(ref ReadOnlySpan<char> rest)
    {
        var value = new System.Text.StringBuilder();
        int at = 1;
        while (at < rest.Length && rest[at] != '"')
        {
            at += rest[at] == '\\' && at + 1 < rest.Length ? 1 : 0;
            value.Append(rest[at]);
            at++;
        }

        rest = rest[Math.Min(rest.Length, at + 1)..].TrimStart(" \t");
        return value.ToString();
    }
}
