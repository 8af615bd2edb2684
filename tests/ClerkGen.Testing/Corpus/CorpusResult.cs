using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Testing.Corpus;

/// <summary>The result for a document: generated once, cold, and compiled.</summary>
public sealed partial class CorpusResult
{
    private const string OperationLeftOut = "CLERKGEN040";
    private const string GeneratorFailed = "CLERKGEN090";
    private const string OutputTooLarge = "CLERKGEN091";
    private const string TooMuchCode = "CLERKGEN115";

    private CorpusResult(string name)
    {
        Name = name;
    }

    /// <summary>Name of the document.</summary>
    public string Name { get; }

    /// <summary>Operations below <c>paths</c>, counted in the document's nodes.</summary>
    public int Operations { get; private init; }

    /// <summary>Operations that the client has.</summary>
    public int Emitted { get; private init; }

    /// <summary>Operations that were left out, each reported by name at a line.</summary>
    public int Reported { get; private init; }

    /// <summary>Everything that the generator reported.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>Errors of the compiler in emitted code.</summary>
    public int Errors { get; private init; }

    /// <summary>Warnings of the compiler in emitted code.</summary>
    public int Warnings { get; private init; }

    /// <summary>Exceptions inside the generator.</summary>
    public int Exceptions { get; private init; }

    /// <summary>Whether the document could not be read at all, or its client would be too large, and that is reported.</summary>
    public bool IsRefused { get; private init; }

    /// <summary>Lines of emitted code.</summary>
    public int Lines { get; private init; }

    /// <summary>Bytes of emitted code.</summary>
    public long Bytes { get; private init; }

    /// <summary>Time of the generator.</summary>
    public TimeSpan Generating { get; private init; }

    /// <summary>Time of the compiler over the emitted code, without its own parsing.</summary>
    public TimeSpan Compiling { get; private init; }

    /// <summary>Bytes that the generator allocated.</summary>
    public long Allocated { get; private init; }

    /// <summary>Most memory that the process had while this document was at work, in bytes; 0 where the system does not tell.</summary>
    public long Peak { get; private init; }

    /// <summary>The faults: compiler diagnostics, exceptions, and operations that are neither emitted nor reported.</summary>
    public IReadOnlyList<string> Problems { get; private init; } = [];

    /// <summary>Generates and compiles.</summary>
    /// <param name="name">Name of the document.</param>
    /// <param name="input">The document.</param>
    /// <param name="isCompiled">Whether the output is compiled.</param>
    public static CorpusResult Of(string name, GeneratorInput input, bool isCompiled = true)
    {
        int operations = CountOperations(input, out bool isRefused);
        PeakMemory.Reset();
        var harness = new GeneratorHarness(input);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        GeneratorRun run = harness.Run();
        TimeSpan generating = watch.Elapsed;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        watch.Restart();
        IReadOnlyList<Diagnostic> compiler = isCompiled ? run.CompilerDiagnostics : [];
        TimeSpan compiling = watch.Elapsed;

        int emitted = run.Files.Values.Sum(file => OperationField().Count(file));
        int reported = run.Diagnostics.Count(diagnostic => diagnostic.Id == OperationLeftOut && diagnostic.Location.GetLineSpan().IsValid);
        List<string> exceptions =
        [
            .. run.DriverDiagnostics.Where(diagnostic => diagnostic.Id is "CS8785" or "CS8784").Select(Text),
            .. run.Diagnostics.Where(diagnostic => diagnostic.Id == GeneratorFailed).Select(Text),
        ];
        List<string> problems = [.. compiler.Select(Text), .. exceptions];
        isRefused |= run.Diagnostics.Any(static diagnostic => diagnostic.Id is OutputTooLarge or TooMuchCode);
        if (emitted + reported != operations && !isRefused)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{operations} operations, but {emitted} emitted and {reported} reported"));
        }

        return new CorpusResult(name)
        {
            Operations = operations,
            Emitted = emitted,
            Reported = reported,
            Diagnostics = run.Diagnostics,
            Errors = compiler.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            Warnings = compiler.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning),
            Exceptions = exceptions.Count,
            IsRefused = isRefused,
            Lines = run.Files.Values.Sum(file => file.AsSpan().Count('\n')),
            Bytes = run.Files.Values.Sum(file => (long)file.Length),
            Generating = generating,
            Compiling = compiling,
            Allocated = allocated,
            Peak = PeakMemory.Read(),
            Problems = problems,
        };
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.ToString();

    // The nodes after references between files are brought together, before anything else is made of them.
    private static int CountOperations(GeneratorInput input, out bool isRefused)
    {
        SourceDocument[] files = [.. input.Files.Select(file => new SourceDocument(file.Path, SourceText.From(file.Text ?? "")))];
        ReadDocument document = DocumentReader.Read(files[0], files[1..], ReadLimits.Default, new WorkBudget(CancellationToken.None));
        isRefused = document.Document is null;
        if (document.Root is not JsonObject root || root["paths"] is not JsonObject paths)
        {
            return 0;
        }

        int count = 0;
        foreach (JsonObject item in paths.Select(path => path.Value).OfType<JsonObject>())
        {
            count += item.Count(member => OpenApiGrammar.Methods.Contains(member.Key.ToUpperInvariant()) && member.Value is JsonObject);
            count += (item["additionalOperations"] as JsonObject)?.Count ?? 0;
        }

        return count;
    }

    [GeneratedRegex(@"static readonly [\w.:]*ApiOperation(<.*>)? @?\w+Operation = new\(")]
    private static partial Regex OperationField();
}
