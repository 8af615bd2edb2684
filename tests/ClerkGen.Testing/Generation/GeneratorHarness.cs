using System.Collections.Immutable;
using ClerkGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Generation;

/// <summary>
/// Runs the generator as the compiler does, twice: the second run over the same input must take everything from the cache. The output is
/// compiled beside types that shadow what careless code would mean (<c>System</c>, <c>Task</c>, <c>String</c>…). Keeps the driver, so that a
/// test can edit a file and look at what ran again. Not thread-safe.
/// </summary>
public sealed class GeneratorHarness
{
    private const string Decoys = """
        internal static class System { }
        internal static class ClerkGen { }
        internal static class Microsoft { }
        internal static class Task { }
        internal static class String { }
        internal static class Guid { }
        internal static class Uri { }
        """;

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release,
        deterministic: true,
        concurrentBuild: true);

    private readonly Dictionary<string, InMemoryText> _texts;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>A consumer that has not been compiled yet.</summary>
    /// <param name="input">Its parts.</param>
    /// <param name="tracksSteps">Whether the driver notes what it does, which compilers and editors leave out: it costs more than the rest of a keystroke.</param>
    public GeneratorHarness(GeneratorInput input, bool tracksSteps = true)
    {
        ArgumentNullException.ThrowIfNull(input);
        _texts = input.Files.ToDictionary(file => file.Path, file => new InMemoryText(file));
        CSharpParseOptions parse = CSharpParseOptions.Default
            .WithLanguageVersion(input.LanguageVersion)
            .WithDocumentationMode(DocumentationMode.Diagnose);
        _compilation = CSharpCompilation.Create(
            input.AssemblyName,
            input.Sources.Concat(DecoySources(input)).Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, SourcePath(index))),
            [
                .. SharedReferences.Framework,
                .. input.HasRuntime ? [SharedReferences.Runtime] : Array.Empty<MetadataReference>(),
                .. input.References.Select(path => MetadataReference.CreateFromFile(path)),
            ],
            CompilationOptions);
        _driver = CSharpGeneratorDriver.Create(
            [new ClerkGenerator().AsSourceGenerator()],
            _texts.Values,
            parse,
            new InMemoryOptions(input),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));
    }

    /// <summary>Runs the generator on an input, and once more to see that nothing is done twice.</summary>
    /// <exception cref="InvalidOperationException">The second run did something again.</exception>
    public static GeneratorRun Run(GeneratorInput input, CancellationToken cancellationToken = default)
    {
        var harness = new GeneratorHarness(input);
        GeneratorRun run = harness.Run(cancellationToken);
        IReadOnlyList<string> again = harness.Run(cancellationToken).ChangedOutputs;
        return again.Count == 0 ? run : throw new InvalidOperationException("Made again for the same input: " + string.Join(", ", again));
    }

    /// <summary>A library that references the framework and the runtime.</summary>
    internal static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        name, trees, [.. SharedReferences.Framework, SharedReferences.Runtime], CompilationOptions);

    /// <summary>The driver's time for the last run, without adding the output to the compilation, which the compiler does.</summary>
    public TimeSpan LastElapsed => _driver.GetTimingInfo().ElapsedTime;

    /// <summary>Runs the generator over what the consumer has now.</summary>
    public GeneratorRun Run(CancellationToken cancellationToken = default)
    {
        // A clone is what an unrelated edit looks like: a new compilation with nothing changed that matters here.
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation.Clone(), out Compilation output, out ImmutableArray<Diagnostic> driver, cancellationToken);
        return new GeneratorRun(_driver.GetRunResult(), (CSharpCompilation)output, driver);
    }

    /// <summary>Replaces the text of a document or of a file that one refers to.</summary>
    public void EditFile(string path, string text)
    {
        var edited = new InMemoryText(_texts[path].File with { Text = text });
        _driver = _driver.ReplaceAdditionalText(_texts[path], edited);
        _texts[path] = edited;
    }

    /// <summary>Replaces the text of a C# file of the consumer, by its index among the sources.</summary>
    public void EditSource(int index, string source)
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == SourcePath(index));
        _compilation = _compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)old.Options, old.FilePath));
    }

    private static string SourcePath(int index) => $"Source{index}.cs";

    private static IEnumerable<string> DecoySources(GeneratorInput input) => input.Files
        .Select(file => file.Metadata?.GetValueOrDefault("Namespace"))
        .Where(name => name?.Contains('.', StringComparison.Ordinal) == true)
        .Select(name => name![..name!.IndexOf('.', StringComparison.Ordinal)])
        .Where(SyntaxFacts.IsValidIdentifier)
        .Distinct()
        .Select(root => $"namespace {root};\n{Decoys}");
}
