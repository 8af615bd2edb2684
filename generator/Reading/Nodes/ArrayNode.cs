namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>A sequence.</summary>
internal sealed class ArrayNode(SourceFile file, int start) : DocumentNode(file, start, 1)
{
    /// <summary>The items, in order.</summary>
    public List<DocumentNode> Items { get; } = [];
}
