using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>One change of an overlay.</summary>
/// <param name="Pointer">JSON pointer of the action in the overlay.</param>
/// <param name="Target">Selects the nodes to change.</param>
/// <param name="TargetNode">The place of the query.</param>
/// <param name="Remove">Whether the selected nodes are removed. Then the rest has no effect.</param>
/// <param name="Copy">Selects the one node whose copy is merged, or null.</param>
/// <param name="CopyNode">The place of that query, or null.</param>
/// <param name="Update">The value to merge if nothing is copied, or null.</param>
internal sealed record OverlayAction(
    string Pointer,
    JsonPathQuery Target,
    ScalarNode TargetNode,
    bool Remove,
    JsonPathQuery? Copy,
    ScalarNode? CopyNode,
    DocumentNode? Update);
