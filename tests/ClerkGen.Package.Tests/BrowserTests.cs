namespace ClerkGen.Package.Tests;

/// <summary>
/// The runtime in WebAssembly, under Node: its fetch decompresses answers and keeps their header fields, as a browser's does. It is built in
/// the repository, and so after the packages.
/// </summary>
public sealed class BrowserTests : IClassFixture<PackageFeed>
{
    // What calls return, or the exception with its status and problem. Node does not notice a compressed body that is cut off.
    private static readonly string[] Lines =
    [
        "empty gzip: read ApiResponseFormatException 200 Empty",
        "empty gzip: text ",
        "empty br: downloaded ",
        "no content: read ApiResponseFormatException 204 Empty",
        "no content: downloaded ",
        "cut: read ApiConnectionException 200 Broken",
        "cut: text ApiConnectionException 200 Broken",
        "cut: downloaded ApiConnectionException 200 Broken",
        "cut gzip: read ApiResponseFormatException 200 Truncated",
        "no gzip: read ApiConnectionException 200 Broken",
        "no gzip: downloaded ApiConnectionException 200 Broken",
        "reset: read ApiConnectionException  Broken",
        "parts: read ApiResponseFormatException 206 ContentType",
        "parts: text ApiResponseFormatException 206 Truncated",
        "parts: downloaded ApiResponseFormatException 206 Truncated",
        "large header: read Ada",
        "cookie: read Ada",
        "hints: read Ada",
        "utf-16: read Ada",
        """utf-16: text {"id":"pet_1","name":"Ada"}""",
        """chunked: downloaded {"id":"pet_1","name":"Ada"}""",
        "head done",
        "gzip error PetErrorsException 409",
        "streamed file 5 3 0",
        "streamed events a b",
        "streamed lines a b",
        "cancelled stream 5 True",
        "idle stream ApiTimeoutException 200",
        "cancelled True",
        "timed out ApiTimeoutException  unknown",
        "refused ApiConnectionException  Broken",
        "repeated 2",
        "parallel 20",
        "uploaded bytes POST 100199 multipart/form-data",
        "uploaded stream POST 100199 multipart/form-data",
        "banned POST 0 none",
        "replaced PUT 11 application/json",
    ];

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
            foreach (string line in Lines)
            {
                Assert.Contains($"{transport}, {line}\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("RAW", run.Output, StringComparison.Ordinal);
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
