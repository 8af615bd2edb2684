using System.ComponentModel;
using ClerkGen.Transport;

namespace ClerkGen.GeneratedSupport;

/// <summary>Creates the handler of clients that are registered in a service collection, unless the host chooses another one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiHttpHandler
{
    /// <summary>
    /// A handler that does nothing on its own account: no redirects, cookies, decompression or spans. The trace context goes along.
    /// </summary>
    public static HttpMessageHandler Create() => new RegisteredHandler(SharedTransport.CreateHandler());
}
