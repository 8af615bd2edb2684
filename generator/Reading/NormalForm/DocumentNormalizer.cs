using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Rewrites a document in one dialect, OpenAPI 3.2, in which every reference targets a component of the same document. Other files are
/// included, and other references get a component as target. Unreadable parts are skipped with a diagnostic at their line. The elements
/// themselves are written by <see cref="ElementNormalizer"/>.
/// </summary>
internal sealed class DocumentNormalizer
{
    private static readonly HashSet<string> Fields = new(
        ["openapi", "$self", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs"],
        StringComparer.Ordinal);

    private readonly ReadContext _context;
    private readonly ReferenceResolver _references;
    private readonly ComponentRegistry _components;
    private readonly PointerStack _pointer = new();
    private readonly ElementNormalizer _elements;
    private readonly DynamicScopes _scopes;
    private readonly Dictionary<ElementKind, ObjectNode> _sections = [];

    private DocumentNormalizer(ReferenceResolver references, int version, ReadContext context)
    {
        _context = context;
        _references = references;
        _components = new ComponentRegistry(context.Budget);
        _scopes = new DynamicScopes(references, _components, _pointer, context);
        _elements = new ElementNormalizer(references, _components, _scopes, _pointer, version, context);
    }

    /// <summary>Writes the document.</summary>
    /// <param name="root">An OpenAPI 3 document.</param>
    /// <param name="references">Finds what references lead to.</param>
    /// <param name="version">The document's version of OpenAPI: 20, 30, 31 or 32.</param>
    /// <param name="context">The reading that this is part of.</param>
    public static ObjectNode Normalize(ObjectNode root, ReferenceResolver references, int version, ReadContext context) =>
        new DocumentNormalizer(references, version, context).Write(root);

    private ObjectNode Write(ObjectNode root)
    {
        ReportUnknownFields(root);
        List<Component> own = Register(root["components"] as ObjectNode);
        ObjectNode target = new(root.File, root.Start);
        SetText(target, "openapi", "3.2.0", root);
        WriteInfo(root, target);
        WriteList(root, target, "servers", ElementKind.Server);
        WriteList(root, target, "tags", ElementKind.Tag);
        WriteList(root, target, "security", ElementKind.SecurityRequirement);
        WriteOne(root, target, "externalDocs", ElementKind.ExternalDocs);
        target.Set(Like(root, "paths", new PathsNormalizer(_elements, _pointer, _context).WritePaths(root)));
        WriteWebhooks(root, target);
        WriteComponents(root, target, own);
        CopyExtensions(root, target);
        return target;
    }

    private void ReportUnknownFields(ObjectNode root)
    {
        foreach (Member member in root)
        {
            if (!Fields.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                _context.Report(
                    ReadDiagnosticKind.RuleBroken, "/" + member.Key, member.File, member.KeyStart, member.KeyLength,
                    $"'{member.Key}' is not a field of the OpenAPI Object. It has no effect.");
            }
        }
    }

    // A component that only refers to another file represents that file. The file's content takes the component's name.
    private List<Component> Register(ObjectNode? components)
    {
        List<Component> own = [];
        foreach (ElementKind kind in OpenApiGrammar.Referenceable)
        {
            if (components?[OpenApiGrammar.Of(kind).Section!] is not ObjectNode section)
            {
                continue;
            }

            int first = own.Count;
            foreach (Member member in section)
            {
                if (member.Key.StartsWith("x-", StringComparison.Ordinal) && member.Value is ScalarNode)
                {
                    continue;
                }

                string name = _components.Reserve(member.Key, kind);
                own.Add(new Component(kind, member with { Key = name }, DynamicScope.Empty));
                if (ReferenceResolver.ReferenceOf(member.Value) is null)
                {
                    _components.TryAssign(member.Value, kind, name);
                }
            }

            for (int i = first; i < own.Count; i++)
            {
                AdoptTarget(own, i);
            }
        }

        for (int i = 0; i < own.Count; i++)
        {
            AdoptInstance(own, i);
        }

        return own;
    }

    // A component that only binds a generic schema's arguments is that instance of it.
    private void AdoptInstance(List<Component> own, int index)
    {
        Component component = own[index];
        if (component.Kind != ElementKind.Schema || !_references.HasDynamicReferences || component.Definition.Value is not ObjectNode binder
            || !ElementNormalizer.IsNothingButReference(binder)
            || _scopes.FindInstance(binder) is not ({ } target, { } scope)
            || !_components.TryAssign(target, ElementKind.Schema, scope, component.Definition.Key))
        {
            return;
        }

        own[index] = component with { Definition = component.Definition with { Value = target }, Scope = scope, Binder = binder };
    }

    private void AdoptTarget(List<Component> own, int index)
    {
        Component component = own[index];
        if (ReferenceResolver.ReferenceOf(component.Definition.Value) is not { } reference)
        {
            return;
        }

        if (((ObjectNode)component.Definition.Value).Members.Count == 1
            && _references.TryResolve(reference.Text, reference.File, out ReferenceTarget target, out _)
            && ReferenceResolver.ReferenceOf(target.Node) is null
            && _components.TryAssign(target.Node, component.Kind, component.Definition.Key))
        {
            own[index] = component with { Definition = component.Definition with { Value = target.Node } };
        }

        _components.TryAssign(component.Definition.Value, component.Kind, component.Definition.Key);
    }

    private void WriteInfo(ObjectNode root, ObjectNode target)
    {
        _pointer.Push("info");
        if (root["info"] is null)
        {
            _context.Report(ReadDiagnosticKind.RuleBroken, "", root, "The document has no 'info'.");
        }

        ObjectNode info = root["info"] is { } source && _elements.Write(ElementKind.Info, source, 1) is ObjectNode written
            ? written
            : new ObjectNode(root.File, root.Start);
        _pointer.Pop();
        foreach (string required in OpenApiGrammar.Of(ElementKind.Info).Required)
        {
            if (info[required] is null)
            {
                SetText(info, required, "", info);
            }
        }

        target.Set(Like(root, "info", info));
    }

    private void WriteList(ObjectNode root, ObjectNode target, string key, ElementKind kind) =>
        _elements.WriteField(root, key, new FieldRule(FieldForm.List, kind), target, 0);

    private void WriteOne(ObjectNode root, ObjectNode target, string key, ElementKind kind) =>
        _elements.WriteField(root, key, new FieldRule(FieldForm.One, kind), target, 0);

    // 'x-webhooks' is how documents of 3.0 spell what 3.1 calls 'webhooks'.
    private void WriteWebhooks(ObjectNode root, ObjectNode target)
    {
        ObjectNode webhooks = new(root.File, root.Start);
        PathsNormalizer paths = new(_elements, _pointer, _context);
        paths.WriteWebhooks(root, "webhooks", webhooks);
        paths.WriteWebhooks(root, "x-webhooks", webhooks);
        if (webhooks.Members.Count > 0)
        {
            target.Set(Like(root, root["webhooks"] is null ? "x-webhooks" : "webhooks", webhooks) with { Key = "webhooks" });
        }
    }

    private void WriteComponents(ObjectNode root, ObjectNode target, List<Component> own)
    {
        ObjectNode components = new(root.File, (root["components"] ?? root).Start);
        foreach (ElementKind kind in OpenApiGrammar.Referenceable)
        {
            _sections.Add(kind, new ObjectNode(root.File, components.Start));
        }

        foreach (Component component in own)
        {
            WriteComponent(component);
        }

        while (_components.TryTakeWaiting(out Component component))
        {
            WriteComponent(component);
        }

        foreach (ElementKind kind in OpenApiGrammar.Referenceable)
        {
            if (_sections[kind].Members.Count > 0)
            {
                string section = OpenApiGrammar.Of(kind).Section!;
                DocumentNode? source = (root["components"] as ObjectNode)?[section];
                components.Set(new Member(section, _sections[kind], root.File, (source ?? components).Start, 1));
            }
        }

        target.Set(Like(root, "components", components));
    }

    private void WriteComponent(in Component component)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        _pointer.Push("components");
        _pointer.Push(OpenApiGrammar.Of(component.Kind).Section!);
        _pointer.Push(component.Definition.Key);
        if (_elements.WriteDefinition(component, 2) is { } written)
        {
            _sections[component.Kind].Set(component.Definition with { Value = written });
        }

        _pointer.Pop();
        _pointer.Pop();
        _pointer.Pop();
    }

    private static void CopyExtensions(ObjectNode root, ObjectNode target)
    {
        foreach (Member member in root)
        {
            if (member.Key.StartsWith("x-", StringComparison.Ordinal) && member.Key is not "x-webhooks")
            {
                target.Set(member);
            }
        }
    }

    private static void SetText(ObjectNode target, string key, string text, DocumentNode place) =>
        target.Set(new Member(key, new ScalarNode(ScalarKind.String, text, place.File, place.Start, place.Length), place.File, place.Start, place.Length));

    private static Member Like(ObjectNode source, string key, DocumentNode value)
    {
        int index = source.IndexOf(key);
        return index >= 0
            ? source.Members[index] with { Value = value }
            : new Member(key, value, source.File, source.Start, source.Length);
    }
}
