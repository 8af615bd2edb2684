using System.Globalization;
using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Resolves dynamic references before there are values. A generic schema, with a <c>$dynamicRef</c>, is written once for each set of
/// arguments. A reference gives arguments as <c>$defs</c> with a <c>$dynamicAnchor</c> next to <c>$ref</c>. The outermost binding counts,
/// as in JSON Schema. An argument counts where it is given, and is read in the scope of that place.
/// </summary>
internal sealed class DynamicScopes(ReferenceResolver references, ComponentRegistry components, PointerStack pointer, ReadContext context)
{
    // Arguments of arguments of arguments; a schema that gives itself ever larger arguments ends here.
    private const int MaximumDepth = 8;

    private const int MaximumInstances = 1_024;

    private readonly DynamicUses _uses = new(references, context);
    private readonly Dictionary<string, DynamicScope> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _numbers = [];
    private readonly HashSet<(DocumentNode Node, DynamicScope Scope)> _named = [];
    private DynamicScope _current = DynamicScope.Empty;
    private DynamicScope _outer = DynamicScope.Empty;
    private DocumentNode? _definition;
    private ObjectNode? _innermost;
    private string _name = "";
    private int _instances;

    /// <summary>The outermost schema that is being written. Its author means it by <c>#</c>. Null outside schemas.</summary>
    public DocumentNode? Root { get; private set; }

    /// <summary>Goes into a component.</summary>
    /// <param name="schema">The schema; null for a component of another kind.</param>
    /// <param name="scope">The bindings of dynamic anchors in it.</param>
    /// <param name="name">The component's name.</param>
    public Frame EnterDefinition(DocumentNode? schema, DynamicScope scope, string name)
    {
        Frame frame = new(this);
        _name = name;
        (_current, _outer, _definition, Root, _innermost) = (scope, scope, schema, schema, null);
        return frame;
    }

    /// <summary>Goes into a scope.</summary>
    public Frame EnterScope(DynamicScope scope)
    {
        Frame frame = new(this);
        (_current, _outer, _innermost) = (scope, scope, null);
        return frame;
    }

    /// <summary>Goes into a schema, whose anchors mean something from here on.</summary>
    public Frame EnterSchema(ObjectNode schema)
    {
        if (!references.HasDynamicReferences)
        {
            return default;
        }

        Frame frame = new(this);
        Root ??= schema;
        _innermost = schema;
        _current = With(schema);
        return frame;
    }

    /// <summary>The target of a dynamic reference here, or null if no enclosing schema binds its anchor.</summary>
    public DynamicBinding? Find(string keyword, ScalarNode reference)
    {
        if (keyword == "$recursiveRef")
        {
            return reference.Text == "#" ? _current.Find(DynamicAnchors.Recursive) : null;
        }

        // Only an anchor is dynamic; a JSON pointer is a reference like others (section 8.2.3.2).
        int hash = reference.Text.IndexOf('#');
        string anchor = hash < 0 ? "" : reference.Text.Substring(hash + 1);
        return anchor.Length == 0 || anchor[0] == '/' ? null : _current.Find(anchor);
    }

    /// <summary>Whether several schemas have the anchor of a reference and none of them is nearer than the others.</summary>
    public bool IsOpen(ScalarNode reference) =>
        reference.Text.Length > 1 && reference.Text[0] == '#' && reference.Text[1] != '/' && references.IsRepeatedAnchor(reference.Text.Substring(1), reference.File);

    /// <summary>Reports that nothing binds the anchor of a reference, unless references to this schema may.</summary>
    public void ReportOpen(ScalarNode reference)
    {
        if (_definition is null)
        {
            Report(reference, $"Nothing binds the anchor of '{reference.Text}' here; any value is accepted. Add a schema with this '$dynamicAnchor' to the '$defs' around it.");
        }
    }

    /// <summary>The component that a schema is under what anchors mean here; a generic schema is one for each set of arguments.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="proposal">A name for it if it has none.</param>
    /// <param name="reference">The reference that leads to it, for diagnostics; null for none.</param>
    public string NameOf(DocumentNode node, string proposal, ScalarNode? reference)
    {
        DynamicScope scope = ScopeOf(node, _innermost is not null && _innermost == _definition);
        if (reference is not null)
        {
            ReportOpen(node, scope, reference);
        }

        if (scope.IsEmpty)
        {
            return components.GetName(node, ElementKind.Schema, proposal);
        }

        if (components.TryGetName(node, ElementKind.Schema, scope, out string? name))
        {
            return name;
        }

        if (scope.Depth > MaximumDepth || _instances == MaximumInstances)
        {
            string limit = scope.Depth > MaximumDepth
                ? $"arguments nest more than {MaximumDepth.ToString(CultureInfo.InvariantCulture)} levels"
                : $"the document has more than {MaximumInstances.ToString(CultureInfo.InvariantCulture)} instances of generic schemas";
            Report(reference ?? node, $"Dynamic references are not resolved here, because {limit}; any value is accepted.");
            return components.GetName(node, ElementKind.Schema, proposal);
        }

        string generic = components.TryGetName(node, ElementKind.Schema, out string? own) ? own : proposal;
        if (!_named.Add((node, scope)))
        {
            // An instance that is its own argument is not called after itself.
            return generic;
        }

        _instances++;
        return components.GetName(node, ElementKind.Schema, scope, InstanceName(generic, scope));
    }

