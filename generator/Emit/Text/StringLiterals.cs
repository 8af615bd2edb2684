namespace ClerkGen.Generator.Emit.Text;

/// <summary>Finds the string literals in the text of an emitted file that become part of an assembly's heap of strings.</summary>
internal static class StringLiterals
{
    /// <summary>
    /// The text between the quotes of each regular literal, as written, which is no shorter than its value. Literals in UTF-8 are data and
    /// no strings; emitted files have no other kinds, and no quotes in comments but those of documentation, which begins a line.
    /// </summary>
    public static IEnumerable<string> Find(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            int start = at;
            while (start < end && text[start] == ' ')
            {
                start++;
            }

            bool isComment = start + 1 < end && text[start] == '/' && text[start + 1] == '/';
            for (int i = isComment ? end : start; i < end; i++)
            {
                if (text[i] == '"')
                {
                    int close = FindClose(text, i + 1, end);
                    bool isUtf8 = close + 2 < text.Length && text[close + 1] == 'u' && text[close + 2] == '8';
                    if (!isUtf8)
                    {
                        yield return text.Substring(i + 1, close - i - 1);
                    }

                    i = close;
                }
            }

            at = end + 1;
        }
    }

    private static int FindClose(string text, int from, int end)
    {
        int at = from;
        while (at < end && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, end);
    }
}
