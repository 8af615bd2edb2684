namespace ClerkGen.Generator.Model;

/// <summary>A schema emitted as <c>sealed partial class</c>: reader, writer and properties.</summary>
/// <param name="Name">Unescaped C# identifier of the type.</param>
/// <param name="Properties">In document order; the index of a property is its index in the name table.</param>
/// <param name="AdditionalProperties">Type of additional members, or null if unknown members are ignored.</param>
/// <param name="AdditionalPropertiesName">Identifier of the extension dictionary.</param>
internal sealed record ObjectModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    DocModel Doc,
    bool IsDeprecated,
    EquatableArray<PropertyModel> Properties,
    TypeReference? AdditionalProperties,
    string AdditionalPropertiesName)
    : FileModel(HintName, Namespace, Accessibility, Name)
{
    /// <summary>Whether it is read and written as JSON: not when it has files and is only ever taken apart into the parts of a body.</summary>
    public bool HasJson { get; init; } = true;

    /// <summary>Members that have no property and are skipped without a word: unions tell the class apart by them.</summary>
    public EquatableArray<string> UndeclaredNames { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Accessibility of the extension dictionary.</summary>
    public EmittedAccessibility AdditionalAccessibility { get; init; }
}

/// <summary>A property of an emitted class.</summary>
/// <param name="JsonName">Name on the wire; holds no line feed.</param>
/// <param name="Name">Unescaped C# identifier, unique in the type and different from it.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Presence">When it is written.</param>
/// <param name="IsNullable">Whether the document allows <c>null</c> as a value.</param>
/// <param name="IsRequired">Whether the document promises the member: a missing one is a deviation.</param>
/// <param name="HasRequiredKeyword">Whether the C# <c>required</c> modifier is printed (not for constants, deprecated and read-only members).</param>
/// <param name="Constant">The only value it may have, or null.</param>
/// <param name="IsSecret">Whether nothing may print the value (<c>format: password</c>).</param>
/// <param name="IsReadOnly">Whether the member is never written (<c>readOnly</c>).</param>
internal sealed record PropertyModel(
    string JsonName,
    string Name,
    TypeReference Type,
    PropertyPresence Presence,
    bool IsNullable,
    bool IsRequired,
    bool HasRequiredKeyword,
    ConstantModel? Constant,
    bool IsSecret,
    bool IsReadOnly,
    bool IsDeprecated,
    DocModel Doc)
{
    /// <summary>Lower than the type's if it mentions a hidden type.</summary>
    public EmittedAccessibility Accessibility { get; init; }

    /// <summary>Whether a value that the type cannot hold exactly is kept as it was read, to be sent back.</summary>
    public bool IsKept { get; init; }

    /// <summary>The values by which unions name the class in this property, or null.</summary>
    public PropertyDiscriminatorModel? Discriminator { get; init; }

    /// <summary>How the user's partial declares the property, or null: then it is emitted.</summary>
    public DeclaredPropertyModel? Declared { get; init; }

    /// <summary>Whether the user's partial declares the property: reader and writer use it.</summary>
    public bool IsDeclaredByUser => Declared is not null;
}

/// <summary>The values of a property by which unions name its class.</summary>
/// <param name="Values">The values; the first is written in place of any other.</param>
/// <param name="AreStrings">Whether they are strings in JSON; else they are numbers or booleans.</param>
/// <param name="Preset">The initial value of the property, or null.</param>
internal sealed record PropertyDiscriminatorModel(EquatableArray<string> Values, bool AreStrings, ConstantModel? Preset);

/// <summary>A property that the user's partial declares.</summary>
/// <param name="TypeText">The type as it is declared, with every <c>?</c>.</param>
/// <param name="IsNullable">Whether the declared type ends in <c>?</c>.</param>
/// <param name="IsRead">Whether the reader can assign it.</param>
/// <param name="IsWritten">Whether the writer can use it.</param>
/// <param name="NeedsInitialValue">Whether nothing else gives it the value that its type asks for.</param>
/// <param name="Partial">For a partial property, which is implemented here, the parts to repeat; else null.</param>
/// <param name="Codec">The codec to emit with it, or null.</param>
internal sealed record DeclaredPropertyModel(
    string TypeText,
    bool IsNullable,
    bool IsRead,
    bool IsWritten,
    bool NeedsInitialValue,
    PartialPropertyModel? Partial,
    UserCodecModel? Codec);

/// <summary>The common parts of a partial property's two declarations.</summary>
/// <param name="Modifiers">Modifiers before <c>partial</c>.</param>
/// <param name="GetModifier">The getter's own modifier, or empty.</param>
/// <param name="Set">The setter's own modifier and keyword (<c>private set</c>), or empty for none.</param>
/// <param name="HasDocs">Whether the user documents it.</param>
internal sealed record PartialPropertyModel(string Modifiers, string GetModifier, string Set, bool HasDocs);

/// <summary>A codec for a type of the user.</summary>
/// <param name="Name">Unescaped identifier of the codec, nested in the type with the property.</param>
/// <param name="Kind">The source of the type's codec.</param>
/// <param name="Type">The user's type.</param>
/// <param name="Source">The context or converter; empty for enums.</param>
/// <param name="Names">For enums: values and their names in JSON.</param>
/// <param name="IsShared">Whether other emitted types use the codec.</param>
internal sealed record UserCodecModel(
    string Name,
    UserCodecKind Kind,
    string Type,
    string Source,
    EquatableArray<UserNameModel> Names,
    bool IsShared);

/// <summary>The source of the codec of a user's type.</summary>
internal enum UserCodecKind
{
    /// <summary>A <c>JsonSerializerContext</c> of the project.</summary>
    Context,

    /// <summary>A converter, or a factory of one.</summary>
    Converter,

    /// <summary>The document, for an enum.</summary>
    Enum,
}

/// <summary>The one value that a property may have.</summary>
/// <param name="Kind">JSON kind of the value.</param>
/// <param name="Text">The string itself, or the invariant text of the number or boolean.</param>
internal sealed record ConstantModel(ConstantKind Kind, string Text);

/// <summary>JSON kind of a constant.</summary>
internal enum ConstantKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>An integer that fits <see cref="long"/>.</summary>
    Integer,

    /// <summary>A boolean.</summary>
    Boolean,
}

/// <summary>When a member is written.</summary>
internal enum PropertyPresence
{
    /// <summary>Always, <c>null</c> included.</summary>
    Required,

    /// <summary>Unless it is null.</summary>
    Optional,

    /// <summary>Once it was set, <c>null</c> included: unset, null and value are three requests.</summary>
    Tracked,
}
