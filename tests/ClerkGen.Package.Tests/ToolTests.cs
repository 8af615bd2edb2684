namespace ClerkGen.Package.Tests;

/// <summary>The tool, installed from the packed package and run as a program of its own.</summary>
public sealed class ToolTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private static readonly string Bundled = Path.Combine(PackageFeed.Repository, "specs", "clerk-backend.yaml");

    [Fact]
    public async Task The_installed_tool_checks_lists_compares_and_documents()
    {
        string folder = feed.NewFolder("tool");
        string tool = await InstallAsync(folder);

        Assert.Contains("0 errors, 0 warnings, ", (await DotNet.StartAsync(tool, folder, feed.Cache, "check", Bundled)).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("249 operations in ", (await DotNet.StartAsync(tool, folder, feed.Cache, "list", Bundled)).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("0 breaking", (await DotNet.StartAsync(tool, folder, feed.Cache, "diff", Bundled, Bundled)).Succeeded().Output, StringComparison.Ordinal);
        (await DotNet.StartAsync(
            tool, folder, feed.Cache, "docs", Bundled, "-o", "reference", "--namespace", "Clerk.Backend", "--client-name", "ClerkClient")).Succeeded();
        Assert.True(File.Exists(Path.Combine(folder, "reference", "organization-invitations.md")));
        Assert.Contains("clerkgen diff", (await DotNet.StartAsync(tool, folder, feed.Cache, "diff", "--help")).Succeeded().Output, StringComparison.Ordinal);

        ProcessResult wrong = await DotNet.StartAsync(tool, folder, feed.Cache, "check", "missing.yaml");
        Assert.Equal((3, "clerkgen: There is no file 'missing.yaml'."), (wrong.ExitCode, wrong.Output.Trim()));
    }

    [Fact]
    public async Task A_project_with_an_api_baseline_is_warned_of_each_change_until_the_tool_accepts_it()
    {
        const string Document = """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            servers: [{ url: https://shop.example }]
            paths:
              /users: { get: { operationId: getUser, tags: [users], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } } } }
            components:
              schemas:
                User:
                  type: object
                  properties:
                    name: { type: string }
                    age: { type: integer }
            """;
        Consumer consumer = new Consumer(feed, feed.NewFolder("Baseline"))
            .Project("<ClerkGenApiBaseline>true</ClerkGenApiBaseline>", """<ClerkGenDocument Include="shop.yaml" Namespace="Shop" />""")
            .Source("shop.yaml", Document);
        string tool = await InstallAsync(consumer.Folder);

        await AssertWarningAsync(
            consumer,
            "ClerkGenApi.txt(1,1): warning CLERKGEN111: The API baseline 'ClerkGenApi.txt' does not exist. Run 'clerkgen baseline' in the project's folder to create it.");
        (await DotNet.StartAsync(tool, consumer.Folder, feed.Cache, "baseline")).Succeeded();
        await AssertWarningAsync(consumer, null);
        consumer.Source("shop.yaml", Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal));
        await AssertWarningAsync(
            consumer,
            "shop.yaml(12,9): warning CLERKGEN109: The API baseline has 'Shop.User.Age' as 'public long? Age { get; set; }', which is emitted as 'public string? Age { get; set; }' now. "
            + "Restore it in the document, or accept the change with 'clerkgen baseline'.");
        Assert.EndsWith(": 1 added, 1 removed", (await DotNet.StartAsync(tool, consumer.Folder, feed.Cache, "baseline")).Succeeded().Output.Trim(), StringComparison.Ordinal);
        await AssertWarningAsync(consumer, null);
    }

    private static async Task AssertWarningAsync(Consumer consumer, string? warning)
    {
        string output = (await consumer.DotNetAsync("build", "--no-incremental")).Succeeded().Output;

        if (warning is null)
        {
            Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(warning, output, StringComparison.Ordinal);
        }
    }

    private async Task<string> InstallAsync(string folder)
    {
        string tools = Path.Combine(folder, "tools");
        (await DotNet.RunAsync(folder, feed.Cache, "tool", "install", "ClerkGen.Tool", "--tool-path", tools, "--version", feed.Version)).Succeeded();
        return Path.Combine(tools, OperatingSystem.IsWindows() ? "clerkgen.exe" : "clerkgen");
    }
}
