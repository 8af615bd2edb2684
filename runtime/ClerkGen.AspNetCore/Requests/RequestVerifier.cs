namespace ClerkGen.AspNetCore;

/// <summary>
/// Finds the token of a request and verifies it: the header first, whatever cookies there are; else the cookies of a browser, which have to
/// fit together. Where Clerk's own SDK responds with a redirect, this refuses with the same reason. Thread-safe.
/// </summary>
internal sealed class RequestVerifier(ClerkTokenVerifier verifier)
{
    private const string Scheme = "Bearer";
    private readonly TokenSettings _settings = verifier.Settings;
    private readonly SessionRefresh _refresh = new(verifier);

    internal ValueTask<ClerkVerification> VerifyAsync(RequestTokens request, CancellationToken cancellationToken)
    {
        switch (request.Authorization)
        {
            case []:
                break;
            case [{ } value]:
                if (TokenOf(value) is { } token)
                {
                    return VerifyHeader(token, request, cancellationToken);
                }

                break;
            default:
                // Another part of the chain may have used either one.
                return Refuse(ClerkReason.TokenInvalid);
        }

        return _settings.Accepts(ClerkTokenKind.Session) ? VerifyCookies(request, cancellationToken) : Refuse(ClerkReason.NoTokenInHeader);
    }

    private ValueTask<ClerkVerification> VerifyHeader(string token, RequestTokens request, CancellationToken cancellationToken)
    {
        if (TokenKinds.OfOpaque(token) is not null || !verifier.TryRead(token, out Jwt jwt))
        {
            return verifier.VerifyAsync(token, cancellationToken);
        }

        ValueTask<ClerkVerification> verified = verifier.VerifyAsync(jwt, cancellationToken);
        return TokenKinds.OfJwt(jwt) == ClerkTokenKind.Session ? FinishAsync(verified, request) : verified;
    }

    // The token of a header; null when its scheme is another one, which is as if there were no header.
    private static string? TokenOf(string header)
    {
        int blank = header.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
        {
            return header.Length == 0 ? null : header;
        }

        // RFC 9110, section 11.1: schemes are case-insensitive. RFC 6750 has one blank or more.
        return header.AsSpan(0, blank).Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? header[blank..].Trim(' ') : null;
    }

    private ValueTask<ClerkVerification> VerifyCookies(RequestTokens request, CancellationToken cancellationToken)
    {
        var cookies = SessionCookies.Read(request, verifier);
        if (_settings.Instance is { IsProduction: false })
        {
            if (request.HasQuery("__clerk_db_jwt"))
            {
                return Refuse(ClerkReason.DevelopmentBrowserSync);
            }

            if (!cookies.HasDevelopmentBrowser)
            {
                return Refuse(ClerkReason.DevelopmentBrowserMissing);
            }
        }

        if (cookies.Session is not { } session)
        {
            return Refuse(cookies.Client == 0 ? ClerkReason.SessionAndClientMissing : ClerkReason.ClientWithoutSession);
        }

        if (cookies.Client == 0)
        {
            return Refuse(ClerkReason.SessionWithoutClient);
        }

        if (TokenKinds.OfOpaque(session) is not null)
        {
            return Refuse(ClerkReason.TokenTypeMismatch);
        }

        if (!verifier.TryRead(session, out Jwt jwt))
        {
            return Refuse(ClerkReason.TokenInvalid);
        }

        if (!ClerkTokenVerifier.IsSession(jwt))
        {
            return Refuse(ClerkReason.TokenTypeMismatch);
        }

        if (jwt.Claims.IssuedAt.Seconds < cookies.Client)
        {
            return Refuse(ClerkReason.SessionBeforeClient);
        }

        ValueTask<ClerkVerification> verified = verifier.VerifyAsync(jwt, cancellationToken);
        return cookies.Refresh is not null && request.IsGet
            ? RefreshAsync(verified, jwt, cookies, request, cancellationToken)
            : FinishAsync(verified, request);
    }

    private async ValueTask<ClerkVerification> RefreshAsync(
        ValueTask<ClerkVerification> verified, Jwt jwt, SessionCookies cookies, RequestTokens request, CancellationToken cancellationToken)
    {
        ClerkVerification verification = await verified.ConfigureAwait(false);
        if (verification.Reason == ClerkReason.TokenExpired)
        {
            verification = await _refresh.TryAsync(jwt, cookies, request, cancellationToken).ConfigureAwait(false);
        }

        return Finish(verification, request);
    }

    private ValueTask<ClerkVerification> FinishAsync(ValueTask<ClerkVerification> verified, RequestTokens request) =>
        verified.IsCompletedSuccessfully
            ? new ValueTask<ClerkVerification>(Finish(verified.Result, request))
            : WaitAsync(verified, request);

    private async ValueTask<ClerkVerification> WaitAsync(ValueTask<ClerkVerification> verified, RequestTokens request) =>
        Finish(await verified.ConfigureAwait(false), request);

    // Reasons for a session in a request differ slightly from those for its token.
    private ClerkVerification Finish(ClerkVerification verification, RequestTokens request) => verification switch
    {
        { Caller.IsPending: true } when !_settings.AllowPendingSessions => ClerkVerification.Refuse(ClerkReason.SessionPending),
        { Reason: ClerkReason.TokenExpired } => ClerkVerification.Refuse(
            request.IsGet ? ClerkReason.ExpiredWithoutRefreshCookie : ClerkReason.ExpiredNotGet),
        { Reason: ClerkReason.TokenNotActiveYet } => ClerkVerification.Refuse(ClerkReason.SessionNotActiveYet),
        { Reason: ClerkReason.TokenIssuedInTheFuture } => ClerkVerification.Refuse(ClerkReason.SessionIssuedInTheFuture),
        _ => verification,
    };

    private static ValueTask<ClerkVerification> Refuse(string reason) => new(ClerkVerification.Refuse(reason));
}
