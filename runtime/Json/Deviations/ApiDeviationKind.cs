namespace ClerkGen;

/// <summary>How an answer differs from what the OpenAPI document promises. Tolerant reading goes on after each of them.</summary>
public enum ApiDeviationKind
{
    /// <summary>An object has a member that its schema does not know. The member is skipped.</summary>
    UnknownMember,

    /// <summary>A required member is missing. The property keeps its default.</summary>
    MissingMember,

    /// <summary>A <c>null</c> where the schema allows none. The property keeps its default.</summary>
    NullValue,

    /// <summary>A member occurs twice in one object. The last value that is not <c>null</c> wins.</summary>
    DuplicateMember,

    /// <summary>A value that the schema's <c>enum</c> does not list. It is kept.</summary>
    UnknownEnumValue,

    /// <summary>A value other than the schema's only one (<c>const</c>, one-value <c>enum</c>). It is kept.</summary>
    UnexpectedConstant,

    /// <summary>A value that fits no variant of a <c>oneOf</c> or <c>anyOf</c>. It is kept as raw JSON.</summary>
    UnknownVariant,

    /// <summary>
    /// A value of another JSON kind or form that could be converted without loss: <c>"1"</c> or <c>1.0</c> for an integer, <c>1</c>
    /// for a string.
    /// </summary>
    ConvertedValue,

    /// <summary>
    /// A number beyond its type (the nearest one is taken), or with a fraction where an integer was promised (it is cut off).
    /// </summary>
    NumberOutOfRange,

    /// <summary>
    /// Text that is not in its promised <c>format</c>. A property that may be null is null, any other keeps its default; a URI stays readable.
    /// </summary>
    MalformedValue,

    /// <summary>
    /// A JSON kind from which nothing can be read, an array for an object, say. It is skipped: the property is null, or empty for a
    /// list, or keeps its default when it cannot be null. As the whole body it is an error even in tolerant reading.
    /// </summary>
    WrongKind,

    /// <summary>A string contains an unpaired surrogate (RFC 8259, section 8.2). U+FFFD stands in its place.</summary>
    InvalidText,

    /// <summary>
    /// The answer has a media type that the operation does not document. It is read as the documented one that comes closest.
    /// </summary>
    UndocumentedMediaType,

    /// <summary>
    /// A value that its C# type cannot hold exactly: years and months of a duration (365 and 30 days are taken), the offset of a time of day
    /// (left out), parts of a second beyond 100 ns (cut off). What was read is sent back unless the property is changed.
    /// </summary>
    InexactValue,
}
