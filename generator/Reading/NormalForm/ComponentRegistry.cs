using System.Diagnostics.CodeAnalysis;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.References;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Gives every node that is referenced one name under <c>components</c>: existing components keep theirs, the others (from other files,
/// other places, YAML anchors) get a free one.
/// </summary>
/// <param name="budget">Each try for a name is a step.</param>
internal sealed class ComponentRegistry(WorkBudget budget)
{
    private readonly Dictionary<(DocumentNode Node, ElementKind Kind, DynamicScope Scope), string> _names = [];
    private readonly Dictionary<ElementKind, UniqueNames> _taken = [];
    private readonly Queue<Component> _waiting = [];

    /// <summary>Whether a component that was asked for still has to be written, and which.</summary>
    public bool TryTakeWaiting(out Component component)
    {
        component = default;
        if (_waiting.Count == 0)
        {
            return false;
        }

        component = _waiting.Dequeue();
        return true;
    }

    /// <summary>Keeps a name free for a component of the document.</summary>
    public string Reserve(string key, ElementKind kind) => NamesOf(kind).Take(FilePaths.ToComponentName(key));

    /// <summary>Registers a node under a reserved name. False if it already has another name.</summary>
    public bool TryAssign(DocumentNode node, ElementKind kind, string name) => TryAssign(node, kind, DynamicScope.Empty, name);

    /// <summary>The same for a schema in a scope.</summary>
    public bool TryAssign(DocumentNode node, ElementKind kind, DynamicScope scope, string name)
    {
        if (_names.ContainsKey((node, kind, scope)))
        {
            return false;
        }

        _names.Add((node, kind, scope), name);
        return true;
    }

    /// <summary>The name of a node, if it has one.</summary>
    public bool TryGetName(DocumentNode node, ElementKind kind, [NotNullWhen(true)] out string? name) =>
        TryGetName(node, kind, DynamicScope.Empty, out name);

    /// <summary>The name of a schema in a scope, if it has one.</summary>
    public bool TryGetName(DocumentNode node, ElementKind kind, DynamicScope scope, [NotNullWhen(true)] out string? name) =>
        _names.TryGetValue((node, kind, scope), out name);

    /// <summary>The name of a node; one that has none yet gets one and is put in line to be written.</summary>
    public string GetName(DocumentNode node, ElementKind kind, string proposal) => GetName(node, kind, DynamicScope.Empty, proposal);

    /// <summary>The same for a schema in a scope.</summary>
    public string GetName(DocumentNode node, ElementKind kind, DynamicScope scope, string proposal)
    {
        if (_names.TryGetValue((node, kind, scope), out string? name))
        {
            return name;
        }

        name = NamesOf(kind).Take(FilePaths.ToComponentName(proposal));
        _names.Add((node, kind, scope), name);
        _waiting.Enqueue(new Component(kind, new Member(name, node, node.File, node.Start, node.Length), scope));
        return name;
    }

    private UniqueNames NamesOf(ElementKind kind)
    {
        if (!_taken.TryGetValue(kind, out UniqueNames? names))
        {
            names = new UniqueNames(StringComparer.Ordinal, budget, static (name, number) => name + "_" + number);
            _taken.Add(kind, names);
        }

        return names;
    }
}

/// <summary>A node that is written under <c>components</c>.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Definition">Its name, the node, and the place to show for it.</param>
/// <param name="Scope">The bindings of dynamic anchors in it.</param>
/// <param name="Binder">The component that it is an instance for, whose annotations it takes; null for none.</param>
internal readonly record struct Component(ElementKind Kind, Member Definition, DynamicScope Scope, ObjectNode? Binder = null);
