using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>
/// A schema taken apart into everything that one value has to satisfy at once: itself, the members of its <c>allOf</c>, and the chosen
/// variants of its <c>oneOf</c> and <c>anyOf</c>, each taken apart likewise.
/// </summary>
internal sealed class SchemaConjunction
{
    private readonly HashSet<IOpenApiSchema> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schemas to satisfy, outermost first.</summary>
    public List<IOpenApiSchema> Parts { get; } = [];

    /// <summary>Discriminator members and the values that select what was chosen.</summary>
    public List<(string Property, IReadOnlyList<string> Values)> Discriminators { get; } = [];

    /// <summary>Whether the chosen variant is the one that is only null.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Takes <paramref name="schemas"/> apart; <paramref name="choose"/> picks a variant of a list.</summary>
    public static SchemaConjunction Of(
        IEnumerable<IOpenApiSchema> schemas, Func<IOpenApiSchema, string, IList<IOpenApiSchema>, int> choose)
    {
        var conjunction = new SchemaConjunction();
        foreach (IOpenApiSchema schema in schemas)
        {
            conjunction.Add(schema, schema.ComponentName(), choose);
        }

        return conjunction;
    }

    private void Add(IOpenApiSchema declared, string? component, Func<IOpenApiSchema, string, IList<IOpenApiSchema>, int> choose)
    {
        IOpenApiSchema schema = declared.Resolve();
        if (!_seen.Add(schema))
        {
            return;
        }

        Parts.Add(schema);
        bool isUnion = schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 };
        if (!isUnion && component is not null && schema.Discriminator is { PropertyName: { } inherited } discriminator)
        {
            Discriminators.Add((inherited, Schemas.DiscriminatorValues(discriminator, component)));
        }

        foreach (IOpenApiSchema part in schema.AllOf ?? [])
        {
            // The discriminator of a base names the component that was asked for, not the base.
            Add(part, component ?? part.ComponentName(), choose);
        }

        AddVariant(schema, "oneOf", schema.OneOf, choose);
        AddVariant(schema, "anyOf", schema.AnyOf, choose);
    }

    private void AddVariant(
        IOpenApiSchema schema, string keyword, IList<IOpenApiSchema>? variants, Func<IOpenApiSchema, string, IList<IOpenApiSchema>, int> choose)
    {
        if (variants is not { Count: > 0 })
        {
            return;
        }

        IOpenApiSchema variant = variants[choose(schema, keyword, variants)];
        if (variant.Resolve().IsNullOnly())
        {
            IsNull = true;
        }

        if (schema.Discriminator is { PropertyName: { } property } discriminator && variant.ComponentName() is { } name)
        {
            Discriminators.Add((property, Schemas.DiscriminatorValues(discriminator, name)));
        }

        Add(variant, variant.ComponentName(), choose);
    }
}
