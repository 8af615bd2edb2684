using System.Net;

namespace ClerkGen.Transport;

/// <summary>
/// The system's proxy, but never for this machine. Requests to loopback may be plain http with a readable credential,
/// and no proxy could reach their server.
/// </summary>
internal sealed class LoopbackProxy : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The credentials of the system's proxy are set at HttpClient.DefaultProxy.");
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : HttpClient.DefaultProxy.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
