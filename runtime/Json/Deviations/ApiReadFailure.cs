namespace ClerkGen;

/// <summary>Why a body could not be read.</summary>
public enum ApiReadFailure
{
    /// <summary>It is not JSON (RFC 8259): empty, cut off, HTML, or followed by other text.</summary>
    NotJson,

    /// <summary>It is not UTF-8 (RFC 8259, section 8.1).</summary>
    NotUtf8,

    /// <summary>Its arrays and objects nest deeper than allowed.</summary>
    TooDeep,

    /// <summary>It is JSON, but not what the OpenAPI document promises, and that was not to be tolerated.</summary>
    Deviation,
}
