using System.Text;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// Texts of a document as Markdown. Documents are untrusted, and pages are opened in browsers: no HTML of a document passes, and no text can leave
/// the table cell, the code or the link that it stands in.
/// </summary>
internal static class MarkdownText
{
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

        // What would begin a block at the start of a line.
        return escaped.Length > 0 && "#+-=".Contains(escaped[0], StringComparison.Ordinal) ? "\\" + escaped : escaped.ToString();
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
