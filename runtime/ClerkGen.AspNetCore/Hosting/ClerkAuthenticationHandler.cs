using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ClerkGen.AspNetCore;

/// <summary>Authenticates requests with Clerk's tokens. <c>AddClerk</c> registers it.</summary>
public sealed class ClerkAuthenticationHandler : AuthenticationHandler<AuthenticationSchemeOptions>
{
    private const string RetryAfterSeconds = "5";
    private readonly ClerkVerifiers _verifiers;
    private string? _reason;

    /// <summary>Creates a handler. The container calls it.</summary>
    /// <param name="options">Options of every scheme.</param>
    /// <param name="logger">Creates loggers.</param>
    /// <param name="encoder">Not used.</param>
    /// <param name="verifiers">The verifier of each scheme.</param>
    public ClerkAuthenticationHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ClerkVerifiers verifiers)
        : base(options, logger, encoder) => _verifiers = verifiers;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        ClerkVerification verification = await _verifiers.Get(Scheme.Name).Requests
            .VerifyAsync(new HttpRequestTokens(Request), Context.RequestAborted).ConfigureAwait(false);
        if (verification.IsAccepted)
        {
            if (verification.SetCookies is { } cookies && !Response.HasStarted)
            {
                // Once more at the end, because error pages clear the headers and endpoints may allow caching.
                SetCookies(cookies);
                Response.OnStarting(() =>
                {
                    SetCookies(cookies);
                    return Task.CompletedTask;
                });
            }

            var principal = new ClaimsPrincipal(new ClerkIdentity(verification.Caller, Scheme.Name));
            return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
        }

        _reason = verification.Reason;

        // Anonymous, as most requests to public pages are, is no failure, and nothing to log.
        return _reason is ClerkReason.SessionAndClientMissing or ClerkReason.NoTokenInHeader
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Fail(new ClerkAuthenticationException(_reason));
    }

    // No cache may keep a response with the cookies of a session.
    private void SetCookies(string[] cookies)
    {
        string?[] set = Response.Headers.SetCookie.ToArray();
        foreach (string cookie in cookies)
        {
            if (Array.IndexOf(set, cookie) < 0)
            {
                Response.Headers.Append(HeaderNames.SetCookie, cookie);
            }
        }

        Response.Headers.CacheControl = "no-cache,no-store";
        Response.Headers.Pragma = "no-cache";
        Response.Headers.Expires = "-1";
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // The reason's name and nothing else of it: details would help a forger.
        await HandleAuthenticateOnceSafeAsync().ConfigureAwait(false);
        string reason = _reason ?? ClerkReason.SessionAndClientMissing;
        Response.Headers["x-clerk-auth-status"] = "signed-out";
        Response.Headers["x-clerk-auth-reason"] = reason;
        if (ClerkReason.IsServerFault(reason))
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;

        // RFC 6750, section 3.1: no error code where there was no token.
        Response.Headers.Append(
            HeaderNames.WWWAuthenticate,
            reason is ClerkReason.SessionAndClientMissing or ClerkReason.NoTokenInHeader
                ? "Bearer"
                : $"Bearer error=\"invalid_token\", error_description=\"{reason}\"");
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return ReverificationAnswer.WriteAsync(Context);
    }
}
