using System.Text.RegularExpressions;
using ClerkGen.Testing;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>What can be measured of how pages are worded.</summary>
public sealed partial class WordingTests
{
    private const int LongestSentence = 30;

    [Fact]
    public void The_README_has_at_most_160_lines() =>
        Assert.InRange(DocumentationPage.ForUsers[0].Text.TrimEnd('\n').Split('\n').Length, 50, 160);

    [Fact]
    public void No_sentence_for_users_has_more_than_30_words()
    {
        string[] sentences = [.. DocumentationPage.ForUsers.SelectMany(static page => Sentences(page.Text).Select(sentence => $"{page.Path}: {sentence}"))];

        Assert.True(sentences.Length > 100, "The pages have hardly any text.");
        string[] tooLong = [.. sentences.Where(static sentence => Word().Count(sentence[sentence.IndexOf(' ')..]) > LongestSentence)];
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void No_sentence_for_users_opens_with_a_clause_as_its_subject() =>
        Assert.Empty(DocumentationPage.ForUsers.SelectMany(static page =>
            Sentences(page.Text).Where(static sentence => ForbiddenOpening().IsMatch(sentence) && !sentence.EndsWith('?')).Select(sentence => $"{page.Path}: {sentence}")));

    [Fact]
    public void Links_between_pages_lead_to_files_and_headings()
    {
        List<string> broken = [];
        foreach (DocumentationPage page in DocumentationPage.All)
        {
            string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page.Path))!;
            foreach (Match link in Link().Matches(CodeFence().Replace(page.Text, "")))
            {
                string target = link.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    continue;
                }

                string[] parts = target.Split('#', 2);
                string file = parts[0].Length == 0 ? Path.Combine(Repository.Root, page.Path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
                if (!File.Exists(file) && !Directory.Exists(file) || parts.Length == 2 && !Anchors(file).Contains(parts[1]))
                {
                    broken.Add($"{page.Path}: {target}");
                }
            }
        }

        Assert.Empty(broken);
    }

    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(static match => NotOfAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    // A table's cell, a list's item and a line of prose each end a sentence.
    private static IEnumerable<string> Sentences(string text)
    {
        string prose = CodeFence().Replace(text, "");
        foreach (string block in prose.Split("\n\n"))
        {
            string[] parts = block.TrimStart().StartsWith('|') ? block.Split('|', '\n') : ListItem().Split(block.Replace('\n', ' '));
            foreach (string part in parts)
            {
                foreach (string sentence in SentenceEnd().Split(part.Trim().TrimStart('#', ' ', '-')))
                {
                    if (sentence.Length > 0)
                    {
                        yield return sentence;
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"(?<=[.!?:;])\s+(?=[A-Z`\[*])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s- ")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"[\w`…'./*-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(What|Whoever|Whatever|Of|That which|Who) ")]
    private static partial Regex ForbiddenOpening();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchor();
}
