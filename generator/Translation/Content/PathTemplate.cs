using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>
/// A path template, cut into literals and parameters. Literals are percent-encoded where RFC 3986, section 3.3, allows no such character in
/// a path. Encoded text stays unchanged.
/// </summary>
internal sealed class PathTemplate
{
    private PathTemplate(List<PathTemplatePart> parts, List<QueryTemplatePart> query)
    {
        Parts = parts;
        Query = query;
    }

    public IReadOnlyList<PathTemplatePart> Parts { get; }

    /// <summary>The <c>name={parameter}</c> pairs in a query after the path, where OpenAPI allows none.</summary>
    public IReadOnlyList<QueryTemplatePart> Query { get; }

    /// <summary>Cuts a template.</summary>
    /// <param name="path">The key of a path item. A fragment is left out, as it is never sent.</param>
    /// <exception cref="OperationProblemException"> Braces are not in pairs, or a parameter is in the wrong place. </exception>
    public static PathTemplate Parse(string path)
    {
        List<QueryTemplatePart> query = [];
        string rest = WithoutQueryParameters(path.Substring(0, FindEnd(path)), query);
        List<PathTemplatePart> parts = Cut(rest);
        int mark = FindOutside(rest, '?');
        if (mark >= 0 && rest.IndexOf('{', mark) >= 0)
        {
            string field = Array.Find(rest.Substring(mark + 1).Split('&'), static field => field.IndexOf('{') >= 0)!;
            throw new OperationProblemException(
                $"'{field}' in its path is more than the value of a query parameter. Declare a parameter in the query instead");
        }

        return new PathTemplate(parts, query);
    }

    /// <summary>Removes the <c>name={parameter}</c> pairs from the query after a path. The rest stays.</summary>
    /// <param name="path">The path, perhaps with a query and a fragment.</param>
    /// <param name="parameters">Receives the removed pairs.</param>
    public static string WithoutQueryParameters(string path, List<QueryTemplatePart> parameters)
    {
        int end = FindEnd(path);
        int mark = FindOutside(path, '?');
        if (mark < 0 || mark > end)
        {
            return path;
        }

        List<string> rest = [];
        foreach (string field in path.Substring(mark + 1, end - mark - 1).Split('&'))
        {
            if (QueryTemplatePart.Parse(field) is { } parameter)
            {
                parameters.Add(parameter);
            }
            else
            {
                rest.Add(field);
            }
        }

        return path.Substring(0, mark) + (rest.Count == 0 ? "" : "?" + string.Join("&", rest)) + path.Substring(end);
    }

    private static List<PathTemplatePart> Cut(string path)
    {
        List<PathTemplatePart> parts = [];
        int at = 0;
        int end = path.Length;
        while (at < end)
        {
            int open = path.IndexOf('{', at, end - at);
            int literalEnd = open < 0 ? end : open;
            string literal = path.Substring(at, literalEnd - at);
            if (literal.IndexOf('}') >= 0)
            {
                throw new OperationProblemException("its path closes a brace that is not open");
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
                throw new OperationProblemException("its path opens a brace that is not closed");
            }

            // Servers mark a segment that a request may omit (Ktor). A client always sends it.
            string name = path.Substring(open + 1, close - open - 1).TrimEnd('?');
            if (name.Length == 0)
            {
                throw new OperationProblemException("a parameter in its path has no name");
            }

            parts.Add(new PathTemplatePart(null, name));
            at = close + 1;
        }

        return parts;
    }

    private static int FindEnd(string path) => FindOutside(path, '#') is int end and >= 0 ? end : path.Length;

    // Index of a character outside braces.
    private static int FindOutside(string path, char wanted)
    {
        int depth = 0;
        for (int i = 0; i < path.Length; i++)
        {
            depth += path[i] == '{' ? 1 : path[i] == '}' && depth > 0 ? -1 : 0;
            if (path[i] == wanted && depth == 0)
            {
                return i;
            }
        }

        return -1;
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
/// <param name="Parameter">The text between the braces.</param>
internal readonly record struct PathTemplatePart(string? Literal, string Parameter);

/// <summary>A parameter in a query behind a path template.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Parameter">The text between the braces.</param>
internal readonly record struct QueryTemplatePart(string Name, string Parameter)
{
    /// <summary>Reads <c>name={parameter}</c>; null for anything else.</summary>
    public static QueryTemplatePart? Parse(string field)
    {
        int open = field.IndexOf('=') + 1;
        int close = field.Length - 1;
        bool isWhole = open > 1 && close > open + 1 && field.IndexOf('{') == open && field.LastIndexOf('{') == open && field.IndexOf('}') == close;
        return isWhole
            ? new QueryTemplatePart(Uri.UnescapeDataString(field.Substring(0, open - 1)), field.Substring(open + 1, close - open - 1))
            : null;
    }
}
