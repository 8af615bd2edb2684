using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>A documentation comment of emitted code.</summary>
/// <param name="Member">Name of the type or member.</param>
/// <param name="IsEnumValue">Whether it is a known value of an enum, which may only spell its name.</param>
/// <param name="Texts">Summary, remarks, parameters and so on, as plain text by tag.</param>
internal sealed partial record DocumentationComment(string Member, bool IsEnumValue, IReadOnlyList<(string Tag, string Text)> Texts)
{
    /// <summary>Reads all comments of a file.</summary>
    public static IEnumerable<DocumentationComment> In(string source)
    {
        foreach (Match match in Comment().Matches(source))
        {
            string xml = Marker().Replace(match.Groups["text"].Value, "");
            string declaration = match.Groups["declaration"].Value;
            yield return new DocumentationComment(
                Name().Match(declaration).Value,
                declaration.Contains(" static ", StringComparison.Ordinal) || declaration.EndsWith(',') || declaration.Contains(" const ", StringComparison.Ordinal),
                [.. TextsOf(XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace))]);
        }
    }

    /// <summary>The texts of a comment's tags; a paragraph and a list's item is a text of its own.</summary>
    public static IEnumerable<(string Tag, string Text)> TextsOf(XElement comment) =>
        from tag in comment.Elements()
        from text in PlainText(tag).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (tag.Name.LocalName, text);

    private static string PlainText(XNode node) => node switch
    {
        XElement { Name.LocalName: "code" } => "",
        XElement { Name.LocalName: "para" or "br" or "item" } block => "\n" + string.Concat(block.Nodes().Select(PlainText)) + "\n",
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference when !reference.Nodes().Any() =>
            "`" + reference.Attributes().First().Value.Split('.', ':')[^1] + "`",
        XElement { Name.LocalName: "c" } code => "`" + code.Value.Replace(' ', '_') + "`",
        XElement element => string.Concat(element.Nodes().Select(PlainText)),
        XText text => text.Value.Replace('\n', ' '),
        _ => "",
    };

    [GeneratedRegex(@"(?<text>(^[ ]*///[^\n]*\n)+)([ ]*[\[#][^\n]*\n)*[ ]*(?<declaration>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("^[ ]*///", RegexOptions.Multiline)]
    private static partial Regex Marker();

    // The last identifier before a parameter list, a body, a value or a base.
    [GeneratedRegex(@"\w+(?=(<[^()]*>)?\s*(\(|\{|=|;|,|$| : ))")]
    private static partial Regex Name();
}
