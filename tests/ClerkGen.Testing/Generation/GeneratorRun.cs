using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Generation;

/// <summary>The generator's output for an input, compiled.</summary>
public sealed class GeneratorRun
{
    private readonly Lazy<Emission> _emission;

    internal GeneratorRun(GeneratorDriverRunResult result, CSharpCompilation compilation, ImmutableArray<Diagnostic> driverDiagnostics)
    {
        Result = result.Results.Single();
        Compilation = compilation;
        DriverDiagnostics = driverDiagnostics;
        _emission = new Lazy<Emission>(() => Emission.Of(
            NullableAnalysis.SwitchOn(compilation, [.. Result.GeneratedSources.Select(static source => source.SyntaxTree)])));
    }

    /// <summary>The driver's diagnostics about the generator: an exception inside it is CS8785 here.</summary>
    public ImmutableArray<Diagnostic> DriverDiagnostics { get; }

    /// <summary>Sources, diagnostics and steps.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The consumer's compilation with everything emitted.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => field ??= Result.GeneratedSources.ToDictionary(
        source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The generator's diagnostics.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>Errors and warnings of the compiler, documentation and the flow of null included, none switched off.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics => _emission.Value.Diagnostics;

    /// <summary>
    /// Outputs that this run made anew, as step and reason; empty when everything came from the cache. Unknown without tracked steps.
    /// </summary>
    public IReadOnlyList<string> ChangedOutputs =>
    [
        .. from step in Result.TrackedOutputSteps
           from run in step.Value
           from output in run.Outputs
           where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
           select $"{step.Key} ({output.Reason})",
    ];

    /// <summary>Bytes of IL and metadata.</summary>
    public int AssemblySize => Image().Length;

    /// <summary>The compiled assembly, loaded.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public Assembly Load() => Assembly.Load(Image());

    private byte[] Image() => _emission.Value.Image
        ?? throw new InvalidOperationException(string.Join('\n', CompilerDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20)));

    // Binding is most of the work, so the diagnostics and the assembly come from one pass, as in a build.
    private sealed record Emission(byte[]? Image, IReadOnlyList<Diagnostic> Diagnostics)
    {
        public static Emission Of(CSharpCompilation compilation)
        {
            using var stream = new MemoryStream();
            Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream);
            return new Emission(
                result.Success ? stream.ToArray() : null, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)]);
        }
    }
}
