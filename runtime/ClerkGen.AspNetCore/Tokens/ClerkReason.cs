namespace ClerkGen.AspNetCore;

/// <summary>Lists the reasons why a request is not signed in, in the words of Clerk's JavaScript SDK.</summary>
/// <remarks>A session that cannot be renewed is <c>session-token-expired-refresh-…</c>.</remarks>
public static class ClerkReason
{
    /// <summary>The token is not a JWT, is longer than 16,384 characters, has a wrong type or category, or is unknown to Clerk.</summary>
    public const string TokenInvalid = "token-invalid";

    /// <summary>The token is signed by an algorithm other than RS256.</summary>
    public const string TokenInvalidAlgorithm = "token-invalid-algorithm";

    /// <summary>The token was not signed by a key of this instance.</summary>
    public const string TokenInvalidSignature = "token-invalid-signature";

    /// <summary>The token was created for an origin that is not in <see cref="ClerkAuthenticationOptions.AuthorizedParties"/>.</summary>
    public const string TokenInvalidAuthorizedParties = "token-invalid-authorized-parties";

    /// <summary>The token belongs to another instance than the configured one.</summary>
    public const string TokenInvalidIssuer = "token-invalid-issuer";

    /// <summary>The token has expired.</summary>
    public const string TokenExpired = "token-expired";

    /// <summary>The token is not valid yet; this machine's clock is probably slow.</summary>
    public const string TokenNotActiveYet = "token-not-active-yet";

    /// <summary>The token was issued in the future; this machine's clock is probably slow.</summary>
    public const string TokenIssuedInTheFuture = "token-iat-in-the-future";

    /// <summary>A claim is missing or malformed, an audience is wrong, or a key does not fit the algorithm.</summary>
    public const string TokenVerificationFailed = "token-verification-failed";

    /// <summary>The token is of a kind that is not among <see cref="ClerkAuthenticationOptions.AcceptedTokens"/>.</summary>
    public const string TokenTypeMismatch = "token-type-mismatch";

    /// <summary>The token names a key that this instance does not have.</summary>
    public const string KeyMismatch = "jwk-kid-mismatch";

    /// <summary>Server fault: there is neither a public key nor a way to fetch one.</summary>
    public const string KeyUnresolved = "jwk-failed-to-resolve";

    /// <summary>Server fault: keys could not be fetched.</summary>
    public const string KeysNotLoaded = "jwk-remote-failed-to-load";

    /// <summary>Server fault: the fetched document is not a key set.</summary>
    public const string KeysInvalid = "jwk-remote-invalid";

    /// <summary>Server fault: the fetched key set has no usable key.</summary>
    public const string KeysMissing = "jwk-remote-missing";

    /// <summary>Server fault: Clerk does not accept the secret key, or a required one is missing.</summary>
    public const string SecretKeyInvalid = "secret-key-invalid";

    /// <summary>Fault of this server or of Clerk: a token could not be looked up.</summary>
    public const string UnexpectedError = "unexpected-error";

    /// <summary>The session is pending: its user has a task to complete, such as choosing an organization.</summary>
    public const string SessionPending = "session-pending";

    /// <summary>The request has no token in the places of the accepted kinds.</summary>
    public const string NoTokenInHeader = "No token in header";

    /// <summary>The request has neither a token nor Clerk's cookies.</summary>
    public const string SessionAndClientMissing = "session-token-and-uat-missing";

    internal const string SessionWithoutClient = "session-token-but-no-client-uat";
    internal const string ClientWithoutSession = "client-uat-but-no-session-token";
    internal const string SessionBeforeClient = "session-token-iat-before-client-uat";
    internal const string DevelopmentBrowserMissing = "dev-browser-missing";
    internal const string DevelopmentBrowserSync = "dev-browser-sync";
    internal const string SessionNotActiveYet = "session-token-nbf";
    internal const string SessionIssuedInTheFuture = "session-token-iat-in-the-future";
    internal const string ExpiredPrefix = "session-token-expired-refresh-";
    internal const string ExpiredWithoutRefreshCookie = ExpiredPrefix + "non-eligible-no-refresh-cookie";
    internal const string ExpiredNotGet = ExpiredPrefix + "non-eligible-non-get";

    /// <summary>Returns whether a reason is a fault of the server, so that no other token would be accepted.</summary>
    /// <param name="reason">A reason.</param>
    public static bool IsServerFault(string? reason) => reason
        is KeyUnresolved or KeysNotLoaded or KeysInvalid or KeysMissing or SecretKeyInvalid or UnexpectedError;

    /// <summary>A reason in words, for a log.</summary>
    internal static string Explain(string reason) => reason switch
    {
        TokenInvalid => "The token is malformed, of the wrong type, or unknown to Clerk.",
        TokenInvalidAlgorithm => "The token is not signed with RS256.",
        TokenInvalidSignature => "The token is not signed by a key of this instance.",
        TokenInvalidAuthorizedParties => "The token's 'azp' is missing or is not one of the authorized parties.",
        TokenInvalidIssuer => "The token's 'iss' is not the configured issuer. Check that the publishable key belongs to the same instance.",
        TokenExpired or ExpiredWithoutRefreshCookie or ExpiredNotGet => "The token has expired.",
        TokenNotActiveYet or SessionNotActiveYet => "The token is not valid yet. Check this machine's clock.",
        TokenIssuedInTheFuture => "The token was issued in the future. Check this machine's clock.",
        TokenVerificationFailed => "A claim of the token is missing, malformed, or names another audience.",
        TokenTypeMismatch => "Tokens of this kind are not accepted here.",
        KeyMismatch => "The token names a key that this instance does not have. It may be from another instance.",
        KeyUnresolved => "No JWT key, secret key or publishable key is configured.",
        KeysNotLoaded => "The key set could not be loaded.",
        KeysInvalid => "The key set could not be read.",
        KeysMissing => "The key set has no usable key.",
        SecretKeyInvalid => "The secret key is missing, or Clerk does not accept it.",
        UnexpectedError => "Clerk could not be reached to verify the token.",
        SessionPending => "The session is pending: its user has to complete a task first.",
        NoTokenInHeader => "The request has no token in its Authorization header.",
        SessionAndClientMissing => "The request has neither a token nor session cookies.",
        SessionWithoutClient or ClientWithoutSession or SessionBeforeClient => "The session cookie and the client cookie do not match.",
        DevelopmentBrowserMissing or DevelopmentBrowserSync => "A development instance needs its development browser first.",
        _ when reason.StartsWith(ExpiredPrefix, StringComparison.Ordinal) => "The token has expired, and the session could not be renewed.",
        _ => "The request is not signed in.",
    };
}
