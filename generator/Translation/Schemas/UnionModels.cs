using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Creates the models of unions from their plans.</summary>
internal sealed class UnionModels(
    TranslationContext context,
    SchemaPlanner planner,
    SchemaReach reach,
    TypeReferences references,
    Discriminators discriminators,
    VariantRoles roles,
    SharedMembers shared)
{
    // Each variant has a method that is called so.
    private const string TryGet = "TryGet";

    // The roles of every type that is a variant of some union.
    private readonly Dictionary<TypePlan, EquatableArray<ShapeMemberModel>> _shapes = [];

    /// <summary>The model of a union.</summary>
    public UnionModel Of(UnionPlan plan, DocModel doc)
    {
        string name = references.NameOf(plan);
        List<VariantPlan> variants = [];
        List<TypeReference> types = [];
        Dictionary<VariantPlan, int> indexes = [];
        Dictionary<TypeReference, int> indexOfType = new(CSharpTypeComparer.Instance);
        VariantKinds taken = VariantKinds.None;
        foreach (VariantPlan variant in plan.Variants)
        {
            TypeReference type = references.Of(variant.Type, plan.Use & ~SchemaUse.Parts);
            if (!indexOfType.TryGetValue(type, out int index))
            {
                index = types.Count;
                indexOfType.Add(type, index);
                types.Add(type);
                variants.Add(variant);
                taken |= type is AnyType ? VariantKinds.None : variant.Kinds;
            }

            indexes[variant] = index;
        }

        Discrimination? discrimination = discriminators.Of(plan);

        // An event of an unknown kind looks like a known one, and is none.
        bool hasShapes = !plan.IsEvents || discrimination is null;
        string[] names = NameVariants(name, variants, types);
        HashSet<int> named = [];
        HashSet<int> namedByUnion = [];
        foreach (VariantPlan variant in discrimination is null ? [] : plan.Variants)
        {
            if (discrimination!.ValuesOf(variant).Count > 0 || variant == discrimination.Default)
            {
                named.Add(indexes[variant]);
            }

            if (IsNamedByUnion(discrimination, variant))
            {
                namedByUnion.Add(indexes[variant]);
            }
        }

        List<VariantModel> models = [];
        for (int i = 0; i < variants.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            DocModel variantDoc = SchemaDocs.Of(variants[i].Part.Schema.Description, "");
            context.Output.AddMember(variantDoc, types[i]);
            VariantKinds kinds = types[i] is AnyType ? KindsOfAny(variants[i].Kinds, taken) : variants[i].Kinds;
            models.Add(new VariantModel(
                names[i],
                types[i],
                kinds,
                hasShapes ? ShapeOf(variants[i]) : EquatableArray<ShapeMemberModel>.Empty,
                types[i] is not (ListType or MapType),
                named.Contains(i),
                namedByUnion.Contains(i),
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
            discrimination is null ? null : Model(plan, discrimination, indexes))
        {
            IsEvents = plan.IsEvents,
            HasLanguageUnions = context.Facts.HasUnions,
            Members = shared.Of(name, models),
        };
    }

    // The JSON kinds that no other variant takes, so that free-form JSON never hides a variant. It shares objects with
    // shapes, which come first if they match.
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

    private static string NameOf(TypeReference type) => type switch
    {
        ScalarType scalar => scalar.Scalar.VariantName,
        EmittedType emitted => emitted.Name.Name,
        ListType => "List",
        MapType => "Map",
        AnyType => "Element",
        _ => "File",
    };

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
        !property.IsNullable && planner.Resolve(property.Type, 0) is ScalarPlan { Constant: { } constant }
        && PropertyTraits.IsUsable(constant.Text) && constant.Text.IndexOf('\t') < 0
            ? constant.Text
            : null;

    private DiscriminatorModel? Model(UnionPlan plan, Discrimination discrimination, Dictionary<VariantPlan, int> indexes)
    {
        List<DiscriminatorValueModel> values = [];
        foreach (DiscriminatorValue value in discrimination.Values)
        {
            context.Output.Add(value.Text.Length);
            values.Add(new DiscriminatorValueModel(value.Text, value.Variant is null ? -1 : indexes[value.Variant]));
        }

        return new DiscriminatorModel(
            discrimination.Property,
            values.ToEquatableArray(),
            discrimination.Default is null ? -1 : indexes[discrimination.Default],
            discrimination.AreStrings,
            IsNameKept: plan.Variants.Exists(variant => IsNameKept(discrimination, variant)));
    }

    // Only the union knows which of a variant's names was read, if the variant has no property for it.
    private bool IsNameKept(Discrimination discrimination, VariantPlan variant) =>
        (variant == discrimination.Default || discrimination.ValuesOf(variant).Count > 1)
        && discriminators.TypeOf(variant) is not ObjectPlan { AdditionalProperties: not null } and not null
        && !(discriminators.TypeOf(variant) is ObjectPlan plan && discriminators.FindProperty(plan, discrimination.Property) is not null);

    private bool IsNamedByUnion(Discrimination discrimination, VariantPlan variant)
    {
        IReadOnlyList<string> values = discrimination.ValuesOf(variant);
        return variant == discrimination.Default || (values.Count > 0 && !roles.IsWrittenBy(discriminators.TypeOf(variant), discrimination.Property, values));
    }
}
