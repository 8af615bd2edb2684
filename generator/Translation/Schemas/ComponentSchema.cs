using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>A schema under <c>components</c>.</summary>
internal sealed class ComponentSchema(string key, SchemaPart part)
{
    public string Key { get; } = key;

    public SchemaPart Part { get; } = part;

    public IOpenApiSchema Schema => Part.Schema;

    /// <summary>
    /// Components that are this one and more (<c>allOf</c>) or that its discriminator maps to, in ordinal order of their keys.
    /// </summary>
    public List<ComponentSchema> Derived { get; } = [];

    /// <summary>Its plan, after it was requested.</summary>
    public TypePlan? Plan { get; set; }

    public bool IsBeingPlanned { get; set; }

    /// <summary>Whether some discriminator names it. Then it is a separate class even without members.</summary>
    public bool IsDiscriminated { get; set; }

    /// <summary>Whether it is separate from a component that it only refers to, because a discriminator has a value for each.</summary>
    public bool StaysApart { get; set; }

    /// <summary>Whether it is a base of others with a discriminator: a value of it is a value of one of them.</summary>
    public bool IsDiscriminatedBase =>
        Derived.Count > 0 && Schema is { Discriminator: not null } && Schema.OneOf is not { Count: > 0 }
            && Schema.AnyOf is not { Count: > 0 };
}
