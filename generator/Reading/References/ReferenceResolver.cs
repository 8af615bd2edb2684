using System.Diagnostics.CodeAnalysis;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.References;

/// <summary>
/// Finds the target of a reference, in the same file or in another file that the compiler was given. Paths and addresses are compared as
/// text; nothing is ever opened.
/// </summary>
internal sealed class ReferenceResolver
{
    // Longer chains than this are not written by hand.
    private const int MaximumHops = 64;

    // Nobody reads more guesses, and each looks at all names beside the missing one.
    private const int MaximumOfGuesses = 100;

    private const string NothingThere = "there is nothing at that place";

    private readonly ReadContext _context;
    private readonly IReadOnlyList<SourceDocument> _others;
    private readonly Dictionary<string, LoadedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceFile, LoadedFile> _filesBySource = [];
    private int _depth;
    private int _guesses;

    /// <summary>Starts with the document's own file.</summary>
    public ReferenceResolver(SourceFile file, DocumentNode root, IReadOnlyList<SourceDocument> others, ReadContext context)
    {
        _context = context;
        _others = others;
        Add(file, FilePaths.Normalize(file.Path), root);
    }

    /// <summary>Parts that an overlay adds belong to the document, and so do their references.</summary>
    public void AddOverlay(SourceFile overlay, SourceFile document)
    {
        _filesBySource.Add(overlay, _filesBySource[document]);
        HasDynamicReferences |= DynamicAnchors.AreUsed(overlay.Content);
    }

    /// <summary>Finds the node that a reference leads to.</summary>
    /// <param name="reference">The reference's text.</param>
    /// <param name="from">The file with the reference.</param>
    /// <param name="target">The node and its name, if there is one.</param>
    /// <param name="problem">Otherwise a sentence with the reason.</param>
    public bool TryResolve(string reference, SourceFile from, out ReferenceTarget target, out string problem)
    {
        LoadedFile current = _filesBySource[from];
        if (current.Resolved.TryGetValue(reference, out target))
        {
            problem = "";
            return true;
        }

        if (!TryFind(reference, current, out target, out problem))
        {
            return false;
        }

        current.Resolved[reference] = target;
        return true;
    }

    private bool TryFind(string reference, LoadedFile current, out ReferenceTarget target, out string problem)
    {
        target = default;
        int hash = reference.IndexOf('#');
        string location = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (TryFindIdentified(current, reference, location, fragment, out target))
        {
            problem = "";
            return true;
        }

        if (!TryFindFile(current, location, out LoadedFile? file, out problem))
        {
            return false;
        }

        string name = FilePaths.Stem(file.Path);
        if (fragment.Length == 0)
        {
            target = new ReferenceTarget(file.Root, name, []);
            return true;
        }

        if (fragment[0] != '/')
        {
            if (file.Identifiers(_context).TryGetValue("#" + fragment, out DocumentNode? anchored))
            {
                target = new ReferenceTarget(anchored, fragment, []);
                return true;
            }

            problem = $"no schema has the anchor '{fragment}'";
            return false;
        }

        List<string> segments = JsonPointers.Split("#" + fragment);
        if (TryWalk(file, segments, out DocumentNode? node))
        {
            target = new ReferenceTarget(node, name, segments);
            return true;
        }

        problem = NothingThere;
        return false;
    }

    /// <summary>The message about a reference that leads nowhere.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="problem">The reason.</param>
    public string Unresolved(ScalarNode reference, string problem)
    {
        string? similar = problem == NothingThere && _guesses++ < MaximumOfGuesses ? FindSimilar(reference) : null;
        return $"The reference '{reference.Text}' does not resolve: {problem}{(similar is null ? "." : SimilarNames.Question(similar))}";
    }

    // The name that was probably meant, among those beside the missing one.
    private string? FindSimilar(ScalarNode reference)
    {
        int hash = reference.Text.IndexOf('#');
        if (hash < 0 || !TryFindFile(_filesBySource[reference.File], reference.Text.Substring(0, hash), out LoadedFile? file, out _))
        {
            return null;
        }

        List<string> segments = JsonPointers.Split(reference.Text.Substring(hash));
        string name = segments[segments.Count - 1];
        segments.RemoveAt(segments.Count - 1);
        return TryWalk(file, segments, out DocumentNode? node) && node is ObjectNode parent
            ? SimilarNames.Find(name, parent.Members.Select(static member => member.Key), _context.Budget)
            : null;
    }

    /// <summary>Whether several schemas of a file have an anchor.</summary>
    public bool IsRepeatedAnchor(string anchor, SourceFile from) => _filesBySource[from].IsRepeatedAnchor(anchor, _context);

    /// <summary>Whether a text that was read so far has references whose meaning depends on a scope.</summary>
    public bool HasDynamicReferences { get; private set; }

    /// <summary>Whether a node is a reference, and then its text.</summary>
    public static ScalarNode? ReferenceOf(DocumentNode? node) =>
        node is ObjectNode source && source["$ref"] is ScalarNode { Kind: ScalarKind.String } reference ? reference : null;

