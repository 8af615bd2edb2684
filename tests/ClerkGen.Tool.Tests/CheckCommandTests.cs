using System.Text.Json;

namespace ClerkGen.Tool.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Clean = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /items:
            get:
              operationId: listItems
              tags: [items]
              responses:
                '200': { description: The items., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        """;

    // Members that cannot be read: a warning at its place.
    private const string Flawed = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /items:
            get:
              operationId: listItems
              responses:
                '200': { description: The item., content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } }
        components:
          schemas:
            Item:
              type: object
              properties:
                "a\nb": { type: string }
                name: { type: string }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_clean_document_ends_with_0()
    {
        ToolRun run = await ToolRun.OfAsync("check", _folder.Write("shop.yaml", Clean));

        Assert.Equal((0, "0 errors, 0 warnings, 0 notes\n", ""), (run.ExitCode, run.Output, run.Messages));
    }

    [Fact]
    public async Task A_warning_ends_with_1_and_names_file_line_column_pointer_and_page()
    {
        string path = _folder.Write("shop.yaml", Flawed);

        ToolRun run = await ToolRun.OfAsync("check", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{path}(11,5): warning CLERKGEN025: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("[/components/schemas/Item]", run.Output, StringComparison.Ordinal);
        Assert.Contains("CLERKGEN025.md", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("never", 0)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    public async Task The_level_that_fails_can_be_chosen(string failOn, int exitCode) =>
        Assert.Equal(exitCode, (await ToolRun.OfAsync("check", _folder.Write("shop.yaml", Flawed), "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task Json_holds_every_field_of_a_finding()
    {
        string path = _folder.Write("shop.yaml", Flawed);

        using JsonDocument json = JsonDocument.Parse((await ToolRun.OfAsync("check", path, "--format", "json")).Output);

        JsonElement finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("CLERKGEN025", finding.GetProperty("id").GetString());
        Assert.Equal("warning", finding.GetProperty("level").GetString());
        Assert.Equal(path, finding.GetProperty("file").GetString());
        Assert.Equal((11, 5), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Equal("/components/schemas/Item", finding.GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Sarif_names_rule_level_region_and_logical_location()
    {
        using JsonDocument json = JsonDocument.Parse((await ToolRun.OfAsync("check", _folder.Write("shop.yaml", Flawed), "--format", "sarif")).Output);

        JsonElement run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Equal("CLERKGEN025", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        JsonElement location = result.GetProperty("locations")[0];
        Assert.Equal(11, location.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.StartsWith("/components/schemas/Item", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annotations_of_GitHub_stay_on_one_line()
    {
        ToolRun run = await ToolRun.OfAsync("check", _folder.Write("shop.yaml", Flawed), "--format", "github");

        string line = Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("::warning file=", line, StringComparison.Ordinal);
        Assert.Contains(",line=11,col=5,title=CLERKGEN025::", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_document_refers_to_is_read_below_its_folder()
    {
        _folder.Write("schemas/item.yaml", "type: object\nproperties: { name: { type: string } }\n");
        string path = _folder.Write("shop.yaml", Clean.Replace("{ type: string }", "{ $ref: 'schemas/item.yaml' }", StringComparison.Ordinal));

        Assert.Equal(0, (await ToolRun.OfAsync("check", path)).ExitCode);
    }

    [Fact]
    public async Task A_file_outside_the_documents_folder_is_not_opened()
    {
        _folder.Write("secret.yaml", "type: string\n");
        string path = _folder.Write("specs/shop.yaml", Clean.Replace("{ type: string }", "{ $ref: '../secret.yaml' }", StringComparison.Ordinal));

        ToolRun run = await ToolRun.OfAsync("check", path, "--fail-on", "info");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("CLERKGEN009", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not: [closed", 3)]
    [InlineData("", 3)]
    [InlineData("just text", 3)]
    public async Task An_unreadable_document_ends_with_3(string text, int exitCode) =>
        Assert.Equal(exitCode, (await ToolRun.OfAsync("check", _folder.Write("shop.yaml", text))).ExitCode);

    [Theory]
    [InlineData(2)]
    [InlineData(2, "check")]
    [InlineData(2, "check", "--bogus", "shop.yaml")]
    [InlineData(2, "check", "shop.yaml", "--format", "xml")]
    [InlineData(2, "bogus")]
    [InlineData(3, "check", "no-such-file.yaml")]
    [InlineData(3, "check", "no-such-revision:shop.yaml")]
    [InlineData(3, "check", "/")]
    public async Task A_wrong_call_prints_one_line(int exitCode, params string[] args)
    {
        if (args.Length == 0)
        {
            args = ["--nothing"];
        }

        ToolRun run = await ToolRun.OfAsync(args);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("clerkgen: ", Assert.Single(run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_metadata_names_the_value()
    {
        ToolRun run = await ToolRun.OfAsync("check", _folder.Write("shop.yaml", Clean), "--namespace", "not a namespace");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("not a namespace", run.Messages, StringComparison.Ordinal);
    }
}