    /// <summary>The generic schema of a component with arguments, and the bindings of its anchors; nulls if there is none.</summary>
    public (ObjectNode? Target, DynamicScope? Scope) FindInstance(ObjectNode binder)
    {
        using Frame frame = EnterDefinition(binder, DynamicScope.Empty, "");
        ObjectNode? target = null;
        for (ObjectNode next = binder; ReferenceResolver.ReferenceOf(next) is { } reference;)
        {
            _current = With(next);
            context.Visit(next.File, next.Start);
            if (references.IsRing(next) || !references.TryResolve(reference.Text, reference.File, out ReferenceTarget found, out _)
                || found.Node is not ObjectNode node)
            {
                return default;
            }

            target = node;
            DynamicScope outer = ScopeOf(node, isSamePlace: true);
            (_current, _outer, _definition) = (outer, outer, node);
            if (SchemaNormalizer.HasConstraints(node))
            {
                break;
            }

            next = node;
        }

        return target is null || _outer.IsEmpty ? default : (target, _outer);
    }

    /// <summary>Whether an argument is short enough to be written wherever it is meant: a reference, a plain value, or a list of those.</summary>
    public static bool IsWrittenInPlace(ObjectNode schema)
    {
        if (ReferenceResolver.ReferenceOf(schema) is not null)
        {
            return !SchemaNormalizer.HasConstraints(schema);
        }

        foreach (Member member in schema)
        {
            bool isPlain = member.Key == "items" ? member.Value is ObjectNode items && IsWrittenInPlace(items) : member.Value is ScalarNode;
            if (!isPlain && member.Key is not "type")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name for an argument that becomes a component.</summary>
    public string ArgumentName(DynamicBinding binding) => NameOfArgument(binding) ?? _name + "_Item";

    private string? NameOfArgument(DynamicBinding binding)
    {
        using Frame frame = EnterScope(binding.Scope);
        return NameOfArgument(binding.Node);
    }

    private string? NameOfArgument(ObjectNode node)
    {
        if (components.TryGetName(node, ElementKind.Schema, out string? name))
        {
            return NameOf(node, name, null);
        }

        if (ReferenceResolver.ReferenceOf(node) is { } reference)
        {
            using Frame frame = EnterSchema(node);
            return references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _)
                ? NameOf(target.Node, ReferenceNames.Propose(target), null)
                : "Any";
        }

        if (DynamicAnchors.IsOpen(node))
        {
            return "Any";
        }

        if (node["title"] is ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 and < 60 } title })
        {
            return title;
        }

