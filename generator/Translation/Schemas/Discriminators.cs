using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Finds which values of a property name which variant of a union: the mapping, else the values of the property itself, else the
/// component's extension or key. Without a discriminator, a property whose constants differ in every variant serves as one.
/// </summary>
internal sealed class Discriminators(TranslationContext context, SchemaPlanner planner, SchemaReach reach)
{
    // Roles, models and samples ask for each union, samples once for each place that holds it.
    private readonly Dictionary<UnionPlan, Discrimination?> _found = [];

    /// <summary>How a union is discriminated, or null when shapes alone tell its variants apart. Asked once equal types are united.</summary>
    public Discrimination? Of(UnionPlan plan)
    {
        if (!_found.TryGetValue(plan, out Discrimination? found))
        {
            found = plan.Discriminator is null ? FindImplicit(plan) : Discriminate(plan, plan.Discriminator);
            _found.Add(plan, found);
        }

        return found;
    }

    /// <summary>The type that a variant is emitted as.</summary>
    public TypePlan? TypeOf(VariantPlan variant) => planner.Resolve(variant.Type, 0) is { } plan ? (plan as EmittedPlan)?.Representative ?? plan : null;

    /// <summary>The property of a class with a name, or null.</summary>
    public PropertyPlan? FindProperty(ObjectPlan plan, string property)
    {
        List<PropertyPlan> properties = reach.Expand(plan);
        context.Budget.Spend(properties.Count);
        return properties.Find(candidate => candidate.View.Name == property);
    }

    private Discrimination? Discriminate(UnionPlan plan, UnionDiscriminator discriminator)
    {
        if (discriminator.PropertyName.Length == 0 || !PropertyTraits.IsUsable(discriminator.PropertyName))
        {
            Ignore(discriminator, "its property name is missing or unusable");
            return null;
        }

        DiscriminatorTable table = new(this);
        foreach (VariantPlan variant in plan.Variants)
        {
            foreach (string value in ValuesOf(variant, discriminator, []))
            {
                if (PropertyTraits.IsUsable(value))
                {
                    table.Add(value, variant);
                }
                else
                {
                    context.Diagnostics.Report(
                        DiagnosticDescriptors.UnusableDiscriminatorValue, discriminator.Pointer, value, discriminator.PropertyName);
                }
            }
        }

        VariantPlan? @default = discriminator.Default is null ? null : plan.Variants.Find(variant => variant.Component == discriminator.Default);
        if (!table.HasVariants && @default is null)
        {
            Ignore(discriminator, "none of its values identifies a single variant");
            return null;
        }

        return new Discrimination(discriminator.PropertyName, table.Values, @default, AreStrings(plan, discriminator.PropertyName, table));
    }

    private void Ignore(UnionDiscriminator discriminator, string reason) => context.Diagnostics.Report(
        DiagnosticDescriptors.DiscriminatorIgnored, discriminator.Pointer, discriminator.PropertyName, reason);

    // Unions may hold each other: each is looked at once for a variant, however many ways lead to it.
    private List<string> ValuesOf(VariantPlan variant, UnionDiscriminator discriminator, HashSet<UnionPlan> visited)
    {
        if (variant.DiscriminatorValue is { } said)
        {
            return [said];
        }

        List<string> values = variant.Component is null ? [] : [.. discriminator.ValuesOf(variant.Component)];
        bool isMapped = values.Count > 0;
        List<string> own = [];
        TypePlan? plan = TypeOf(variant);
        AddNested(plan as UnionPlan, discriminator.PropertyName, own, visited);
        if (!isMapped)
        {
            AddConstants(plan, discriminator.PropertyName, own, []);
        }

        own.RemoveAll(discriminator.Maps);
        values.AddRange(own);
        if (values.Count == 0 && variant.Component is not null && variant.Component != discriminator.Default)
        {
            values.Add(ChosenNames.Text(variant.Component.Schema, "x-ms-discriminator-value") ?? variant.Component.Key);
        }

        return values;
    }

    // A union inside that looks at the same property has its variants' values.
    private void AddNested(UnionPlan? union, string property, List<string> values, HashSet<UnionPlan> visited)
    {
        if (union?.Discriminator is not { } discriminator || discriminator.PropertyName != property
            || visited.Count > SchemaViews.MaximumDepth || !visited.Add(union))
        {
            return;
        }

        foreach (VariantPlan variant in union.Variants)
        {
            context.Budget.Spend();
            values.AddRange(ValuesOf(variant, discriminator, visited));
        }
    }

