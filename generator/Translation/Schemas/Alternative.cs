using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>One possibility of a <c>oneOf</c> or <c>anyOf</c>, before it is known whether that will be a union.</summary>
/// <param name="Form">The JSON form of its values.</param>
/// <param name="View">Its merged schema.</param>
/// <param name="Head">Its place, which names an inline type made of it.</param>
/// <param name="Component">The component that it is, or null.</param>
/// <param name="DiscriminatedAs">The component that a discriminator would mean by it; differs from
/// <paramref name="Component"/> when a base adds members.</param>
/// <param name="Identity">The unique key of an inline type made of it.</param>
internal sealed record Alternative(
    AlternativeForm Form, SchemaView View, SchemaPart Head, ComponentSchema? Component, ComponentSchema? DiscriminatedAs, string Identity)
{
    /// <summary>The component that a discriminator above it means by it; else null.</summary>
    public ComponentSchema? Named { get; init; }

    public PlanTarget Target(SuggestedName name) => new(Head with { Name = name }, Component: null, Identity);
}
