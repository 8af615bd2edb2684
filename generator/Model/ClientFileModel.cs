using System.Globalization;

namespace ClerkGen.Generator.Model;

/// <summary>The client class, its options and its error tables.</summary>
/// <param name="Name">Unescaped identifier of the client (<c>ClerkClient</c>); options are <c>{Name}Options</c>.</param>
/// <param name="ApiName">Title of the API, for telemetry and the user agent.</param>
/// <param name="ApiVersion">Value of <c>info.version</c>.</param>
/// <param name="VersionHeader">Header that carries the version with each request (<c>Clerk-API-Version</c>), or null.</param>
/// <param name="Server">Absolute base URL (variables in braces), or null when the document has none: the caller must then set it.</param>
/// <param name="ServerVariables">Variables of the server's URL.</param>
/// <param name="Schemes">Security schemes, in the order operations index them.</param>
/// <param name="Groups">In ordinal order of their property names.</param>
/// <param name="ErrorTables">One per distinct set of documented errors.</param>
/// <param name="HasHttpClientFactory">Whether <c>Microsoft.Extensions.Http</c> is referenced, so that the DI extension is emitted.</param>
internal sealed record ClientFileModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    string ApiName,
    string ApiVersion,
    string? VersionHeader,
    string? Server,
    EquatableArray<ServerVariableModel> ServerVariables,
    EquatableArray<SecuritySchemeModel> Schemes,
    EquatableArray<GroupReference> Groups,
    EquatableArray<ErrorTableModel> ErrorTables,
    bool HasHttpClientFactory,
    DocModel Doc)
    : FileModel(HintName, Namespace, Accessibility, Name)
{
    /// <summary>Parameters that all operations require, as options.</summary>
    public EquatableArray<ClientParameterModel> Parameters { get; init; } = EquatableArray<ClientParameterModel>.Empty;

    /// <summary>Credentials of requests to addresses that the document does not have; an empty array sends none.</summary>
    public EquatableArray<SecurityAlternativeModel> Security { get; init; } = EquatableArray<SecurityAlternativeModel>.Empty;

    /// <summary>Its hooks.</summary>
    public HooksModel Hooks { get; init; } = HooksModel.Declared;
}

/// <summary>A group as the client sees it.</summary>
internal sealed record GroupReference(string Name, string PropertyName, DocModel Doc)
{
    /// <summary>Lower than the type's if it mentions a hidden type.</summary>
    public EmittedAccessibility Accessibility { get; init; }
}

/// <summary>A variable in the server's URL.</summary>
internal sealed record ServerVariableModel(string WireName, string Name, string Default, DocModel Doc, EquatableArray<string> Values);

/// <summary>A parameter that all operations require, and that the client's options give.</summary>
/// <param name="WireName">Name on the wire.</param>
/// <param name="Name">Unescaped identifier of the option.</param>
/// <param name="Location">The query or the header.</param>
/// <param name="Type">Type of the option.</param>
/// <param name="Default">The value to send if neither the call nor the client has one, or null.</param>
/// <param name="IsVersion">Whether the option is the one for the version that every client has.</param>
internal sealed record ClientParameterModel(
    string WireName, string Name, ParameterPlace Location, TypeReference Type, string? Default, bool IsVersion, DocModel Doc);

/// <summary>A security scheme.</summary>
/// <param name="Key">Key in the document.</param>
/// <param name="Name">Unescaped identifier of the option (<c>SecretKey</c>).</param>
/// <param name="Kind">How the credential is sent.</param>
/// <param name="ParameterName">Header, query or cookie name of an API key, or null.</param>
/// <param name="EnvironmentVariable">Name of the environment variable that can hold the credential (<c>CLERK_SECRET_KEY</c>).</param>
internal sealed record SecuritySchemeModel(
    string Key, string Name, SecuritySchemeKind Kind, string? ParameterName, string EnvironmentVariable, DocModel Doc);

/// <summary>How a credential is sent.</summary>
internal enum SecuritySchemeKind
{
    /// <summary><c>Authorization: Bearer</c>: http bearer, OAuth2 and OpenID Connect.</summary>
    Bearer,

    /// <summary><c>Authorization: Basic</c>.</summary>
    Basic,

    /// <summary>API key in a header.</summary>
    ApiKeyHeader,

    /// <summary>API key in the query.</summary>
    ApiKeyQuery,

    /// <summary>API key in a cookie.</summary>
    ApiKeyCookie,
}

/// <summary>Which exception an error status becomes.</summary>
/// <param name="Name">Unescaped identifier of the table (<c>Errors0</c>).</param>
/// <param name="Entries">Most specific first; the first that matches wins.</param>
internal sealed record ErrorTableModel(string Name, EquatableArray<ErrorEntryModel> Entries);

/// <summary>One line of an error table.</summary>
/// <param name="From">First status, inclusive; 0 for <c>default</c>.</param>
/// <param name="To">Last status, inclusive; 999 for <c>default</c>.</param>
/// <param name="Exception">Name of the emitted exception class.</param>
/// <param name="Error">Type of the body.</param>
/// <param name="MediaType">The media type that has this body, or null when the status has no other.</param>
internal sealed record ErrorEntryModel(int From, int To, string Exception, TypeReference Error, string? MediaType)
{
    /// <summary>The range as part of an identifier: <c>404</c>, <c>4XX</c> or <c>Default</c>.</summary>
    public string Status
    {
        get
        {
            string from = From.ToString(CultureInfo.InvariantCulture);
            return From == 0 ? "Default" : From == To ? from : from.Substring(0, 1) + "XX";
        }
    }
}

/// <summary>A typed exception for one error schema.</summary>
/// <param name="Name">Unescaped identifier (<c>ClerkErrorsException</c>).</param>
/// <param name="Error">Type of the body.</param>
/// <param name="TraceIdProperty">C# property of the body with the trace id, or null.</param>
internal sealed record ExceptionModel(
    string HintName,
    string Namespace,
    EmittedAccessibility Accessibility,
    string Name,
    TypeReference Error,
    string? TraceIdProperty,
    DocModel Doc)
    : FileModel(HintName, Namespace, Accessibility, Name);
