using System.Diagnostics;
using System.Globalization;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ClerkGen.Benchmarks;

/// <summary>
/// What the generator and the compiler take for the bundled document in one process: cold (first in the process), warm (the document edited),
/// an edit of C#, and the compilation of what was emitted beside an empty class.
/// </summary>
internal static class GeneratorComparison
{
    public static void Run(int rounds)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml"));
        const string Consumer = "internal static class Consumer { }";
        GeneratorInput input = GeneratorInput.Of(text, "clerk-backend.yaml") with { Sources = [Consumer] };
        var harness = new GeneratorHarness(input);
        long start = Stopwatch.GetTimestamp();
        GeneratorRun run = harness.Run();
        TimeSpan cold = Stopwatch.GetElapsedTime(start);

        var warm = new double[rounds];
        var schema = new double[rounds];
        var keystroke = new double[rounds];
        int reemitted = 0;
        int rerun = 0;
        for (int round = 0; round < rounds; round++)
        {
            harness.EditFile("clerk-backend.yaml", $"{text}\n# edit {round}\n");
            warm[round] = Time(() => harness.Run());
            harness.EditFile("clerk-backend.yaml", text.Replace("long_message:", $"long_message_{round}:", StringComparison.Ordinal));
            GeneratorRun? edited = null;
            schema[round] = Time(() => edited = harness.Run());
            reemitted = edited!.ChangedOutputs.Count;
            harness.EditSource(0, $"{Consumer} // {round}");
            keystroke[round] = Time(() => edited = harness.Run());
            rerun = edited.ChangedOutputs.Count;
        }

        Console.WriteLine("| Generator, bundled document | ms |");
        Console.WriteLine("|---|---:|");
        Print("first run of the process", cold.TotalMilliseconds);
        Print("a comment added to the document", Rounds.Median(warm));
        Print($"one schema edited ({reemitted} files emitted again)", Rounds.Median(schema));
        Print($"a keystroke in C# ({rerun} outputs run again)", Rounds.Median(keystroke));
        Console.WriteLine();

        var empty = CSharpCompilation.Create("Empty", [CSharpSyntaxTree.ParseText(Consumer)], run.Compilation.References, run.Compilation.Options);
        var floor = new double[rounds];
        var full = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            floor[round] = Time(() => Compile(empty));
            full[round] = Time(() => Compile(run.Compilation));
        }

        Console.WriteLine("| Emitted client, bundled document | |");
        Console.WriteLine("|---|---:|");
        Print("files", run.Files.Count);
        Print("kB of source", run.Files.Values.Sum(source => (double)source.Length) / 1000);
        Print("kB of IL and metadata", run.AssemblySize / 1000d);
        Print("compiled in one process, ms", Rounds.Median(full));
        Print("an empty class beside it, ms", Rounds.Median(floor));
        Console.WriteLine();
    }

    private static void Compile(CSharpCompilation compilation)
    {
        CSharpCompilation fresh = CSharpCompilation.Create(
            compilation.AssemblyName,
            compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)),
            compilation.References,
            compilation.Options);
        using var stream = new MemoryStream();
        EmitResult result = fresh.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException("What was emitted does not compile.");
        }
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {value:F1} |"));
}
