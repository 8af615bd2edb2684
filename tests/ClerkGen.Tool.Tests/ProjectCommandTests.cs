namespace ClerkGen.Tool.Tests;

/// <summary>Commands that take a project: its filters, names and baseline count.</summary>
public sealed class ProjectCommandTests(ShopProject project) : IClassFixture<ShopProject>
{
    [Fact]
    public async Task A_baseline_lists_the_api_of_the_project()
    {
        ToolRun first = await ToolRun.OfAsync("baseline", "--project", project.Path);
        ToolRun second = await ToolRun.OfAsync("baseline", "--project", project.Folder);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(project.Folder, "ClerkGenApi.txt"));

        Assert.Equal((0, ""), (first.ExitCode, first.Messages));
        Assert.EndsWith(": 0 added, 0 removed\n", second.Output, StringComparison.Ordinal);
        Assert.Contains("Shop.Article.Name public string? Name { get; set; }", lines);
        Assert.Contains(lines, static line => line.StartsWith("Shop.ItemsOperations.ListAsync ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains("Carts", StringComparison.Ordinal));
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal), lines.Skip(1));
    }

    [Fact]
    public async Task Pages_of_a_project_have_its_filters_and_names()
    {
        string pages = Path.Combine(project.Folder, "pages");

        ToolRun run = await ToolRun.OfAsync("docs", "--project", project.Folder, "-o", pages);

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.Contains("Article", await File.ReadAllTextAsync(Path.Combine(pages, "items.md")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(pages, "carts.md")));
    }

    [Fact]
    public async Task A_list_takes_the_document_of_the_project_if_none_is_named()
    {
        ToolRun run = await ToolRun.OfAsync("list", "--project", project.Folder);
        ToolRun none = await ToolRun.OfAsync("list");

        Assert.Equal((0, ""), (run.ExitCode, run.Messages));
        Assert.StartsWith("ShopClient: 0 operations in 0 groups\n", run.Output, StringComparison.Ordinal);
        Assert.Equal((2, "clerkgen: Name a document, or a project with --project.\n"), (none.ExitCode, none.Messages));
    }

    [Fact]
    public async Task Pages_of_a_project_need_no_options()
    {
        ToolRun options = await ToolRun.OfAsync("docs", "--project", project.Folder, "-o", "pages", "--include-tags", "carts");
        ToolRun other = await ToolRun.OfAsync("docs", "other.yaml", "--project", project.Folder, "-o", "pages");
        ToolRun none = await ToolRun.OfAsync("docs", "-o", "pages");

        Assert.Equal((2, "clerkgen: --project takes 'IncludeTags' from the project. Change it there, or leave out --project.\n"), (options.ExitCode, options.Messages));
        Assert.Equal((2, "clerkgen: The project has no document 'other.yaml'.\n"), (other.ExitCode, other.Messages));
        Assert.Equal((2, "clerkgen: Name a document, or a project with --project.\n"), (none.ExitCode, none.Messages));
    }

    [Fact]
    public async Task A_project_that_msbuild_refuses_ends_in_one_line()
    {
        using TemporaryFolder folder = new();
        string broken = folder.Write("broken/A.csproj", "<Project");
        string bare = folder.Write("bare/A.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        folder.Write("two/A.csproj", "<Project/>");
        folder.Write("two/B.csproj", "<Project/>");
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));

        await AssertLineAsync(3, "clerkgen: MSBuild refuses 'A.csproj': MSB4025: ", broken);
        await AssertLineAsync(3, "clerkgen: 'A.csproj' is not restored. Run 'dotnet restore' first.", bare);
        await AssertLineAsync(2, "clerkgen: There are several project files in ", Path.Combine(folder.Path, "two"));
        await AssertLineAsync(2, "clerkgen: There is no project file in ", Path.Combine(folder.Path, "empty"));
        await AssertLineAsync(3, "clerkgen: There is no project 'missing.csproj'.", "missing.csproj");
    }

    private static async Task AssertLineAsync(int exitCode, string start, string path)
    {
        ToolRun run = await ToolRun.OfAsync("baseline", "--project", path);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(start, run.Messages, StringComparison.Ordinal);
        Assert.Single(run.Messages.TrimEnd('\n').Split('\n'));
    }
}
