using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation;

/// <summary>Makes the models of unions from their plans.</summary>
internal sealed class UnionModels(TranslationContext context, SchemaPlanner planner, SchemaReach reach, TypeReferences references)
{
    // Each variant has a method that is called so.
    private const string TryGet = "TryGet";

    // Of every type that is a variant of some union.
    private readonly Dictionary<TypePlan, EquatableArray<ShapeMemberModel>> _shapes = [];

    /// <summary>The model of a union.</summary>
    public UnionModel Of(UnionPlan plan, DocModel doc)
    {
        string name = references.NameOf(plan);
        List<VariantPlan> variants = [];
        List<TypeReference> types = [];
        Dictionary<VariantPlan, int> indexes = [];
        Dictionary<string, int> indexOfType = new(StringComparer.Ordinal);
        VariantKinds taken = VariantKinds.None;
        foreach (VariantPlan variant in plan.Variants)
        {
            TypeReference type = references.Of(variant.Type, plan.Use & ~SchemaUse.Parts);
            if (!indexOfType.TryGetValue(type.Name, out int index))
            {
                index = types.Count;
                indexOfType.Add(type.Name, index);
                types.Add(type);
                variants.Add(variant);
                taken |= type.Kind == TypeKind.Any ? VariantKinds.None : variant.Kinds;
            }

            indexes[variant] = index;
        }

        DiscriminatorModel? discriminator = plan.Discriminator is null ? FindImplicit(plan, indexes) : Discriminate(plan, indexes);

        // An event of an unknown kind looks like a known one, and is none.
        bool hasShapes = !plan.IsEvents || discriminator is null;
        string[] names = NameVariants(name, variants, types);
        List<VariantModel> models = [];
        for (int i = 0; i < variants.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            DocModel variantDoc = SchemaDocs.Of(variants[i].Part.Schema.Description, $"The variant {names[i]}.");
            context.Output.AddMember(variantDoc, types[i]);
            VariantKinds kinds = types[i].Kind == TypeKind.Any ? KindsOfAny(variants[i].Kinds, taken) : variants[i].Kinds;
            models.Add(new VariantModel(
                names[i],
                types[i],
                kinds,
                hasShapes ? ShapeOf(variants[i]) : EquatableArray<ShapeMemberModel>.Empty,
                !types[i].Name.StartsWith("global::System.Collections.Generic.I", StringComparison.Ordinal),
                variantDoc));
        }

        return new UnionModel(
            HintNames.Of(context.Options, name),
            context.Options.Namespace,
            context.Options.Accessibility,
            name,
            doc,
            SchemaModels.IsDeprecated(plan),
            models.ToEquatableArray(),
            discriminator)
        {
            IsEvents = plan.IsEvents,
        };
    }

    // What others do not take, so that free-form JSON never hides a variant; objects it shares with shapes, which come first when they fit.
    private static VariantKinds KindsOfAny(VariantKinds kinds, VariantKinds taken) =>
        (kinds & ~taken) | (kinds & VariantKinds.Object);

    private string[] NameVariants(string union, List<VariantPlan> variants, List<TypeReference> types)
    {
        string[] names = new string[variants.Count];
        UniqueNames unique = new(StringComparer.Ordinal, context.Budget, Identifiers.Join);
        if (union.StartsWith(TryGet, StringComparison.Ordinal))
        {
            unique.Reserve(union.Substring(TryGet.Length));
        }

        for (int i = 0; i < names.Length; i++)
        {
            names[i] = unique.Take(NameOf(types[i]));
        }

        return names;
    }

    private static string NameOf(TypeReference type)
    {
        switch (type.Kind)
        {
            case TypeKind.List:
                return "List";
            case TypeKind.Any:
                return "Element";
        }

        if (type.Name != type.Json)
        {
            // A codec of the runtime: 'StringJson', 'MapJson<…>'; of a scalar the last, 'NumberOrTextJson<int, …Int32Json>'.
            int start = type.Kind == TypeKind.Scalar ? type.Json.LastIndexOf(ScalarTypes.Support, StringComparison.Ordinal) : 0;
            string codec = type.Json.Substring(start + ScalarTypes.Support.Length);
            return codec.Substring(0, codec.IndexOf("Json", StringComparison.Ordinal));
        }

        return type.Name.Substring(type.Name.LastIndexOf('.') + 1);
    }

    private EquatableArray<ShapeMemberModel> ShapeOf(VariantPlan variant)
    {
        TypePlan? plan = planner.Resolve(variant.Type, 0);
        if (plan is not (UnionPlan or ObjectPlan))
        {
            return EquatableArray<ShapeMemberModel>.Empty;
        }

        if (!_shapes.TryGetValue(plan, out EquatableArray<ShapeMemberModel> shape))
        {
            shape = ShapeOf(plan);
            _shapes.Add(plan, shape);
        }

        foreach (ShapeMemberModel member in shape)
        {
            context.Output.Add(member.JsonName.Length);
        }

        return shape;
    }

