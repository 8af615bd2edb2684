using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Plans several alternatives: a union, or one type if they cannot be distinguished.</summary>
internal sealed class UnionPlanner(TranslationContext context, SchemaPlanner planner)
{
    // A union inside a union takes as much of the stack as this many levels of anything else.
    private const int LevelsOfVariant = 4;

    // A union has a constructor and a conversion for each variant, and the compiler looks at all of them wherever one is called.
    private const int MaximumVariants = 1_000;

    private readonly InlineAlternatives _alternatives = new();

    /// <summary>
    /// The plan of a <c>oneOf</c> or <c>anyOf</c>; null if it only requires properties and the rest of the schema decides.
    /// </summary>
    public TypePlan? PlanAlternatives(SchemaView view, PlanTarget target, int depth)
    {
        List<SchemaPart> common = view.Parts.ConvertAll(static part => part with { IsBare = true });
        List<AlternativeSet> sets = [.. view.Alternatives];
        AlternativeCollector? found = null;
        foreach (AlternativeSet set in sets)
        {
            AlternativeCollector collector = Collect(set, target, common, depth);
            if (collector.Found.Count == 0)
            {
                view.Alternatives.Remove(set);
            }
            else if (found is null)
            {
                found = collector;
            }
            else
            {
                // Two sets at once have no form in C#: a class with the members of all.
                MergeAlternatives(view, sets, depth);
                return null;
            }
        }

        if (found is null)
        {
            return null;
        }

        if (found.HasCommonOnly && found.HasCommonMembers)
        {
            SchemaView own = planner.Schemas.Views.View(common, root: null, depth);
            string identity = target.Identity + "&common";
            found.Found.Add(new Alternative(AlternativeForm.Shape, own, target.Head, Component: null, DiscriminatedAs: null, identity));
        }

        List<SchemaPart> discriminated = view.Alternatives[0].IsDiscriminated ? [view.Alternatives[0].Owner] : found.Discriminated;
        return Build(found.Found, target, discriminated, depth);
    }

    // Nested unions with their own discriminators stay whole. Flattened, no discriminator would choose. A single union is itself, or null.
    private AlternativeCollector Collect(AlternativeSet set, PlanTarget target, List<SchemaPart> common, int depth)
    {
        bool isDiscriminated = set.IsDiscriminated;
        bool isFlat = !isDiscriminated && !IsOneComponent(set, target, depth);
        AlternativeCollector collector = new(planner.Schemas, _alternatives, target, common, isFlat, isDiscriminated, depth);
        collector.Add(set.Members, depth + 1);
        if (collector.Discriminated.Exists(owner => PropertyOf(owner) != PropertyOf(collector.Discriminated[0])))
        {
            collector = new AlternativeCollector(planner.Schemas, _alternatives, target, common, isFlat: false, isDiscriminated, depth);
            collector.Add(set.Members, depth + 1);
        }

        return collector;
    }

    private bool IsOneComponent(AlternativeSet set, PlanTarget target, int depth)
    {
        ComponentSchema? only = null;
        foreach (SchemaPart member in set.Members)
        {
            ComponentSchema? component = planner.Schemas.FindComponent(member) is { } named ? planner.Schemas.Follow(named, depth) : null;
            if (Nullability.IsNullOnly(component?.Schema ?? member.Schema))
            {
                continue;
            }

            if (component is null || only is not null)
            {
                return false;
            }

            only = component;
        }

        return only is not null && only != target.Component;
    }

    private static string? PropertyOf(SchemaPart owner) => owner.Schema.Discriminator?.PropertyName;

    /// <summary>The plan of values that each have one of several types.</summary>
    public TypePlan PlanTypes(SchemaView view, List<SchemaTypes> types, PlanTarget target, int depth) =>
        Build(types.ConvertAll(type => Only(view, type, values: null, target)), target, discriminated: [], depth);

    /// <summary>The plan of an enum of values of several types.</summary>
    public TypePlan PlanKinds(
        SchemaView view, List<KeyValuePair<SchemaTypes, List<SchemaValue>>> kinds, PlanTarget target, int depth) =>
        Build(kinds.ConvertAll(kind => Only(view, kind.Key, kind.Value, target)), target, discriminated: [], depth);

