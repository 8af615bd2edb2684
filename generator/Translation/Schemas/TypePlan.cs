using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The plan of a schema's type, before types have their final names.</summary>
internal abstract class TypePlan;

/// <summary>A type of .NET with one text, or free-form JSON.</summary>
/// <param name="type">The type.</param>
/// <param name="constant">The only value it may have, or null.</param>
/// <param name="isSecret">Whether nothing may print the value.</param>
internal sealed class ScalarPlan(TypeReference type, ConstantModel? constant = null, bool isSecret = false) : TypePlan
{
    public static readonly ScalarPlan Any = new(AnyType.Instance);

    public TypeReference Type { get; } = type;

    public ConstantModel? Constant { get; } = constant;

    public bool IsSecret { get; } = isSecret;
}

/// <summary>Raw bytes: a file as a separate part, else a string.</summary>
internal sealed class BinaryPlan : TypePlan
{
    public static readonly BinaryPlan Instance = new();
}

/// <summary>An array.</summary>
internal sealed class ListPlan(TypePlan item, bool isItemNullable) : TypePlan
{
    public TypePlan Item { get; } = item;

    public bool IsItemNullable { get; } = isItemNullable;
}

/// <summary>An object whose members all have one type and any name.</summary>
internal sealed class MapPlan(TypePlan value, bool isValueNullable) : TypePlan
{
    public TypePlan Value { get; } = value;

    public bool IsValueNullable { get; } = isValueNullable;
}

/// <summary>The plan of a component, made on demand, because components may refer to each other.</summary>
internal sealed class ComponentPlan(ComponentSchema component) : TypePlan
{
    public ComponentSchema Component { get; } = component;
}

/// <summary>A type that is emitted.</summary>
/// <param name="part">The schema it comes from: gives the pointer, the docs and whether it is deprecated.</param>
/// <param name="component">The component that it is, or null for an inline type.</param>
internal abstract class EmittedPlan(SchemaPart part, ComponentSchema? component) : TypePlan
{
    private EmittedPlan? _representative;

    public SchemaPart Part { get; } = part;

    public ComponentSchema? Component { get; } = component;

    /// <summary>The members that it always declares.</summary>
    public abstract OwnMembers OwnMembers { get; }

    /// <summary>Its unique key.</summary>
    public string Identity { get; init; } = part.Pointer;

    /// <summary>Its proposed name. An inline type that is reached in several ways has the best of their names.</summary>
    public SuggestedName Name { get; private set; } = part.Name;

    /// <summary>Where its values travel; complete once names are decided.</summary>
    public SchemaUse Use { get; set; }

    /// <summary>Whether anything that is emitted refers to it.</summary>
    public bool IsReached { get; set; }

    /// <summary>The equal type that is emitted in its place; itself when it is the one.</summary>
    public EmittedPlan Representative
    {
        get => _representative ?? this;
        set => _representative = value;
    }

    /// <summary>Offers another name; the shortest, then the first in ordinal order is kept, whatever the order of the offers.</summary>
    public void Suggest(SuggestedName name)
    {
        if (SuggestedName.Compare(name, Name) < 0)
        {
            Name = name;
        }
    }
}

/// <summary>A class with properties.</summary>
internal sealed class ObjectPlan(SchemaPart part, ComponentSchema? component, SchemaView view) : EmittedPlan(part, component)
{
    public override OwnMembers OwnMembers => OwnMembers.OfObject;

    public SchemaView View { get; } = view;

    /// <summary>Null until they were looked at.</summary>
    public List<PropertyPlan>? Properties { get; set; }

    /// <summary>Members of which nothing is described, and which are files as parts of a body.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public TypePlan? AdditionalProperties { get; set; }

    public bool IsAdditionalNullable { get; set; }

    /// <summary>The component that a discriminator means by an inline variant, or null: two are no equal types then.</summary>
    public ComponentSchema? DiscriminatedAs { get; set; }
}

