namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>Takes JSON pointers apart and puts them together (RFC 6901), also in the form of a URI fragment.</summary>
internal static class JsonPointers
{
    private static readonly char[] Escaped = ['~', '/'];

    /// <summary>A pointer with a further segment behind, which is escaped.</summary>
    public static string Join(string pointer, string segment) => string.Concat(pointer, "/", Escape(segment));

    /// <summary>A pointer with two further segments behind, which are escaped.</summary>
    public static string Join(string pointer, string first, string second) =>
        string.Concat([pointer, "/", Escape(first), "/", Escape(second)]);

    /// <summary>A segment with <c>~</c> and <c>/</c> escaped.</summary>
    public static string Escape(string segment) =>
        segment.IndexOfAny(Escaped) < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The unescaped segments of a pointer; a leading <c>#</c> is allowed, and then percent-encoding is undone.</summary>
    public static List<string> Split(string pointer)
    {
        List<string> segments = [];
        bool isFragment = pointer.Length > 0 && pointer[0] == '#';
        int at = isFragment ? 1 : 0;
        while (at < pointer.Length)
        {
            int next = pointer.IndexOf('/', at + 1);
            int end = next < 0 ? pointer.Length : next;
            int start = pointer[at] == '/' ? at + 1 : at;
            segments.Add(Unescape(pointer.Substring(start, end - start), isFragment));
            at = end;
        }

        return segments;
    }

    /// <summary>The array index of a segment, if it is one and in range.</summary>
    public static bool TryParseIndex(string segment, int count, out int index)
    {
        index = 0;
        if (segment.Length is 0 or > 9)
        {
            return false;
        }

        foreach (char c in segment)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            index = index * 10 + (c - '0');
        }

        return index < count;
    }

    private static string Unescape(string segment, bool isFragment)
    {
        if (isFragment && segment.IndexOf('%') >= 0)
        {
            segment = Uri.UnescapeDataString(segment);
        }

        return segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");
    }
}