    /// <summary>The plan of values that match one of several schemas.</summary>
    public TypePlan PlanOneOf(List<SchemaPart> members, SuggestedName name, int depth)
    {
        PlanTarget target = PlanTarget.Inline(members, name);
        AlternativeCollector collector = new(planner.Schemas, _alternatives, target, common: [], isFlat: true, isDiscriminated: false, depth);
        collector.Add(members, depth);
        return collector.Found.Count == 0 ? ScalarPlan.Any : Build(collector.Found, target, discriminated: [], depth);
    }

    /// <summary>
    /// The plan of a base with a discriminator: a union of all components that derive from it. The base itself is a variant when a value of
    /// the discriminator may mean it.
    /// </summary>
    public UnionPlan PlanBase(ComponentSchema root, PlanTarget target, int depth)
    {
        UnionPlan union = planner.Emit(new UnionPlan(target.Head, root) { Identity = target.Identity });
        root.Plan = union;
        union.Discriminator = Discriminate([root.Part], depth);
        HashSet<ComponentSchema> mapped = [.. union.Discriminator!.Mapping.ConvertAll(static pair => pair.Value)];
        HashSet<ComponentSchema> visited = [root];
        if (mapped.Contains(root))
        {
            AddBase(root, union, depth);
        }

        AddDerived(root, mapped, union, visited, depth);
        ReportVariants(union.Part, union.Variants.Count);
        if (union.Variants.Count > MaximumVariants)
        {
            union.Variants.RemoveRange(MaximumVariants, union.Variants.Count - MaximumVariants);
        }

        return union;
    }

