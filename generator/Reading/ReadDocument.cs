using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Reading;

/// <summary>What became of a document's text.</summary>
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

    /// <summary>The document as Microsoft.OpenApi sees it; null only when nothing could be read, and then a diagnostic says why.</summary>
    public OpenApiDocument? Document { get; }

    /// <summary>The nodes that <see cref="Document"/> was read from, after references were brought together.</summary>
    public JsonNode? Root { get; }

    /// <summary>The version that it is written in: 20, 30, 31 or 32; 0 when it is none of them.</summary>
    public int Version { get; init; }

    /// <summary>What the author should know, in the order in which it was found.</summary>
    public IReadOnlyList<ReadDiagnostic> Diagnostics { get; }

    /// <summary>Whether paths, or operations of them, had to be left out.</summary>
    public bool LosesPaths => Diagnostics.Any(static diagnostic =>
        diagnostic.Kind is ReadDiagnosticKind.UnreadablePart or ReadDiagnosticKind.UnresolvedReference or ReadDiagnosticKind.ReferenceRing
        && (diagnostic.Pointer == "/paths" || diagnostic.Pointer.StartsWith("/paths/", StringComparison.Ordinal)));

    /// <summary>Whether there was more to say than <see cref="Diagnostics"/> says.</summary>
    public bool IsCut { get; }

    /// <summary>How many characters the document has, with its overlay and all files that it refers to.</summary>
    public long Characters { get; }

    /// <summary>The work so far; what is made of the document goes on counting.</summary>
    public WorkBudget Budget { get; }

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
