namespace ClerkGen;

/// <summary>
/// Specifies how a connection failed. The server did nothing, except perhaps with <see cref="Broken"/> and <see cref="Aborted"/>.
/// </summary>
public enum ApiConnectionProblem
{
    /// <summary>The server's name was not found.</summary>
    NameResolution,

    /// <summary>The connection was refused, or not established in time.</summary>
    Connect,

    /// <summary>TLS could not be established, for example because of an unknown certificate.</summary>
    Tls,

    /// <summary>The proxy refused the connection.</summary>
    Proxy,

    /// <summary>The connection broke while the request was sent or the response was read.</summary>
    Broken,

    /// <summary>The given <see cref="HttpClient"/>, or one of its handlers, aborted the request. The inner exception has the reason.</summary>
    /// <remarks>
    /// For example, its pending requests were cancelled, a circuit breaker was open, or it tried to repeat a request that it may not.
    /// A handler that throws any other exception, or returns no response, is reported as this too.
    /// </remarks>
    Aborted,

    /// <summary>The server refused the request before it did anything, several times. HTTP/2 and HTTP/3 only.</summary>
    Refused,
}