    private void ReportVariants(SchemaPart union, int count)
    {
        if (count > MaximumVariants)
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.TooManyVariants,
                union.Pointer,
                union.Name.Text,
                count.ToString(CultureInfo.InvariantCulture),
                MaximumVariants.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void AddDerived(ComponentSchema from, HashSet<ComponentSchema> mapped, UnionPlan union, HashSet<ComponentSchema> visited,
        int depth)
    {
        List<ComponentSchema> derived = [.. from.Derived];
        derived.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        foreach (ComponentSchema component in derived)
        {
            if (!visited.Add(component) || !planner.Schemas.Views.Step(component.Part.Pointer, depth))
            {
                continue;
            }

            if (!component.IsDiscriminatedBase)
            {
                AddVariant(component, union, depth);
            }
            else if (component.Schema.Discriminator!.PropertyName != union.Discriminator!.PropertyName
                && (mapped.Count == 0 || mapped.Contains(component)))
            {
                // A separate union with another discriminating property. Components that derive from it are reached
                // through it, unless they have a value here.
                AddVariant(component, union, depth + LevelsOfVariant);
                AddMapped(component, mapped, union, visited, depth + 1);
                continue;
            }
            else if (mapped.Count == 0 || mapped.Contains(component))
            {
                AddBase(component, union, depth);
            }

            AddDerived(component, mapped, union, visited, depth + 1);
        }
    }

    private void AddMapped(ComponentSchema from, HashSet<ComponentSchema> mapped, UnionPlan union, HashSet<ComponentSchema> visited, int depth)
    {
        foreach (ComponentSchema component in from.Derived)
        {
            if (planner.Schemas.Views.Step(component.Part.Pointer, depth) && visited.Add(component))
            {
                if (mapped.Contains(component))
                {
                    AddVariant(component, union, depth);
                }

                AddMapped(component, mapped, union, visited, depth + 1);
            }
        }
    }

    private void AddVariant(ComponentSchema component, UnionPlan union, int depth)
    {
        ComponentPlan plan = new(component);
        if (ResolveVariant(plan, component.Part, union.Part, depth + 1) is { } resolved)
        {
            SchemaView? view = (resolved as ObjectPlan)?.View;
            union.Variants.Add(new VariantPlan(plan, JsonKinds.Of(resolved), view, component, component.Part));
        }
    }

    private void AddBase(ComponentSchema component, UnionPlan union, int depth)
    {
        SuggestedName name = new(Identifiers.Join(component.Part.Name.Text, "Base"));
        TypePlan plan = planner.Plan([component.Part with { IsBare = true, Name = name }], name, depth + 1);
        if (planner.Resolve(plan, depth + 1) is ObjectPlan own)
        {
            union.Variants.Add(new VariantPlan(plan, VariantKinds.Object, own.View, component, component.Part));
        }
    }

    private static Alternative Only(SchemaView view, SchemaTypes type, List<SchemaValue>? values, PlanTarget target)
    {
        SchemaView only = view.Only(type, values);
        return new Alternative(AlternativeForms.Of(only), only, target.Head, Component: null, DiscriminatedAs: null,
            target.Identity + "&" + type);
    }

    private TypePlan Build(List<Alternative> alternatives, PlanTarget target, List<SchemaPart> discriminated, int depth)
    {
        List<List<Alternative>> groups = Group(alternatives);
        if (groups.Count == 1)
        {
            return PlanGroup(groups[0], target, target.Head.Name, isAlone: true, depth);
        }

        if (target.Component is null && BaseOf(alternatives, discriminated) is { } @base)
        {
            return new ComponentPlan(@base);
        }

        VariantNames names = new(target.Head.Name, alternatives);
        List<VariantPlan> variants = [];
        ReportVariants(target.Head, groups.Count);
        foreach (List<Alternative> group in groups.Take(MaximumVariants))
        {
            Alternative first = group[0];
            TypePlan plan = PlanGroup(group, target, names.Of(first), isAlone: false, depth);
            if (ResolveVariant(plan, first.Head, target.Head, depth + LevelsOfVariant) is { } resolved)
            {
                SchemaView? view = (resolved as ObjectPlan)?.View;
                variants.Add(new VariantPlan(plan, JsonKinds.Of(resolved), view, first.Named, first.Head));
            }
        }

        if (variants.Count == 0)
        {
            return ScalarPlan.Any;
        }

        UnionPlan union = planner.Emit(new UnionPlan(target.Head, target.Component) { Identity = target.Identity });
        union.Variants.AddRange(variants);
        union.Discriminator = Discriminate(discriminated, depth);
        return union;
    }

    private ComponentSchema? BaseOf(List<Alternative> alternatives, List<SchemaPart> discriminated)
    {
        HashSet<ComponentSchema> variants = [];
        foreach (Alternative alternative in alternatives)
        {
            if (alternative.Component is null)
            {
                return null;
            }

            variants.Add(alternative.Component);
        }

        return discriminated.Count > 1 ? null : planner.Schemas.Bases.Find(variants, discriminated.Count == 0 ? null : discriminated[0].Schema.Discriminator);
    }

    // Null when a variant leads back to a union that is only now being planned: two unions cannot each be read as a value of the other.
    private TypePlan? ResolveVariant(TypePlan plan, SchemaPart variant, SchemaPart union, int depth)
    {
        TypePlan? resolved = planner.Resolve(plan, depth);
        if (resolved is null && SchemaPlanner.FindUnfinished(plan) is { } open)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.UnionRing, variant.Pointer, union.Name.Text, open.Key);
        }

