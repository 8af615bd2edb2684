using System.ComponentModel;
using ClerkGen.Http;
using ClerkGen.Security;

namespace ClerkGen.GeneratedSupport;

/// <summary>How one credential is sent (OpenAPI 3.1, Security Scheme Object). Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurityScheme
{
    private ApiSecurityScheme(string key, SecuritySchemeKind kind, string parameterName, string? option, string? environmentVariable)
    {
        Option = option;
        EnvironmentVariable = environmentVariable;
        Key = key;
        Kind = kind;
        ParameterName = parameterName;
    }

    /// <summary>Key in the document; options keep the credential under it.</summary>
    internal string Key { get; }

    /// <summary>The property of the options that sets the credential, for messages; null when that is not known.</summary>
    internal string? Option { get; }

    /// <summary>The environment variable that can hold the credential, or null.</summary>
    internal string? EnvironmentVariable { get; }

    /// <summary>The place of the credential in a request.</summary>
    internal SecuritySchemeKind Kind { get; }

    /// <summary>Name of the header, query parameter or cookie.</summary>
    internal string ParameterName { get; }

    /// <summary><c>Authorization: Bearer</c> (RFC 6750): http bearer, OAuth2 and OpenID Connect.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="option">Property of the options, for messages.</param>
    /// <param name="environmentVariable">The environment variable that can hold the credential.</param>
    public static ApiSecurityScheme Bearer(string key, string? option = null, string? environmentVariable = null) =>
        new(key, SecuritySchemeKind.Bearer, "Authorization", option, environmentVariable);

    /// <summary><c>Authorization: Basic</c> (RFC 7617). The credential is <c>user:password</c>.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="option">Property of the options, for messages.</param>
    /// <param name="environmentVariable">The environment variable that can hold the credential.</param>
    public static ApiSecurityScheme Basic(string key, string? option = null, string? environmentVariable = null) =>
        new(key, SecuritySchemeKind.Basic, "Authorization", option, environmentVariable);

    /// <summary>An API key in a header.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the header.</param>
    /// <param name="option">Property of the options, for messages.</param>
    /// <param name="environmentVariable">The environment variable that can hold the credential.</param>
    public static ApiSecurityScheme ApiKeyHeader(string key, string name, string? option = null, string? environmentVariable = null)
    {
        HeaderRules.CheckName(name);
        return new(key, SecuritySchemeKind.Header, name, option, environmentVariable);
    }

    /// <summary>An API key in the query.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the query parameter.</param>
    /// <param name="option">Property of the options, for messages.</param>
    /// <param name="environmentVariable">The environment variable that can hold the credential.</param>
    public static ApiSecurityScheme ApiKeyQuery(string key, string name, string? option = null, string? environmentVariable = null) =>
        new(key, SecuritySchemeKind.Query, name, option, environmentVariable);

    /// <summary>An API key in a cookie.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the cookie.</param>
    /// <param name="option">Property of the options, for messages.</param>
    /// <param name="environmentVariable">The environment variable that can hold the credential.</param>
    public static ApiSecurityScheme ApiKeyCookie(string key, string name, string? option = null, string? environmentVariable = null)
    {
        HeaderRules.CheckName(name);
        return new(key, SecuritySchemeKind.Cookie, name, option, environmentVariable);
    }

    /// <summary>The key in the document.</summary>
    public override string ToString() => Key;
}
