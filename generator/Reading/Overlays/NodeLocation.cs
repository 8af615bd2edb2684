using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>A node and the way to it from the root (RFC 9535 calls that its normalized path).</summary>
/// <param name="Parent">The collection it lies in, or null for the root.</param>
/// <param name="Key">Its key in an object, or null.</param>
/// <param name="Index">Its index in an array, or -1.</param>
/// <param name="Node">The node.</param>
internal sealed record NodeLocation(NodeLocation? Parent, string? Key, int Index, DocumentNode Node)
{
    /// <summary>How many collections it lies in.</summary>
    public int Depth { get; } = Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>The root's location.</summary>
    public static NodeLocation OfRoot(DocumentNode root) => new(null, null, -1, root);

    /// <summary>The locations from the root, which is the first, to this one.</summary>
    public List<NodeLocation> Way()
    {
        List<NodeLocation> way = new(Depth + 1);
        for (NodeLocation? at = this; at is not null; at = at.Parent)
        {
            way.Add(at);
        }

        way.Reverse();
        return way;
    }

    /// <summary>
    /// Orders ways so that removing from the greatest to the least moves nothing that is still to be removed: children after their parents,
    /// items by index.
    /// </summary>
    public static int Compare(List<NodeLocation> left, List<NodeLocation> right)
    {
        for (int i = 1; i < left.Count && i < right.Count; i++)
        {
            int order = left[i].Index != right[i].Index
                ? left[i].Index.CompareTo(right[i].Index)
                : string.CompareOrdinal(left[i].Key, right[i].Key);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
