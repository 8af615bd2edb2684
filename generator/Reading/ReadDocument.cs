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

    /// <summary>Whether paths, or operations of them, had to be left out.</summary>
    public bool LosesPaths => Diagnostics.Any(static diagnostic =>
        diagnostic.Kind is ReadDiagnosticKind.UnreadablePart or ReadDiagnosticKind.UnresolvedReference or ReadDiagnosticKind.ReferenceRing
        && (diagnostic.Pointer == "/paths" || diagnostic.Pointer.StartsWith("/paths/", StringComparison.Ordinal)));

    /// <summary>
    /// The place in the text of what a JSON pointer (with or without a leading <c>#</c>) names in <see cref="Root"/>: of the key for a member,
    /// of the node for an item. A pointer that leads nowhere gives the place of the last node on its way.
    /// </summary>
    public Position Locate(string pointer)
    {
        NodePlace place = _root is null ? new NodePlace(_file, 0, 0) : NodePlace.Find(_root, pointer);
        return place.File.Locate(place.Start, place.Length);
    }
}
