using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ClerkGen.Testing.Hostile;

/// <summary>The cost of a bomb for its project: the generator, and the compilation of its output.</summary>
/// <param name="Generator">Processor time of the generator.</param>
/// <param name="Compiler">Processor time of the compiler, down to the assembly, on all its threads.</param>
/// <param name="Peak">The most memory that the process had, in bytes, the compiler's own included; 0 where the system keeps no count.</param>
/// <param name="Characters">Characters of C# that were emitted.</param>
/// <param name="Diagnostics">Ids of what the generator reported.</param>
/// <param name="Errors">The compiler's errors.</param>
public sealed record CompiledBomb(
    TimeSpan Generator, TimeSpan Compiler, long Peak, long Characters, IReadOnlyList<string> Diagnostics, IReadOnlyList<string> Errors)
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp12)
        .WithDocumentationMode(DocumentationMode.Diagnose);

    // Partial properties of a project.
    private static readonly CSharpParseOptions OptionsOfProject = Options.WithLanguageVersion(LanguageVersion.CSharp13);

    /// <summary>Generates and compiles as a project would; nothing else may run in the process.</summary>
    public static CompiledBomb Of(GeneratorInput input)
    {
        PeakMemory.Reset();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        var run = DirectRun.Of(input);
        TimeSpan generated = Environment.CpuUsage.TotalTime;
        CSharpParseOptions options = input.Sources.Count == 0 ? Options : OptionsOfProject;
        IEnumerable<SyntaxTree> sources = input.Sources.Select((source, index) => CSharpSyntaxTree.ParseText(
            source, options.WithDocumentationMode(DocumentationMode.None), $"Source{index}.cs"));
        EmitResult emitted = GeneratorHarness
            .Compilation("Bomb", run.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, options, file.Key)).Concat(sources))
            .Emit(Stream.Null, xmlDocumentationStream: Stream.Null);
        TimeSpan compiled = Environment.CpuUsage.TotalTime;
        return new CompiledBomb(
            generated - start,
            compiled - generated,
            PeakMemory.Read(),
            run.Files.Sum(static file => (long)file.Value.Length),
            [.. run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)],
            [.. emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString()).Take(5)]);
    }
}
