using static ClerkGen.Tool.Tests.Changes.ShopDocument;

namespace ClerkGen.Tool.Tests;

/// <summary>Bad arguments, missing files and broken documents end each command in one line and an exit code.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FaultTests()
    {
        _folder.Write("shop.yaml", Of(Get("/items", "listItems")));
        _folder.Write("empty.yaml", "");
        _folder.Write("binary.yaml", "\0\u0001\uFFFE\0");
        _folder.Write("broken.json", "{ \"openapi\": ");
        _folder.Write("other.yaml", "name: something else\n");
        _folder.Write("deep.json", new string('[', 100_000));
        _folder.Write("broken.csproj", "<Project");
        _folder.Write("program/Program.cs", "class Program;");
        _folder.Write("wrong/index.sbn-md", "{{ if }");
    }

    public static TheoryData<string, int> Calls => new()
    {
        { "check MISSING.yaml", 3 },
        { "check FOLDER", 3 },
        { "check shop.yaml --overlay MISSING.yaml", 3 },
        { "check shop.yaml --overlay FOLDER", 3 },
        { "check shop.yaml --accessibility secret", 2 },
        { "check shop.yaml --namespace 1+1", 2 },
        { "check", 2 },
        { "check shop.yaml other.yaml", 2 },
        { "check shop.yaml --format pdf", 2 },
        { "check shop.yaml --fail-on always", 2 },
        { "check shop.yaml --unknown", 2 },
        { "check --unknown", 2 },
        { "check HEAD:MISSING.yaml", 3 },
        { "list MISSING.yaml", 3 },
        { "list FOLDER", 3 },
        { "list empty.yaml", 3 },
        { "list binary.yaml", 3 },
        { "list broken.json", 3 },
        { "list other.yaml", 3 },
        { "list deep.json", 3 },
        { "list shop.yaml --project MISSING.csproj", 3 },
        { "list shop.yaml --format pdf", 2 },
        { "list", 2 },
        { "diff shop.yaml", 2 },
        { "diff MISSING.yaml shop.yaml", 3 },
        { "diff shop.yaml MISSING.yaml", 3 },
        { "diff FOLDER shop.yaml", 3 },
        { "diff shop.yaml empty.yaml", 3 },
        { "diff broken.json shop.yaml", 3 },
        { "diff shop.yaml shop.yaml --suppressions MISSING.json", 3 },
        { "diff shop.yaml shop.yaml --suppressions FOLDER", 3 },
        { "diff shop.yaml shop.yaml --suppressions broken.json", 3 },
        { "diff shop.yaml shop.yaml --suppressions other.yaml", 3 },
        { "diff shop.yaml shop.yaml --overlay broken.json", 3 },
        { "diff shop.yaml shop.yaml --level loud", 2 },
        { "diff shop.yaml shop.yaml --project MISSING", 3 },
        { "docs shop.yaml", 2 },
        { "docs -o PAGES", 2 },
        { "docs MISSING.yaml -o PAGES", 3 },
        { "docs FOLDER -o PAGES", 3 },
        { "docs broken.json -o PAGES", 3 },
        { "docs shop.yaml -o shop.yaml", 2 },
        { "docs shop.yaml -o PAGES --templates MISSING", 3 },
        { "docs shop.yaml -o PAGES --templates shop.yaml", 3 },
        { "docs shop.yaml -o PAGES --templates FOLDER/wrong", 3 },
        { "docs shop.yaml -o PAGES --overlay broken.json", 3 },
        { "docs --project MISSING.csproj -o PAGES", 3 },
        { "docs --project broken.csproj -o PAGES", 3 },
        { "baseline --project MISSING.csproj", 3 },
        { "baseline --project FOLDER/program", 2 },
        { "baseline --project shop.yaml", 3 },
        { "baseline --unknown", 2 },
        { "unknown", 2 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_fault_ends_in_one_line(string call, int exitCode)
    {
        ToolRun run = await RunAsync(call);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        string line = Assert.Single(run.Messages.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("clerkgen: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("clerkgen: Unexpected", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown", "clerkgen: There is no command or option 'unknown'. Try 'clerkgen --help'.\n")]
    [InlineData("check --unknown", "clerkgen: There is no command or option '--unknown'. Try 'clerkgen check --help'.\n")]
    public async Task A_misspelt_word_is_named(string call, string message) => Assert.Equal(message, (await RunAsync(call)).Messages);

    [Theory]
    [InlineData("empty.yaml")]
    [InlineData("binary.yaml")]
    [InlineData("broken.json")]
    [InlineData("other.yaml")]
    [InlineData("deep.json")]
    public async Task Check_says_of_a_broken_document_what_is_broken(string document)
    {
        ToolRun run = await RunAsync("check " + document);

        Assert.Equal((3, ""), (run.ExitCode, run.Messages));
        Assert.Contains("error CLERKGEN00", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check shop.yaml")]
    [InlineData("list shop.yaml")]
    [InlineData("diff shop.yaml shop.yaml")]
    [InlineData("docs shop.yaml -o PAGES")]
    public async Task An_output_that_is_closed_ends_in_one_line(string call)
    {
        using StringWriter messages = new() { NewLine = "\n" };

        int exitCode = await CommandLine.RunAsync(Arguments(call), new Terminal(new ClosedWriter(), messages, IsInteractive: false));

        Assert.Equal((3, "clerkgen: Broken pipe\n"), (exitCode, messages.ToString()));
    }

    [Fact]
    public async Task Nobody_has_to_read_messages()
    {
        using StringWriter output = new();

        Assert.Equal(3, await CommandLine.RunAsync(Arguments("check MISSING.yaml"), new Terminal(output, new ClosedWriter(), IsInteractive: false)));
    }

    private Task<ToolRun> RunAsync(string call) => ToolRun.OfAsync(Arguments(call));

    // Names of files stand for files of the test's folder.
    private string[] Arguments(string call) => [.. call.Split(' ').Select((word, index) => index == 0 ? word : word switch
    {
        "FOLDER" => _folder.Path,
        "FOLDER/program" or "FOLDER/wrong" or "PAGES" or "MISSING" or "MISSING.csproj" => Path.Combine(_folder.Path, word.Split('/')[^1]),
        _ when word.EndsWith(".yaml", StringComparison.Ordinal) || word.EndsWith(".json", StringComparison.Ordinal) || word.EndsWith(".csproj", StringComparison.Ordinal) =>
            word.StartsWith("HEAD:", StringComparison.Ordinal) ? "HEAD:" + Path.Combine(_folder.Path, word[5..]) : Path.Combine(_folder.Path, word),
        _ => word,
    })];

    private sealed class ClosedWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("Broken pipe");

        public override void Write(string? value) => throw new IOException("Broken pipe");

        public override void WriteLine(string? value) => throw new IOException("Broken pipe");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("Broken pipe");
    }
}
