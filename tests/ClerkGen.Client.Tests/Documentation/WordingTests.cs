using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClerkGen.Generator;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Documentation;

/// <summary>Rules for the wording of pages, tooltips, comments and messages, as far as a program can check them.</summary>
public sealed partial class WordingTests
{
    [Fact]
    public void The_README_has_at_most_160_lines() => Assert.InRange(LinesOf("README.md"), 50, 160);

    [Theory]
    [InlineData("generator/README.md")]
    [InlineData("runtime/README.md")]
    [InlineData("tests/README.md")]
    [InlineData("specs/README.md")]
    public void A_map_has_at_most_two_screens(string path) => Assert.InRange(LinesOf(path), 20, 110);

    [Fact]
    public void A_page_of_a_room_has_at_most_two_screens() =>
        Assert.All(DocumentationPage.Rooms, static page => Assert.InRange(page.Text.Split('\n').Length, 5, 110));

    [Fact]
    public void Sentences_of_pages_are_short_and_do_not_open_with_a_clause() => AssertWording(
        500, DocumentationPage.All.SelectMany(static page => Prose.OfPage(page.Text).Select(sentence => (page.Path, sentence))));

    [Fact]
    public void Sentences_of_emitted_tooltips_are_short_and_do_not_open_with_a_clause() => AssertWording(
        2000, EmittedComments().SelectMany(static comment => comment.Texts.SelectMany(text => Prose.Of(text.Text).Select(sentence => (comment.Member, sentence)))));

    [Fact]
    public void Sentences_of_the_runtimes_tooltips_are_short_and_do_not_open_with_a_clause() => AssertWording(
        500, RuntimeComments().SelectMany(static comment => comment.Texts.SelectMany(text => Prose.Of(text.Text).Select(sentence => (comment.Member, sentence)))));

    [Fact]
    public void Sentences_of_diagnostics_are_short_and_do_not_open_with_a_clause() =>
        AssertWording(150, Messages().SelectMany(static message => Prose.Of(message.Text).Select(sentence => (message.Id, sentence))));

    [Theory]
    [InlineData("generator", 2500)]
    [InlineData("runtime", 2500)]
    public void Sentences_of_comments_are_short_and_do_not_open_with_a_clause(string folder, int least) =>
        AssertWording(least, SourceText.Comments(folder));

    [Theory]
    [InlineData("generator", 250)]
    [InlineData("runtime", 100)]
    public void Sentences_of_messages_are_short_and_do_not_open_with_a_clause(string folder, int least) =>
        AssertWording(least, SourceText.Messages(folder));

    [Fact]
    public void No_emitted_summary_only_repeats_its_members_name()
    {
        string[] repeated =
        [
            .. EmittedComments().Where(static comment => !comment.IsEnumValue).SelectMany(static comment => comment.Texts
                .Where(text => text.Tag == "summary" && Prose.Repeats(text.Text, comment.Member)).Select(text => $"{comment.Member}: {text.Text}")),
        ];
        Assert.True(repeated.Length == 0, string.Join('\n', repeated));
    }

    [Theory]
    [InlineData("The member name.", "MemberName", true)]
    [InlineData("Its id.", "Id", true)]
    [InlineData("Id of the role.", "RoleId", true)]
    [InlineData("Name of the browser, such as `Chrome`.", "BrowserName", false)]
    public void A_summary_that_repeats_a_name_is_found(string summary, string name, bool repeats) => Assert.Equal(repeats, Prose.Repeats(summary, name));

    [Theory]
    [InlineData("What a filter leaves out takes the schemas along.", true)]
    [InlineData("What is a schema?", false)]
    [InlineData("Schemas used only by excluded operations are excluded too.", false)]
    public void A_clause_as_an_opening_is_found(string sentence, bool isFault) => Assert.Equal(isFault, Prose.FaultsOf("page", sentence).Any());

