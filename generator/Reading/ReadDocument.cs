using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading;

/// <summary>The result of reading a document's text.</summary>
internal sealed class ReadDocument
{
    private readonly SourceFile _file;
    private readonly DocumentNode? _root;

    internal ReadDocument(SourceFile file, DocumentNode? root, JsonNode? json, OpenApiDocument? document, ReadContext context)
    {
        _file = file;
        _root = root;
        Root = json;
        Document = document;
        Diagnostics = context.Diagnostics;
        IsCut = context.IsCut;
        Budget = context.Budget;
        Characters = context.CharactersRead;
    }

    /// <summary>The document as Microsoft.OpenApi's model. Null only if nothing could be read; then a diagnostic has the reason.</summary>
    public OpenApiDocument? Document { get; }

    /// <summary>The nodes that <see cref="Document"/> was read from, after references were brought together.</summary>
    public JsonNode? Root { get; }

    /// <summary>The version that it is written in: 20, 30, 31 or 32; 0 when it is none of them.</summary>
    public int Version { get; init; }

    /// <summary>The diagnostics, in the order in which they were found.</summary>
    public IReadOnlyList<ReadDiagnostic> Diagnostics { get; }

    /// <summary>Whether paths, or operations of them, had to be left out.</summary>
    public bool LosesPaths => Diagnostics.Any(static diagnostic =>
        diagnostic.Kind is ReadDiagnosticKind.UnreadablePart or ReadDiagnosticKind.UnresolvedReference or ReadDiagnosticKind.ReferenceRing
        && (diagnostic.Pointer == "/paths" || diagnostic.Pointer.StartsWith("/paths/", StringComparison.Ordinal)));

    /// <summary>Whether <see cref="Diagnostics"/> is incomplete.</summary>
    public bool IsCut { get; }

    /// <summary>How many characters the document has, with its overlay and all files that it refers to.</summary>
    public long Characters { get; }

    /// <summary>The work so far. Later stages continue counting.</summary>
    public WorkBudget Budget { get; }

    /// <summary>
    /// The place in the text of a JSON pointer's target in <see cref="Root"/>, with or without a leading <c>#</c>: the key for a member,
    /// the node for an item. A pointer that leads nowhere gives the place of the last node on its way.
    /// </summary>
    public Position Locate(string pointer)
    {
        NodePlace place = _root is null ? new NodePlace(_file, 0, 0) : NodePlace.Find(_root, pointer);
        return place.File.Locate(place.Start, place.Length);
    }
}
