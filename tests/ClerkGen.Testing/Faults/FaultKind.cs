namespace ClerkGen.Testing.Faults;

/// <summary>The faults between a client and its server: 32 kinds, and none.</summary>
public enum FaultKind
{
    /// <summary>Nothing goes wrong.</summary>
    None,

    /// <summary>Nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>The host has no address.</summary>
    UnknownHost,

    /// <summary>The server does not speak TLS although the address says so.</summary>
    TlsFailure,

    /// <summary>The connection is reset after the request was read.</summary>
    ResetBeforeHeaders,

    /// <summary>The connection is reset after the header fields.</summary>
    ResetAfterHeaders,

    /// <summary>The connection is reset in the middle of the body.</summary>
    ResetInBody,

    /// <summary>A fresh connection is closed after the request was read.</summary>
    CloseAfterRead,

    /// <summary>A connection that was used before is closed after the request was read.</summary>
    CloseAfterReadReused,

    /// <summary>The connection is accepted and never read.</summary>
    StallBeforeReading,

    /// <summary>The request is read and never answered.</summary>
    StallAfterReading,

    /// <summary>Nothing comes after half a status line.</summary>
    StallInStatusLine,

    /// <summary>Nothing comes after half of the header fields.</summary>
    StallInHeaders,

    /// <summary>Nothing comes after the header fields.</summary>
    StallBeforeBody,

    /// <summary>Nothing comes after half of the body.</summary>
    StallInBody,

    /// <summary>A body with a length is cut and the connection closed.</summary>
    CutWithLength,

    /// <summary>A chunked body is cut and the connection closed.</summary>
    CutChunked,

    /// <summary>A body that ends with the connection is cut.</summary>
    CutAtClose,

    /// <summary>Status 408.</summary>
    Status408,

    /// <summary>Status 429 with <c>Retry-After: 0</c>.</summary>
    Status429,

    /// <summary>Status 500.</summary>
    Status500,

    /// <summary>Status 502.</summary>
    Status502,

    /// <summary>Status 503.</summary>
    Status503,

    /// <summary>Status 504.</summary>
    Status504,

    /// <summary>A proxy's HTML page with status 502.</summary>
    HtmlBadGateway,

    /// <summary>A success without a body.</summary>
    EmptyBody,

    /// <summary>A success with a page of HTML.</summary>
    WrongContentType,

    /// <summary>A success with text that is not JSON.</summary>
    MalformedJson,

    /// <summary>A success in a charset that nobody knows.</summary>
    UnknownCharset,

    /// <summary>A compressed body that is cut inside, with the length that it then has.</summary>
    CutCompression,

    /// <summary>A small compressed body that unfolds to 64 MiB.</summary>
    CompressionBomb,

    /// <summary>A redirect, status 307, to another server.</summary>
    Redirect,

    /// <summary>Status 413 and the end of the connection while the request's body is still on its way.</summary>
    EarlyRefusal,
}
