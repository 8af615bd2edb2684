namespace ClerkGen.AspNetCore;

/// <summary>
/// Configures how Clerk's tokens are verified. One of <see cref="JwtKeys"/>,
/// <see cref="SecretKey"/> and <see cref="PublishableKey"/> is required.
/// </summary>
/// <remarks>
/// <c>AddClerk</c> fills options that are not set in code from the section <c>Clerk</c> of
/// the configuration, and from Clerk's environment variables.
/// </remarks>
public sealed class ClerkAuthenticationOptions
{
    /// <summary>
    /// Gets or sets the secret key, <c>sk_…</c> (<c>CLERK_SECRET_KEY</c>). It fetches keys from the Backend API and verifies opaque tokens.
    /// </summary>
    public string? SecretKey { get; set; }

    /// <summary>Gets the instance's public keys in PEM (<c>CLERK_JWT_KEY</c>). With one, JWTs are verified without any network call.</summary>
    /// <remarks>During a rotation, add the old and the new one. Line ends may be missing, or be <c>\n</c> in two characters.</remarks>
    public IList<string> JwtKeys { get; } = [];

    /// <summary>Gets or sets the publishable key, <c>pk_…</c> (<c>CLERK_PUBLISHABLE_KEY</c>). It suffices to verify JWTs.</summary>
    /// <remarks>
    /// It determines the issuer, the suffix of cookies, and whether this is a development instance. Alone, it fetches keys from the
    /// Frontend API, which requires no secret.
    /// </remarks>
    public string? PublishableKey { get; set; }

    /// <summary>Gets or sets the secret key of one machine, <c>ak_…</c> (<c>CLERK_MACHINE_SECRET_KEY</c>).</summary>
    /// <remarks>With it, an opaque M2M token is accepted only if its machine may call this one; without it, every token of the instance is.</remarks>
    public string? MachineSecretKey { get; set; }

    /// <summary>Gets or sets the Backend API's address (<c>CLERK_API_URL</c>): https, or http to this machine. Default: <c>https://api.clerk.com</c>.</summary>
    public Uri ApiAddress { get; set; } = new("https://api.clerk.com");

    /// <summary>Gets or sets the version in the Backend API's paths (<c>CLERK_API_VERSION</c>). Default: <c>v1</c>.</summary>
    public string ApiVersion { get; set; } = "v1";

    /// <summary>Gets or sets the address of public keys that are fetched without a secret.</summary>
    /// <value>Default: <c>https://{Frontend API}/.well-known/jwks.json</c>, if there is a publishable key and no secret key.</value>
    public Uri? JwksAddress { get; set; }

    /// <summary>Gets the origins whose sessions are accepted (<c>azp</c>), such as <c>https://app.example.com</c>. Compared exactly.</summary>
    /// <remarks>Empty, the default, accepts all. Set it, so that a token leaked by another application of the instance is refused.</remarks>
    public IList<string> AuthorizedParties { get; } = [];

    /// <summary>
    /// Gets or sets whether a session without <c>azp</c> is accepted although <see cref="AuthorizedParties"/> is set. Default: false.
    /// </summary>
    /// <remarks>Sessions of native apps have none.</remarks>
    public bool AllowMissingAuthorizedParty { get; set; }

    /// <summary>Gets the accepted audiences of JWTs. A session without <c>aud</c> is accepted anyway; an OAuth token is not.</summary>
    /// <remarks>Opaque OAuth tokens (<c>oat_…</c>) are accepted for any audience, because Clerk's response about them has none.</remarks>
    public IList<string> Audiences { get; } = [];

    /// <summary>Gets the accepted issuers of sessions. Default: the Frontend API's address of the publishable key, if there is one.</summary>
    public IList<string> Issuers { get; } = [];

    /// <summary>Gets or sets whether the issuer of sessions is compared. Default: true.</summary>
    public bool ValidateIssuer { get; set; } = true;

    /// <summary>Gets or sets how much clocks may differ. Default: 5 seconds.</summary>
    /// <value>Zero to five minutes.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the kinds of tokens that are accepted. Default: sessions only. Machine tokens come in the header, never in cookies.</summary>
    public ISet<ClerkTokenKind> AcceptedTokens { get; } = new HashSet<ClerkTokenKind> { ClerkTokenKind.Session };

    /// <summary>Gets or sets whether pending sessions, whose users have a task to complete, are signed in. Default: false.</summary>
    public bool AllowPendingSessions { get; set; }

    /// <summary>Gets or sets whether Clerk's responses about opaque M2M and OAuth tokens are cached. Default: true.</summary>
    /// <remarks>
    /// Responses are cached for a minute if the token is valid, else for five seconds. A
    /// token that is revoked meanwhile is accepted until then.
    /// </remarks>
    public bool CacheMachineTokens { get; set; } = true;

    /// <summary>Gets or sets whether responses about API keys are cached too. Default: false, so that a revoked key is refused at once.</summary>
    public bool CacheApiKeys { get; set; }

    /// <summary>
    /// Gets or sets the handler of requests to Clerk. It is not disposed. One that follows redirects is refused. Default: the package's own.
    /// </summary>
    public HttpMessageHandler? BackchannelHandler { get; set; }

    /// <summary>Gets or sets the clock. Default: the system's clock.</summary>
    public TimeProvider? TimeProvider { get; set; }
}
