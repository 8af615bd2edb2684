using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Writes the objects of a document anew by <see cref="OpenApiGrammar"/>. Each value has the form that its field requires, or is removed
/// with a diagnostic. So readers of the result need no checks.
/// </summary>
internal sealed class ElementNormalizer
{
    // Schemas of real documents lie at most 30 deep; Microsoft.OpenApi needs about 2 KB of stack for each level.
    private const int DeepestInline = 64;

    private readonly ReadContext _context;
    private readonly ReferenceResolver _references;
    private readonly ComponentRegistry _components;
    private readonly DynamicScopes _scopes;
    private readonly PointerStack _pointer;
    private readonly SchemaNormalizer _schemas;
    private readonly ElementRules _rules;
    private readonly HashSet<(ElementKind Kind, string Key)> _unknownKeys = [];

    public ElementNormalizer(
        ReferenceResolver references, ComponentRegistry components, DynamicScopes scopes, PointerStack pointer, int version, ReadContext context)
    {
        _references = references;
        _components = components;
        _scopes = scopes;
        _pointer = pointer;
        _context = context;
        _schemas = new SchemaNormalizer(this, scopes, pointer, version, context);
        _rules = new ElementRules(pointer, version, context);
    }

    /// <summary>Writes an element, or a reference to it when it has a name; null when it must be left out.</summary>
    public DocumentNode? Write(ElementKind kind, DocumentNode node, int depth)
    {
        if (OpenApiGrammar.Of(kind).Section is not null && node is ObjectNode source)
        {
            if (_components.TryGetName(node, kind, out string? name))
            {
                return WriteReferenceTo(kind, NameOf(kind, node, name), node);
            }

            if (ReferenceResolver.ReferenceOf(node) is { } reference)
            {
                return WriteReference(kind, source, reference, depth);
            }

            // A schema that YAML aliases share is written once, or nested aliases would double with each level.
            if (kind == ElementKind.Schema && _context.TryGetAnchor(node, out string? anchor))
            {
                return WriteReferenceTo(kind, NameOf(kind, node, anchor), node);
            }

            // Everybody who walks schemas recurses. An element this deep becomes a component, where the depth starts again.
            if (kind == ElementKind.Schema && depth > DeepestInline)
            {
                return WriteReferenceTo(kind, NameOf(kind, node, "Nested"), node);
            }
        }

        return WriteContent(kind, node, depth);
    }

    /// <summary>Writes the content of a component; null if it must be skipped.</summary>
    public DocumentNode? WriteDefinition(in Component component, int depth)
    {
        (ElementKind kind, Member definition, DynamicScope dynamicScope, ObjectNode? binder) = component;
        DocumentNode node = definition.Value;
        using ReadContext.PartScope scope = OpenApiGrammar.Of(kind).HasEffect ? default : _context.EnterPartWithoutEffect(_pointer);
        using DynamicScopes.Frame frame = _scopes.EnterDefinition(kind == ElementKind.Schema ? node : null, dynamicScope, definition.Key);
        if (_components.TryGetName(node, kind, dynamicScope, out string? other) && !string.Equals(definition.Key, other, StringComparison.Ordinal))
        {
            return WriteReferenceTo(kind, other, node);
        }

        DocumentNode? written = ReferenceResolver.ReferenceOf(node) is { } reference
            ? WriteReference(kind, (ObjectNode)node, reference, depth)
            : WriteContent(kind, node, depth);
        if (binder is not null && written is ObjectNode instance)
        {
            _schemas.WriteAnnotations(binder, instance, depth);
        }

        return written;
    }

    /// <summary>Whether a schema is a reference without further constraints next to it.</summary>
    public static bool IsNothingButReference(ObjectNode schema) =>
        ReferenceResolver.ReferenceOf(schema) is not null && !SchemaNormalizer.HasConstraints(schema);

    /// <summary>Writes the target of a dynamic reference here. Null if only values would tell; then any value is accepted.</summary>
    public DocumentNode? WriteDynamicReference(ObjectNode source, in Member member, int depth)
    {
        if (member.Value is not ScalarNode { Kind: ScalarKind.String } text)
        {
            return Drop(member.Value, "a reference");
        }

        if (_scopes.Find(member.Key, text) is { } binding)
        {
            using DynamicScopes.Frame frame = _scopes.EnterScope(binding.Scope);
            if (DynamicAnchors.IsOpen(binding.Node))
            {
                return null;
            }

            return DynamicScopes.IsWrittenInPlace(binding.Node) && !_components.TryGetName(binding.Node, ElementKind.Schema, out _)
                ? Write(ElementKind.Schema, binding.Node, depth)
                : WriteReferenceTo(ElementKind.Schema, NameOf(ElementKind.Schema, binding.Node, _scopes.ArgumentName(binding)), text);
        }

        if (member.Key == "$recursiveRef" && text.Text == "#" && _scopes.Root is { } root)
        {
            return WriteReferenceTo(ElementKind.Schema, NameOf(ElementKind.Schema, root, "Recursive"), text);
        }

        if (_scopes.IsOpen(text))
        {
            _scopes.ReportOpen(text);
            return null;
        }

        ObjectNode reference = new(source.File, source.Start);
        reference.Set(member with { Key = "$ref" });
        return Write(ElementKind.Schema, reference, depth);
    }

