namespace ClerkGen.Generator.Model;

/// <summary>The parameters object of one operation: plain properties, never read or written as JSON.</summary>
internal sealed record ParametersModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    DocModel Doc,
    EquatableArray<ParameterModel> Parameters)
    : FileModel(HintName, Namespace, Accessibility, Name);

/// <summary>A parameter of an operation.</summary>
/// <param name="WireName">Name on the wire.</param>
/// <param name="Name">Unescaped identifier: camelCase for a path parameter, PascalCase as property of the parameters object.</param>
/// <param name="Location">Where it goes.</param>
/// <param name="Type">Its type.</param>
/// <param name="Style">How arrays and objects are put into text.</param>
/// <param name="Explode">Whether each item or member is separate.</param>
/// <param name="AllowReserved">Whether reserved characters stay unencoded.</param>
/// <param name="IsJsonContent">Whether the value is JSON text (<c>content: application/json</c>).</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterPlace Location,
    TypeReference Type,
    ParameterSerialization Style,
    bool Explode,
    bool AllowReserved,
    bool IsJsonContent,
    bool IsRequired,
    bool IsDeprecated,
    DocModel Doc)
{
    /// <summary>Whether it is the whole query string, an object whose members are separate parameters.</summary>
    public bool IsQueryString { get; init; }

    /// <summary>Lower than the type's if it mentions a hidden type.</summary>
    public EmittedAccessibility Accessibility { get; init; }

    /// <summary>How the user's partial of the parameters object declares the property, or null: then it is emitted.</summary>
    public DeclaredPropertyModel? Declared { get; init; }
}

/// <summary>OpenAPI's <c>in</c>.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>OpenAPI's <c>style</c>; the names but <see cref="Cookie"/> are those of the runtime's <c>ParameterStyle</c>.</summary>
internal enum ParameterSerialization
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,

    /// <summary>Like <see cref="Form"/>, but nothing is encoded.</summary>
    Cookie,
}
