namespace ClerkGen.AspNetCore;

/// <summary>Finds cookies in the values of the header <c>Cookie</c> (RFC 6265, section 4.2). Values are decoded after they are cut out: the other order forges cookies.</summary>
internal static class CookieHeader
{
    internal static string? Find(ReadOnlySpan<string?> headers, string name)
    {
        foreach (string? header in headers)
        {
            if (header is not null && Find(header, name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? Find(string header, string name)
    {
        for (ReadOnlySpan<char> rest = header; !rest.IsEmpty;)
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> pair = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            int equals = pair.IndexOf('=');
            if (equals > 0 && pair[..equals].Trim(' ').SequenceEqual(name))
            {
                ReadOnlySpan<char> value = pair[(equals + 1)..].Trim(' ');
                if (value is ['"', .., '"'])
                {
                    value = value[1..^1];
                }

                return value.Contains('%') ? Uri.UnescapeDataString(value.ToString()) : value.ToString();
            }
        }

        return null;
    }
}
