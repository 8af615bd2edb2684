using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.References;

/// <summary>The target of a reference.</summary>
/// <param name="Node">The node.</param>
/// <param name="Resource">The name of the file or schema resource it lies in.</param>
/// <param name="Segments">The pointer to it inside that resource; empty for the resource itself or an anchor.</param>
internal readonly record struct ReferenceTarget(DocumentNode Node, string Resource, List<string> Segments);
