using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Translation;

/// <summary>
/// A path template, cut into literals and parameters. Literals are percent-encoded where RFC 3986, section 3.3, does not let a character
/// stand in a path; what is encoded already stays as it is.
/// </summary>
internal sealed class PathTemplate
{
    // What all senders and recipients are to support (RFC 9110, section 4.1). Each parameter's place in the document repeats the path.
    private const int MaximumLength = 8_000;

    private PathTemplate(List<PathTemplatePart> parts, List<QueryTemplatePart> query)
    {
        Parts = parts;
        Query = query;
    }

    public IReadOnlyList<PathTemplatePart> Parts { get; }

    /// <summary>What stands as <c>name={parameter}</c> in a query behind the path, where OpenAPI allows none.</summary>
    public IReadOnlyList<QueryTemplatePart> Query { get; }

    /// <summary>Cuts a template.</summary>
    /// <param name="path">The key of a path item. A fragment is left out, as it is never sent.</param>
    /// <exception cref="OperationProblemException">
    /// The path is too long, braces are not in pairs, or a parameter stands where none can.
    /// </exception>
    public static PathTemplate Parse(string path)
    {
        if (path.Length > MaximumLength)
        {
            throw new OperationProblemException("its path is longer than 8,000 characters, more than a server has to take (RFC 9110, section 4.1)");
        }

        int end = FindEnd(path);
        int mark = FindOutside(path, '?', end);
        if (mark < 0)
        {
            return new PathTemplate(Cut(path.Substring(0, end)), []);
        }

        // What has no parameter stays where it is, before all other parameters of the query.
        StringBuilder rest = new(path, 0, mark, end);
        List<QueryTemplatePart> query = [];
        char separator = '?';
        foreach (string field in path.Substring(mark + 1, end - mark - 1).Split('&'))
        {
            int equals = field.IndexOf('=');
            List<PathTemplatePart> value = equals > 0 && field.IndexOf('{', 0, equals) < 0 ? Cut(field.Substring(equals + 1)) : [];
            if (value.Count == 1 && value[0].Literal is null)
            {
                query.Add(new QueryTemplatePart(Uri.UnescapeDataString(field.Substring(0, equals)), value[0].Parameter));
            }
            else if (field.IndexOf('{') >= 0)
            {
                throw new OperationProblemException(
                    $"'{field}' in its path is more than the value of a query parameter; it belongs among the parameters in the query");
            }
            else
            {
                rest.Append(separator).Append(field);
                separator = '&';
            }
        }

        return new PathTemplate(Cut(rest.ToString()), query);
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

            parts.Add(new PathTemplatePart(null, path.Substring(open + 1, close - open - 1)));
            at = close + 1;
        }

        return parts;
    }

    private static int FindEnd(string path) => FindOutside(path, '#', path.Length) is int end and >= 0 ? end : path.Length;

    // Of a character that stands between no braces.
    private static int FindOutside(string path, char wanted, int end)
    {
        int depth = 0;
        for (int i = 0; i < end; i++)
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
/// <param name="Parameter">What stands between the braces.</param>
internal readonly record struct PathTemplatePart(string? Literal, string Parameter);

/// <summary>A parameter in a query behind a path template.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Parameter">What stands between the braces.</param>
internal readonly record struct QueryTemplatePart(string Name, string Parameter);
