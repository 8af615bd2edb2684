namespace ClerkGen;

/// <summary>What failed about a connection. All but <see cref="Broken"/> and <see cref="Aborted"/> happen before anything of the request is sent.</summary>
public enum ApiConnectionProblem
{
    /// <summary>The server's name was not found.</summary>
    NameResolution,

    /// <summary>The connection was refused, or not made in time.</summary>
    Connect,

    /// <summary>TLS could not be set up: an unknown certificate, say.</summary>
    Tls,

    /// <summary>The proxy did not let the connection through.</summary>
    Proxy,

    /// <summary>The connection broke while the request was sent or the answer was read.</summary>
    Broken,

    /// <summary>
    /// The given <see cref="HttpClient"/>, or one of its handlers, gave up the request: its pending requests were cancelled, a circuit
    /// breaker was open, or it tried to repeat what it may not. The inner exception says which.
    /// </summary>
    Aborted,
}