    // All values that the property may have in a variant, when there are only some.
    private void AddConstants(TypePlan? plan, string property, List<string> values, HashSet<UnionPlan> visited)
    {
        if (plan is UnionPlan union && visited.Count < SchemaViews.MaximumDepth && visited.Add(union))
        {
            foreach (VariantPlan variant in union.Variants)
            {
                AddConstants(planner.Resolve(variant.Type, 0), property, values, visited);
            }
        }

        if (plan is not ObjectPlan @object || FindProperty(@object, property) is not { } found)
        {
            return;
        }

        switch (planner.Resolve(found.Type, 0))
        {
            case ScalarPlan { Constant: { } constant }:
                values.Add(constant.Text);
                break;
            case EnumPlan { Kind: EnumKind.String or EnumKind.Integer } @enum:
                values.AddRange(@enum.Values.ConvertAll(static value => value.Text));
                break;
        }
    }

    // Documents often mark each variant with a different constant without declaring a discriminator.
    private Discrimination? FindImplicit(UnionPlan plan)
    {
        List<VariantPlan> objects = plan.Variants.FindAll(variant => planner.Resolve(variant.Type, 0) is ObjectPlan);
        if (objects.Count < 2 || objects.Exists(variant => (variant.Kinds & VariantKinds.Object) != 0 && variant.View is null))
        {
            return null;
        }

        List<PropertyPlan> candidates = [.. reach.Expand((ObjectPlan)planner.Resolve(objects[0].Type, 0)!)];
        candidates.Sort(static (left, right) =>
            left.IsRequired != right.IsRequired ? right.IsRequired.CompareTo(left.IsRequired)
                : string.CompareOrdinal(left.View.Name, right.View.Name));
        foreach (PropertyPlan candidate in candidates)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (PropertyTraits.IsUsable(candidate.View.Name) && Distinguish(objects, candidate.View.Name) is { } table)
            {
                return new Discrimination(candidate.View.Name, table.Values, Default: null, AreStrings(plan, candidate.View.Name, table));
            }
        }

        return null;
    }

    private DiscriminatorTable? Distinguish(List<VariantPlan> objects, string property)
    {
        DiscriminatorTable table = new(this);
        foreach (VariantPlan variant in objects)
        {
            List<string> values = [];
            AddConstants(planner.Resolve(variant.Type, 0), property, values, []);
            if (values.Count == 0 || !values.TrueForAll(value => PropertyTraits.IsUsable(value) && table.TryAdd(value, variant)))
            {
                return null;
            }
        }

        return table;
    }

    // Keys of a mapping are strings, whatever the property is.
    private bool AreStrings(UnionPlan plan, string property, DiscriminatorTable table) =>
        !plan.Variants.Exists(variant => TypeOf(variant) is ObjectPlan @object && FindProperty(@object, property) is { } found
            && planner.Resolve(found.Type, 0) is { } type && (JsonKinds.Of(type) & VariantKinds.String) == 0)
        || !table.Values.TrueForAll(static value => value.Text is "true" or "false"
            || long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    /// <summary>The values met so far; one that variants of different types share names none of them.</summary>
    private sealed class DiscriminatorTable(Discriminators discriminators)
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

        public List<DiscriminatorValue> Values { get; } = [];

        public bool HasVariants => Values.Exists(static value => value.Variant is not null);

        public bool TryAdd(string text, VariantPlan variant)
        {
            if (_indexes.ContainsKey(text))
            {
                return false;
            }

            _indexes.Add(text, Values.Count);
            Values.Add(new DiscriminatorValue(text, variant));
            return true;
        }

        public void Add(string text, VariantPlan variant)
        {
            if (!TryAdd(text, variant) && Values[_indexes[text]].Variant is { } known && discriminators.TypeOf(known) != discriminators.TypeOf(variant))
            {
                Values[_indexes[text]] = new DiscriminatorValue(text, Variant: null);
            }
        }
    }
}

/// <summary>How a property names the variants of a union.</summary>
/// <param name="Property">Its name on the wire.</param>
/// <param name="Values">All values, in the order of the variants.</param>
/// <param name="Default">The variant of a missing or any other value, or null.</param>
/// <param name="AreStrings">Whether the values are strings in JSON; else they are numbers or booleans.</param>
internal sealed record Discrimination(string Property, List<DiscriminatorValue> Values, VariantPlan? Default, bool AreStrings)
{
    // Every variant asks for its values, and there may be many: they are sorted once.
    private Dictionary<VariantPlan, List<string>>? _valuesOfVariants;

    /// <summary>The values that name a variant.</summary>
    public IReadOnlyList<string> ValuesOf(VariantPlan variant)
    {
        _valuesOfVariants ??= Values.Where(static value => value.Variant is not null)
            .GroupBy(static value => value.Variant!, static value => value.Text)
            .ToDictionary(static group => group.Key, static group => group.ToList());
        return _valuesOfVariants.TryGetValue(variant, out List<string>? values) ? values : [];
    }
}

/// <summary>A value of a discriminator.</summary>
/// <param name="Text">The value; of a number or boolean, its text.</param>
/// <param name="Variant">The variant that it names, or null when several share it.</param>
internal sealed record DiscriminatorValue(string Text, VariantPlan? Variant);
