using System.CommandLine;
using ClerkGen.Generator.Model;
using ClerkGen.Tool.Commands;
using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests;

/// <summary>Everything that an item of a project can set can be set on the command line.</summary>
public sealed class DocumentArgumentTests : IDisposable
{
    private static readonly string Shop = Of(
        Get("/items", "listItems") + ", " + Get("/items/x", "getHidden", "x-internal: true,") + ", " + Get("/items/y", "getOld", "deprecated: true,")
        + ", " + ItemResponses(JsonResponse("200", "$ref: '#/components/schemas/Item'")),
        "Item: { type: object, properties: { id: { type: string }, name: { type: string } } }");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_metadata_of_an_item_has_an_option()
    {
        Assert.Equal(DocumentOptions.MetadataNames.Order(StringComparer.Ordinal), new DocumentArguments().MetadataNames.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("diff")]
    [InlineData("docs")]
    public async Task The_help_of_a_command_describes_each_option(string command)
    {
        string help = (await ToolRun.OfAsync(command, "--help")).Output;
        Command described = new("any");
        new DocumentArguments().AddTo(described);

        Assert.Equal(DocumentOptions.MetadataNames.Length, described.Options.Count);
        Assert.All(described.Options, option =>
        {
            Assert.True(option.Description is { Length: > 20 });
            Assert.Contains(option.Name, help, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("--exclude-internal", "GetHiddenAsync", false)]
    [InlineData("--exclude-deprecated", "GetOldAsync", false)]
    [InlineData("--include-operations listItems", "GetOldAsync", false)]
    [InlineData("--strong-ids", "GetHiddenAsync", true)]
    public async Task A_filter_without_a_project_counts(string options, string method, bool isListed)
    {
        ToolRun run = await ToolRun.OfAsync(["list", _folder.Write("shop.yaml", Shop), .. options.Split(' ')]);

        Assert.Equal((0, isListed), (run.ExitCode, run.Output.Contains(method, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "| `Name` | `string?` | `name` | no |")]
    [InlineData("--required-by-default", "| `Name` | `string` | `name` | yes |")]
    [InlineData("--accessibility internal", "| `Name` | `string?` | `name` | no |")]
    [InlineData("--samples", "| `Name` | `string?` | `name` | no |")]
    public async Task Pages_without_a_project_have_the_options_of_an_item(string options, string row)
    {
        string pages = Path.Combine(_folder.Path, "pages");

        ToolRun run = await ToolRun.OfAsync(["docs", _folder.Write("shop.yaml", Shop), "-o", pages, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Contains(row, await File.ReadAllTextAsync(Path.Combine(pages, "items.md")), StringComparison.Ordinal);
        Assert.Contains("Task<Item> ", await File.ReadAllTextAsync(Path.Combine(pages, "items.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Internal_clients_are_compared_as_the_project_sees_them()
    {
        string old = _folder.Write("old.yaml", Shop);
        string current = _folder.Write("new.yaml", Shop.Replace("name: { type: string }", "name: { type: integer }", StringComparison.Ordinal));

        ToolRun run = await ToolRun.OfAsync("diff", old, current, "--accessibility", "internal");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Item.name: string → integer", run.Output, StringComparison.Ordinal);
    }
}
