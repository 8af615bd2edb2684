using System.Collections.Concurrent;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen.Options;

/// <summary>A client's frozen options, and values derived from them and the document. Immutable and thread-safe.</summary>
internal sealed class ClientSettings
{
    private readonly ConcurrentDictionary<string, ServerAddress> _otherServers = new(StringComparer.Ordinal);

    internal ClientSettings(ApiClientOptions options, ApiDescription description, Uri? givenAddress = null)
    {
        if (options.Fault is ArgumentException fault)
        {
            throw new ArgumentException(fault.Message, nameof(options), fault);
        }

        options.Freeze();
        Options = options;
        Description = description;
        Server = ServerAddress.Of(options.BaseAddress ?? givenAddress ?? DocumentServer(options, description), options.AllowInsecureHttp);
        Version = description.VersionHeader is null ? null : options.ApiVersion ?? description.Version;
        UserAgent = options.UserAgent is null ? RuntimeVersion.UserAgent : $"{RuntimeVersion.UserAgent} {options.UserAgent}";
    }

    internal ApiClientOptions Options { get; }

    internal ApiDescription Description { get; }

    /// <summary>The client's own server.</summary>
    internal ServerAddress Server { get; }

    /// <summary>Value of the version header, or null when the document has none.</summary>
    internal string? Version { get; }

    internal string UserAgent { get; }

    /// <summary>Whether the client itself repeats failed requests.</summary>
    internal bool HandlesRetries => Options.RetryHandling == RetryHandling.Client;

    /// <summary>The request with the client's values of parameters that the call does not set.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operationId">For the message.</param>
    /// <exception cref="InvalidOperationException">Neither the call nor the options nor the document gives a value.</exception>
    /// <exception cref="ArgumentException">A header cannot contain the value.</exception>
    internal ApiRequest Complete(ApiRequest request, string operationId)
    {
        foreach (ApiClientParameter parameter in Description.Parameters)
        {
            if (request.Has(parameter))
            {
                continue;
            }

            string text = (parameter.IsVersion ? Options.ApiVersion : Options.ParameterText(parameter.Name)) ?? parameter.Default
                ?? throw new InvalidOperationException(
                    $"'{operationId}' needs the parameter '{parameter.Name}'. Set it in the client's options, or in the parameters of the call.");
            request = request.With(parameter, text);
        }

        return request;
    }

    /// <summary>Where an operation's requests go.</summary>
    /// <param name="ownServer">The operation's own server, or null for the client's.</param>
    /// <exception cref="ArgumentException">The operation's own server cannot be an address.</exception>
    internal ServerAddress ServerOf(string? ownServer) => ownServer is null
        ? Server
        : _otherServers.GetOrAdd(
            ownServer,
            static (server, settings) => settings.Server.Of(server, settings.Options.AllowInsecureHttp),
            this);

    /// <summary>Whether credentials may be sent to a server: the client's own, or one that the caller trusts.</summary>
    internal bool IsTrusted(ServerAddress server) =>
        ReferenceEquals(server, Server) || server.HasOriginOf(Server) || Options.TrustsOriginOf(server);

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
            throw new ArgumentException("The OpenAPI document has no server. Set BaseAddress.", nameof(options));
        }

        server = ServerTemplate.Fill(server, description.ServerVariables, options.ServerVariables);
        return Uri.TryCreate(server, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new ArgumentException("The OpenAPI document's server is not an absolute URL. Set BaseAddress.", nameof(options));
    }
}
