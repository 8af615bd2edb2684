using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.ObjectModel;

/// <summary>Where a JSON pointer leads in the text.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">The offset of the key, or of the node for an item.</param>
/// <param name="Length">The length of the key or node.</param>
internal readonly record struct NodePlace(SourceFile File, int Start, int Length)
{
    /// <summary>Follows a pointer, with or without a leading <c>#</c>; one that leads nowhere gives the last place on its way.</summary>
    public static NodePlace Find(DocumentNode root, string pointer)
    {
        DocumentNode node = root;
        NodePlace place = new(node.File, node.Start, node.Length);
        foreach (string segment in JsonPointers.Split(pointer.TrimStart('#')))
        {
            int index;
            switch (node)
            {
                case ObjectNode parent when (index = IndexOf(parent, segment)) >= 0:
                    Member member = parent.Members[index];
                    node = member.Value;
                    place = new NodePlace(member.File, member.KeyStart, member.KeyLength);
                    break;
                case ArrayNode parent when JsonPointers.TryParseIndex(segment, parent.Items.Count, out index):
                    node = parent.Items[index];
                    place = new NodePlace(node.File, node.Start, node.Length);
                    break;
                default:
                    return place;
            }
        }

        return place;
    }

    // As a URI fragment a pointer is percent-encoded, but not everybody who writes a '#' encodes.
    private static int IndexOf(ObjectNode parent, string segment)
    {
        int index = parent.IndexOf(segment);
        return index >= 0 ? index : parent.IndexOf(FilePaths.Unescape(segment));
    }
}
