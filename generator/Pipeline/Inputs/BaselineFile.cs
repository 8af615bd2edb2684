using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>The checked-in listing of the emitted API. Equal when path and content are.</summary>
internal sealed class BaselineFile : IEquatable<BaselineFile>
{
    private const string Marker = "build_metadata.AdditionalFiles.ClerkGenApiBaseline";

    private readonly string _checksum;

    private BaselineFile(string path, SourceText text)
    {
        Path = path;
        Text = text;
        _checksum = Convert.ToBase64String([.. text.GetChecksum()]);
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The file, or null when it is another one.</summary>
    public static BaselineFile? Read(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        IsMarked(file, options) && file.GetText(cancellationToken) is { } text ? new BaselineFile(file.Path, text) : null;

    /// <summary>Whether the project hands a file over as its API baseline.</summary>
    public static bool IsMarked(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Marker, out string? value) && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    public bool Equals(BaselineFile? other) => other is not null && Path == other.Path && _checksum == other._checksum;

    public override bool Equals(object? obj) => Equals(obj as BaselineFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_checksum);
}
