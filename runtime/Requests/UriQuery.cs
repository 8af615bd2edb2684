namespace ClerkGen.Requests;

/// <summary>The parameters in the query of a URL or request target.</summary>
internal static class UriQuery
{
    /// <summary>The value of a parameter, decoded; null when there is none. The first of several counts.</summary>
    internal static string? Find(string target, string name) =>
        TryFind(target, name, 0, out Range pair) && target[pair] is string text
            ? Uri.UnescapeDataString(text[Math.Min(text.Length, NameOf(text).Length + 1)..])
            : null;

    /// <summary>The same target with one value of a parameter, in place of the first it has.</summary>
    internal static string With(string target, string name, string value)
    {
        string pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value);
        return TryFind(target, name, 0, out Range range)
            ? string.Concat(target.AsSpan(0, range.Start.Value), pair, target.AsSpan(range.End.Value))
            : target + (target.Contains('?') ? '&' : '?') + pair;
    }

    /// <summary>The same target without any value of a parameter.</summary>
    internal static string Without(string target, string name)
    {
        int position = 0;
        while (TryFind(target, name, position, out Range pair))
        {
            // One separator goes along: that behind it, or that before it at the end.
            int start = pair.Start.Value;
            int end = pair.End.Value;
            (start, end) = end < target.Length ? (start, end + 1) : (start - 1, end);
            target = target.Remove(start, end - start);
            position = start;
        }

        return target;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> pair)
    {
        int end = pair.IndexOf('=');
        return end < 0 ? pair : pair[..end];
    }

    private static bool TryFind(string target, string name, int start, out Range pair)
    {
        int query = target.IndexOf('?');
        int position = query < 0 ? target.Length : Math.Max(start, query + 1);
        while (position < target.Length)
        {
            int end = target.IndexOf('&', position);
            end = end < 0 ? target.Length : end;
            if (Uri.UnescapeDataString(NameOf(target.AsSpan(position, end - position)).ToString()) == name)
            {
                pair = position..end;
                return true;
            }

            position = end + 1;
        }

        pair = default;
        return false;
    }
}