    private string NameOf(ElementKind kind, DocumentNode node, string proposal, ScalarNode? reference = null) =>
        kind == ElementKind.Schema && _references.HasDynamicReferences
            ? _scopes.NameOf(node, proposal, reference)
            : _components.GetName(node, kind, proposal);

    /// <summary>Writes an element itself, whether or not it has a name; null when it must be left out.</summary>
    public DocumentNode? WriteContent(ElementKind kind, DocumentNode node, int depth)
    {
        _context.Write(node.File, node.Start);
        _context.CheckDepth(depth, node.File, node.Start);
        _context.CheckWay(_pointer, node.File, node.Start);
        if (kind == ElementKind.Schema)
        {
            return _schemas.Write(node, depth);
        }

        ElementGrammar grammar = OpenApiGrammar.Of(kind);
        if (node is not ObjectNode source)
        {
            return WriteEmpty(kind, grammar, node);
        }

        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            WriteMember(kind, grammar, member, target, depth);
        }

        return _rules.Check(kind, grammar, target) ? target : null;
    }

    /// <summary>Writes one field of an element, if it is there.</summary>
    public void WriteField(ObjectNode source, string key, FieldRule rule, ObjectNode target, int depth)
    {
        int index = source.IndexOf(key);
        if (index >= 0)
        {
            WriteField(source.Members[index], rule, target, depth);
        }
    }

    /// <summary>Writes one field of an element.</summary>
    public void WriteField(in Member member, FieldRule rule, ObjectNode target, int depth)
    {
        _pointer.Push(member.Key);
        using (rule.HasEffect ? default : _context.EnterPartWithoutEffect(_pointer))
        {
            if (WriteValue(member.Value, rule, depth) is { } value)
            {
                target.Set(member with { Value = value });
            }
        }

        _pointer.Pop();
    }

    /// <summary>The node that a reference leads to; null and a diagnostic when there is none.</summary>
    public DocumentNode? Follow(DocumentNode node)
    {
        ScalarNode reference = ReferenceResolver.ReferenceOf(node)!;
        if (_references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out string problem))
        {
            return target.Node;
        }

        ReportReference(ReadDiagnosticKind.UnresolvedReference, reference, _references.Unresolved(reference, problem));
        return null;
    }

    /// <summary>
    /// The reference that a discriminator's mapping means: its value is the name of a schema or a reference to one; null
    /// and a diagnostic when there is none.
    /// </summary>
    public ScalarNode? FindMapped(ScalarNode value)
    {
        string byName = "#/components/schemas/" + value.Text;
        if ((_references.TryResolve(byName, value.File, out ReferenceTarget target, out _)
                || _references.TryResolve("#/definitions/" + value.Text, value.File, out target, out _)
                || _references.TryResolve(value.Text, value.File, out target, out _))
            && target.Node is ObjectNode)
        {
            string name = _components.GetName(target.Node, ElementKind.Schema, ReferenceNames.Propose(target));
            return new ScalarNode(ScalarKind.String, "#/components/schemas/" + name, value.File, value.Start, value.Length);
        }

        _context.Report(
            ReadDiagnosticKind.UnresolvedReference, _pointer.ToString(), value,
            $"The mapping to '{value.Text}' does not resolve to a schema. It is skipped.");
        return null;
    }

    /// <summary>Reports an unknown key once for each kind of object.</summary>
    public void ReportUnknownKey(ElementKind kind, in Member member)
    {
        if (_unknownKeys.Add((kind, member.Key)))
        {
            _context.Report(
                ReadDiagnosticKind.RuleBroken,
                _pointer.ToString(),
                member.File,
                member.KeyStart,
                member.KeyLength,
                $"'{member.Key}' is not a field of the {OpenApiGrammar.Of(kind).Name}. It has no effect.");
        }
    }

    private void WriteMember(ElementKind kind, ElementGrammar grammar, in Member member, ObjectNode target, int depth)
    {
        if (member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            target.Set(member);
            return;
        }

        if (!grammar.Fields.TryGetValue(member.Key, out FieldRule rule))
        {
            if (grammar.Pattern is not { } pattern)
            {
                _pointer.Push(member.Key);
                ReportUnknownKey(kind, member);
                _pointer.Pop();
                return;
            }

            rule = pattern;
            if (kind == ElementKind.Callback && !ElementRules.IsRuntimeExpression(member.Key))
            {
                Drop(member.Value, "a runtime expression as the key");
                return;
            }
        }

        WriteField(member, rule, target, depth);
    }

    private DocumentNode? WriteValue(DocumentNode node, FieldRule rule, int depth)
    {
        switch (rule.Form)
        {
            case FieldForm.One:
                return Write(rule.Element, node, depth + 1);
            case FieldForm.FlagOrOne:
                return node is ScalarNode ? WriteFlag(node) : Write(rule.Element, node, depth + 1);
            case FieldForm.List:
                return WriteList(node, rule.Element, depth);
            case FieldForm.Map:
                return WriteMap(node, rule.Element, depth);
            case FieldForm.Ignored:
                return null;
            case FieldForm.Any or FieldForm.ExampleValue:
                return node;
            case FieldForm.AnyList or FieldForm.ExampleList:
                return node is ArrayNode ? node : Drop(node, "a list");
            case FieldForm.TextList:
                return WriteTextList(node);
            case FieldForm.TextMap:
                return WriteTextMap(node, static (normalizer, value) => ScalarForms.Text(value) ?? normalizer.Drop(value, "a string"));
            case FieldForm.TextListMap:
                return WriteTextMap(node, static (normalizer, value) => normalizer.WriteTextList(value));
            case FieldForm.Text:
                return ScalarForms.Text(node) ?? Drop(node, "a string");
            case FieldForm.Uri:
                return ScalarForms.Uri(node) ?? Drop(node, "a URI");
            case FieldForm.Flag:
                return ScalarForms.Flag(node) ?? Drop(node, "a boolean");
            case FieldForm.Count:
                return ScalarForms.Count(node, out bool isTooLarge) ?? (isTooLarge ? null : Drop(node, "a whole number"));
            case FieldForm.Decimal when ScalarForms.Number(node) is { } number && !ScalarForms.IsDecimal(number):
                return null;
            default:
                return ScalarForms.Number(node) ?? Drop(node, "a number");
        }
    }

    private ArrayNode? WriteList(DocumentNode node, ElementKind element, int depth)
    {
        if (node is not ArrayNode source)
        {
            Refuse(node, $"a list of {OpenApiGrammar.Of(element).Name}s");
            return null;
        }

        ArrayNode target = new(source.File, source.Start);
        for (int i = 0; i < source.Items.Count; i++)
        {
            _pointer.Push(i);
            if (Write(element, source.Items[i], depth + 2) is { } item)
            {
                target.Items.Add(item);
            }

            _pointer.Pop();
        }

        return target;
    }

    private ObjectNode? WriteMap(DocumentNode node, ElementKind element, int depth)
    {
        if (node is not ObjectNode source)
        {
            Refuse(node, $"a map of {OpenApiGrammar.Of(element).Name}s");
            return null;
        }

        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            _pointer.Push(member.Key);
            if (Write(element, member.Value, depth + 2) is { } value)
            {
                target.Set(member with { Value = value });
            }

            _pointer.Pop();
        }

        return target;
    }

    private ArrayNode? WriteTextList(DocumentNode node)
    {
        if (node is not ArrayNode source)
        {
            Drop(node, "a list of strings");
            return null;
        }

        ArrayNode target = new(source.File, source.Start);
        foreach (DocumentNode item in source.Items)
        {
            if ((ScalarForms.Text(item) ?? Drop(item, "a string")) is { } text)
            {
                target.Items.Add(text);
            }
        }

        return target;
    }

    private ObjectNode? WriteTextMap(DocumentNode node, Func<ElementNormalizer, DocumentNode, DocumentNode?> write)
    {
        if (node is not ObjectNode source)
        {
            Drop(node, "a map");
            return null;
        }

        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            _pointer.Push(member.Key);
            if (write(this, member.Value) is { } value)
            {
                target.Set(member with { Value = value });
            }

            _pointer.Pop();
        }

        return target;
    }

    private static ObjectNode WriteReferenceTo(ElementKind kind, string name, DocumentNode place)
    {
        ObjectNode target = new(place.File, place.Start);
        string text = "#/components/" + OpenApiGrammar.Of(kind).Section + "/" + name;
        ScalarNode value = new(ScalarKind.String, text, place.File, place.Start, place.Length);
        target.Set(new Member("$ref", value, place.File, place.Start, place.Length));
        return target;
    }

    private DocumentNode? WriteReference(ElementKind kind, ObjectNode source, ScalarNode reference, int depth)
    {
        _context.Visit(source.File, source.Start);
        ElementGrammar grammar = OpenApiGrammar.Of(kind);
        using DynamicScopes.Frame frame = kind == ElementKind.Schema ? _scopes.EnterSchema(source) : default;
        if (!_references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out string problem))
        {
            ReportReference(ReadDiagnosticKind.UnresolvedReference, reference, _references.Unresolved(reference, problem));
            return WriteSubstitute(kind, source, depth);
        }

        if (target.Node is not ObjectNode && !(kind == ElementKind.Schema && target.Node is ScalarNode { Kind: ScalarKind.Boolean }))
        {
            ReportReference(ReadDiagnosticKind.UnresolvedReference, reference, $"The reference '{reference.Text}' does not resolve to a {grammar.Name}.");
            return WriteSubstitute(kind, source, depth);
        }

        if (ReferenceResolver.ReferenceOf(target.Node) is not null && _references.IsRing(source))
        {
            ReportReference(ReadDiagnosticKind.ReferenceRing, reference, $"The reference '{reference.Text}' refers only to itself.");
            return WriteSubstitute(kind, source, depth);
        }

        string name = NameOf(kind, target.Node, ReferenceNames.Propose(target), reference);
        ScalarNode value = new(ScalarKind.String, "#/components/" + grammar.Section + "/" + name, reference.File, reference.Start, reference.Length);
        Member written = source.Members[source.IndexOf("$ref")] with { Value = value };
        if (kind == ElementKind.Schema)
        {
            return _schemas.WriteReference(source, written, depth);
        }

        ObjectNode result = new(source.File, source.Start);
        result.Set(written);
        WriteField(source, "summary", new FieldRule(FieldForm.Text), result, depth);
        WriteField(source, "description", new FieldRule(FieldForm.Text), result, depth);
        return result;
    }

    // The replacement of an unresolved reference: any value for a schema, an undescribed body for a response, nothing for the rest.
    private DocumentNode? WriteSubstitute(ElementKind kind, ObjectNode source, int depth)
    {
        switch (kind)
        {
            case ElementKind.Schema:
                return _schemas.WriteReference(source, null, depth);
            case ElementKind.Response:
                ObjectNode response = new(source.File, source.Start);
                ScalarNode description = new(ScalarKind.String, "", source.File, source.Start, source.Length);
                response.Set(new Member("description", description, source.File, source.Start, source.Length));
                return response;
            default:
                return null;
        }
    }

    // Nothing after the colon: in YAML it is easily written and means an object without fields.
    private ObjectNode? WriteEmpty(ElementKind kind, ElementGrammar grammar, DocumentNode node)
    {
        if (node is ScalarNode { Kind: ScalarKind.Null }
            && kind is ElementKind.PathItem or ElementKind.Responses or ElementKind.Response or ElementKind.MediaType or ElementKind.Operation)
        {
            return new ObjectNode(node.File, node.Start);
        }

        Refuse(node, ("AEIOX".IndexOf(grammar.Name[0]) < 0 ? "a " : "an ") + grammar.Name);
        return null;
    }

    // The object model cannot tell 'true' from nothing; the empty schema means the same.
    private DocumentNode? WriteFlag(DocumentNode node) => ScalarForms.Flag(node) switch
    {
        null => Drop(node, "a boolean or an object"),
        { Text: "true" } => new ObjectNode(node.File, node.Start),
        { } flag => flag,
    };

    /// <summary>Leaves out a value of the wrong form that costs nothing but itself; null, for the caller to hand on.</summary>
    public DocumentNode? Drop(DocumentNode node, string expected)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Null })
        {
            _context.Report(
                ReadDiagnosticKind.RuleBroken, _pointer.ToString(), node,
                $"{Capitalize(expected)} was expected here, not {Describe(node)}. The field is skipped.");
        }

        return null;
    }

    /// <summary>Leaves out a part that does not have the form of an element.</summary>
    public void Refuse(DocumentNode node, string expected)
    {
        if (node is ScalarNode { Kind: ScalarKind.Null })
        {
            Drop(node, expected);
            return;
        }

        _context.Report(
            ReadDiagnosticKind.UnreadablePart, _pointer.ToString(), node,
            $"{Capitalize(expected)} was expected here, not {Describe(node)}. The part is skipped.");
    }

    private void ReportReference(ReadDiagnosticKind kind, ScalarNode reference, string message)
    {
        _pointer.Push("$ref");
        _context.Report(kind, _pointer.ToString(), reference, message);
        _pointer.Pop();
    }

    private static string Describe(DocumentNode node) => node switch
    {
        ObjectNode => "an object",
        ArrayNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "null",
        ScalarNode { Kind: ScalarKind.Boolean } => "a boolean",
        ScalarNode { Kind: ScalarKind.Number } => "a number",
        _ => "a string",
    };

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
