using ClerkGen.Generator.Reading.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>
/// An additional file that is a document, or that a document may refer to. Equal when path, content and metadata are,
/// whatever instance the compiler handed over.
/// </summary>
internal sealed class InputFile : IEquatable<InputFile>
{
    private const string MetadataPrefix = "build_metadata.AdditionalFiles.ClerkGen";

    private InputFile(string path, SourceText? text, ItemMetadata? metadata)
    {
        Path = path;
        Text = text;
        Metadata = metadata;
        Checksum = text is null ? "" : Convert.ToBase64String([.. text.GetChecksum()]);
    }

    public string Path { get; }

    /// <summary>The content, or null when the compiler could not read the file.</summary>
    public SourceText? Text { get; }

    /// <summary>Checksum of the content; empty without one.</summary>
    public string Checksum { get; }

    /// <summary>The document's metadata in the project, or null for another file.</summary>
    public ItemMetadata? Metadata { get; }

    /// <summary>The file, or null when it has nothing to do with documents.</summary>
    public static InputFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        bool isDocument = Get("Document").Equals("true", StringComparison.OrdinalIgnoreCase);
        if (!isDocument && !IsDocumentText(file.Path))
        {
            return null;
        }

        ItemMetadata? item = isDocument ? ItemMetadata.Of(Get) : null;
        // A document that has two clients reaches the compiler as a copy the second time, but is where it is.
        string path = isDocument && Get("Source") is { Length: > 0 } source ? source : file.Path;
        return new InputFile(path, file.GetText(cancellationToken), item);

        // '#' and ';' would start a comment in the file that carries metadata to the compiler, so the targets write '%23' and '%3B'.
        string Get(string name) =>
            metadata.TryGetValue(MetadataPrefix + name, out string? value) ? value.Replace("%23", "#").Replace("%3B", ";").Trim() : "";
    }

    /// <summary>Whether a file is called as documents are.</summary>
    public static bool IsDocumentText(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yaml" or ".yml";

    /// <summary>The file as Reading takes it.</summary>
    public SourceDocument ToSource() => new(Path, Text!);

    public bool Equals(InputFile? other) =>
        other is not null && Path == other.Path && Checksum == other.Checksum && Equals(Metadata, other.Metadata);

    public override bool Equals(object? obj) => Equals(obj as InputFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ StringComparer.Ordinal.GetHashCode(Checksum);
}
