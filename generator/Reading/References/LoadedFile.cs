using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.References;

/// <summary>A file that references lead into or out of.</summary>
internal sealed class LoadedFile(string path, SourceFile source, DocumentNode root)
{
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private Dictionary<string, DocumentNode>? _identifiers;

    /// <summary>The normalised path.</summary>
    public string Path { get; } = path;

    /// <summary>The text.</summary>
    public SourceFile Source { get; } = source;

    /// <summary>The root node.</summary>
    public DocumentNode Root { get; } = root;

    /// <summary>The resolved references of this file. The same few occur thousands of times.</summary>
    public Dictionary<string, ReferenceTarget> Resolved { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The nodes with a name: <c>#anchor</c>, an <c>$id</c>, an <c>$id#anchor</c>, and the root's <c>$self</c>. They are looked for once,
    /// when the first reference asks for one.
    /// </summary>
    public Dictionary<string, DocumentNode> Identifiers(ReadContext context)
    {
        if (_identifiers is null)
        {
            _identifiers = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
            if (Root is ObjectNode root && root["$self"] is ScalarNode { Kind: ScalarKind.String } self)
            {
                Note(self.Text, Root);
            }

            Collect(Root, "", context, []);
        }

        return _identifiers;
    }

    /// <summary>Whether several schemas have an anchor, so that it names none of them.</summary>
    public bool IsRepeatedAnchor(string anchor, ReadContext context)
    {
        Identifiers(context);
        return _repeated.Contains("#" + anchor);
    }

    private void Collect(DocumentNode node, string resource, ReadContext context, HashSet<DocumentNode> seen)
    {
        context.Visit(node.File, node.Start);
        if (node is ScalarNode || !seen.Add(node))
        {
            return;
        }

        if (node is ArrayNode array)
        {
            foreach (DocumentNode item in array.Items)
            {
                Collect(item, resource, context, seen);
            }

            return;
        }

        ObjectNode source = (ObjectNode)node;
        if (source["$id"] is ScalarNode { Kind: ScalarKind.String } id)
        {
            string absolute = FilePaths.CombineAddress(resource, id.Text.TrimEnd('#'));
            Note(id.Text.TrimEnd('#'), node);
            Note(absolute, node);
            resource = absolute;
        }

        NoteAnchor(source["$anchor"], node, resource);
        NoteAnchor(source["$dynamicAnchor"], node, resource);
        foreach (Member member in source)
        {
            Collect(member.Value, resource, context, seen);
        }
    }

    private void NoteAnchor(DocumentNode? anchor, DocumentNode node, string resource)
    {
        if (anchor is ScalarNode { Kind: ScalarKind.String } name)
        {
            if (_identifiers!.ContainsKey("#" + name.Text))
            {
                _repeated.Add("#" + name.Text);
            }

            Note("#" + name.Text, node);
            Note(resource + "#" + name.Text, node);
        }
    }

    private void Note(string identifier, DocumentNode node)
    {
        if (identifier.Length > 0 && !_identifiers!.ContainsKey(identifier))
        {
            _identifiers.Add(identifier, node);
        }
    }
}
