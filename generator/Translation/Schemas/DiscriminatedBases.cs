using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Finds the base of which some components are all the variants. Servers write a <c>oneOf</c> of the variants wherever a value of the base
/// is used (springdoc, Swashbuckle): that is the base's union, not another one each time.
/// </summary>
internal sealed class DiscriminatedBases(ComponentSchemas components, SchemaViews views)
{
    private const int StepsPerVariant = 5;

    private Dictionary<ComponentSchema, List<Base>>? _byVariant;

    /// <summary>The base of these components, or null. It, and bases between it and the others, may be among them.</summary>
    /// <param name="variants">The components.</param>
    /// <param name="discriminator">The names of them, or null.</param>
    public ComponentSchema? Find(HashSet<ComponentSchema> variants, OpenApiDiscriminator? discriminator)
    {
        ComponentSchema? one = variants.FirstOrDefault(static variant => !variant.IsDiscriminatedBase);
        if (one is null || !(_byVariant ??= ReadBases()).TryGetValue(one, out List<Base>? candidates))
        {
            return null;
        }

        Base? found = null;
        foreach (Base candidate in candidates)
        {
            if (views.Spend(one.Part.Pointer, variants.Count)
                && candidate.Variants.IsSubsetOf(variants) && variants.IsSubsetOf(candidate.Reach)
                && IsNamedAlike(candidate.Component.Schema.Discriminator!, discriminator)
                && (found is null || candidate.Reach.Count < found.Reach.Count))
            {
                found = candidate;
            }
        }

        return found?.Component;
    }

    private Dictionary<ComponentSchema, List<Base>> ReadBases()
    {
        Dictionary<ComponentSchema, List<Base>> byVariant = [];
        foreach (ComponentSchema component in components.All)
        {
            if (!component.IsDiscriminatedBase || ReadBase(component) is not { } found)
            {
                continue;
            }

            foreach (ComponentSchema variant in found.Variants)
            {
                if (!byVariant.TryGetValue(variant, out List<Base>? bases))
                {
                    bases = [];
                    byVariant.Add(variant, bases);
                }

                bases.Add(found);
            }
        }

        return byVariant;
    }

    private Base? ReadBase(ComponentSchema component)
    {
        HashSet<ComponentSchema> reach = [component];
        Stack<ComponentSchema> open = new([component]);
        while (open.Count > 0)
        {
            foreach (ComponentSchema derived in open.Pop().Derived)
            {
                if (!views.Spend(derived.Part.Pointer, StepsPerVariant))
                {
                    return null;
                }

                if (reach.Add(derived))
                {
                    open.Push(derived);
                }
            }
        }

        return new Base(component, [.. reach.Where(static derived => !derived.IsDiscriminatedBase)], reach);
    }

    // Without a discriminator at the use, the base's counts.
    private static bool IsNamedAlike(OpenApiDiscriminator own, OpenApiDiscriminator? other) =>
        other is null
        || (own.PropertyName == other.PropertyName
            && (other.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()).All(pair =>
                own.Mapping is not null && own.Mapping.TryGetValue(pair.Key, out OpenApiSchemaReference? target) && target?.Reference.Id == pair.Value?.Reference.Id));

    // A base, the classes that derive from it, and those with all bases between.
    private sealed record Base(ComponentSchema Component, HashSet<ComponentSchema> Variants, HashSet<ComponentSchema> Reach);
}
