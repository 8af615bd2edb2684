using System.ComponentModel;
using ClerkGen.Http;
using ClerkGen.Security;

namespace ClerkGen.GeneratedSupport;

/// <summary>How one credential is sent (OpenAPI 3.1, Security Scheme Object). Immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiSecurityScheme
{
    private ApiSecurityScheme(string key, SecuritySchemeKind kind, string parameterName)
    {
        Key = key;
        Kind = kind;
        ParameterName = parameterName;
    }

    /// <summary>Key in the document; options keep the credential under it.</summary>
    internal string Key { get; }

    /// <summary>Where the credential stands.</summary>
    internal SecuritySchemeKind Kind { get; }

    /// <summary>Name of the header, query parameter or cookie.</summary>
    internal string ParameterName { get; }

    /// <summary><c>Authorization: Bearer</c> (RFC 6750): http bearer, OAuth2 and OpenID Connect.</summary>
    /// <param name="key">Key in the document.</param>
    public static ApiSecurityScheme Bearer(string key) => new(key, SecuritySchemeKind.Bearer, "Authorization");

    /// <summary><c>Authorization: Basic</c> (RFC 7617). The credential is <c>user:password</c>.</summary>
    /// <param name="key">Key in the document.</param>
    public static ApiSecurityScheme Basic(string key) => new(key, SecuritySchemeKind.Basic, "Authorization");

    /// <summary>An API key in a header.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the header.</param>
    public static ApiSecurityScheme ApiKeyHeader(string key, string name)
    {
        HeaderRules.CheckName(name);
        return new(key, SecuritySchemeKind.Header, name);
    }

    /// <summary>An API key in the query.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the query parameter.</param>
    public static ApiSecurityScheme ApiKeyQuery(string key, string name) => new(key, SecuritySchemeKind.Query, name);

    /// <summary>An API key in a cookie.</summary>
    /// <param name="key">Key in the document.</param>
    /// <param name="name">Name of the cookie.</param>
    public static ApiSecurityScheme ApiKeyCookie(string key, string name)
    {
        HeaderRules.CheckName(name);
        return new(key, SecuritySchemeKind.Cookie, name);
    }

    /// <summary>The key in the document.</summary>
    public override string ToString() => Key;
}
