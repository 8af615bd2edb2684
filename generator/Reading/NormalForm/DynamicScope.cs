using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// The bindings of dynamic anchors where a schema is reached (JSON Schema 2020-12, section 8.2.3.2). Equal scopes are one object
/// (<see cref="DynamicScopes"/> sees to it), so that a schema and a scope name one instance of a generic schema.
/// </summary>
internal sealed class DynamicScope(List<DynamicBinding> bindings)
{
    /// <summary>Where no dynamic anchor means anything.</summary>
    public static DynamicScope Empty { get; } = new([]);

    /// <summary>The bindings, one for each anchor, in the ordinal order of the anchors.</summary>
    public IReadOnlyList<DynamicBinding> Bindings { get; } = bindings;

    /// <summary>Whether no anchor is bound.</summary>
    public bool IsEmpty => Bindings.Count == 0;

    /// <summary>How many scopes lie in one another: arguments of arguments.</summary>
    public int Depth { get; } = bindings.Count == 0 ? 0 : 1 + bindings.Max(static binding => binding.Scope.Depth);

    /// <summary>The binding of an anchor, or null.</summary>
    public DynamicBinding? Find(string anchor)
    {
        foreach (DynamicBinding binding in Bindings)
        {
            if (string.Equals(binding.Anchor, anchor, StringComparison.Ordinal))
            {
                return binding;
            }
        }

        return null;
    }
}

/// <summary>The binding of a dynamic anchor.</summary>
/// <param name="Anchor">The anchor; empty for the one that <c>$recursiveAnchor</c> makes.</param>
/// <param name="Node">The schema.</param>
/// <param name="Scope">The scope in which that schema is read: the one of the place where it is bound.</param>
/// <param name="IsGiven">Whether the schema is an argument, bound next to a reference.</param>
internal sealed record DynamicBinding(string Anchor, ObjectNode Node, DynamicScope Scope, bool IsGiven);
