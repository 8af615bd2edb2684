namespace ClerkGen.Generator.Model;

/// <summary>A schema emitted as <c>sealed partial class</c>: reader, writer and properties.</summary>
/// <param name="Name">Unescaped C# identifier of the type.</param>
/// <param name="Properties">In document order; the index of a property is its index in the name table.</param>
/// <param name="AdditionalProperties">Type of the values beside the properties, or null when unknown members are ignored.</param>
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
    : FileModel(HintName, Namespace, Accessibility);

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
/// <param name="IsDeclaredByUser">Whether the user's partial declares the property: reader and writer use it, nothing else is emitted.</param>
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
    bool IsDeclaredByUser,
    DocModel Doc);

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
