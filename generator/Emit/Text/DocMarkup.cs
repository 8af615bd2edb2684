using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// Turns text of the document (CommonMark in OpenAPI) into the content of an XML documentation element. Paragraphs, lists, code and links
/// become elements. Everything else is text. The output is well-formed for any input.
/// </summary>
internal static class DocMarkup
{
    private const string Bullets = "-*+";

    private static readonly char[] Special = ['&', '<', '>'];
    private static readonly char[] Markup = [.. Special, '`', '[', '*'];

    // The start of a link or of code is followed only this far. Otherwise a description of only brackets costs its length squared.
    private const int LongestInline = 1_000;

    /// <summary>XML with <c>\n</c> between its lines; empty when there is no text.</summary>
    public static string ToXml(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        List<string> blocks = [];
        List<string> paragraph = [];
        StringBuilder? code = null;
        List<StringBuilder> items = [];
        foreach (string line in Lines(text))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal))
            {
                if (code is null)
                {
                    EndParagraph(blocks, paragraph, items);
                    code = new StringBuilder();
                }
                else
                {
                    blocks.Add("<code>" + code + "\n</code>");
                    code = null;
                }
            }
            else if (code is not null)
            {
                code.Append('\n').Append(Escape(line.TrimEnd()));
            }
            else if (trimmed.Length == 0)
            {
                EndParagraph(blocks, paragraph, items);
            }
            else if (ItemText(trimmed) is { } item)
            {
                EndItemOrParagraph(blocks, paragraph, items);
                items.Add(new StringBuilder(item));
            }
            else if (items.Count > 0)
            {
                items[items.Count - 1].Append(' ').Append(trimmed);
            }
            else
            {
                paragraph.Add(trimmed.TrimStart('#', ' '));
            }
        }

        EndParagraph(blocks, paragraph, items);
        if (code is { Length: > 0 })
        {
            blocks.Add("<code>" + code + "\n</code>");
        }

        return Join(blocks);
    }

    /// <summary>XML on one line, without markup.</summary>
    public static string ToXmlLine(string text) => IsPlain(text) ? text : Escape(string.Join(" ", Lines(text)).Trim());

    // Most texts: a line that holds nothing that could be markup, end the line or be dropped, and does not begin like an item of a list.
    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (!IsLetter(c) && c is not ((>= '0' and <= '9') or ' ' or '.' or ',' or ';' or ':' or '\'' or '"' or '(' or ')' or '/' or '_'
                or '-' or '+' or '=' or '?' or '!' or '$' or '%' or '@' or '{' or '}' or ']' or '|'))
            {
                return false;
            }
        }

        return text.Length == 0 || (IsLetter(text[0]) && text[text.Length - 1] != ' ');
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static string Join(List<string> blocks) => blocks.Count == 1 ? blocks[0] : string.Join("\n", blocks.Select(Block));

    // Elements keep their lines apart by themselves. Text cannot begin like one, since it is escaped.
    private static string Block(string block) =>
        block.StartsWith("<code>", StringComparison.Ordinal) || block.StartsWith("<list ", StringComparison.Ordinal) ? block : "<para>" + block + "</para>";

    private static void EndItemOrParagraph(List<string> blocks, List<string> paragraph, List<StringBuilder> items)
    {
        if (paragraph.Count > 0)
        {
            EndParagraph(blocks, paragraph, items);
        }
    }

    private static void EndParagraph(List<string> blocks, List<string> paragraph, List<StringBuilder> items)
    {
        if (paragraph.Count > 0)
        {
            string content = Inline(string.Join(" ", paragraph));
            paragraph.Clear();
            if (content.Length > 0)
            {
                blocks.Add(content);
            }
        }

        if (items.Count > 0)
        {
            StringBuilder list = new("<list type=\"bullet\">");
            foreach (StringBuilder item in items)
            {
                list.Append("\n<item><description>").Append(Inline(item.ToString())).Append("</description></item>");
            }

            blocks.Add(list.Append("\n</list>").ToString());
            items.Clear();
        }
    }

    // "- text", "* text", "+ text", "1. text", "1) text"; null for anything else.
    private static string? ItemText(string line)
    {
        int length = 0;
        if (Bullets.IndexOf(line[0]) >= 0)
        {
            length = 1;
        }
        else
        {
            while (length < line.Length && length < 3 && line[length] is >= '0' and <= '9')
            {
                length++;
            }

            if (length == 0 || length == line.Length || line[length] is not ('.' or ')'))
            {
                return null;
            }

            length++;
        }

        return length < line.Length - 1 && line[length] == ' ' ? line.Substring(length + 1).Trim() : null;
    }

    private static string Inline(string text)
    {
        if (text.IndexOfAny(Markup) < 0)
        {
            return text.Trim();
        }

        StringBuilder xml = new(text.Length + 16);
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c == '`')
            {
                (int ticks, int end) = Closing(text, i);
                xml.Append(end < 0 ? text.Substring(i, ticks) : "<c>" + Escape(text.Substring(i + ticks, end - i - ticks).Trim()) + "</c>");
                i = end < 0 ? i + ticks : end + ticks;
            }
            else if (c == '[' && Link(text, i) is { } link)
            {
                string label = text.Substring(i + 1, link.LabelEnd - i - 1);
                string address = text.Substring(link.LabelEnd + 2, link.End - link.LabelEnd - 2);
                xml.Append("<see href=\"").Append(Escape(address).Replace("\"", "&quot;")).Append("\">");
                xml.Append(Escape(label.Replace("`", ""))).Append("</see>");
                i = link.End + 1;
            }
            else if (c == '*' && i + 1 < text.Length && text[i + 1] == '*')
            {
                // Emphasis has no element that every reader of the documentation shows.
                i += 2;
            }
            else if (c == '<' && LineBreakLength(text, i) is > 0 and var length)
            {
                xml.Append(' ');
                i += length;
            }
            else
            {
                AppendEscaped(xml, c);
                i++;
            }
        }

        return xml.ToString().Trim();
    }

    private static (int Ticks, int End) Closing(string text, int start)
    {
        int ticks = 0;
        while (start + ticks < text.Length && text[start + ticks] == '`')
        {
            ticks++;
        }

        int from = start + ticks;
        int end = from < text.Length && ticks < LongestInline
            ? text.IndexOf(new string('`', ticks), from, Math.Min(LongestInline, text.Length - from), StringComparison.Ordinal)
            : -1;
        return (ticks, end > from ? end : -1);
    }

    // "[label](https://…)"; relative addresses lead nowhere from a tooltip and stay text.
    private static (int LabelEnd, int End)? Link(string text, int start)
    {
        int labelEnd = text.IndexOf("](", start, Math.Min(LongestInline, text.Length - start), StringComparison.Ordinal);
        int end = labelEnd < 0 ? -1 : text.IndexOf(')', labelEnd, Math.Min(LongestInline, text.Length - labelEnd));
        if (end < 0 || labelEnd == start + 1 || text.IndexOf('[', start + 1, labelEnd - start - 1) >= 0)
        {
            return null;
        }

        bool isAddress = string.CompareOrdinal(text, labelEnd + 2, "https://", 0, 8) == 0
            || string.CompareOrdinal(text, labelEnd + 2, "http://", 0, 7) == 0;
        return isAddress && text.IndexOf(' ', labelEnd + 2, end - labelEnd - 2) < 0 ? (labelEnd, end) : null;
    }

    private static int LineBreakLength(string text, int start)
    {
        foreach (string tag in (string[])["<br>", "<br/>", "<br />"])
        {
            if (string.Compare(text, start, tag, 0, tag.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return tag.Length;
            }
        }

        return 0;
    }

    private static string Escape(string text)
    {
        if (text.IndexOfAny(Special) < 0)
        {
            return text;
        }

        StringBuilder xml = new(text.Length);
        foreach (char c in text)
        {
            AppendEscaped(xml, c);
        }

        return xml.ToString();
    }

    private static void AppendEscaped(StringBuilder xml, char c)
    {
        switch (c)
        {
            case '&':
                xml.Append("&amp;");
                break;
            case '<':
                xml.Append("&lt;");
                break;
            case '>':
                xml.Append("&gt;");
                break;
            default:
                xml.Append(c);
                break;
        }
    }

    // All five line ends of C# split, so that no line of the document leaves the comment.
    private static List<string> Lines(string text)
    {
        List<string> lines = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                lines.Add(Allowed(text.Substring(start, i - start)));
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        lines.Add(Allowed(text.Substring(start)));
        return lines;
    }

    // Drops characters that XML 1.0 forbids, and those that change the reading direction.
    private static string Allowed(string line)
    {
        bool isPlain = true;
        foreach (char c in line)
        {
            isPlain &= c is >= ' ' and <= '~';
        }

        if (isPlain)
        {
            return line;
        }

        StringBuilder allowed = new(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (char.IsHighSurrogate(c) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
            {
                allowed.Append(c).Append(line[++i]);
            }
            else if (IsAllowed(c))
            {
                allowed.Append(c == '\t' ? ' ' : c);
            }
        }

        return allowed.ToString();
    }

    private static bool IsAllowed(char c) => c == '\t' || CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate => false,
        // Zero-width joiners shape words and emoji; the other format characters hide or reorder text.
        UnicodeCategory.Format => c is '\u200C' or '\u200D',
        _ => c is not ('\uFFFE' or '\uFFFF'),
    };
}
