using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.OldestCompiler;

/// <summary>The options in the <c>/analyzerconfig</c> files of a command line, for generators and for the compiler.</summary>
internal sealed class CompilerOptions : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet _set;
    private readonly Generators _generators;

    private CompilerOptions(AnalyzerConfigSet set)
    {
        _set = set;
        _generators = new Generators(set);
    }

    /// <summary>Reads the files.</summary>
    public static CompilerOptions Read(CSharpCommandLineArguments arguments) => new(AnalyzerConfigSet.Create(
        arguments.AnalyzerConfigPaths.Select(path => AnalyzerConfig.Parse(Text(path), path)).ToArray()));

    /// <summary>For the generator driver.</summary>
    public static implicit operator AnalyzerConfigOptionsProvider(CompilerOptions options) => options._generators;

    /// <summary>The text of a file.</summary>
    public static SourceText Text(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return SourceText.From(stream, canBeEmbedded: true);
    }

    /// <inheritdoc/>
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    /// <inheritdoc/>
    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    /// <inheritdoc/>
    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);

    private sealed class Generators(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(set.GlobalConfigOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(set.GetOptionsForSourcePath(tree.FilePath));

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(set.GetOptionsForSourcePath(textFile.Path));
    }

    private sealed class Values(AnalyzerConfigOptionsResult result) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => result.AnalyzerOptions.TryGetValue(key, out value);
    }
}
