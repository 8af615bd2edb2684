namespace ClerkGen;

/// <summary>Specifies why a body could not be read.</summary>
public enum ApiReadFailure
{
    /// <summary>The body is not JSON (RFC 8259): empty, incomplete, HTML, or followed by other text.</summary>
    NotJson,

    /// <summary>The body is not UTF-8 (RFC 8259, section 8.1).</summary>
    NotUtf8,

    /// <summary>Arrays and objects are nested deeper than allowed.</summary>
    TooDeep,

    /// <summary>The body is JSON but differs from the OpenAPI document, and reading is strict or nothing could be read from it.</summary>
    Deviation,
}
