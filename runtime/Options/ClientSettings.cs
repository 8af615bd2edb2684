using System.Collections.Concurrent;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Retries;
using ClerkGen.Security;

namespace ClerkGen.Options;

/// <summary>A client's options as they were when it was made. Immutable and thread-safe.</summary>
internal sealed class ClientSettings
{
    private readonly ConcurrentDictionary<string, ServerAddress> _otherServers = new(StringComparer.Ordinal);
    private readonly bool _allowInsecureHttp;
    private readonly Uri[] _trustedServers;

    internal ClientSettings(ApiClientOptions options, ApiDescription description)
    {
        options.Freeze();
        Description = description;
        _allowInsecureHttp = options.AllowInsecureHttp;
        _trustedServers = [.. options.TrustedServers];
        if (Array.Exists(_trustedServers, static server => server is not { IsAbsoluteUri: true }))
        {
            throw new ArgumentException("A server in TrustedServers is not absolute: write scheme://host:port.", nameof(options));
        }

        Server = ServerAddress.Of(options.BaseAddress ?? DocumentServer(options, description), _allowInsecureHttp);
        Version = description.VersionHeader is null ? null : options.ApiVersion ?? description.Version;
        Credentials = options.Credentials;
        HandlesRetries = options.RetryHandling == RetryHandling.Client;
        Timeout = options.Timeout;
        AttemptTimeout = HandlesRetries ? options.AttemptTimeout : System.Threading.Timeout.InfiniteTimeSpan;
        StreamIdleTimeout = options.StreamIdleTimeout;
        MaxRetries = HandlesRetries ? options.MaxRetries : 0;
        MaxResponseBytes = options.MaxResponseBytes;
        MaxDepth = options.MaxDepth;
        MaxErrorTextLength = options.MaxErrorTextLength;
        Strict = options.StrictReading;
        OnDeviation = options.OnDeviation;
        OnAttempt = options.OnAttempt;
        TimeProvider = options.TimeProvider;
        Random = options.Random;
        RetryBudget = options.RetryBudget;
        UserAgent = options.UserAgent is null ? RuntimeVersion.UserAgent : $"{RuntimeVersion.UserAgent} {options.UserAgent}";
    }

    internal ApiDescription Description { get; }

    internal ServerAddress Server { get; }

    internal string? Version { get; }

    internal string UserAgent { get; }

    internal IReadOnlyDictionary<string, Credential> Credentials { get; }

    internal bool HandlesRetries { get; }

    internal TimeSpan Timeout { get; }

    internal TimeSpan AttemptTimeout { get; }

    internal TimeSpan StreamIdleTimeout { get; }

    internal int MaxRetries { get; }

    internal int MaxResponseBytes { get; }

    internal int MaxDepth { get; }

    internal int MaxErrorTextLength { get; }

    internal bool Strict { get; }

    internal Action<ApiDeviation>? OnDeviation { get; }

    internal Action<ApiAttempt>? OnAttempt { get; }

    internal TimeProvider TimeProvider { get; }

    internal Random Random { get; }

    internal RetryBudget RetryBudget { get; }

    /// <summary>Where an operation's requests go.</summary>
    /// <exception cref="ArgumentException">The operation's own server cannot be an address.</exception>
    internal ServerAddress ServerOf(ApiOperation operation) => operation.Server is null
        ? Server
        : _otherServers.GetOrAdd(
            operation.Server,
            static (server, settings) => settings.Server.Of(server, settings._allowInsecureHttp),
            this);

    /// <summary>Whether credentials may be sent to a server: the client's own, or one that the caller trusts.</summary>
    internal bool IsTrusted(ServerAddress server) =>
        ReferenceEquals(server, Server) || server.HasOriginOf(Server) || Array.Exists(_trustedServers, server.HasOriginOf);

    /// <summary>Checks a time to wait.</summary>
    internal static TimeSpan CheckTimeout(TimeSpan timeout, string name)
    {
        if (timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromMilliseconds(int.MaxValue), name);
        }

        return timeout;
    }

    /// <summary>Checks a number of retries.</summary>
    internal static int CheckMaxRetries(int retries, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retries, 10, name);
        return retries;
    }

    private static Uri DocumentServer(ApiClientOptions options, ApiDescription description)
    {
        if (description.Server is not string server)
        {
            throw new ArgumentException("The OpenAPI document names no server; set BaseAddress.", nameof(options));
        }

        foreach ((string name, string defaultValue) in description.ServerVariables)
        {
            server = server.Replace(
                $"{{{name}}}",
                options.ServerVariables.GetValueOrDefault(name) ?? defaultValue,
                StringComparison.Ordinal);
        }

        return Uri.TryCreate(server, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ArgumentException("The OpenAPI document's server is not an absolute URL; set BaseAddress.", nameof(options));
    }
}
