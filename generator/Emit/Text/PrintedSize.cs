namespace ClerkGen.Generator.Emit.Text;

/// <summary>Adds up the text of emitted files, with the parts that the compiler and the assembly pay for.</summary>
internal sealed class PrintedSize
{
    private readonly HashSet<string> _literals = new(StringComparer.Ordinal);

    /// <summary>All characters.</summary>
    public long Characters { get; private set; }

    /// <summary>Characters of code: all but indentation, comments and what is in string literals, which cost the compiler little.</summary>
    public long Code { get; private set; }

    /// <summary>Characters of the literals that become part of an assembly's heap of strings, as written: no fewer than they stand for.</summary>
    public long CharactersOfLiterals { get; private set; }

    /// <summary>
    /// The text between the quotes of each regular literal, once. Literals in UTF-8 are data and no strings; emitted files have no other kinds,
    /// and no quotes in comments but those of documentation, which begins a line.
    /// </summary>
    public IReadOnlyCollection<string> Literals => _literals;

    /// <summary>Adds the text of a file.</summary>
    public void Add(string text)
    {
        Characters += text.Length;
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
            if (!isComment)
            {
                AddLine(text, start, end);
            }

            at = end + 1;
        }
    }

    private void AddLine(string text, int start, int end)
    {
        Code += end - start;
        for (int i = start; i < end; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            int close = FindClose(text, i + 1, end);
            int length = close - i - 1;
            Code -= length;
            bool isUtf8 = close + 2 < text.Length && text[close + 1] == 'u' && text[close + 2] == '8';
            if (!isUtf8 && _literals.Add(text.Substring(i + 1, length)))
            {
                CharactersOfLiterals += length;
            }

            i = close;
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
