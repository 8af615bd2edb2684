namespace ClerkGen;

/// <summary>Specifies how a response differs from the OpenAPI document. Tolerant reading continues after each of them.</summary>
public enum ApiDeviationKind
{
    /// <summary>An object has a member that its schema does not describe. The member is skipped.</summary>
    UnknownMember,

    /// <summary>A required member is missing. The property keeps its default.</summary>
    MissingMember,

    /// <summary>A value is <c>null</c> although the schema does not allow it. The property keeps its default.</summary>
    NullValue,

    /// <summary>A member occurs twice in one object. The last value that is not <c>null</c> is used.</summary>
    DuplicateMember,

    /// <summary>A value is not in the schema's <c>enum</c>. It is kept.</summary>
    UnknownEnumValue,

    /// <summary>A value differs from the schema's only one (<c>const</c>, one-value <c>enum</c>). It is kept.</summary>
    UnexpectedConstant,

    /// <summary>A value matches no variant of a <c>oneOf</c> or <c>anyOf</c>. It is kept as raw JSON.</summary>
    UnknownVariant,

    /// <summary>
    /// A value of another JSON kind or form was converted without loss: <c>"1"</c> or <c>1.0</c> for an integer, <c>1</c> for a string.
    /// </summary>
    ConvertedValue,

    /// <summary>A number is outside its type's range, or has a fraction although an integer was expected.</summary>
    /// <remarks>The nearest value is used, or the fraction is dropped.</remarks>
    NumberOutOfRange,

    /// <summary>Text does not match its <c>format</c>.</summary>
    /// <remarks>A nullable property becomes null, any other keeps its default. A URI keeps its text.</remarks>
    MalformedValue,

    /// <summary>A value has a JSON kind that cannot be converted, for example an array for an object. It is skipped.</summary>
    /// <remarks>
    /// The property becomes null, an empty list, or its default if it cannot be null. For the
    /// whole body it is an error, even in tolerant reading.
    /// </remarks>
    WrongKind,

    /// <summary>A string contains an unpaired surrogate (RFC 8259, section 8.2). U+FFFD replaces it.</summary>
    InvalidText,

    /// <summary>The response has a media type that the operation does not document. It is read as the closest documented one.</summary>
    UndocumentedMediaType,

    /// <summary>A value cannot be represented exactly by its C# type. The original is sent back unless the property is changed.</summary>
    /// <remarks>
    /// Years and months of a duration count 365 and 30 days. The offset of a time of day is dropped, and parts of a second beyond 100 ns.
    /// </remarks>
    InexactValue,
}
