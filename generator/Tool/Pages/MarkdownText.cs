using System.Text;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// Texts of a document as Markdown. Documents are untrusted, and pages are opened in browsers. HTML of a document is escaped, and no text
/// can leave its table cell, code or link.
/// </summary>
internal static class MarkdownText
{
    private static readonly System.Buffers.SearchValues<char> NotInAddress = System.Buffers.SearchValues.Create(" <>\"'`|\\");

    private const string Special = "\\`*_[]<>|~";

    /// <summary>One line of plain text: nothing in it is markup.</summary>
    public static string Inline(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (char c in OneLine(text))
        {
            if (c == '&')
            {
                escaped.Append("&amp;");
            }
            else if (c is '<' or '>')
            {
                escaped.Append(c == '<' ? "&lt;" : "&gt;");
            }
            else
            {
                if (Special.Contains(c, StringComparison.Ordinal))
                {
                    escaped.Append('\\');
                }

                escaped.Append(c);
            }
        }

        // Characters that start a block at the beginning of a line.
        return escaped.Length > 0 && "#+-=".Contains(escaped[0], StringComparison.Ordinal) ? "\\" + escaped : escaped.ToString();
    }

    /// <summary>CommonMark of a document on one line, for table cells and list items: code, emphasis and links stay.</summary>
    public static string Line(string? text) => text is null ? "" : Inlines(OneLine(text));

    /// <summary>CommonMark of a document: paragraphs, lists and code blocks stay, headings become bold text, HTML becomes text.</summary>
    public static string Block(string? text)
    {
        StringBuilder block = new();
        List<string>? code = null;
        foreach (string written in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            string line = written.TrimEnd();
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal) || line.TrimStart().StartsWith("~~~", StringComparison.Ordinal))
            {
                if (code is not null)
                {
                    block.Append(CodeBlock(string.Join('\n', code), "")).Append('\n');
                }

                code = code is null ? [] : null;
            }
            else if (code is not null)
            {
                code.Add(line);
            }
            else
            {
                block.Append(BlockLine(line)).Append('\n');
            }
        }

        if (code is not null)
        {
            block.Append(CodeBlock(string.Join('\n', code), ""));
        }

        return block.ToString().Trim();
    }

    /// <summary>A code block with a fence that its content cannot close.</summary>
    public static string CodeBlock(string code, string language)
    {
        string fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}{language}\n{string.Concat(code.Where(static c => c is '\n' or '\t' || !char.IsControl(c)))}\n{fence}";
    }

    // Lists keep their markers; what would be another block becomes text.
    private static string BlockLine(string line)
    {
        string trimmed = line.TrimStart();
        string indent = new(' ', Math.Min(line.Length - trimmed.Length, 3));
        int digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        if (trimmed.Length > 2 && "-*+".Contains(trimmed[0], StringComparison.Ordinal) && trimmed[1] == ' ')
        {
            return $"{indent}- {Inlines(OneLine(trimmed[2..]))}";
        }

        if (digits is > 0 and < 9 && trimmed.Length > digits + 1 && trimmed[digits] == '.' && trimmed[digits + 1] == ' ')
        {
            return $"{indent}{trimmed[..digits]}. {Inlines(OneLine(trimmed[(digits + 2)..]))}";
        }

        return trimmed.StartsWith('#') && trimmed.TrimStart('#').StartsWith(' ')
            ? $"**{Inlines(OneLine(trimmed.TrimStart('#')).Replace("*", "", StringComparison.Ordinal))}**"
            : Inlines(OneLine(trimmed));
    }

    private static string Inlines(string line)
    {
        StringBuilder text = new(line.Length + 8);
        int i = 0;
        while (i < line.Length)
        {
            int close = line[i] == '`' && (i == 0 || line[i - 1] != '\\') ? line.IndexOf('`', i + 1) : -1;
            if (close > i + 1 && (close + 1 == line.Length || line[close + 1] != '`'))
            {
                text.Append(InlineCode(line[(i + 1)..close]));
                i = close + 1;
                continue;
            }

            if (line[i] == '[' && Link(line, i) is { } link)
            {
                text.Append('[').Append(Inline(link.Text)).Append("](").Append(link.Address).Append(')');
                i = link.End;
                continue;
            }

            text.Append(line[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '|' or '`' or '[' or ']' or '~' => "\\" + line[i],
                '\\' when i + 1 == line.Length || !char.IsAsciiLetterOrDigit(line[i + 1]) => "\\\\",
                _ => line[i].ToString(),
            });
            i++;
        }

        return text.Length > 0 && "#+-=".Contains(text[0], StringComparison.Ordinal) ? "\\" + text : text.ToString();
    }

    // Code with characters that begin HTML is written as an element, so that it is safe wherever a renderer thinks that code ends.
    private static string InlineCode(string code) => code.AsSpan().ContainsAny("<>&")
        ? $"<code>{Inline(code)}</code>"
        : Code(code);

    // Only addresses that a browser opens as pages.
    private static (string Text, string Address, int End)? Link(string line, int start)
    {
        int middle = line.IndexOf("](", start, StringComparison.Ordinal);
        int end = middle < 0 ? -1 : line.IndexOf(')', middle);
        if (end < 0 || line.IndexOf('[', start + 1, middle - start - 1) >= 0)
        {
            return null;
        }

        string address = line[(middle + 2)..end];
        bool isPage = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme is "https" or "http") && !address.AsSpan().ContainsAny(NotInAddress);
        return isPage ? (line[(start + 1)..middle], address, end + 1) : null;
    }

    /// <summary>Code on one line.</summary>
    public static string Code(string text)
    {
        string line = OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        int longest = 0;
        int run = 0;
        foreach (char c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', longest + 1);
        string pad = line.StartsWith('`') || line.EndsWith('`') || line.Length == 0 ? " " : "";
        return fence + pad + line + pad + fence;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => string.Concat(word.Where(static c => !char.IsControl(c)))));
}
