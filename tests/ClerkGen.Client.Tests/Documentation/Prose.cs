using System.Text.RegularExpressions;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>Sentences of a text, and the rules of wording that can be measured.</summary>
internal static partial class Prose
{
    private const int LongestSentence = 30;

    private static readonly HashSet<string> Fillers = new(["a", "an", "the", "its", "of", "is", "gets", "or", "sets", "value"], StringComparer.Ordinal);

    /// <summary>Sentences of a page, without code and headings. A table's cell, a list's item and a line of prose each end a sentence.</summary>
    public static IEnumerable<string> OfPage(string markdown)
    {
        foreach (string block in Heading().Replace(CodeFence().Replace(markdown, ""), "").Split("\n\n"))
        {
            string[] parts = block.TrimStart().StartsWith('|') ? block.Split('|', '\n') : ListItem().Split(block.Replace('\n', ' '));
            foreach (string sentence in parts.SelectMany(Of))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>Sentences of a paragraph.</summary>
    public static IEnumerable<string> Of(string paragraph) =>
        SentenceEnd().Split(paragraph.Trim().TrimStart('-', ' ')).Where(static sentence => sentence.Length > 0);

    /// <summary>Faults of a sentence, as lines for a failing test.</summary>
    /// <param name="place">File or member that has the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    public static IEnumerable<string> FaultsOf(string place, string sentence)
    {
        int words = Word().Count(sentence);
        if (words > LongestSentence)
        {
            yield return $"{place}: {words} words: {sentence}";
        }

        if (ForbiddenOpening().IsMatch(sentence) && !sentence.EndsWith('?'))
        {
            yield return $"{place}: opens with a clause: {sentence}";
        }
    }

    /// <summary>Whether a summary has no word that its member's name lacks.</summary>
    public static bool Repeats(string summary, string name)
    {
        HashSet<string> known = [.. NamePart().Matches(name).Select(static part => part.Value.ToLowerInvariant())];
        string[] words = [.. Letters().Matches(summary).Select(static word => word.Value.ToLowerInvariant()).Where(static word => !Fillers.Contains(word))];
        return words.Length > 0 && !summary.Contains('/', StringComparison.Ordinal) && words.All(known.Contains);
    }

    [GeneratedRegex(@"(?<=[.!?:;])\s+(?=[A-Z`\[*])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s- ")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"[\w`…'./*-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[A-Za-z]+|\d+")]
    private static partial Regex Letters();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex NamePart();

    [GeneratedRegex(@"^(What|Whoever|Whatever|Of|That which|Who) ")]
    private static partial Regex ForbiddenOpening();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"^#.*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
