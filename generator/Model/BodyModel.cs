namespace ClerkGen.Generator.Model;

/// <summary>A request body.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="MediaType">Media type that is sent.</param>
/// <param name="Type">Type of the method's parameter.</param>
/// <param name="Name">Unescaped identifier of the method's parameter.</param>
/// <param name="IsRequired">Whether the method's parameter must be given.</param>
/// <param name="Parts">For multipart and form bodies: one per property of <paramref name="Type"/>.</param>
internal sealed record BodyModel(
    BodyKind Kind,
    string MediaType,
    TypeReference Type,
    string Name,
    bool IsRequired,
    EquatableArray<PartModel> Parts,
    DocModel Doc)
{
    /// <summary>Whether it is written part by part or field by field.</summary>
    public bool HasParts => Kind is BodyKind.Form or BodyKind.Multipart;

    /// <summary>Whether the API needs a body where the caller gives none: an empty object is sent.</summary>
    public bool IsEmptyWhenMissing { get; init; }

    /// <summary>For multipart and form bodies: type of additional members, or null if there are none.</summary>
    public TypeReference? AdditionalProperties { get; init; }

    /// <summary>Unescaped identifier of the property that holds those members.</summary>
    public string AdditionalPropertiesName { get; init; } = "";
}

/// <summary>How a request body is written.</summary>
internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Text,
    Binary,
}

/// <summary>One part of a multipart body or one field of a form.</summary>
/// <param name="WireName">Name on the wire.</param>
/// <param name="PropertyName">Unescaped identifier of the body's property.</param>
/// <param name="Type">Type of the property.</param>
/// <param name="Item">Type of a list's items (one part each), or null.</param>
/// <param name="Style">How a form puts arrays and objects into text.</param>
/// <param name="Explode">Whether each item or member is separate.</param>
/// <param name="IsDeprecated">Whether using the property warns.</param>
/// <param name="ContentType">From <c>encoding</c>, or null for the default of the type.</param>
/// <param name="AllowReserved">Whether reserved characters stay unencoded in a form.</param>
internal sealed record PartModel(
    string WireName,
    string PropertyName,
    TypeReference Type,
    TypeReference? Item,
    ParameterSerialization Style,
    bool Explode,
    string? ContentType,
    bool AllowReserved,
    bool IsDeprecated)
{
    /// <summary>
    /// Whether <see cref="Style"/> defines how a list or object becomes parts of a multipart body. Else a list is a
    /// part per item, and an object is JSON.
    /// </summary>
    public bool IsStyled { get; init; }
}