    /// <summary>Whether following a reference, and the references it leads to, comes back to where it has been.</summary>
    public bool IsRing(DocumentNode node)
    {
        HashSet<DocumentNode>? seen = null;
        while (ReferenceOf(node) is { } reference)
        {
            seen ??= [];
            if (!seen.Add(node) || seen.Count > MaximumHops)
            {
                return true;
            }

            if (!TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _))
            {
                return false;
            }

            node = target.Node;
        }

        return false;
    }

    private void Add(SourceFile source, string path, DocumentNode root)
    {
        LoadedFile file = new(path, source, root);
        _files.Add(path, file);
        _filesBySource.Add(source, file);
        HasDynamicReferences |= DynamicAnchors.AreUsed(source.Content);
    }

    // $id and $self give parts of a document addresses. They are names, not locations to open.
    private bool TryFindIdentified(LoadedFile current, string reference, string location, string fragment, out ReferenceTarget target)
    {
        target = default;
        if (location.Length == 0)
        {
            return false;
        }

        Dictionary<string, DocumentNode> identifiers = current.Identifiers(_context);
        if (identifiers.Count == 0)
        {
            return false;
        }

        if (fragment.Length == 0 || fragment[0] != '/')
        {
            if (TryGetIdentified(identifiers, fragment.Length == 0 ? location : reference, out DocumentNode? found))
            {
                target = new ReferenceTarget(found, fragment.Length == 0 ? FilePaths.Stem(location) : fragment, []);
                return true;
            }

            return false;
        }

        if (!TryGetIdentified(identifiers, location, out DocumentNode? resource))
        {
            return false;
        }

        List<string> segments = JsonPointers.Split("#" + fragment);
        if (TryWalk(current, segments, out DocumentNode? node, resource))
        {
            target = new ReferenceTarget(node, FilePaths.Stem(location), segments);
            return true;
        }

        return false;
    }

    // A relative identifier is taken for any full one that ends with it: the base it is relative to is seldom spelled out.
    private static bool TryGetIdentified(
        Dictionary<string, DocumentNode> identifiers, string identifier, [NotNullWhen(true)] out DocumentNode? node)
    {
        if (identifiers.TryGetValue(identifier, out node) || FilePaths.HasScheme(identifier))
        {
            return node is not null;
        }

        foreach (KeyValuePair<string, DocumentNode> candidate in identifiers)
        {
            int start = candidate.Key.Length - identifier.Length;
            if (start > 0 && candidate.Key[start - 1] == '/' && string.CompareOrdinal(candidate.Key, start, identifier, 0, identifier.Length) == 0)
            {
                node = candidate.Value;
                return true;
            }
        }

        return false;
    }

    private bool TryFindFile(LoadedFile current, string location, [NotNullWhen(true)] out LoadedFile? file, out string problem)
    {
        file = current;
        problem = "";
        if (location.Length == 0)
        {
            return true;
        }

        if (FilePaths.HasScheme(location))
        {
            problem = "ClerkGen never uses the network. Add the file to the project and refer to it by a relative path";
            return false;
        }

        string path = FilePaths.Combine(current.Path, location);
        if (_files.TryGetValue(path, out file))
        {
            return true;
        }

        if (FindOther(path) is not { } other)
        {
            problem = $"the project has no additional file '{location}'";
            return false;
        }

        SourceFile source = new(other);
        DocumentSyntaxException failure;
        try
        {
            if (DocumentText.Read(source, _context) is { } root)
            {
                Add(source, path, root);
                return _files.TryGetValue(path, out file);
            }

            problem = $"the file '{location}' is empty";
            return false;
        }
        catch (DocumentSyntaxException exception)
        {
            failure = exception;
        }

        // Another file is a part of the document: without it, the rest is still there.
        _context.Report(ReadDiagnosticKind.UnreadablePart, "", failure.File, failure.Start, failure.Length, failure.Message);
        Add(source, path, new ObjectNode(source, 0));
        problem = $"the file '{location}' cannot be read";
        return false;
    }

    private SourceDocument? FindOther(string path)
    {
        SourceDocument? sameButForCase = null;
        foreach (SourceDocument other in _others)
        {
            string candidate = FilePaths.Normalize(other.Path);
            if (string.Equals(candidate, path, StringComparison.Ordinal))
            {
                return other;
            }

            if (string.Equals(candidate, path, StringComparison.OrdinalIgnoreCase))
            {
                sameButForCase ??= other;
            }
        }

        return sameButForCase;
    }

    // A pointer may lead through a reference: '#/components/schemas/Alias/properties/id'.
    private bool TryWalk(
        LoadedFile file, List<string> segments, [NotNullWhen(true)] out DocumentNode? node, DocumentNode? start = null)
    {
        node = start ?? file.Root;
        int hops = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            _context.Visit(node.File, node.Start);
            string segment = segments[i];
            DocumentNode? next = node switch
            {
                ObjectNode parent => parent[segment],
                ArrayNode parent when JsonPointers.TryParseIndex(segment, parent.Items.Count, out int index) => parent.Items[index],
                _ => null,
            };
            if (next is not null)
            {
                node = next;
                continue;
            }

            if (ReferenceOf(node) is not { } reference || ++hops > MaximumHops || _depth >= MaximumHops)
            {
                return false;
            }

            _depth++;
            bool isResolved = TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _);
            _depth--;
            if (!isResolved)
            {
                return false;
            }

            node = target.Node;
            i--;
        }

        return true;
    }
}