        return node["type"] switch
        {
            ScalarNode { Text: "array" } => (node["items"] is ObjectNode items ? NameOfArgument(items) : null) + "List",
            ScalarNode { Text: "string" or "integer" or "number" or "boolean" } type => char.ToUpperInvariant(type.Text[0]) + type.Text.Substring(1),
            _ => null,
        };
    }

    private string InstanceName(string generic, DynamicScope scope)
    {
        StringBuilder name = new(generic);
        string between = "Of";
        foreach (DynamicBinding binding in scope.Bindings)
        {
            string argument = NameOfArgument(binding) ?? (binding.Anchor.Length > 1 ? binding.Anchor : "Item");
            bool isPascal = char.IsUpper(argument[0]) && char.IsLetterOrDigit(name[name.Length - 1]) && char.IsUpper(name[0]);
            name.Append(isPascal ? between + argument : "_" + between + "_" + argument);
            between = "And";
        }

        return name.ToString();
    }

    // The outermost binding counts. But an argument inside a schema is meant for the reference there.
    private DynamicScope With(ObjectNode schema)
    {
        List<DynamicAnchor> anchors = DynamicAnchors.Of(schema);
        if (anchors.Count == 0)
        {
            return _current;
        }

        List<DynamicBinding> bindings = [.. _current.Bindings];
        foreach (DynamicAnchor anchor in anchors)
        {
            int index = bindings.FindIndex(binding => binding.Anchor == anchor.Name);
            if (index >= 0)
            {
                bool isOuter = _outer.Find(anchor.Name) is { } outer && outer == bindings[index];
                if (isOuter ? schema == _definition || !anchor.IsGiven : DynamicAnchors.IsOpen(anchor.Node))
                {
                    continue;
                }

                bindings.RemoveAt(index);
            }

            DynamicScope scope = Restricted(_current.Bindings, anchor.Node, null);
            bindings.Add(anchor.IsGiven ? Given(anchor, scope) : new DynamicBinding(anchor.Name, anchor.Node, scope, false));
        }

        return Intern(bindings);
    }

    // Arguments that are nothing but references are equal when they lead to the same.
    private DynamicBinding Given(in DynamicAnchor anchor, DynamicScope scope)
    {
        ObjectNode node = anchor.Node;
        for (int hops = 0; ElementNormalizer.IsNothingButReference(node) && !references.IsRing(node) && hops < MaximumDepth; hops++)
        {
            context.Visit(node.File, node.Start);
            ScalarNode reference = ReferenceResolver.ReferenceOf(node)!;
            if (!references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _) || target.Node is not ObjectNode next)
            {
                break;
            }

            using Frame frame = EnterScope(scope);
            _current = With(node);
            scope = ScopeOf(next, isSamePlace: false);
            node = next;
        }

        return new DynamicBinding(anchor.Name, node, scope, true);
    }

    private DynamicScope ScopeOf(DocumentNode target, bool isSamePlace) =>
        _current.IsEmpty ? _current : Restricted(_current.Bindings, target, isSamePlace ? target as ObjectNode : null);

    // Bindings that a schema does not depend on create no further instance.
    private DynamicScope Restricted(IReadOnlyList<DynamicBinding> bindings, DocumentNode target, ObjectNode? samePlace)
    {
        if (bindings.Count == 0)
        {
            return DynamicScope.Empty;
        }

        List<DynamicAnchor> own = target is ObjectNode schema ? DynamicAnchors.Of(schema) : [];
        List<DynamicBinding> restricted = [];
        foreach (DynamicBinding binding in bindings)
        {
            bool isOwn = binding.Scope.IsEmpty && own.Exists(anchor => anchor.Name == binding.Anchor && anchor.Node == binding.Node);
            bool isReplaced = samePlace is not null && own.Exists(anchor => anchor.Name == binding.Anchor && anchor.IsGiven);
            if (!isOwn && (isReplaced || _uses.Contains(target, binding.Anchor)) && !IsMeantAnyway(binding))
            {
                restricted.Add(binding);
            }
        }

        return Intern(restricted);
    }

    // The only schema of a file with the anchor, as in recursive schemas. The anchor means it everywhere.
    private bool IsMeantAnyway(DynamicBinding binding) =>
        !binding.IsGiven && binding.Scope.IsEmpty && binding.Anchor.Length > 0 && !references.IsRepeatedAnchor(binding.Anchor, binding.Node.File);

    private DynamicScope Intern(List<DynamicBinding> bindings)
    {
        if (bindings.Count == 0)
        {
            return DynamicScope.Empty;
        }

        bindings.Sort(static (left, right) => string.CompareOrdinal(left.Anchor, right.Anchor));
        StringBuilder key = new();
        foreach (DynamicBinding binding in bindings)
        {
            context.Budget.Spend();
            key.Append(NumberOf(binding.Anchor)).Append(' ').Append(NumberOf(binding.Node)).Append(' ').Append(NumberOf(binding.Scope)).Append(',');
        }

        string text = key.ToString();
        if (!_scopes.TryGetValue(text, out DynamicScope? scope))
        {
            _scopes.Add(text, scope = new DynamicScope(bindings));
        }

        return scope;
    }

    private int NumberOf(object part)
    {
        if (!_numbers.TryGetValue(part, out int number))
        {
            _numbers.Add(part, number = _numbers.Count);
        }

        return number;
    }

    private void ReportOpen(DocumentNode target, DynamicScope scope, ScalarNode reference)
    {
        foreach (string anchor in _uses.OpenIn(target))
        {
            if (scope.Find(anchor) is null && (_definition is null || !_uses.OpenIn(_definition).Contains(anchor)))
            {
                Report(
                    reference,
                    $"'{reference.Text}' leads to a generic schema whose anchor '{anchor}' nothing binds here; any value is accepted for it. Add a schema with this '$dynamicAnchor' to '$defs' next to the reference.");
            }
        }
    }

    private void Report(DocumentNode place, string message) =>
        context.Report(ReadDiagnosticKind.DynamicReferenceOpen, pointer.ToString(), place, message);

    /// <summary>Leaves the scope that was entered. The default is of nothing.</summary>
    internal readonly struct Frame : IDisposable
    {
        private readonly DynamicScopes? _owner;
        private readonly DynamicScope? _current;
        private readonly DynamicScope? _outer;
        private readonly DocumentNode? _definition;
        private readonly DocumentNode? _root;
        private readonly ObjectNode? _innermost;

        internal Frame(DynamicScopes owner) =>
            (_owner, _current, _outer, _definition, _root, _innermost) =
                (owner, owner._current, owner._outer, owner._definition, owner.Root, owner._innermost);

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_owner is not null)
            {
                (_owner._current, _owner._outer, _owner._definition, _owner.Root, _owner._innermost) =
                    (_current!, _outer!, _definition, _root, _innermost);
            }
        }
    }
}
