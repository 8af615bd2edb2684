using ClerkGen.Tool.Pages;

namespace ClerkGen.Tool.Tests.Pages;

public sealed class DocsCommandTests : IDisposable
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [ { url: 'https://api.shop.test' } ]
        paths:
          /items:
            get:
              operationId: listItems
              tags: [items]
              summary: DESCRIPTION
              responses:
                '200': { description: The items., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        """;

    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_run_writes_nothing()
    {
        await DocsAsync();

        Assert.Contains(": 0 written, 0 removed", (await DocsAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_own_pages_are_removed()
    {
        await DocsAsync();
        File.WriteAllText(Path.Combine(Output, "notes.md"), "Mine.");
        await DocsAsync(Shop.Replace("tags: [items]", "tags: [goods]", StringComparison.Ordinal));

        Assert.False(File.Exists(Path.Combine(Output, "items.md")));
        Assert.True(File.Exists(Path.Combine(Output, "goods.md")));
        Assert.Equal("Mine.", File.ReadAllText(Path.Combine(Output, "notes.md")));
    }

    [Fact]
    public async Task A_file_that_the_command_did_not_write_is_not_replaced()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "items.md"), "Mine.");

        ToolRun run = await DocsAsync();

        Assert.Equal(3, run.ExitCode);
        Assert.Equal("Mine.", File.ReadAllText(Path.Combine(Output, "items.md")));
        Assert.Equal(["items.md"], Directory.GetFiles(Output).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_list_that_names_files_elsewhere_removes_nothing()
    {
        string outside = _folder.Write("outside.md", "Mine.");
        _folder.Write("out/" + PageFolder.ListName, $"../outside.md\n{outside}\nitems.md\n");

        await DocsAsync();

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public async Task Fragments_follow_operations_and_pages()
    {
        _folder.Write("out/_after/items-list.md", "Behind the operation.");
        _folder.Write("out/_after/items.md", "Behind the page.");

        await DocsAsync();

        string page = File.ReadAllText(Path.Combine(Output, "items.md"));
        Assert.True(page.IndexOf("## ListAsync", StringComparison.Ordinal) < page.IndexOf("Behind the operation.", StringComparison.Ordinal));
        Assert.EndsWith("Behind the page.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_the_user_takes_the_place_of_the_built_in()
    {
        _folder.Write("templates/operation.sbn-md", "## {{ op.method }}\n\nOurs: {{ op.http }}\n");

        await DocsAsync(Shop, "--templates", Path.Combine(_folder.Path, "templates"));

        Assert.Contains("Ours: `GET /items`", File.ReadAllText(Path.Combine(Output, "items.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ op.metod }}", "metod")]
    [InlineData("{{ unknown }}", "unknown")]
    [InlineData("{{ include '../secret' }}", "no name of a template")]
    [InlineData("{{ include '/etc/passwd' }}", "no name of a template")]
    [InlineData("{{ include 'operation' }}", "")]
    [InlineData("{{ if }", "sbn-md(1,")]
    [InlineData("{{ title = 'x' }}", "operation.sbn-md(1,4)")]
    public async Task A_wrong_template_ends_in_one_line_that_names_its_place(string template, string message)
    {
        _folder.Write("templates/operation.sbn-md", template);

        ToolRun run = await DocsAsync(Shop, "--templates", Path.Combine(_folder.Path, "templates"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains(message, Assert.Single(run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task Built_in_templates_can_be_written_and_used()
    {
        string document = _folder.Write("shop.yaml", Shop);
        string templates = Path.Combine(_folder.Path, "templates");
        await ToolRun.OfAsync("docs", document, "-o", templates, "--write-templates");
        await DocsAsync();
        string before = File.ReadAllText(Path.Combine(Output, "items.md"));

        Assert.Contains(": 0 written, 0 removed", (await DocsAsync(Shop, "--templates", templates)).Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Output, "items.md")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("Use `x` and `<b>`", "Use `x` and <code>&lt;b&gt;</code>")]
    [InlineData("[open](javascript:alert(1))", "\\[open\\](javascript:alert(1))")]
    [InlineData("[open](https://shop.test/a)", "[open](https://shop.test/a)")]
    [InlineData("![i](https://shop.test/a.png)", "![i](https://shop.test/a.png)")]
    [InlineData("{{ title }}", "{{ title }}")]
    [InlineData("# Heading", "\\# Heading")]
    [InlineData("`unclosed <b>", "\\`unclosed &lt;b&gt;")]
    public async Task Texts_of_the_document_stay_text(string text, string written)
    {
        await DocsAsync(Shop.Replace("summary: DESCRIPTION", "summary: " + System.Text.Json.JsonSerializer.Serialize(text), StringComparison.Ordinal));

        Assert.Contains($"\n{written}\n", File.ReadAllText(Path.Combine(Output, "items.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_keeps_paragraphs_lists_and_code_and_no_html()
    {
        string block = MarkdownText.Block("# Title\n\nText <b>bold</b>.\n\n- one\n- two\n\n```html\n<b>\n```\n\n<!-- gone -->");

        Assert.Equal("**Title**\n\nText &lt;b&gt;bold&lt;/b&gt;.\n\n- one\n- two\n\n```\n<b>\n```\n\n&lt;!-- gone --&gt;", block);
    }

    [Theory]
    [InlineData("Con", "con-group")]
    [InlineData("OrganizationInvitations", "organization-invitations")]
    [InlineData("Readme", "readme-group")]
    [InlineData("OAuthApplications", "oauth-applications")]
    [InlineData("M2M", "m2m")]
    public void Names_of_pages_are_safe_on_every_system(string group, string slug) => Assert.Equal(slug, TypePlaces.Slug(group));

    private Task<ToolRun> DocsAsync(string text = Shop, params string[] options) =>
        ToolRun.OfAsync(["docs", _folder.Write("shop.yaml", text), "-o", Output, .. options]);
}
