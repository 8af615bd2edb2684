namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>The fields of one kind of OpenAPI object.</summary>
/// <param name="name">The object's name in the specification.</param>
internal sealed class ElementGrammar(string name)
{
    /// <summary>The object's name in the specification, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The section of <c>components</c> that objects of this kind live in; null when they cannot be referenced.</summary>
    public string? Section { get; init; }

    /// <summary>The fixed fields.</summary>
    public Dictionary<string, FieldRule> Fields { get; init; } = [];

    /// <summary>The rule for all fields without a specific rule; null if there are none.</summary>
    public FieldRule? Pattern { get; init; }

    /// <summary>Whether a client is emitted differently for what such an object holds.</summary>
    public bool HasEffect { get; init; } = true;

    /// <summary>Fields whose absence breaks a rule, but costs nothing.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Fields without which the object means nothing and is left out.</summary>
    public string[] Essential { get; init; } = [];
}
