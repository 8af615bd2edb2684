using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Creates the models of classes and enums from their plans.</summary>
internal sealed class SchemaModels(
    TranslationContext context,
    SchemaPlanner planner,
    SchemaReach reach,
    TypeReferences references,
    Discriminators discriminators,
    VariantRoles roles,
    Func<TypeReference, FileModel?> find)
{
    private const SchemaUse BothWays = SchemaUse.Sent | SchemaUse.Received;

    private readonly UnionModels _unions = new(context, planner, reach, references, discriminators, roles, new SharedMembers(context, find));

    /// <summary>The model of a type.</summary>
    public FileModel Of(EmittedPlan plan) => plan switch
    {
        ObjectPlan @object => OfObject(@object),
        EnumPlan @enum => OfEnum(@enum),
        IdPlan id => OfId(id),
        _ => _unions.Of((UnionPlan)plan, DocOf(plan)),
    };

    private DocModel DocOf(EmittedPlan plan)
    {
        DocModel doc = SchemaDocs.OfType(plan.Part);
        context.Output.AddType(doc);
        return doc;
    }

    private ObjectModel OfObject(ObjectPlan plan)
    {
        string name = references.NameOf(plan);
        List<PropertyPlan> properties = reach.Expand(plan).FindAll(static property => PropertyTraits.IsUsable(property.View.Name));
        ReportUnusable(plan);
        MemberNames members = new(name, context.Budget, plan.OwnMembers);
        List<MemberName> wanted = properties.ConvertAll(property => Chosen(name, NameOf(property)));
        string[] names = members.Assign(wanted, plan.Part.Pointer, context.Diagnostics);
        List<PropertyModel> models = [];
        for (int i = 0; i < properties.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            models.Add(OfProperty(plan, properties[i], names[i]));
        }

        TypeReference? additional = plan.AdditionalProperties is null ? null
            : references.Of(plan.AdditionalProperties, planner.Resolve(plan.AdditionalProperties, 0) is BinaryPlan ? plan.Use : SchemaUse.None);
        additional = additional?.WithNull(plan.IsAdditionalNullable);

        return new ObjectModel(
            HintNames.Of(context.Options, name),
            context.Options.Namespace,
            context.Options.Accessibility,
            name,
            DocOf(plan),
            IsDeprecated(plan),
            models.ToEquatableArray(),
            additional,
            additional is null ? "AdditionalProperties" : members.First("AdditionalProperties", "OtherProperties"))
        {
            HasJson = (plan.Use & SchemaUse.InJson) != 0 || !(models.Exists(property => property.Type.HasFile) || additional is FileType),
            UndeclaredNames = additional is AnyType ? EquatableArray<string>.Empty
                : new List<string>(roles.FindUndeclared(plan)).ToEquatableArray(),
        };
    }

    private PropertyModel OfProperty(ObjectPlan owner, PropertyPlan property, string name)
    {
        if (context.Options.RequiredByDefault && !property.IsNullable && (owner.Use & (SchemaUse.InRequest | SchemaUse.Received)) == SchemaUse.Received)
        {
            property = property with { IsRequired = true };
        }

        ScalarPlan? scalar = planner.Resolve(property.Type, 0) as ScalarPlan;
        TypeReference type = references.Of(TypeOf(owner, property), owner.Use);

        // A type that is never sent omits nothing: written as JSON elsewhere, it is complete.
        bool isReadOnly = PropertyTraits.IsReadOnly(property.View) && (owner.Use & SchemaUse.InRequest) != 0;
        bool isDeprecated = PropertyTraits.IsDeprecated(property.View);
        bool isNullable = property.IsNullable;
        ConstantModel? constant = isNullable ? null : scalar?.Constant;
        bool isTracked = isNullable && !isReadOnly && (owner.Use & SchemaUse.Sent) != 0;
        DocModel doc = SchemaDocs.OfProperty(property.View);
        context.Output.AddMember(doc, type);
        PropertyDiscriminatorModel? discriminator = roles.FindWritten(owner, property) is { } role ? OfRole(role, property, constant) : null;
        return new PropertyModel(
            property.View.Name,
            name,
            type,
            property.IsRequired ? PropertyPresence.Required : isTracked ? PropertyPresence.Tracked : PropertyPresence.Optional,
            isNullable,
            property.IsRequired && !PropertyTraits.IsWriteOnly(property.View),
            property.IsRequired && constant is null && discriminator?.Preset is null && !PropertyTraits.IsReadOnly(property.View) && !isDeprecated,
            constant,
            scalar?.IsSecret == true,
            isReadOnly,
            isDeprecated,
            doc)
        {
            Discriminator = discriminator,
            IsKept = constant is null && discriminator is null && !isReadOnly && (owner.Use & SchemaUse.Parts) == 0
                && (owner.Use & BothWays) == BothWays && MayBeInexact(type),
        };
    }

    private static bool MayBeInexact(TypeReference type) => type switch
    {
        ScalarType scalar => scalar.Scalar.IsInexact,
        ListType list => MayBeInexact(list.Item),
        MapType map => MayBeInexact(map.Value),
        _ => false,
    };

    // With one value, the property has it from the start.
    private PropertyDiscriminatorModel OfRole(VariantRole role, PropertyPlan property, ConstantModel? constant)
    {
        IReadOnlyList<string> values = role.Values!;
        ConstantModel? preset = constant is not null || values.Count != 1 ? null : planner.Resolve(property.Type, 0) switch
        {
            EnumPlan { Kind: EnumKind.String } plan when references.OwnEnumCodec(plan, references.NameOf(plan)) is null =>
                new ConstantModel(ConstantKind.String, values[0]),
            ScalarPlan scalar when scalar.Type == ScalarType.String => new ConstantModel(ConstantKind.String, values[0]),
            EnumPlan { Kind: EnumKind.Integer, IsInt32: false } when !role.AreStrings => new ConstantModel(ConstantKind.Integer, values[0]),
            ScalarPlan scalar when scalar.Type == ScalarType.Int64 && !role.AreStrings => new ConstantModel(ConstantKind.Integer, values[0]),
            ScalarPlan scalar when scalar.Type == ScalarType.Boolean && !role.AreStrings => new ConstantModel(ConstantKind.Boolean, values[0]),
            _ => null,
        };
        return new PropertyDiscriminatorModel(new EquatableArray<string>([.. values]), role.AreStrings, preset);
    }

    // A type that is JSON as well holds any JSON there.
    private static TypePlan TypeOf(ObjectPlan owner, PropertyPlan property) =>
        (owner.Use & SchemaUse.InJson) != 0 || !owner.Files.Contains(property.View.Name) ? property.Type
            : property.Type is ListPlan ? new ListPlan(BinaryPlan.Instance, isItemNullable: false) : BinaryPlan.Instance;

    private EnumModel OfEnum(EnumPlan plan)
    {
        string name = references.NameOf(plan);
        List<MemberName> wanted = [];
        foreach (MemberName member in new EnumMemberNaming(plan).Wanted)
        {
            wanted.Add(Chosen(name, member));
        }

        string[] names = new MemberNames(name, context.Budget, plan.OwnMembers).Assign(wanted, plan.Part.Pointer, context.Diagnostics);
        List<EnumMemberModel> members = [];
        for (int i = 0; i < names.Length; i++)
        {
            EnumValuePlan value = plan.Values[i];
            DocModel doc = SchemaDocs.Of(value.Description, DocOf(value.Text));
            context.Output.AddMember(doc, type: null);
            members.Add(new EnumMemberModel(names[i], value.Text, doc));
        }

        return new EnumModel(
            HintNames.Of(context.Options, name),
            context.Options.Namespace,
            context.Options.Accessibility,
            name,
            DocOf(plan),
            IsDeprecated(plan),
            plan.Kind,
            members.ToEquatableArray())
        {
            IsInt32 = plan.IsInt32,
            OwnCodec = references.OwnEnumCodec(plan, name) is { } codec ? new OwnEnumModel(codec, EquatableArray<UserNameModel>.Empty) : null,
        };
    }

    // The value on the wire, which the name does not show exactly.
    private static string DocOf(string value) => value.Length == 0 ? "The empty string." : value.Contains('`') ? $"\"{value}\"" : $"`{value}`";

    private IdModel OfId(IdPlan plan)
    {
        string name = references.NameOf(plan);
        return new IdModel(
            HintNames.Of(context.Options, name),
            context.Options.Namespace,
            context.Options.Accessibility,
            name,
            new DocModel($"Identifies one {plan.Subject.Key}.", null));
    }

    /// <summary>Whether a type is deprecated; of an inline schema, the property is.</summary>
    public static bool IsDeprecated(EmittedPlan plan) => plan.Component is { Schema.Deprecated: true };

    private void ReportUnusable(ObjectPlan plan)
    {
        foreach (PropertyView property in plan.View.Properties)
        {
            if (!PropertyTraits.IsUsable(property.Name))
            {
                context.Diagnostics.Report(DiagnosticDescriptors.UnusableMemberName, plan.Part.Pointer, property.Name);
            }
        }

        // A type that is only received may lack unused members. A type that is sent would lack a required one.
        if ((plan.Use & SchemaUse.InRequest) == 0 || plan.AdditionalProperties is not null)
        {
            return;
        }

        List<string> missing = [.. plan.View.Required];
        missing.RemoveAll(name => plan.View.FindProperty(name) is not null);
        missing.Sort(StringComparer.Ordinal);
        foreach (string name in missing)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.RequiredMemberNotDescribed, plan.Part.Pointer, name);
        }
    }

    private static MemberName NameOf(PropertyPlan property) =>
        PropertyTraits.ChosenName(property.View) is { } chosen
            ? new MemberName(property.View.Name, Identifiers.Keep(chosen, "Property"), IsChosen: true)
            : new MemberName(property.View.Name, Identifiers.Pascal(property.View.Name, "Property"), IsChosen: false);

    // The consumer has the last word.
    private MemberName Chosen(string type, MemberName member) =>
        context.UserNames.FindMember(type, member.Key) is { } chosen
            ? new MemberName(member.Key, Identifiers.Keep(chosen, "Member"), IsChosen: true)
            : member;
}
