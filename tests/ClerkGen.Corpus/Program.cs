using System.Globalization;
using ClerkGen.Corpus;
using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

const string Usage = """
    Generates and compiles OpenAPI documents, and prints the result of each.

    ClerkGen.Corpus <folder or file>...          every document
    ClerkGen.Corpus --generate <path>...         generates every document without compiling it
    ClerkGen.Corpus --scale <operations>,...     invented documents of a given number of operations
    ClerkGen.Corpus --write <folder> <path>...   writes the emitted files, and prints the diagnostics
    ClerkGen.Corpus --digest <path>...           prints a line for each emitted file and each diagnostic, to compare commits
    ClerkGen.Corpus --naughty [<kind>]           every naughty string in every kind of field
    ClerkGen.Corpus --bombs [<size> [<name>]]    documents that try to exhaust the compiler, on a stack of 256 KB
    ClerkGen.Corpus --compile-bombs [<size> [<name>]]  what they cost a project, compilation included
    ClerkGen.Corpus --cancel [<moments> [<size>]]  how soon the generator stops after it is cancelled
    ClerkGen.Corpus --fuzz [<runs> [<seed>]]     mutated fragments of the bundled document and of Clerk's
    ClerkGen.Corpus --fuzz-show <seed>           prints the mutated document of one seed
    ClerkGen.Corpus --slowest                    runs the tests of the solution and lists the slowest
    """;

if (args is [] or ["--help" or "-h", ..])
{
    Console.WriteLine(Usage);
    return args.Length == 0 ? 2 : 0;
}

if (CommandLineFaults.Of(args) is string fault)
{
    Console.Error.WriteLine($"{fault}; --help lists all options.");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args[0])
{
    case "--naughty":
        return HostileCommands.Naughty(args.ElementAtOrDefault(1));
    case "--bombs":
        return HostileCommands.Bombs(args.Length > 1 ? int.Parse(args[1]) : 2_000, args.ElementAtOrDefault(2));
    case "--compile-bombs":
        return HostileCommands.CompileBombs(args.Length > 1 ? int.Parse(args[1]) : 2_000, args.ElementAtOrDefault(2));
    case "--cancel":
        return HostileCommands.Cancel(args.Length > 1 ? int.Parse(args[1]) : 20, args.Length > 2 ? int.Parse(args[2]) : 3_000);
    case "--fuzz":
        return HostileCommands.Fuzz(args.Length > 1 ? int.Parse(args[1]) : TestSizes.MutatedDocumentsOfCommand, args.Length > 2 ? int.Parse(args[2]) : 0);
    case "--fuzz-show":
        return HostileCommands.FuzzShow(int.Parse(args[1]));
    case "--slowest":
        return await SlowestTests.RunAsync();
}

// The first run pays for the just-in-time compiler; it would be charged to the first document.
_ = CorpusResult.Of("warm-up", GeneratorInput.Of(LargeDocument.Create(4), "warm-up.json"));
return args switch
{
    ["--scale", .. string[] sizes] => Scale(sizes is [string given] ? given : "10,100,1000,3000"),
    ["--generate", .. string[] paths] => Documents(paths, isCompiled: false),
    ["--digest", .. string[] paths] => DigestCommand.Run(paths),
    ["--write", string folder, .. string[] paths] => Write(folder, paths),
    _ => Documents(args, isCompiled: true),
};

static int Documents(IEnumerable<string> paths, bool isCompiled)
{
    List<CorpusResult> results = [];
    Console.WriteLine("| Document | Operations | Emitted | Reported | Errors | Warnings | Lines | Generator ms | Compiler ms | Peak MB |");
    Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (CorpusDocument document in paths.SelectMany(CorpusDocument.Find))
    {
        var result = CorpusResult.Of(document.Name, document.ToInput(), isCompiled);
        results.Add(result);
        Console.WriteLine(
            $"| {result.Name}{(result.IsRefused ? " (refused)" : "")} | {result.Operations} | {result.Emitted} | {result.Reported} | {result.Errors} | {result.Warnings} "
            + $"| {result.Lines} | {result.Generating.TotalMilliseconds:F0} | {result.Compiling.TotalMilliseconds:F0} | {result.Peak >> 20} |");
        foreach (string problem in result.Problems.Take(20))
        {
            Console.Error.WriteLine($"{result.Name}: {problem}");
        }
    }

    int bad = results.Count(result => result.Problems.Count > 0);
    Console.WriteLine();
    Console.WriteLine(
        $"{results.Count} documents, {results.Sum(result => result.Operations)} operations: {results.Sum(result => result.Emitted)} emitted, "
        + $"{results.Sum(result => result.Reported)} reported; {results.Sum(result => result.Errors)} errors, "
        + $"{results.Sum(result => result.Warnings)} warnings, {results.Sum(result => result.Exceptions)} exceptions; {bad} documents with problems; "
        + $"{results.Sum(result => result.Lines)} lines, {results.Sum(result => result.Generating.TotalSeconds):F1} s generating, "
        + $"{results.Sum(result => result.Compiling.TotalSeconds):F1} s compiling");
    return bad == 0 ? 0 : 1;
}

static int Write(string folder, IEnumerable<string> paths)
{
    foreach (CorpusDocument document in paths.SelectMany(CorpusDocument.Find))
    {
        string target = Path.Combine(folder, document.Name);
        Directory.CreateDirectory(target);
        GeneratorRun run = GeneratorHarness.Run(document.ToInput());
        foreach ((string name, string text) in run.Files)
        {
            File.WriteAllText(Path.Combine(target, name), text);
        }

        foreach (Diagnostic diagnostic in run.Diagnostics.Concat(run.CompilerDiagnostics))
        {
            Console.WriteLine(diagnostic);
        }
    }

    return 0;
}

static int Scale(string sizes)
{
    int bad = 0;
    Console.WriteLine("| Operations | Input MB | Emitted | Output MB | Lines | Generator ms | Allocated MB | Peak MB |");
    Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
    foreach (string size in sizes.Split(','))
    {
        string text = LargeDocument.Create(int.Parse(size));
        var result = CorpusResult.Of(size, GeneratorInput.Of(text, $"large-{size}.json"), isCompiled: false);
        Console.WriteLine(
            $"| {size} | {text.Length / 1e6:F1} | {result.Emitted} | {result.Bytes / 1e6:F1} | {result.Lines} "
            + $"| {result.Generating.TotalMilliseconds:F0} | {result.Allocated >> 20} | {result.Peak >> 20} |");
        foreach (string problem in result.Problems.Take(20))
        {
            bad++;
            Console.Error.WriteLine($"{size}: {problem}");
        }
    }

    return bad == 0 ? 0 : 1;
}
