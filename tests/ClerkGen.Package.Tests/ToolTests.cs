namespace ClerkGen.Package.Tests;

/// <summary>The tool, installed from the packed package and run as a program of its own.</summary>
[Collection(SharedPackages.Name)]
public sealed class ToolTests(PackageFeed feed)
{
    private static readonly string Bundled = Path.Combine(PackageFeed.Repository, "specs", "clerk-backend.yaml");

    [Fact]
    public async Task The_installed_tool_checks_lists_compares_and_documents()
    {
        string folder = feed.NewFolder("tool");
        string tools = Path.Combine(folder, "tools");
        (await DotNet.RunAsync(folder, feed.Cache, "tool", "install", "ClerkGen.Tool", "--tool-path", tools, "--version", feed.Version)).Succeeded();
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "clerkgen.exe" : "clerkgen");

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
}
