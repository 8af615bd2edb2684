namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>
/// A node of a document, as written in YAML or JSON. Unlike a JSON node it knows its place in the text. It may have several parents,
/// because an aliased YAML node is shared, not copied. It has no place after a reference is rewritten.
/// </summary>
internal abstract class DocumentNode(SourceFile file, int start, int length)
{
    /// <summary>The file with the node.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The offset of the node's first character.</summary>
    public int Start { get; } = start;

    /// <summary>The length of the node, or of its first token.</summary>
    public int Length { get; } = length;
}
