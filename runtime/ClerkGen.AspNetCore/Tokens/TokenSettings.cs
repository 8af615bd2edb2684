using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClerkGen.AspNetCore;

/// <summary>Options as they were when verification began, checked. Immutable.</summary>
internal sealed class TokenSettings
{
    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(5);

    private readonly bool[] _accepted = new bool[4];

    /// <summary>Checks options and takes them over.</summary>
    /// <param name="options">The options.</param>
    /// <param name="log">Where failures to fetch keys are logged.</param>
    /// <param name="previous">Settings that these replace. Keys that would be fetched the same way are taken over.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it and repeats no secret.</exception>
    internal TokenSettings(ClerkAuthenticationOptions options, ILogger? log, TokenSettings? previous = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Log = log ?? NullLogger.Instance;
        Time = options.TimeProvider ?? TimeProvider.System;
        Instance = Given(options.PublishableKey) is { } publishable ? PublishableKey.Read(publishable) : null;
        SecretKey = Secret(options.SecretKey, nameof(options.SecretKey), "sk_");
        MachineSecretKey = Secret(options.MachineSecretKey, nameof(options.MachineSecretKey), "ak_");
        Skew = options.ClockSkew >= TimeSpan.Zero && options.ClockSkew <= LongestSkew
            ? options.ClockSkew.TotalSeconds
            : throw new ArgumentException("ClockSkew is not between zero and five minutes.");
        AuthorizedParties = [.. options.AuthorizedParties];
        foreach (string party in AuthorizedParties)
        {
            CheckOrigin(party);
        }

        AllowMissingAuthorizedParty = options.AllowMissingAuthorizedParty;
        Audiences = [.. options.Audiences];
        Issuers = !options.ValidateIssuer ? [] : options.Issuers.Count > 0 ? [.. options.Issuers] : Instance is null ? [] : [Instance.Issuer];
        Names = new IssuerNames([.. Issuers, .. Instance is null ? [] : (string[])[Instance.Issuer]], AuthorizedParties);
        foreach (ClerkTokenKind kind in options.AcceptedTokens)
        {
            _accepted[Enum.IsDefined(kind) ? (int)kind : throw new ArgumentException("AcceptedTokens contains a kind that does not exist.")] = true;
            AcceptedCount++;
            OnlyAccepted = kind;
        }

        AllowPendingSessions = options.AllowPendingSessions;
        CacheMachineTokens = options.CacheMachineTokens;
        CacheApiKeys = options.CacheApiKeys;
        CheckHandler(options.BackchannelHandler);
        Backchannel = new ClerkBackchannel(options.BackchannelHandler, Time);
        Api = ApiRoot(options);
        Keys = FindKeys(options, previous?.Keys);
    }

    internal ILogger Log { get; }

    internal TimeProvider Time { get; }

    internal PublishableKey? Instance { get; }

    internal string? SecretKey { get; }

    internal string? MachineSecretKey { get; }

    /// <summary>In seconds.</summary>
    internal double Skew { get; }

    internal string[] AuthorizedParties { get; }

    internal bool AllowMissingAuthorizedParty { get; }

    internal string[] Audiences { get; }

    internal string[] Issuers { get; }

    internal IssuerNames Names { get; }

    internal int AcceptedCount { get; }

    /// <summary>The kind that is accepted when there is only one.</summary>
    internal ClerkTokenKind OnlyAccepted { get; }

    internal bool AllowPendingSessions { get; }

    internal bool CacheMachineTokens { get; }

    internal bool CacheApiKeys { get; }

    internal ClerkBackchannel Backchannel { get; }

    /// <summary>The Backend API with its version; ends in a slash.</summary>
    internal Uri Api { get; }

    internal KeySource Keys { get; }

    internal bool Accepts(ClerkTokenKind kind) => _accepted[(int)kind];

    private KeySource FindKeys(ClerkAuthenticationOptions options, KeySource? previous)
    {
        List<VerificationKey> given = [];
        foreach (string pem in options.JwtKeys)
        {
            given.Add(PemKey.Read(pem));
        }

        if (given.Count > 0)
        {
            return new FixedKeys(new KeySet([.. given], 0));
        }

        if (FetchOf(options) is not { } fetch)
        {
            return new NoKeys();
        }

        // Options are reloaded for many reasons. Keys that are at hand must not be lost, least of all in an outage.
        return previous is RemoteKeys keys && keys.IsFetchedBy(fetch) ? keys : new RemoteKeys(fetch, Time, Log);
    }

    private KeyFetch? FetchOf(ClerkAuthenticationOptions options)
    {
        if (options.JwksAddress is { } address)
        {
            CheckAddress(address, nameof(options.JwksAddress));
            return new KeyFetch(Backchannel, address, null, null, Time);
        }

        if (SecretKey is not null)
        {
            return new KeyFetch(Backchannel, new Uri(Api, "jwks"), SecretKey, ApiDate, Time);
        }

        return Instance is null ? null : new KeyFetch(Backchannel, new Uri(Instance.Issuer + "/.well-known/jwks.json"), null, null, Time);
    }

    /// <summary>The version of the Backend API's contract by which responses are read.</summary>
    internal const string ApiDate = "2026-05-12";

    private static Uri ApiRoot(ClerkAuthenticationOptions options)
    {
        CheckAddress(options.ApiAddress, nameof(options.ApiAddress));
        string root = options.ApiAddress.AbsoluteUri.TrimEnd('/');
        string version = options.ApiVersion.Trim('/');

        // Both spellings of the address are in use: with the version and without.
        return new Uri(version.Length == 0 || root.EndsWith("/" + version, StringComparison.Ordinal) ? root + "/" : $"{root}/{version}/");
    }

    private static void CheckAddress(Uri address, string name)
    {
        if (!address.IsAbsoluteUri
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException($"{name} is not an https address (http is only for this machine), or has a user name or a fragment.");
        }
    }

    // A redirect takes the body along, and that holds an API key.
    private static void CheckHandler(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        if (handler is HttpClientHandler { AllowAutoRedirect: true } or SocketsHttpHandler { AllowAutoRedirect: true })
        {
            throw new ArgumentException("BackchannelHandler follows redirects, which would take secrets to other servers. Set its AllowAutoRedirect to false.");
        }
    }

    private static void CheckOrigin(string party)
    {
        if (party.EndsWith('/') || !party.Contains("://", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The authorized party '{party}' is not an origin. An origin is compared exactly and looks like 'https://app.example.com', without a slash at its end.");
        }
    }

    private static string? Secret(string? key, string name, string prefix)
    {
        if (Given(key) is not { } secret)
        {
            return null;
        }

        foreach (char c in secret)
        {
            if (c is <= ' ' or > '~')
            {
                throw new ArgumentException($"{name} contains white space or a character beyond ASCII. It was probably read with the end of its line.");
            }
        }

        return secret.StartsWith("pk_", StringComparison.Ordinal)
            ? throw new ArgumentException($"{name} is a publishable key (pk_…). It must begin with {prefix}.")
            : secret;
    }

    // A variable that is set to nothing is one that is not set.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
