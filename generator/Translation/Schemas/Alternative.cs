using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>One possibility of a <c>oneOf</c> or <c>anyOf</c>, before it is known whether that will be a union.</summary>
/// <param name="Form">What its values look like in JSON.</param>
/// <param name="View">All that is said about it.</param>
/// <param name="Head">Where it stands; its name is that of an inline type made of it.</param>
/// <param name="Component">The component that it is, or null.</param>
/// <param name="DiscriminatedAs">The component that a discriminator would mean by it; differs from <paramref name="Component"/> when a base
/// adds members.</param>
/// <param name="Identity">What tells an inline type made of it from all others.</param>
internal sealed record Alternative(
    AlternativeForm Form, SchemaView View, SchemaPart Head, ComponentSchema? Component, ComponentSchema? DiscriminatedAs, string Identity)
{
    /// <summary>The component that a discriminator means by it, where one stands above it; else null.</summary>
    public ComponentSchema? Named { get; init; }

    public PlanTarget Target(SuggestedName name) => new(Head with { Name = name }, Component: null, Identity);
}

/// <summary>What the values of an alternative look like in JSON; those that look alike cannot be told apart.</summary>
internal enum AlternativeForm
{
    String,
    Number,
    Boolean,
    Array,

    /// <summary>An object with properties: told apart by them.</summary>
    Shape,

    /// <summary>An object whose members have any name and one type.</summary>
    Map,

    /// <summary>An object that nothing is known of.</summary>
    FreeForm,

    /// <summary>A union of its own.</summary>
    Nested,

    /// <summary>Anything.</summary>
    Any,
}
