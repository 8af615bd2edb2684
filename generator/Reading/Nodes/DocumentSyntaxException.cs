using ClerkGen.Generator.Diagnostics;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>Ends the reading of one text; becomes a diagnostic at its place.</summary>
internal sealed class DocumentSyntaxException(ReadDiagnosticKind kind, string message, SourceFile file, int start, int length = 1) : Exception(message)
{
    /// <summary>The kind of the diagnostic.</summary>
    public ReadDiagnosticKind Kind { get; } = kind;

    /// <summary>The file that the place lies in.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The 0-based offset of the place in the text that was read.</summary>
    public int Start { get; } = start;

    /// <summary>How many characters the place covers.</summary>
    public int Length { get; } = length;
}
