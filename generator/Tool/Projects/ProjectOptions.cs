using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Tool.Projects;

/// <summary>Properties and metadata that MSBuild writes for generators, as the compiler hands them over.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _set;

    public ProjectOptions(CSharpCommandLineArguments arguments)
    {
        _set = AnalyzerConfigSet.Create(arguments.AnalyzerConfigPaths.Where(File.Exists).Select(static path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToArray());
        GlobalOptions = new Values(_set.GlobalConfigOptions.AnalyzerOptions);
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(_set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(_set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
