using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Chooses among the <paramref name="variants"/> that <paramref name="keyword"/> lists in <paramref name="owner"/>.</summary>
internal delegate int VariantChoice(IOpenApiSchema owner, string keyword, IReadOnlyList<IOpenApiSchema> variants);

/// <summary>
/// A schema taken apart into everything that one value has to satisfy at once: itself, the members of its <c>allOf</c>, and the chosen
/// variants of its <c>oneOf</c> and <c>anyOf</c>, each taken apart likewise.
/// </summary>
internal sealed class SchemaConjunction
{
    private readonly Queue<(IOpenApiSchema Owner, string Keyword, IList<IOpenApiSchema> Variants)> _unions = new();
    private readonly HashSet<IOpenApiSchema> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schemas to satisfy, outermost first.</summary>
    public List<IOpenApiSchema> Parts { get; } = [];

    /// <summary>Discriminator members and the values that select what was chosen.</summary>
    public List<(string Property, IReadOnlyList<string> Values)> Discriminators { get; } = [];

    /// <summary>Takes <paramref name="schemas"/> apart; <paramref name="choose"/> picks a variant of a list.</summary>
    public static SchemaConjunction Of(
        IEnumerable<IOpenApiSchema> schemas, VariantChoice choose)
    {
        var conjunction = new SchemaConjunction();
        foreach (IOpenApiSchema schema in schemas)
        {
            conjunction.Add(schema, schema.ComponentName());
        }

        // Variants are chosen last, when all that they have to agree with is known.
        while (conjunction._unions.TryDequeue(out (IOpenApiSchema Owner, string Keyword, IList<IOpenApiSchema> Variants) union))
        {
            conjunction.AddVariant(union.Owner, union.Keyword, union.Variants, choose);
        }

        return conjunction;
    }

    /// <summary>Takes <paramref name="schema"/> and its <c>allOf</c> apart, leaving unions alone.</summary>
    public static IReadOnlyList<IOpenApiSchema> AllOf(IOpenApiSchema schema)
    {
        var conjunction = new SchemaConjunction();
        conjunction.Add(schema, null);
        return conjunction.Parts;
    }

    private void Add(IOpenApiSchema declared, string? component)
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
            Add(part, component ?? part.ComponentName());
        }

        if (schema.OneOf is { Count: > 0 })
        {
            _unions.Enqueue((schema, "oneOf", schema.OneOf));
        }

        if (schema.AnyOf is { Count: > 0 })
        {
            _unions.Enqueue((schema, "anyOf", schema.AnyOf));
        }
    }

    private void AddVariant(IOpenApiSchema schema, string keyword, IList<IOpenApiSchema> variants, VariantChoice choose)
    {
        IOpenApiSchema[] compatible = [.. variants.Where(IsCompatible)];
        IOpenApiSchema[] choices = compatible.Length > 0 ? compatible : [.. variants];
        IOpenApiSchema variant = choices[choose(schema, keyword, choices)];
        if (schema.Discriminator is { PropertyName: { } property } discriminator && variant.ComponentName() is { } name)
        {
            Discriminators.Add((property, Schemas.DiscriminatorValues(discriminator, name)));
        }

        Add(variant, variant.ComponentName());
    }

    // A variant whose type or whose fixed values contradict what is already there can't be meant: no value would satisfy both.
    private bool IsCompatible(IOpenApiSchema declared)
    {
        IOpenApiSchema variant = declared.Resolve();
        IOpenApiSchema[] both = [.. Parts, variant];
        bool sameType = variant.IsNullOnly() ? Parts.All(part => part.Type is null || part.SaysNullable()) : Schemas.CommonType(both) != 0;
        return sameType
            && (ScalarSample.Fixed(Parts).Count == 0 || ScalarSample.Fixed([variant]).Count == 0 || ScalarSample.Fixed(both).Count > 0);
    }
}