        return resolved;
    }

    // Values that look alike in JSON are one group, except objects, which their members tell apart.
    private static List<List<Alternative>> Group(List<Alternative> alternatives)
    {
        List<List<Alternative>> groups = [];
        bool isNumberOrText = IsNumberOrText(alternatives);
        AlternativeForm FormOf(Alternative alternative) => alternative.Form switch
        {
            AlternativeForm.Any => AlternativeForm.FreeForm,
            AlternativeForm.String when isNumberOrText => AlternativeForm.Number,
            _ => alternative.Form,
        };
        foreach (Alternative alternative in alternatives)
        {
            AlternativeForm form = FormOf(alternative);
            List<Alternative>? group = form is AlternativeForm.Shape or AlternativeForm.Nested
                ? null
                : groups.Find(found => FormOf(found[0]) == form);
            if (group is null)
            {
                group = [];
                groups.Add(group);
            }

            group.Add(alternative);
        }

        return groups;
    }

    // Numbers next to strings that contain numbers.
    private static bool IsNumberOrText(List<Alternative> alternatives) =>
        alternatives.Exists(static alternative => alternative is { Form: AlternativeForm.Number, View.Values: null })
        && alternatives.TrueForAll(static alternative =>
            alternative.Form != AlternativeForm.String || (alternative.View.Values is null && NumberForms.IsNumber(alternative.View, out _)));

    private TypePlan PlanGroup(List<Alternative> group, PlanTarget target, SuggestedName name, bool isAlone, int depth)
    {
        Alternative first = group[0];
        if (first.Form is AlternativeForm.Any or AlternativeForm.FreeForm)
        {
            return ScalarPlan.Any;
        }

        if (group.Count == 1)
        {
            if (first.Component is not null)
            {
                return new ComponentPlan(first.Component);
            }

            TypePlan plan = isAlone ? planner.Plan(first.View, target, depth + 1) : planner.Plan(first, name, depth + 1);
            if (plan is ObjectPlan variant)
            {
                variant.DiscriminatedAs = first.Named;
            }

            return plan;
        }

        // A separate type next to others of the same form. Its values tell its meaning.
        PlanTarget inner = isAlone ? target : target.Then(name, first.Form.ToString());
        switch (first.Form)
        {
            case AlternativeForm.String or AlternativeForm.Number:
                return PlanScalars(group, inner, depth);
            case AlternativeForm.Array:
                List<SchemaPart> items = Inner(group, static view => view.Items);
                return new ListPlan(
                    items.Count < group.Count ? ScalarPlan.Any
                        : PlanOneOf(items, target.Head.Name.Item(), depth + 1), planner.Schemas.Nullability.IsNullable(items));
            case AlternativeForm.Map:
                List<SchemaPart> values = Inner(group, static view => view.AdditionalProperties ?? view.PatternProperties);
                return new MapPlan(
                    values.Count < group.Count ? ScalarPlan.Any
                        : PlanOneOf(values, target.Head.Name.Item(), depth + 1), planner.Schemas.Nullability.IsNullable(values));
            default:
                return new ScalarPlan(ScalarType.Boolean);
        }
    }

    private static List<SchemaPart> Inner(List<Alternative> group, Func<SchemaView, List<SchemaPart>?> select)
    {
        List<SchemaPart> parts = [];
        foreach (Alternative alternative in group)
        {
            parts.AddRange(select(alternative.View) ?? []);
        }

        return parts;
    }

    // 'one of these strings, or any other' is an open enum, like every emitted enum.
    private TypePlan PlanScalars(List<Alternative> group, PlanTarget target, int depth)
    {
        List<Alternative> enums = group.FindAll(static alternative => alternative.View.Values is not null);
        if (enums.Count == 1 && enums[0].Component is { } component && planner.Resolve(new ComponentPlan(component), depth + 1) is EnumPlan)
        {
            return new ComponentPlan(component);
        }

        SchemaView view = group.Exists(static alternative => alternative.Form == AlternativeForm.Number) ? NumberOf(group) : new()
        {
            Types = SchemaTypes.String,
            Format = FormatOf(group),
        };
        view.IsOpen = enums.Count < group.Count;
        if (enums.Count > 0)
        {
            view.Values = [];
            foreach (Alternative alternative in enums)
            {
                view.Values.AddRange(alternative.View.Values!);
            }
        }

        return planner.Plan(view, target, depth + 1);
    }

    private static SchemaView NumberOf(List<Alternative> group)
    {
        List<Alternative> texts = group.FindAll(static alternative => alternative.Form == AlternativeForm.String);
        List<Alternative> numbers = group.FindAll(static alternative => alternative.Form != AlternativeForm.String);
        bool isText = texts.Count > 0 || numbers.Exists(static number => number.View.NumberForm != NumberForm.Number);
        bool isInteger = numbers.TrueForAll(static number => number.View.Types == SchemaTypes.Integer)
            && texts.TrueForAll(static text => NumberForms.IsNumber(text.View, out bool isInteger) && isInteger);
        return new SchemaView
        {
            Types = isInteger ? SchemaTypes.Integer : SchemaTypes.Number,

            // A number that may be text to keep its digits is a decimal.
            Format = FormatOf(isText ? numbers.FindAll(static number => number.View.NumberForm != NumberForm.Text) : numbers)
                ?? (isText && !isInteger ? "decimal" : null),
            NumberForm = !isText ? NumberForm.Number
                : numbers.TrueForAll(static number => number.View.NumberForm == NumberForm.Text) ? NumberForm.Text : NumberForm.NumberOrText,
        };
    }

    private static string? FormatOf(List<Alternative> group) =>
        group.TrueForAll(alternative => alternative.View.Format == group[0].View.Format) ? group.FirstOrDefault()?.View.Format : null;

    // Unions that were taken apart share their discriminators when all of them look at the same property.
    private UnionDiscriminator? Discriminate(List<SchemaPart> owners, int depth)
    {
        if (owners.Count == 0 || owners.Exists(owner => PropertyOf(owner) != PropertyOf(owners[0])))
        {
            return null;
        }

        ComponentSchema? @default = null;
        List<KeyValuePair<string, ComponentSchema>> mapping = [];
        foreach (SchemaPart owner in owners)
        {
            foreach (KeyValuePair<string, OpenApiSchemaReference> pair in owner.Schema.Discriminator!.Mapping
                ?? new Dictionary<string, OpenApiSchemaReference>())
            {
                if (planner.Schemas.Components.Find(pair.Value) is { } component)
                {
                    mapping.Add(new(pair.Key, planner.Schemas.Follow(component, depth)));
                }
            }

            if (owner.Schema.Discriminator!.DefaultMapping is { } reference && planner.Schemas.Components.Find(reference) is { } other)
            {
                @default ??= planner.Schemas.Follow(other, depth);
            }
        }

        return new UnionDiscriminator(PropertyOf(owners[0]) ?? "", mapping, @default, owners[0].Pointer + "/discriminator");
    }

    // All properties of all alternatives, none of them required.
    public void MergeAlternatives(SchemaView view, IReadOnlyList<AlternativeSet> sets, int depth)
    {
        view.Alternatives.Clear();
        List<PropertyView> found = [];
        Collect(sets, found, [], depth);
        foreach (IGrouping<string, PropertyView> same in found.GroupBy(static property => property.Name, StringComparer.Ordinal))
        {
            if (view.FindProperty(same.Key) is null)
            {
                view.GetProperty(same.Key).Parts.AddRange(PartsOf([.. same], view));
            }
        }
    }

    private void Collect(IReadOnlyList<AlternativeSet> sets, List<PropertyView> found, HashSet<IOpenApiSchema> visited, int depth)
    {
        foreach (SchemaPart member in sets.SelectMany(static set => set.Members))
        {
            // Alternatives may hold each other, and all of them one another.
            if (!visited.Add(ReferenceTargets.Of(member.Schema) ?? member.Schema) || !planner.Schemas.Views.Step(member.Pointer, depth))
            {
                continue;
            }

            SchemaView inner = planner.Schemas.Views.View([member], planner.Schemas.FindComponent(member), depth + 1);
            found.AddRange(inner.Properties);
            Collect(inner.Alternatives, found, visited, depth + 1);
        }
    }

    // A member as one alternative describes it, or any of several descriptions.
    private static List<SchemaPart> PartsOf(List<PropertyView> found, SchemaView owner)
    {
        List<IOpenApiSchema> different = [];
        HashSet<IOpenApiSchema> known = [];
        foreach (PropertyView property in found)
        {
            IOpenApiSchema schema = property.Parts.Count == 1
                ? property.Parts[0].Schema
                : new OpenApiSchema { AllOf = [.. property.Parts.Select(static part => part.Schema)] };
            if (known.Add(ReferenceTargets.Of(schema) ?? schema))
            {
                different.Add(schema);
            }
        }

        if (different.Count == 1)
        {
            return found[0].Parts;
        }

        SchemaPart place = owner.Parts[owner.Parts.Count - 1];
        SuggestedName name = place.Name.Then(found[0].Name);
        return [place.Child(new OpenApiSchema { AnyOf = different }, "properties", found[0].Name, name)];
    }
}