    [Theory]
    [InlineData("create a client from a key")]
    [InlineData("create a client from the environment")]
    [InlineData("create a client in a host")]
    [InlineData("use another key for one call")]
    [InlineData("test without a server")]
    [InlineData("enumerate items, or pages")]
    [InlineData("log attempts")]
    [InlineData("call an address beyond the document")]
    [InlineData("make a conditional request")]
    [InlineData("read rate limits")]
    [InlineData("use a proxy")]
    [InlineData("receive webhooks")]
    [InlineData("verify session tokens")]
    [InlineData("see changes")]
    public void An_expected_feature_has_a_row_in_the_guide(string task) => Assert.Contains(Features(), row => row[0] == task);

    [Fact]
    public void Each_feature_in_the_guide_leads_to_a_page() => Assert.All(
        Features(), static row => Assert.True(row is [_, { Length: > 0 }, ['[', .., ')']], string.Join(" | ", row)));

    private static string[][] Features() =>
    [
        .. DocumentationPage.ForUsers.Single(static page => page.Path == "generator/docs/guide/where-things-are.md").Text.Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

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

    private static void AssertWording(int least, IEnumerable<(string Place, string Sentence)> sentences)
    {
        (string Place, string Sentence)[] all = [.. sentences];
        Assert.True(all.Length >= least, $"Only {all.Length} sentences were found.");
        string[] faults = [.. all.SelectMany(static sentence => Prose.FaultsOf(sentence.Place, sentence.Sentence)).Distinct()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static int LinesOf(string path) => DocumentationPage.All.Single(page => page.Path == path).Text.TrimEnd('\n').Split('\n').Length;

    private static IEnumerable<DocumentationComment> EmittedComments() =>
        BundledClient.Run.Files.Values.SelectMany(static text => DocumentationComment.In(text.ReplaceLineEndings("\n")));

    // The compiler documents every member; only what a user can see is worded for users.
    private static IEnumerable<DocumentationComment> RuntimeComments()
    {
        Assembly runtime = typeof(ApiClient).Assembly;
        XDocument file = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "ClerkGen.Runtime.xml"));
        foreach (XElement member in file.Descendants("member"))
        {
            string id = (string)member.Attribute("name")!;
            string name = id[2..].Split('(')[0];
            string type = id[0] == 'T' ? name : name[..name.LastIndexOf('.')];
            if (runtime.GetType(type) is { IsVisible: true } declaring && (id[0] == 'T' || IsVisible(declaring, name[(name.LastIndexOf('.') + 1)..])))
            {
                yield return new DocumentationComment(id, IsEnumValue: false, [.. DocumentationComment.TextsOf(member)]);
            }
        }
    }

    private static bool IsVisible(Type type, string member) =>
        type.GetMember(member.Split("``")[0].Replace("#ctor", ".ctor", StringComparison.Ordinal), BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Any(static member => member switch
            {
                MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
                FieldInfo field => field.IsPublic,
                PropertyInfo property => property.GetMethod is { } get && (get.IsPublic || get.IsFamily),
                _ => true,
            });

    // Formats of the descriptors, and the messages of the snapshots, whose reasons come from elsewhere.
    private static IEnumerable<(string Id, string Text)> Messages()
    {
        Type descriptors = typeof(ClerkGenerator).Assembly.GetType("ClerkGen.Generator.Diagnostics.DiagnosticDescriptors", throwOnError: true)!;
        foreach (DiagnosticDescriptor descriptor in descriptors.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>())
        {
            yield return (descriptor.Id, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
            yield return (descriptor.Id, descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ClerkGen.Tests/Snapshots/Diagnostics"), "*.txt"))
        {
            foreach (string line in File.ReadLines(file).Where(static line => line.StartsWith(' ')))
            {
                yield return (Path.GetFileName(file), line.Trim());
            }
        }
    }

    private static HashSet<string> Anchors(string file) =>
        [.. Heading().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(static match => NotOfAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchor();
}
