namespace ClerkGen.Package.Tests;

/// <summary>The runtime in WebAssembly, under Node: its fetch decompresses answers and keeps their header fields, as a browser's does.</summary>
public sealed class BrowserTests
{
    [NodeFact]
    public async Task Calls_work_in_web_assembly_with_every_transport()
    {
        string folder = Path.Combine(PackageFeed.Repository, "tests", "ClerkGen.Browser");
        (await DotNet.RunAsync(folder, null, "build", "-c", "Release")).Succeeded();
        string program = Path.Combine(folder, "bin", "Release", "net10.0", "wwwroot", "_framework", "dotnet.js");

        ProcessResult run = (await DotNet.StartAsync("node", folder, null, "main.mjs", program)).Succeeded();

        Assert.Contains("browser: True", run.Output, StringComparison.Ordinal);
        foreach (string transport in (string[])["shared", "given", "registered"])
        {
            foreach (string answer in (string[])["plain", "gzip", "br", "deflate"])
            {
                Assert.Contains($"{transport}, {answer}: read Ada", run.Output, StringComparison.Ordinal);
                Assert.Contains($"{transport}, {answer}: written Ada", run.Output, StringComparison.Ordinal);
                Assert.Contains($$"""{{transport}}, {{answer}}: downloaded {"id":"pet_1","name":"Ada"}""", run.Output, StringComparison.Ordinal);
            }

            // A browser hides the status of a redirect; Node does not.
            Assert.Contains($"{transport}, redirect: read ApiRedirectException", run.Output, StringComparison.Ordinal);
            Assert.Contains($"{transport}, redirect: written ApiRedirectException", run.Output, StringComparison.Ordinal);
            Assert.Contains($"{transport}, error: read ApiException 422", run.Output, StringComparison.Ordinal);
            Assert.Contains($"{transport}, error: downloaded ApiException 422", run.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>A test that is skipped where there is no Node.</summary>
    private sealed class NodeFactAttribute : FactAttribute
    {
        public NodeFactAttribute()
        {
            string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            if (!folders.Any(static folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"))))
            {
                Skip = "Node is not installed.";
            }
        }
    }
}
