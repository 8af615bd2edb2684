using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Testing.Generation;

/// <summary>An additional file that exists in memory only.</summary>
internal sealed class InMemoryText(GeneratorFile file) : AdditionalText
{
    private readonly SourceText? _text = file.Text is null ? null : SourceText.From(file.Text, Encoding.UTF8);

    public GeneratorFile File { get; } = file;

    public override string Path => File.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The options that the build would write into the compiler's configuration.</summary>
internal sealed class InMemoryOptions(GeneratorInput input) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(input.Properties
        .ToImmutableDictionary(property => $"build_property.{property.Key}", property => property.Value)
        .Add("build_property.RootNamespace", input.RootNamespace));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        if (textFile is not InMemoryText { File.Metadata: { } metadata })
        {
            return Options.None;
        }

        return new Options(metadata
            .ToImmutableDictionary(entry => $"build_metadata.AdditionalFiles.ClerkGen{entry.Key}", entry => entry.Value)
            .Add("build_metadata.AdditionalFiles.ClerkGenDocument", metadata.ContainsKey("Project") || metadata.ContainsKey("ApiBaseline") ? "" : "true"));
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static readonly Options None = new(ImmutableDictionary<string, string>.Empty);

        private readonly ImmutableDictionary<string, string> _values = values.WithComparers(KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        // The generator brings attributes of nullability for its old framework, which are ambiguous here.
#nullable disable annotations
        public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value);
#nullable restore annotations
    }
}