/// <summary>A property of a class.</summary>
internal sealed record PropertyPlan(PropertyView View, TypePlan Type, bool IsNullable, bool IsRequired);

/// <summary>An open enum.</summary>
internal sealed class EnumPlan(SchemaPart part, ComponentSchema? component, EnumKind kind, List<EnumValuePlan> values)
    : EmittedPlan(part, component)
{
    public override OwnMembers OwnMembers => OwnMembers.OfEnum;

    public EnumKind Kind { get; } = kind;

    public List<EnumValuePlan> Values { get; } = values;

    /// <summary>Whether integers have 32 bits.</summary>
    public bool IsInt32 { get; init; }
}

/// <summary>The identifiers of a component.</summary>
internal sealed class IdPlan : EmittedPlan
{
    public IdPlan(ComponentSchema subject)
        : base(subject.Part with { Name = NameOf(subject) }, component: null)
    {
        Subject = subject;
        Identity = subject.Part.Pointer + "&id";
    }

    public override OwnMembers OwnMembers => OwnMembers.OfId;

    /// <summary>The resource.</summary>
    public ComponentSchema Subject { get; }

    private static SuggestedName NameOf(ComponentSchema subject) =>
        new(Identifiers.Join(subject.Part.Name.Text, "Id"), Identifiers.Join(subject.Part.Name.Text, "Identifier"));
}

/// <summary>A value of an enum.</summary>
/// <param name="Text">The string, or the invariant text of the number.</param>
/// <param name="Name">The identifier that the document's author chose, or null.</param>
/// <param name="Description">Its description, or null.</param>
internal sealed record EnumValuePlan(string Text, string? Name, string? Description);

/// <summary>One of several types.</summary>
internal sealed class UnionPlan(SchemaPart part, ComponentSchema? component) : EmittedPlan(part, component)
{
    public override OwnMembers OwnMembers => OwnMembers.OfUnion;

    public List<VariantPlan> Variants { get; } = [];

    public UnionDiscriminator? Discriminator { get; set; }

    /// <summary>Whether it holds the events of all webhooks, and so can be read from a signed request.</summary>
    public bool IsEvents { get; init; }
}

/// <summary>A variant of a union.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Kinds">JSON kinds of its values.</param>
/// <param name="View">For objects, the members that distinguish shapes; else null.</param>
/// <param name="Component">The component that a discriminator may mean by the variant; else null.</param>
/// <param name="Part">Its place, for its docs.</param>
internal sealed record VariantPlan(TypePlan Type, VariantKinds Kinds, SchemaView? View, ComponentSchema? Component, SchemaPart Part)
{
    /// <summary>The discriminator's value, if it comes from outside the schemas; else null.</summary>
    public string? DiscriminatorValue { get; init; }
}

/// <summary>How a property names the variant.</summary>
/// <param name="PropertyName">Name on the wire.</param>
/// <param name="Mapping">Values that the document maps to components.</param>
/// <param name="Default">The component of values that are missing or map to none (<c>defaultMapping</c>), or null.</param>
/// <param name="Pointer">Its place.</param>
internal sealed record UnionDiscriminator(
    string PropertyName, List<KeyValuePair<string, ComponentSchema>> Mapping, ComponentSchema? Default, string Pointer)
{
    // Every variant asks for its values, and a mapping may have many: it is sorted once.
    private ILookup<ComponentSchema, string>? _valuesOfComponents;
    private HashSet<string>? _values;

    /// <summary>The values that the document maps to a component, in its order.</summary>
    public IEnumerable<string> ValuesOf(ComponentSchema component) =>
        (_valuesOfComponents ??= Mapping.ToLookup(static pair => pair.Value, static pair => pair.Key))[component];

    /// <summary>Whether the document maps a value.</summary>
    public bool Maps(string value) => (_values ??= new(Mapping.ConvertAll(static pair => pair.Key), StringComparer.Ordinal)).Contains(value);
}
