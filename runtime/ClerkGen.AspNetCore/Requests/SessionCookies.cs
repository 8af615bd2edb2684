using System.Globalization;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Clerk's cookies of one request. Several instances may share a domain, so cookies end in a suffix of the instance's; older front ends set plain
/// ones. Which of both count is decided once, for all of them.
/// </summary>
internal readonly struct SessionCookies
{
    private const string SessionName = "__session";
    private const string ClientName = "__client_uat";
    private const string RefreshName = "__refresh";
    private const string DevelopmentBrowserName = "__clerk_db_jwt";

    private SessionCookies(string? session, string? client, string? refresh, bool isSuffixed, bool hasDevelopmentBrowser)
    {
        Session = session;
        Client = Number(client);
        Refresh = refresh;
        IsSuffixed = isSuffixed;
        HasDevelopmentBrowser = hasDevelopmentBrowser;
    }

    /// <summary>The session's token; null when there is none.</summary>
    internal string? Session { get; }

    /// <summary>When the client last signed in or out, in seconds since 1970; zero when it is signed out or unknown.</summary>
    internal long Client { get; }

    /// <summary>By which an expired session can be renewed; null when there is none.</summary>
    internal string? Refresh { get; }

    /// <summary>Whether the cookies with the instance's suffix count.</summary>
    internal bool IsSuffixed { get; }

    internal bool HasDevelopmentBrowser { get; }

    internal static SessionCookies Read(RequestTokens request, ClerkTokenVerifier verifier)
    {
        string? session = Given(request.Cookie(SessionName)), client = request.Cookie(ClientName);
        if (verifier.Settings.Instance is not { } instance)
        {
            return new SessionCookies(session, client, refresh: null, isSuffixed: false, request.Cookie(DevelopmentBrowserName) is { Length: > 0 });
        }

        string suffix = "_" + instance.CookieSuffix;
        string? suffixedSession = Given(request.Cookie(SessionName + suffix)), suffixedClient = request.Cookie(ClientName + suffix);
        bool isSuffixed = UsesSuffix(verifier, instance, session, client, suffixedSession, suffixedClient);
        return new SessionCookies(
            isSuffixed ? suffixedSession : session,
            isSuffixed ? suffixedClient : client,
            Given(request.Cookie(RefreshName + suffix)),
            isSuffixed,
            request.Cookie(isSuffixed ? DevelopmentBrowserName + suffix : DevelopmentBrowserName) is { Length: > 0 });
    }

    private static bool UsesSuffix(
        ClerkTokenVerifier verifier, PublishableKey instance, string? session, string? client, string? suffixedSession, string? suffixedClient)
    {
        JwtClaims plain = default, suffixed = default;
        if (session is not null && verifier.TryRead(session, out Jwt jwt))
        {
            plain = jwt.Claims;
            if (plain.Issuer is null || plain.Issuer != instance.Issuer)
            {
                return plain.Issuer is not null;
            }
        }

        if (suffixedSession is null && suffixedClient is null)
        {
            return false;
        }

        if (suffixedSession is not null && verifier.TryRead(suffixedSession, out jwt))
        {
            suffixed = jwt.Claims;
        }

        long plainClient = Number(client), otherClient = Number(suffixedClient);
        if (otherClient != 0 && plainClient != 0 && session is not null && plain.IssuedAt.Seconds > suffixed.IssuedAt.Seconds)
        {
            return false;
        }

        if (suffixedClient is not null && otherClient == 0 && plainClient != 0)
        {
            return false;
        }

        if (!instance.IsProduction && otherClient != 0 && plainClient == 0
            && suffixed.Expires.Seconds <= verifier.Settings.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0)
        {
            return false;
        }

        return suffixedSession is null || suffixedClient is not null;
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
