using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// A path template, cut into literals and parameters. Literals are percent-encoded where RFC 3986, section 3.3, does not let a character
/// stand in
/// a path; what is encoded already stays as it is.
/// </summary>
internal sealed class PathTemplate
{
    private PathTemplate(List<PathTemplatePart> parts) => Parts = parts;

    public IReadOnlyList<PathTemplatePart> Parts { get; }

    /// <summary>Cuts a template.</summary>
    /// <param name="path">The key of a path item. A fragment is left out, as it is never sent; a query stays, when it has no
    /// parameters.</param>
    /// <exception cref="OperationProblemException">Braces are not in pairs, or a parameter stands where none can.</exception>
    public static PathTemplate Parse(string path)
    {
        List<PathTemplatePart> parts = [];
        int at = 0;
        int end = FindEnd(path);
        int query = path.IndexOf('?', 0, end);
        while (at < end)
        {
            int open = path.IndexOf('{', at, end - at);
            int literalEnd = open < 0 ? end : open;
            string literal = path.Substring(at, literalEnd - at);
            if (literal.IndexOf('}') >= 0)
            {
                throw new OperationProblemException("a brace in its path is closed but not opened");
            }

            if (literal.Length > 0)
            {
                parts.Add(new PathTemplatePart(Encode(literal), ""));
            }

            if (open < 0)
            {
                break;
            }

            int close = path.IndexOf('}', open, end - open);
            if (close < 0 || path.IndexOf('{', open + 1, close - open - 1) >= 0)
            {
                throw new OperationProblemException("a brace in its path is opened but not closed");
            }

            if (close == open + 1)
            {
                throw new OperationProblemException("a parameter in its path has no name");
            }

            if (query >= 0 && open > query)
            {
                throw new OperationProblemException("its path has a query with parameters; they belong among the parameters in the query");
            }

            parts.Add(new PathTemplatePart(null, path.Substring(open + 1, close - open - 1)));
            at = close + 1;
        }

        return new PathTemplate(parts);
    }

    private static int FindEnd(string path)
    {
        int depth = 0;
        for (int i = 0; i < path.Length; i++)
        {
            depth += path[i] == '{' ? 1 : path[i] == '}' && depth > 0 ? -1 : 0;
            if (path[i] == '#' && depth == 0)
            {
                return i;
            }
        }

        return path.Length;
    }

    private static string Encode(string literal)
    {
        StringBuilder encoded = new(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            char c = literal[i];
            if (c == '%' ? i + 2 < literal.Length && IsHex(literal[i + 1]) && IsHex(literal[i + 2]) : IsPathCharacter(c))
            {
                encoded.Append(c);
                continue;
            }

            bool isPair = char.IsHighSurrogate(c) && i + 1 < literal.Length && char.IsLowSurrogate(literal[i + 1]);
            foreach (byte value in Encoding.UTF8.GetBytes(isPair ? literal.Substring(i, 2) : c.ToString()))
            {
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }

            i += isPair ? 1 : 0;
        }

        return encoded.ToString();
    }

    private static bool IsPathCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "-._~!$&'()*+,;=:@/?".IndexOf(c) >= 0;

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}

/// <summary>A piece of a path template.</summary>
/// <param name="Literal">Text, percent-encoded, or null for a parameter.</param>
/// <param name="Parameter">What stands between the braces.</param>
internal readonly record struct PathTemplatePart(string? Literal, string Parameter);
