using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Knows which dynamic anchors a schema depends on, through whatever it refers to. Each schema that a reference leads to is walked once; what one
/// of them depends on is handed to those that refer to it.
/// </summary>
internal sealed class DynamicUses(ReferenceResolver references, ReadContext context)
{
    private static readonly HashSet<string> Single = new(
        ["items", "additionalItems", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"], StringComparer.Ordinal);

    private static readonly HashSet<string> Lists = new(["allOf", "anyOf", "oneOf", "prefixItems", "items"], StringComparer.Ordinal);

    private static readonly HashSet<string> Maps = new(["properties", "patternProperties"], StringComparer.Ordinal);

    private readonly Dictionary<DocumentNode, Schema> _schemas = [];
    private readonly Queue<Schema> _waiting = [];

    /// <summary>Whether a schema depends on what an anchor means.</summary>
    public bool Contains(DocumentNode schema, string anchor) => Of(schema).Anchors.Contains(anchor);

    /// <summary>The anchors that a schema depends on and that need a binding from outside.</summary>
    public IEnumerable<string> OpenIn(DocumentNode schema) => Of(schema).Open;

    private Schema Of(DocumentNode node)
    {
        Schema schema = Find(node);
        while (_waiting.Count > 0)
        {
            Schema next = _waiting.Dequeue();
            Walk(next.Node, next, Bound.Nothing);
        }

        return schema;
    }

    private Schema Find(DocumentNode node)
    {
        if (!_schemas.TryGetValue(node, out Schema? schema))
        {
            _schemas.Add(node, schema = new Schema(node));
            _waiting.Enqueue(schema);
        }

        return schema;
    }

    private void Walk(DocumentNode node, Schema schema, Bound bound)
    {
        context.Visit(node.File, node.Start);
        if (node is not ObjectNode source)
        {
            return;
        }

        List<DynamicAnchor> anchors = DynamicAnchors.Of(source);
        foreach (DynamicAnchor anchor in anchors)
        {
            if (anchor.IsGiven)
            {
                Walk(anchor.Node, schema, bound);
            }
        }

        bound = bound.With(anchors);
        if (ReferenceResolver.ReferenceOf(source) is { } reference)
        {
            Follow(reference, schema, bound);
        }

        if (source["$dynamicRef"] is ScalarNode { Kind: ScalarKind.String } dynamic)
        {
            AddDynamic(dynamic, schema, bound);
        }

        if (source["$recursiveRef"] is not null)
        {
            Add(schema, DynamicAnchors.Recursive, isOpen: false, bound);
        }

        foreach (Member member in source)
        {
            if (member.Value is ObjectNode map && Maps.Contains(member.Key))
            {
                foreach (Member property in map)
                {
                    Walk(property.Value, schema, bound);
                }
            }
            else if (member.Value is ArrayNode list && Lists.Contains(member.Key))
            {
                foreach (DocumentNode item in list.Items)
                {
                    Walk(item, schema, bound);
                }
            }
            else if (member.Value is ObjectNode && Single.Contains(member.Key))
            {
                Walk(member.Value, schema, bound);
            }
        }
    }

    private void AddDynamic(ScalarNode reference, Schema schema, Bound bound)
    {
        int hash = reference.Text.IndexOf('#');
        if (hash != 0)
        {
            Follow(reference, schema, bound);
        }

        string anchor = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        if (anchor.Length > 0 && anchor[0] != '/')
        {
            Add(schema, anchor, isOpen: hash == 0 && (references.IsRepeatedAnchor(anchor, reference.File) || IsUnusable(reference)), bound);
        }
    }

    private bool IsUnusable(ScalarNode reference) =>
        references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _)
        && target.Node is ObjectNode schema && DynamicAnchors.IsUnusable(schema);

    private void Follow(ScalarNode reference, Schema schema, Bound bound)
    {
        if (!references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _))
        {
            return;
        }

        Schema to = Find(target.Node);
        to.From.Add((schema, bound));
        foreach (string anchor in to.Anchors.ToArray())
        {
            Add(schema, anchor, to.Open.Contains(anchor), bound);
        }
    }

    // An anchor that is new to a schema is new to all that refer to it, unless they bind it.
    private void Add(Schema schema, string anchor, bool isOpen, Bound bound)
    {
        Queue<(Schema Schema, bool IsOpen, Bound Bound)> changes = new([(schema, isOpen, bound)]);
        while (changes.Count > 0)
        {
            context.Budget.Spend();
            (Schema changed, bool open, Bound by) = changes.Dequeue();
            if (by.Given.Contains(anchor))
            {
                continue;
            }

            open &= !by.Declared.Contains(anchor);
            if (!changed.Anchors.Add(anchor) & !(open && changed.Open.Add(anchor)))
            {
                continue;
            }

            foreach ((Schema from, Bound fromBound) in changed.From)
            {
                changes.Enqueue((from, open, fromBound));
            }
        }
    }

    private sealed class Schema(DocumentNode node)
    {
        public DocumentNode Node { get; } = node;

        public HashSet<string> Anchors { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Open { get; } = new(StringComparer.Ordinal);

        public List<(Schema From, Bound Bound)> From { get; } = [];
    }

    // The bindings of the schemas around a reference: arguments always, defaults unless an outer schema binds the anchor.
    private sealed record Bound(HashSet<string> Given, HashSet<string> Declared)
    {
        public static Bound Nothing { get; } = new([], []);

        public Bound With(List<DynamicAnchor> anchors) => anchors.Count == 0
            ? this
            : new Bound(
                [.. Given, .. anchors.Where(static anchor => anchor.IsGiven).Select(static anchor => anchor.Name)],
                [.. Declared, .. anchors.Where(static anchor => !DynamicAnchors.IsUnusable(anchor.Node)).Select(static anchor => anchor.Name)]);
    }
}
