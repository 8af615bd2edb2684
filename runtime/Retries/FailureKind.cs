namespace ClerkGen.Retries;

/// <summary>The kind of failure of an attempt.</summary>
internal enum FailureKind
{
    /// <summary>The response has an error status.</summary>
    Status,

    /// <summary>The server did nothing: no name, no connection, no TLS, no proxy, or the request was refused.</summary>
    NotSent,

    /// <summary>The connection broke while the request was sent or the response was read.</summary>
    Broken,

    /// <summary>The attempt's time, or the call's, was over.</summary>
    Timeout,

    /// <summary>A given <see cref="HttpClient"/> or a handler of it gave up.</summary>
    Aborted,

    /// <summary>The response ended before its end.</summary>
    CutOff,

    /// <summary>The response could not be read for another reason.</summary>
    Unreadable,

    /// <summary>The response points elsewhere.</summary>
    Redirect,

    /// <summary>A handler of the caller followed a redirect.</summary>
    FollowedRedirect,
}
