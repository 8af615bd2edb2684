using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests.Changes;

public sealed class DiffCommandTests : IDisposable
{
    private static readonly string Old = Response("a: { type: string }, b: { type: string }") + "\n# old\n";

    private static readonly string New = Response("a: { type: string }, c: { type: integer }") + "\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_breaking_change_ends_with_1_and_shows_the_C_sharp_before_and_after()
    {
        ToolRun run = await DiffAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            Breaking (1)
              A03 An optional member of a response was removed. Remove the code that reads it.
                6  Item.b: string
                  - Item: public string? B { get; set; }
            0 compile but behave differently, 1 breaking, 0 risky, 1 notices
            '--level notice' shows the notices.

            """,
            run.Output);
    }

    [Theory]
    [InlineData("notice", 1)]
    [InlineData("breaking", 1)]
    [InlineData("never", 0)]
    public async Task The_level_that_fails_can_be_chosen(string failOn, int exitCode) => Assert.Equal(exitCode, (await DiffAsync("--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task Equal_documents_have_no_changes()
    {
        string path = _folder.Write("old.yaml", Old);

        ToolRun run = await ToolRun.OfAsync("diff", path, path, "--level", "notice", "--fail-on", "notice");

        Assert.Equal((0, "0 compile but behave differently, 0 breaking, 0 risky, 0 notices\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task The_bundled_document_in_another_order_and_notation_has_no_changes()
    {
        string path = Path.Combine(Repository.Root, "specs", "clerk-backend.yaml");
        JsonNode json = Reversed(ComparedDocuments.ClientOf(await File.ReadAllTextAsync(path)).Wire.Root)!;

        ToolRun run = await ToolRun.OfAsync("diff", path, _folder.Write("clerk-backend.json", json.ToJsonString()), "--level", "notice");

        Assert.Equal("0 compile but behave differently, 0 breaking, 0 risky, 0 notices\n", run.Output);
    }

    [Fact]
    public async Task Json_matches_its_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "generator", "Tool", "Changes", "changes.schema.json")));
        using JsonDocument json = JsonDocument.Parse((await DiffAsync("--format", "json", "--level", "notice")).Output);

        Assert.Equal([], JsonShape.Violations(json.RootElement, schema.RootElement, schema.RootElement));
        JsonElement change = json.RootElement.GetProperty("changes")[0];
        Assert.Equal("A03:Item.b", change.GetProperty("id").GetString());
        Assert.Equal(6, change.GetProperty("old").GetProperty("line").GetInt32());
        Assert.Equal("/components/schemas/Item/properties/b", change.GetProperty("old").GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Markdown_shows_a_difference_that_GitHub_colours()
    {
        ToolRun run = await DiffAsync("--format", "markdown");

        Assert.Contains("### An optional member of a response was removed (A03)", run.Output, StringComparison.Ordinal);
        Assert.Contains("- `Item.b`: string\n\n  ```diff\n  - Item: public string? B { get; set; }\n  ```\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_and_annotations_are_at_the_new_document()
    {
        using JsonDocument json = JsonDocument.Parse((await DiffAsync("--format", "sarif")).Output);
        string annotation = (await DiffAsync("--format", "github")).Output;

        JsonElement result = Assert.Single(json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal(("A03", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        Assert.EndsWith("new.yaml", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("::error file=", annotation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppressed_change_does_not_fail()
    {
        string file = _folder.Write("accepted.json", """[ { "id": "A03:Item.b", "reason": "Nobody reads it." } ]""");

        ToolRun run = await DiffAsync("--suppressions", file);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(", 1 suppressed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppression_that_matches_nothing_is_reported()
    {
        string file = _folder.Write("accepted.json", """[ { "id": "A03:Item.x", "reason": "Nobody reads it." } ]""");

        Assert.Contains("Suppression 'A03:Item.x' matches no change. Remove it.", (await DiffAsync("--suppressions", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-31", 1)]
    [InlineData("2026-06-01", 0)]
    public async Task A_suppression_counts_until_the_end_of_its_last_day(string until, int exitCode)
    {
        string file = _folder.Write("accepted.json", $$"""[ { "id": "A03:*", "reason": "Until the release.", "until": "{{until}}" } ]""");

        ToolRun run = await ToolRun.OfAsync(
            new FixedTime(new DateTimeOffset(2026, 6, 1, 23, 59, 0, TimeSpan.Zero)), "diff", _folder.Write("old.yaml", Old), _folder.Write("new.yaml", New), "--suppressions", file);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Output.Contains("expired on 2026-05-31", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[ { "id": "A03:Item.b" } ]""")]
    [InlineData("""[ { "id": "A03:Item.b", "reason": "x", "until": "soon" } ]""")]
    [InlineData("nonsense")]
    public async Task A_wrong_file_of_suppressions_ends_in_one_line(string text)
    {
        ToolRun run = await DiffAsync("--suppressions", _folder.Write("accepted.json", text));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("clerkgen: ", Assert.Single(run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_of_git_is_compared_with_the_file_of_today()
    {
        string path = _folder.Write("shop.yaml", Old);
        foreach (string arguments in new[] { "init -q", "add shop.yaml", "-c user.name=Shop -c user.email=shop@shop.test commit -q -m Shop" })
        {
            Assert.Equal(0, (await ChildProcess.RunAsync("git", _folder.Path, [], arguments.Split(' '))).ExitCode);
        }

        _folder.Write("shop.yaml", New);
        ToolRun run = await ToolRun.OfAsync("diff", "HEAD:" + path, path);

        Assert.Contains("A03 ", run.Output + run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--include-tags", "items;lost", "C03")]
    [InlineData("--overlay", "overlay.yaml", "C02")]
    public async Task A_filter_or_overlay_that_no_longer_matches_is_reported(string option, string value, string kind)
    {
        _folder.Write("overlay.yaml", "overlay: 1.0.0\ninfo: { title: Names, version: '1' }\nactions: [ { target: \"$.paths['/lost']\", update: { x-a: 1 } } ]\n");
        string old = _folder.Write("old.yaml", Of(Get("/items", "listItems") + ", " + Get("/lost", "findLost", tags: "lost")));
        string current = _folder.Write("new.yaml", Of(Get("/items", "listItems")));

        ToolRun run = await ToolRun.OfAsync("diff", old, current, option, option == "--overlay" ? Path.Combine(_folder.Path, value) : value);

        Assert.Contains($"  {kind} ", run.Output, StringComparison.Ordinal);
    }

    [SharedFact("clerk")]
    public async Task A_release_of_Clerk_is_summarised_on_one_screen()
    {
        ToolRun run = await ToolRun.OfAsync("diff", SharedDocuments.PathOf("clerk/bapi-2025-11-10.yml"), SharedDocuments.PathOf("clerk/bapi-2026-05-12.yml"), "--level", "notice");

        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length <= 40, run.Output);
        Assert.Contains("Clerk-API-Version: 2025-11-10 → 2026-05-12", lines[2], StringComparison.Ordinal);
        Assert.Equal("1 compile but behave differently, 5 breaking, 0 risky, 10 notices", lines[^1]);
    }

    private Task<ToolRun> DiffAsync(params string[] options) =>
        ToolRun.OfAsync(["diff", _folder.Write("old.yaml", Old), _folder.Write("new.yaml", New), .. options]);

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(static pair => KeyValuePair.Create(pair.Key, Reversed(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
