using System.Text;
using System.Text.RegularExpressions;

namespace ClerkGen.Testing;

/// <summary>A path template of a document, which matches request targets as they stand on the wire, before any decoding.</summary>
internal sealed partial class PathTemplate
{
    private readonly Regex _regex;

    public PathTemplate(string template)
    {
        // Some documents tell operations apart by a query or a fragment in the path; neither is part of the path on the wire.
        string[] pathAndQuery = template.Split('#')[0].Split('?', 2);
        string path = pathAndQuery[0];
        FixedQuery = pathAndQuery is [_, string query]
            ? [.. QueryText.Split(query).Where(pair => !pair.RawName.Contains('{', StringComparison.Ordinal))]
            : [];
        var regex = new StringBuilder("^");
        var names = new List<string>();
        int at = 0;
        foreach (Match variable in Variable().Matches(path))
        {
            regex.Append(Literal(path[at..variable.Index])).Append("([^/]*)");
            // Some documents keep RFC 6570's operators in the braces; the parameter's own style says the same.
            names.Add(variable.Groups[1].Value.TrimStart('.', ';').TrimEnd('*'));
            at = variable.Index + variable.Length;
        }

        regex.Append(Literal(path[at..])).Append('$');
        Names = names;
        _regex = new Regex(regex.ToString(), RegexOptions.CultureInvariant);
        // OpenAPI 3.1.1, section 4.8.8.2: concrete paths are matched before templated ones; a digit per segment, literal before variable.
        Specificity = string.Concat(path.Split('/').Select(segment => !segment.Contains('{', StringComparison.Ordinal) ? '0'
            : Variable().Replace(segment, "").Length > 0 ? '1' : '2'));
    }

    /// <summary>Pairs of a query that is part of the template.</summary>
    public IReadOnlyList<QueryText> FixedQuery { get; }

    /// <summary>Names of the variables in template order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Sorts before that of a less specific template.</summary>
    public string Specificity { get; }

    /// <summary>The raw values of the variables; null when the path does not match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string rawPath)
    {
        Match match = _regex.Match(rawPath);
        if (!match.Success)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < Names.Count; i++)
        {
            values[Names[i]] = match.Groups[i + 1].Value;
        }

        return values;
    }

    // A literal character that RFC 3986 does not allow in a path has to arrive encoded; one that it allows may arrive either way.
    private static string Literal(string text)
    {
        var regex = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            string literal = rune.ToString();
            string encoded = string.Concat(Encoding.UTF8.GetBytes(literal).Select(value => $"%{value:X2}"));
            regex.Append(literal == "/" ? "/" : $"(?:{Regex.Escape(literal)}|(?i:{encoded}))");
        }

        return regex.ToString();
    }

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Variable();
}
