using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;

namespace ClerkGen.Transport;

/// <summary>
/// The pool of connections that all clients of a process share when they are given no
/// <see cref="HttpClient"/>. It lives as long as the process.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Its connections are needed until the process ends.")]
internal sealed class SharedTransport : HttpTransport
{
    private readonly HttpMessageInvoker _invoker = new(CreateHandler(), disposeHandler: true);

    private SharedTransport()
    {
    }

    /// <summary>The one instance, made at the first client.</summary>
    internal static SharedTransport Instance { get; } = new();

    /// <inheritdoc/>
    internal override bool IsOwn => !OperatingSystem.IsBrowser();

    /// <inheritdoc/>
    internal override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    /// <summary>A handler that does nothing on its own account: no redirects, cookies, decompression or telemetry.</summary>
    internal static HttpMessageHandler CreateHandler() =>
        OperatingSystem.IsBrowser() ? new HttpClientHandler() : CreateSocketsHandler();

    // A browser's fetch manages connections, proxies and cookies itself. RequestMessage turns redirects off.
    [UnsupportedOSPlatform("browser")]
    private static SocketsHttpHandler CreateSocketsHandler() => new()
    {
        // A redirect would take credentials in custom headers, and bodies, to another server.
        AllowAutoRedirect = false,

        // A key must not pass a proxy in clear, as plain http to loopback would let it.
        Proxy = new LoopbackProxy(),

        // Cookies of one tenant must not be replayed for another.
        UseCookies = false,

        // Follows changes of DNS. Connecting has a separate limit, so that a dead address leaves time for another attempt.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 256,
        EnableMultipleHttp2Connections = true,

        // A firewall may forget a connection without closing it. Over HTTP/2 all requests, retries too, would then time out on it until
        // its lifetime ends. Together this is less than an attempt's time, so that the next attempt gets a new connection.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = TimeSpan.FromSeconds(5),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),

        // The client reports spans itself, with path templates; the handler's would hold URLs with values.
        ActivityHeadersPropagator = null,
    };
}
