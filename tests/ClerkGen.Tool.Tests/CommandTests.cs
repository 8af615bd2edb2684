using ClerkGen.Testing;

namespace ClerkGen.Tool.Tests;

/// <summary>Commands of this repository explain themselves, and end a mistake in one line and with an exit code.</summary>
public sealed class CommandTests
{
    private const string Missing = "/missing/folder";

    // A line of --help per command, and its mistakes.
    private static readonly (string Program, string[] Mistakes)[] Commands =
    [
        ("generator/Tool/ClerkGen.Tool", ["--unknown", "unknown", "check --unknown", "check " + Missing, "docs " + Missing + " -o " + Missing]),
        ("generator/Packing/ClerkGen.Packing", ["", "--unknown", "--unknown a.dll", Missing + " " + Missing + "/a.dll"]),
        ("specs/ClerkGen.Specs/ClerkGen.Specs", ["", "--unknown", "update", "update " + Missing, "update /"]),
        ("tests/ClerkGen.Benchmarks/ClerkGen.Benchmarks", ["", "--unknown", "unknown", "json --unknown", "json --rounds none", "json --out"]),
        ("tests/ClerkGen.Corpus/ClerkGen.Corpus", ["--unknown", Missing, "--generate " + Missing, "--digest", "--write a " + Missing, "--fuzz many", "--fuzz-show", "--bombs many", "--scale many"]),
        (".ci/run", ["--unknown", Missing]),
        ("tests/prism.sh", ["", "--unknown"]),
    ];

    public static TheoryData<string> Programs => [.. Commands.Select(static command => command.Program)];

    public static TheoryData<string, string> Mistakes
    {
        get
        {
            TheoryData<string, string> mistakes = [];
            foreach ((string program, string[] all) in Commands)
            {
                foreach (string mistake in all)
                {
                    mistakes.Add(program, mistake);
                }
            }

            return mistakes;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Help_is_printed(string program)
    {
        foreach (string flag in new[] { "--help", "-h" })
        {
            ProcessResult run = await RunAsync(program, flag);

            Assert.Equal(0, run.ExitCode);
            Assert.Contains(Path.GetFileName(program).Split('.')[^1], run.Output.Replace("clerkgen", "Tool", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_ends_in_one_line(string program, string arguments)
    {
        ProcessResult run = await RunAsync(program, arguments);

        string line = Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        Assert.NotEmpty(line);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        bool isMissingDocument = program.EndsWith(".Tool", StringComparison.Ordinal) && arguments.Contains(Missing, StringComparison.Ordinal);
        Assert.Equal(isMissingDocument ? ExitCodes.Unreadable : ExitCodes.Usage, run.ExitCode);
    }

    private static Task<ProcessResult> RunAsync(string program, string arguments)
    {
        string[] words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!program.Contains("/ClerkGen.", StringComparison.Ordinal))
        {
            return ChildProcess.RunAsync("bash", Repository.Root, [KeyValuePair.Create("CLERKGEN_SHARED", Missing)], [program, .. words]);
        }

        string folder = Path.Combine(Repository.Root, Path.GetDirectoryName(program)!, "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!);
        string name = Path.GetFileName(program) + ".dll";
        string file = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First(static path => !path.Contains("/publish/", StringComparison.Ordinal));
        return ChildProcess.DotNetAsync(Repository.Root, ["exec", file, .. words]);
    }
}