    private EquatableArray<ShapeMemberModel> ShapeOf(TypePlan plan)
    {
        List<ShapeMemberModel> members = [];
        if (plan is UnionPlan nested)
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            foreach (VariantPlan inner in nested.Variants)
            {
                foreach (PropertyView property in inner.View?.Properties ?? [])
                {
                    if (PropertyTraits.IsUsable(property.Name) && known.Add(property.Name))
                    {
                        members.Add(new ShapeMemberModel(property.Name, IsRequired: false, Constant: null));
                    }
                }
            }
        }
        else
        {
            foreach (PropertyPlan property in reach.Expand((ObjectPlan)plan))
            {
                if (PropertyTraits.IsUsable(property.View.Name))
                {
                    bool isRequired = property.IsRequired && !PropertyTraits.IsWriteOnly(property.View);
                    members.Add(new ShapeMemberModel(property.View.Name, isRequired, ConstantOf(property)));
                }
            }
        }

        return members.ToEquatableArray();
    }

    private string? ConstantOf(PropertyPlan property) =>
        !property.IsNullable && planner.Resolve(property.Type, 0) is ScalarPlan { Constant: { Kind: ConstantKind.String } constant }
        && PropertyTraits.IsUsable(constant.Text) && constant.Text.IndexOf('\t') < 0
            ? constant.Text
            : null;

    private DiscriminatorModel? Discriminate(UnionPlan plan, Dictionary<VariantPlan, int> indexes)
    {
        UnionDiscriminator discriminator = plan.Discriminator!;
        if (discriminator.PropertyName.Length == 0 || !PropertyTraits.IsUsable(discriminator.PropertyName))
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.DiscriminatorIgnored, discriminator.Pointer, discriminator.PropertyName,
                "it names no property that can be read");
            return null;
        }

        // The index of each value's variant; -1 for one that several share.
        Dictionary<string, int> values = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (VariantPlan variant in plan.Variants)
        {
            foreach (string value in ValuesOf(variant, discriminator))
            {
                if (!PropertyTraits.IsUsable(value))
                {
                    context.Diagnostics.Report(
                        DiagnosticDescriptors.UnusableDiscriminatorValue, discriminator.Pointer, value, discriminator.PropertyName);
                    continue;
                }

                if (!values.TryGetValue(value, out int known))
                {
                    context.Output.Add(value.Length);
                    order.Add(value);
                    values.Add(value, indexes[variant]);
                }
                else if (known != indexes[variant])
                {
                    values[value] = -1;
                }
            }
        }

        List<DiscriminatorValueModel> models = [];
        foreach (string value in order)
        {
            if (values[value] >= 0)
            {
                models.Add(new DiscriminatorValueModel(value, values[value]));
            }
        }

        if (models.Count == 0)
        {
            context.Diagnostics.Report(
                DiagnosticDescriptors.DiscriminatorIgnored, discriminator.Pointer, discriminator.PropertyName,
                    "none of its values names one variant alone");
            return null;
        }

        return new DiscriminatorModel(discriminator.PropertyName, models.ToEquatableArray());
    }

    // What the mapping says; else what the property itself allows; else what the component says, or its name.
    private List<string> ValuesOf(VariantPlan variant, UnionDiscriminator discriminator)
    {
        if (variant.DiscriminatorValue is { } said)
        {
            return [said];
        }

        List<string> values = [];
        foreach (KeyValuePair<string, ComponentSchema> pair in discriminator.Mapping)
        {
            if (pair.Value == variant.Component)
            {
                values.Add(pair.Key);
            }
        }

        if (values.Count > 0)
        {
            return values;
        }

        AddConstants(planner.Resolve(variant.Type, 0), discriminator.PropertyName, values, []);
        values.RemoveAll(value => discriminator.Mapping.Exists(pair => pair.Key == value));
        if (values.Count == 0 && variant.Component is not null)
        {
            values.Add(ChosenNames.Text(variant.Component.Schema, "x-ms-discriminator-value") ?? variant.Component.Key);
        }

        return values;
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

        if (plan is not ObjectPlan @object || reach.Expand(@object).Find(candidate => candidate.View.Name == property) is not { } found)
        {
            return;
        }

        switch (planner.Resolve(found.Type, 0))
        {
            case ScalarPlan { Constant: { Kind: ConstantKind.String or ConstantKind.Integer } constant }:
                values.Add(constant.Text);
                break;
            case EnumPlan { Kind: EnumKind.String or EnumKind.Integer } @enum:
                values.AddRange(@enum.Values.ConvertAll(static value => value.Text));
                break;
        }
    }

    // Documents often mark each variant with a constant of its own and do not call that a discriminator.
    private DiscriminatorModel? FindImplicit(UnionPlan plan, Dictionary<VariantPlan, int> indexes)
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
            if (PropertyTraits.IsUsable(candidate.View.Name) && Distinguish(objects, candidate.View.Name, indexes) is { } values)
            {
                return new DiscriminatorModel(candidate.View.Name, values.ToEquatableArray());
            }
        }

        return null;
    }

    private List<DiscriminatorValueModel>? Distinguish(List<VariantPlan> objects, string property, Dictionary<VariantPlan, int> indexes)
    {
        List<DiscriminatorValueModel> models = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (VariantPlan variant in objects)
        {
            List<string> values = [];
            AddConstants(planner.Resolve(variant.Type, 0), property, values, []);
            if (values.Count == 0 || !values.TrueForAll(value => PropertyTraits.IsUsable(value) && seen.Add(value)))
            {
                return null;
            }

            models.AddRange(values.ConvertAll(value => new DiscriminatorValueModel(value, indexes[variant])));
        }

        return models;
    }
}
