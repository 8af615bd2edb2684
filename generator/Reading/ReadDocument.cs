using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading;

/// <summary>What became of a document's text.</summary>
internal sealed class ReadDocument
{
    private readonly SourceFile _file;
    private readonly DocumentNode? _root;

    internal ReadDocument(SourceFile file, DocumentNode? root, JsonNode? json, OpenApiDocument? document, IReadOnlyList<ReadDiagnostic> diagnostics)
    {
        _file = file;
        _root = root;
        Root = json;
        Document = document;
        Diagnostics = diagnostics;
    }

    /// <summary>The document as Microsoft.OpenApi sees it; null only when nothing could be read, and then a diagnostic says why.</summary>
    public OpenApiDocument? Document { get; }

    /// <summary>The nodes that <see cref="Document"/> was read from, after references were brought together.</summary>
    public JsonNode? Root { get; }

    /// <summary>What the author should know, in the order in which it was found.</summary>
    public IReadOnlyList<ReadDiagnostic> Diagnostics { get; }

    /// <summary>
    /// The place in the text of what a JSON pointer (with or without a leading <c>#</c>) names in <see cref="Root"/>: of the key for a member,
    /// of the node for an item. A pointer that leads nowhere gives the place of the last node on its way.
    /// </summary>
    public Position Locate(string pointer)
    {
        if (_root is null)
        {
            return _file.Locate(0, 0);
        }

        DocumentNode node = _root;
        Position position = node.File.Locate(node.Start, node.Length);
        foreach (string segment in JsonPointers.Split(pointer))
        {
            switch (node)
            {
                case ObjectNode parent when parent.IndexOf(segment) is int index and >= 0:
                    Member member = parent.Members[index];
                    node = member.Value;
                    position = member.File.Locate(member.KeyStart, member.KeyLength);
                    break;
                case ArrayNode parent when JsonPointers.TryParseIndex(segment, parent.Items.Count, out int index):
                    node = parent.Items[index];
                    position = node.File.Locate(node.Start, node.Length);
                    break;
                default:
                    return position;
            }
        }

        return position;
    }
}
