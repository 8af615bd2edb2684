namespace ClerkGen.AspNetCore;

/// <summary>
/// How Clerk's tokens are verified. <c>AddClerk</c> fills what is not set in code from the section <c>Clerk</c> of the configuration, and from Clerk's environment
/// variables. One of <see cref="JwtKeys"/>, <see cref="SecretKey"/> and <see cref="PublishableKey"/> is needed.
/// </summary>
public sealed class ClerkAuthenticationOptions
{
    /// <summary>
    /// Gets or sets the secret key, <c>sk_…</c> (<c>CLERK_SECRET_KEY</c>). It fetches keys from the Backend API and verifies opaque tokens.
    /// </summary>
    public string? SecretKey { get; set; }

    /// <summary>
    /// Gets the instance's public keys in PEM (<c>CLERK_JWT_KEY</c>). With one, JWTs are verified without any network call. During a rotation give the old and
    /// the new one. Line ends may be missing or be <c>\n</c> in two characters.
    /// </summary>
    public IList<string> JwtKeys { get; } = [];

    /// <summary>
    /// Gets or sets the publishable key, <c>pk_…</c> (<c>CLERK_PUBLISHABLE_KEY</c>). It names the issuer, the suffix of cookies, and whether this is a
    /// development instance. Alone, it suffices to verify JWTs: keys then come from the Frontend API, which needs no secret.
    /// </summary>
    public string? PublishableKey { get; set; }

    /// <summary>
    /// Gets or sets the secret key of one machine, <c>ak_…</c> (<c>CLERK_MACHINE_SECRET_KEY</c>). With it, only those opaque M2M tokens are accepted that may talk
    /// to this machine; without it, all of the instance.
    /// </summary>
    public string? MachineSecretKey { get; set; }

    /// <summary>Gets or sets the Backend API's address (<c>CLERK_API_URL</c>): https, or http to this machine. Default: <c>https://api.clerk.com</c>.</summary>
    public Uri ApiAddress { get; set; } = new("https://api.clerk.com");

    /// <summary>Gets or sets the version in the Backend API's paths (<c>CLERK_API_VERSION</c>). Default: <c>v1</c>.</summary>
    public string ApiVersion { get; set; } = "v1";

    /// <summary>
    /// Gets or sets where public keys are fetched without a secret. Default: <c>https://{Frontend API}/.well-known/jwks.json</c>, when there is a publishable
    /// key and no secret key.
    /// </summary>
    public Uri? JwksAddress { get; set; }

    /// <summary>
    /// Gets the origins for which sessions are accepted, such as <c>https://app.example.com</c> (<c>azp</c>), compared exactly. Empty, the default, accepts all:
    /// set it, so that a token which another application of the instance leaks is of no use here.
    /// </summary>
    public IList<string> AuthorizedParties { get; } = [];

    /// <summary>Gets or sets whether a session without <c>azp</c> is accepted although <see cref="AuthorizedParties"/> has origins. Native apps have none.</summary>
    public bool AllowMissingAuthorizedParty { get; set; }

    /// <summary>Gets the accepted audiences. A session without <c>aud</c> is accepted all the same; an OAuth token is not.</summary>
    public IList<string> Audiences { get; } = [];

    /// <summary>Gets the accepted issuers of sessions. Default: the Frontend API's address of the publishable key, if there is one.</summary>
    public IList<string> Issuers { get; } = [];

    /// <summary>Gets or sets whether the issuer of sessions is compared. Default: true.</summary>
    public bool ValidateIssuer { get; set; } = true;

    /// <summary>Gets or sets by how much clocks may differ: zero to five minutes, 5 seconds by default.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the kinds of tokens that are accepted. Default: sessions only. Machine tokens come in the header, never in cookies.</summary>
    public ISet<ClerkTokenKind> AcceptedTokens { get; } = new HashSet<ClerkTokenKind> { ClerkTokenKind.Session };

    /// <summary>
    /// Gets or sets whether pending sessions are signed in, whose users have still something to do. Default: false.
    /// </summary>
    public bool AllowPendingSessions { get; set; }

    /// <summary>
    /// Gets or sets whether Clerk's answers about opaque M2M and OAuth tokens are kept: for a minute when they are valid, for five seconds otherwise. Default: true.
    /// A token that is revoked meanwhile is accepted until then.
    /// </summary>
    public bool CacheMachineTokens { get; set; } = true;

    /// <summary>Gets or sets whether answers about API keys are kept, too. Default: false, so that a revoked one is refused at once.</summary>
    public bool CacheApiKeys { get; set; }

    /// <summary>
    /// Gets or sets the handler by which Clerk is called; one of this package's own by default. It must not follow redirects. It is not disposed of.
    /// </summary>
    public HttpMessageHandler? BackchannelHandler { get; set; }

    /// <summary>Gets or sets the clock; the system's by default.</summary>
    public TimeProvider? TimeProvider { get; set; }
}
