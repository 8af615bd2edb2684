using ClerkGen.Testing;

namespace ClerkGen.Tool.Tests.Pages;

public sealed class ReferencePageTests
{
    private const string RefreshVariable = "CLERKGEN_REFRESH";

    private static readonly string Folder = Path.Combine(Repository.Root, "specs", "reference");

    [Fact]
    public void The_checked_in_pages_are_those_of_the_bundled_document()
    {
        IReadOnlyDictionary<string, string> pages = WrittenPages.Bundled.Texts;
        if (Environment.GetEnvironmentVariable(RefreshVariable) == "1")
        {
            Tool.Pages.PageFolder.Write(Folder, pages);
        }

        string[] different = [.. pages.Where(static page => !File.Exists(Path.Combine(Folder, page.Key)) || File.ReadAllText(Path.Combine(Folder, page.Key)) != page.Value).Select(static page => page.Key)];
        string[] gone = [.. Directory.GetFiles(Folder, "*.md").Select(static path => Path.GetFileName(path)!).Where(page => !pages.ContainsKey(page))];
        Assert.True(
            different.Length + gone.Length == 0,
            $"""
            specs/reference is not what the document gives: {string.Join(", ", different.Concat(gone).Take(10))}. When that is meant:
            {RefreshVariable}=1 dotnet test tests/ClerkGen.Tool.Tests --filter {nameof(ReferencePageTests)}
            """);
    }

    [Fact]
    public void All_examples_of_the_bundled_document_compile()
    {
        Assert.True(WrittenPages.Bundled.Examples().Count() > 400);
        Assert.Equal([], WrittenPages.Bundled.CompileExamples());
    }

    [Fact]
    public void All_JSON_of_the_bundled_document_is_read_strictly_by_the_client()
    {
        Assert.True(WrittenPages.Bundled.JsonExamples().Count() > 80);
        Assert.Equal("", WrittenPages.Bundled.ReadJsonExamples());
    }

    [Fact]
    public void An_operation_has_a_call_by_curl() => Assert.Contains(
        """
        curl -X POST 'https://api.clerk.com/v1/invitations' \
          -H "Authorization: Bearer $CLERK_SECRET_KEY" \
          -H 'Clerk-API-Version: 2026-05-12' \
          -H 'Content-Type: application/json' \
          -d '{"email_address":"ada@example.com"}'
        """.ReplaceLineEndings("\n"),
        WrittenPages.Bundled.Texts["invitations.md"],
        StringComparison.Ordinal);

    [SharedTheory("servers")]
    [InlineData("komga-springdoc.json")]
    [InlineData("kestra-micronaut.yaml")]
    public async Task Examples_of_other_documents_compile_and_run_and_their_links_lead_somewhere(string name)
    {
        WrittenPages pages = WrittenPages.Of(SharedDocuments.PathOf("servers/" + name));

        Assert.Equal([], pages.CompileExamples());
        Assert.Equal([], pages.BrokenLinks());
        Assert.Equal([], pages.SkippedLevels());
        Assert.Equal("", await pages.RunStubbedCallsAsync());
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        Assert.Equal([], WrittenPages.Bundled.BrokenLinks());
    }

    [Fact]
    public void Every_operation_is_described_once()
    {
        string[] anchors = [.. WrittenPages.Bundled.Texts.Where(static page => !page.Key.StartsWith("llms", StringComparison.Ordinal))
            .SelectMany(static page => WrittenPages.Anchors(page.Value).Select(anchor => $"{page.Key}#{anchor}"))];

        Assert.Equal(anchors.Length, anchors.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(249, anchors.Count(static anchor => anchor.EndsWith("async", StringComparison.Ordinal)));
    }

    [Fact]
    public void There_are_tens_of_pages_not_hundreds()
    {
        Assert.InRange(WrittenPages.Bundled.Texts.Count, 60, 95);
        Assert.InRange(WrittenPages.Bundled.Texts["llms.txt"].Length, 2_000, 20_000);
    }

    [Fact]
    public void Every_page_can_be_read_at_once() => Assert.Equal(
        [], WrittenPages.Bundled.Texts.Where(static page => page.Key != "llms-full.txt" && page.Value.Length > Tool.Pages.PageParts.LargestPage).Select(static page => page.Key));

    [Fact]
    public void A_group_links_to_the_pages_of_its_types() => Assert.Contains(
        "\n\n[Types of Users](users-types.md), [Types of Users, part 2](users-types-2.md)\n", WrittenPages.Bundled.Texts["users.md"], StringComparison.Ordinal);

    [Fact]
    public void No_heading_skips_a_level() => Assert.Equal([], WrittenPages.Bundled.SkippedLevels());

    [Fact]
    public void The_table_of_contents_names_every_page_once()
    {
        string[] named = [.. WrittenPages.Bundled.Texts["toc.yml"].Split('\n').Select(static line => line.Split("href: ")).Where(static parts => parts.Length == 2).Select(static parts => parts[1])];

        Assert.Equal(named.Length, named.Distinct().Count());
        Assert.Equal(
            WrittenPages.Bundled.Texts.Keys.Where(static page => page.EndsWith(".md", StringComparison.Ordinal) && !page.StartsWith("operations-", StringComparison.Ordinal) && page != "AGENTS.md").Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_stub_of_each_operation_responds_to_its_smallest_call()
    {
        Assert.Equal(249, WrittenPages.Bundled.StubbedCalls().Count());
        Assert.Equal("", await WrittenPages.Bundled.RunStubbedCallsAsync());
    }

    // The facts about these groups on the pages of Clerk's other SDKs.
    [Theory]
    [InlineData("invitations.md", "BulkCreateAsync CreateAsync ListAsync RevokeAsync")]
    [InlineData("organization-invitations.md", "BulkCreateAsync CreateAsync GetAsync ListAsync ListForInstanceAsync ListPendingAsync RevokeAsync")]
    [InlineData("organization-memberships.md", "CreateAsync DeleteAsync ListAsync UpdateAsync UpdateMetadataAsync")]
    public void A_group_documents_its_operations_completely(string page, string methods)
    {
        string text = WrittenPages.Bundled.Texts[page];
        string[] sections = text.Split("\n## ");
        Assert.Contains("| error | exception | body | repeated | |", text, StringComparison.Ordinal);
        foreach (string method in methods.Split(' '))
        {
            string section = Assert.Single(sections, section => section.StartsWith(method + "\n", StringComparison.Ordinal));
            Assert.Contains("WithResponseAsync(", section, StringComparison.Ordinal);
            Assert.Contains("```csharp\n", section, StringComparison.Ordinal);
            Assert.Contains("\nReturns ", section, StringComparison.Ordinal);
            Assert.Contains("| 200 |", section, StringComparison.Ordinal);
            Assert.Contains("Sends the credential `SecretKey`.", section, StringComparison.Ordinal);
            Assert.Matches("(?m)^\\| (parameter|member) \\| type \\| on the wire \\| required \\|", section);
        }
    }

    [Fact]
    public void A_deprecated_operation_is_struck_through_and_names_its_successor()
    {
        string text = WrittenPages.Bundled.Texts["organization-invitations.md"];

        Assert.Contains("| ~~[`ListPendingAsync`](#listpendingasync)~~ deprecated |", text, StringComparison.Ordinal);
        Assert.Contains("> **Deprecated.** ", text.Split("\n## ListPendingAsync\n")[1], StringComparison.Ordinal);
    }
}
