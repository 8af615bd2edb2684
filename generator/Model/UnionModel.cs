namespace ClerkGen.Generator.Model;

/// <summary>A <c>oneOf</c> or <c>anyOf</c>, emitted as <c>sealed partial class</c> around one of its variants.</summary>
/// <param name="Name">Unescaped C# identifier of the type.</param>
/// <param name="Variants">In document order, one per distinct C# type.</param>
/// <param name="Discriminator">How a property chooses the variant, or null when shapes decide.</param>
internal sealed record UnionModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    DocModel Doc,
    bool IsDeprecated,
    EquatableArray<VariantModel> Variants,
    DiscriminatorModel? Discriminator)
    : FileModel(HintName, Namespace, Accessibility, Name)
{
    /// <summary>Whether it holds the events of all webhooks, and so can be read from a signed request.</summary>
    public bool IsEvents { get; init; }

    /// <summary>Whether the project's C# has unions. Older C# rejects patterns on types with the mark.</summary>
    public bool HasLanguageUnions { get; init; }

    /// <summary>Whether the type has the compiler's mark for unions.</summary>
    public bool IsCSharpUnion => HasLanguageUnions && IsExhaustive;

    /// <summary>Whether its variants exhaust it for everybody who sees it: each has a constructor that is as visible as the type.</summary>
    public bool IsExhaustive
    {
        get
        {
            foreach (VariantModel variant in Variants)
            {
                if (variant.Accessibility != EmittedAccessibility.Public)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether any JSON is one of the variants.</summary>
    public bool HasAnyVariant
    {
        get
        {
            foreach (VariantModel variant in Variants)
            {
                if (variant.Type is AnyType)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The members that all variants share.</summary>
    public EquatableArray<SharedMemberModel> Members { get; init; } = EquatableArray<SharedMemberModel>.Empty;
}

/// <summary>A member that all variants of a union share.</summary>
/// <param name="JsonName">Name on the wire.</param>
/// <param name="Name">Unescaped C# identifier of the union's property.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="VariantNames">Identifier of the property in each variant.</param>
internal sealed record SharedMemberModel(string JsonName, string Name, TypeReference Type, EquatableArray<string> VariantNames, DocModel Doc)
{
    /// <summary>Lower than the union's if the type is hidden.</summary>
    public EmittedAccessibility Accessibility { get; init; }
}

/// <summary>One possibility of a union.</summary>
/// <param name="Name">Unescaped identifier used in <c>TryGet…</c>, unique in the union.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Kinds">JSON kinds that this variant can have.</param>
/// <param name="Shape">For objects: the members that distinguish shapes.</param>
/// <param name="IsImplicit">Whether an implicit conversion from the type is emitted (no interface types, no <c>object</c>).</param>
/// <param name="IsNamed">Whether the discriminator names it, so that another value never means it.</param>
/// <param name="IsNamedByUnion">Whether the union writes the discriminator, because the variant does not.</param>
internal sealed record VariantModel(
    string Name,
    TypeReference Type,
    VariantKinds Kinds,
    EquatableArray<ShapeMemberModel> Shape,
    bool IsImplicit,
    bool IsNamed,
    bool IsNamedByUnion,
    DocModel Doc)
{
    /// <summary>Lower of the type when it mentions a type that is hidden.</summary>
    public EmittedAccessibility Accessibility { get; init; }
}

/// <summary>JSON kinds a variant can have; the names are those of the runtime's <c>JsonKinds</c>.</summary>
[Flags]
internal enum VariantKinds
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Integer = 8,
    Number = 16,
    Boolean = 32,
}

/// <summary>A member that a variant's shape knows.</summary>
/// <param name="JsonName">Name on the wire.</param>
/// <param name="IsRequired">Whether the variant needs it.</param>
/// <param name="Constant">The text of the only value it may have, or null.</param>
internal sealed record ShapeMemberModel(string JsonName, bool IsRequired, string? Constant);

/// <summary>A property whose value names the variant.</summary>
/// <param name="JsonName">Name on the wire.</param>
/// <param name="Values">Each value with the index of its variant; several values may name one.</param>
/// <param name="Default">Index of the variant that a missing or any other value means, or -1.</param>
/// <param name="AreStrings">Whether the values are strings in JSON; else they are numbers or booleans.</param>
/// <param name="IsNameKept">Whether the union remembers the value that it was read with, since a variant with several has no property for it.</param>
internal sealed record DiscriminatorModel(
    string JsonName, EquatableArray<DiscriminatorValueModel> Values, int Default, bool AreStrings, bool IsNameKept);

/// <summary>A discriminator value and the variant that it names; -1 for one that several variants share.</summary>
internal sealed record DiscriminatorValueModel(string Value, int Variant);
