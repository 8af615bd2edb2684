using System.Globalization;
using ClerkGen.Testing;

namespace ClerkGen.Benchmarks;

/// <summary>The benchmarks to run, and their rounds.</summary>
/// <param name="Verb">Name of a benchmark, or <c>all</c>.</param>
/// <param name="Rounds">Rounds of which the median is taken.</param>
/// <param name="IsQuick">Whether to go through everything once with numbers that mean nothing, to see that it works.</param>
/// <param name="Output">Folder of the tables.</param>
internal sealed record BenchmarkOptions(string Verb, int Rounds, bool IsQuick, string Output)
{
    public const string Usage = """
        dotnet run -c Release --project tests/ClerkGen.Benchmarks -- VERB [--rounds N] [--quick] [--out FOLDER]

        VERB         json, calls, generator, compile, builds, scale, tokens, aot, or all
        --rounds N   number of rounds whose median is taken; 5 by default
        --quick      runs everything once to check that it works; its numbers mean nothing and are written to a temporary folder
        --out FOLDER folder of the tables; tests/ClerkGen.Benchmarks/results by default

        The verb micro runs readers and writers under BenchmarkDotNet. BenchmarkDotNet's options may follow it.
        """;

    private const int DefaultRounds = 5;

    /// <summary>How long a contestant runs in a round.</summary>
    public TimeSpan Slice => TimeSpan.FromMilliseconds(IsQuick ? 20 : 200);

    /// <summary>The options, or null with the fault of the arguments.</summary>
    public static BenchmarkOptions? Parse(string[] args, out string fault)
    {
        fault = "";
        string[] verbs = ["all", .. Benchmarks.All.Select(static benchmark => benchmark.Name)];
        if (args.Length == 0 || !verbs.Contains(args[0], StringComparer.Ordinal))
        {
            fault = args.Length == 0 ? "Name a verb" : $"Unknown verb '{args[0]}'";
            return null;
        }

        int? rounds = null;
        bool isQuick = false;
        string? output = null;
        for (int i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    isQuick = true;
                    break;
                case "--rounds" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out int given) && given > 0:
                    rounds = given;
                    i++;
                    break;
                case "--out" when i + 1 < args.Length:
                    output = args[++i];
                    break;
                default:
                    fault = args[i] switch
                    {
                        "--rounds" => "'--rounds' needs a number above 0",
                        "--out" => "'--out' needs a folder",
                        _ => $"Unknown option '{args[i]}'",
                    };
                    return null;
            }
        }

        output ??= isQuick
            ? Path.Combine(Path.GetTempPath(), "clerkgen-benchmarks")
            : Path.Combine(Repository.Root, "tests", "ClerkGen.Benchmarks", "results");
        return new BenchmarkOptions(args[0], rounds ?? (isQuick ? 1 : DefaultRounds), isQuick, output);
    }
}
