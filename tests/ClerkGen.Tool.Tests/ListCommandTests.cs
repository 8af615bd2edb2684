using System.Text.Json;
using ClerkGen.Testing;

namespace ClerkGen.Tool.Tests;

public sealed class ListCommandTests
{
    private static readonly string Bundled = Path.Combine(Repository.Root, "specs", "clerk-backend.yaml");

    [Fact]
    public async Task A_tree_has_a_line_for_every_operation()
    {
        ToolRun run = await ToolRun.OfAsync("list", Bundled);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("ClerkBackendClient: 249 operations in ", run.Output, StringComparison.Ordinal);
        Assert.Equal(249, run.Output.Split('\n').Count(static line => line.Contains("Async  ", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task A_filtered_list_has_only_the_kept_operations()
    {
        using JsonDocument json = JsonDocument.Parse((await ToolRun.OfAsync("list", Bundled, "--include-tags", "Invitations", "--format", "json")).Output);

        JsonElement group = Assert.Single(json.RootElement.GetProperty("groups").EnumerateArray());
        Assert.Equal("Invitations", group.GetProperty("name").GetString());
        Assert.Contains(group.GetProperty("operations").EnumerateArray(), static operation => operation.GetProperty("operationId").GetString() == "CreateInvitation");
        Assert.Contains("Invitation", json.RootElement.GetProperty("schemas").EnumerateArray().Select(static schema => schema.GetString()));
    }
}
