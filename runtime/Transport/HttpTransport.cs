using System.Net;

namespace ClerkGen.Transport;

/// <summary>Carries a request to a server. Thread-safe.</summary>
internal abstract class HttpTransport
{
    /// <summary>
    /// Whether handler and body streams are the platform's own. Then no other code sees the request, and nothing holds cancellation tokens
    /// after a response was read.
    /// </summary>
    internal abstract bool IsOwn { get; }

    /// <summary>Whether it is a client of the caller, who may have disposed of it.</summary>
    internal virtual bool IsGiven => false;

    /// <summary>HTTP version of requests.</summary>
    internal virtual Version RequestVersion => HttpVersion.Version20;

    /// <summary>Which other versions may be used.</summary>
    internal virtual HttpVersionPolicy VersionPolicy => HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>How long the transport itself waits for the header fields of a response.</summary>
    internal virtual TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Sends a request and gives the response once its header fields are there.</summary>
    internal abstract Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}

/// <summary>A <see cref="HttpClient"/> of the caller, used as its owner set it up and never disposed of here.</summary>
internal sealed class HttpClientTransport(HttpClient client) : HttpTransport
{
    /// <inheritdoc/>
    internal override bool IsOwn => false;

    /// <inheritdoc/>
    internal override bool IsGiven => true;

    /// <inheritdoc/>
    internal override Version RequestVersion => client.DefaultRequestVersion;

    /// <inheritdoc/>
    internal override HttpVersionPolicy VersionPolicy => client.DefaultVersionPolicy;

    /// <inheritdoc/>
    internal override TimeSpan Timeout => client.Timeout;

    /// <inheritdoc/>
    internal override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
