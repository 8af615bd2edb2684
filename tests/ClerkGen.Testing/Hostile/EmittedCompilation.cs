using System.Text;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Testing.Hostile;

/// <summary>Compiles what the generator emitted for any number of documents, each in a namespace of its own.</summary>
public static class EmittedCompilation
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp12)
        .WithDocumentationMode(DocumentationMode.Diagnose);

    /// <summary>Errors and warnings of the compiler, none switched off.</summary>
    /// <param name="files">Hint names and texts.</param>
    /// <param name="sources">C# beside them.</param>
    public static IReadOnlyList<Diagnostic> Diagnostics(IEnumerable<KeyValuePair<string, string>> files, params string[] sources) =>
    [
        .. GeneratorHarness.Compilation(
                "Emitted",
                [
                    .. files.Select(file => CSharpSyntaxTree.ParseText(NullableAnalysis.SwitchOn(file.Value), Options, file.Key, Encoding.UTF8)),
                    .. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Options, $"Source{index}.cs")),
                ])
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
    ];
}
