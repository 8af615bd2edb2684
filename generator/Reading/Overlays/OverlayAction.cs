using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>One change of an overlay.</summary>
/// <param name="Pointer">JSON pointer of the action in the overlay.</param>
/// <param name="Target">Selects what is changed.</param>
/// <param name="TargetNode">Where the query stands.</param>
/// <param name="Remove">Whether what is selected is taken out; then the rest does not count.</param>
/// <param name="Copy">Selects the one node whose copy is merged, or null.</param>
/// <param name="CopyNode">Where that query stands, or null.</param>
/// <param name="Update">What is merged when nothing is copied, or null.</param>
internal sealed record OverlayAction(
    string Pointer,
    JsonPathQuery Target,
    ScalarNode TargetNode,
    bool Remove,
    JsonPathQuery? Copy,
    ScalarNode? CopyNode,
    DocumentNode? Update);
