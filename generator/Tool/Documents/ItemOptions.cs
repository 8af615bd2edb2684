using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ClerkGen.Tool.Documents;

/// <summary>Metadata of a <c>ClerkGenDocument</c> item, given on the command line, as the compiler would hand it over.</summary>
internal sealed class ItemOptions(AdditionalText document, IReadOnlyDictionary<string, string> metadata) : AnalyzerConfigOptionsProvider
{
    private const string Prefix = "build_metadata.AdditionalFiles.ClerkGen";

    private readonly Values _document = new(metadata.ToDictionary(static pair => Prefix + pair.Key, static pair => pair.Value, StringComparer.Ordinal));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ReferenceEquals(textFile, document) ? _document : GlobalOptions;

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
