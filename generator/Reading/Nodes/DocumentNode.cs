namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>
/// A node of a document, as written in YAML or JSON. Unlike a JSON node it knows its place in the text, may stand in several places at once
/// (an aliased YAML node is shared, not copied), and lets go of its place when a reference is rewritten.
/// </summary>
internal abstract class DocumentNode(SourceFile file, int start, int length)
{
    /// <summary>The file the node stands in.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The offset of the node's first character.</summary>
    public int Start { get; } = start;

    /// <summary>The length of the node, or of its first token.</summary>
    public int Length { get; } = length;
}
