namespace ClerkGen;

/// <summary>Specifies why a successful response could not be used.</summary>
public enum ApiResponseProblem
{
    /// <summary>The media type is not one of the operation's, for example an HTML page of a proxy.</summary>
    ContentType,

    /// <summary>The body is missing or <c>null</c>, although the operation has a value.</summary>
    Empty,

    /// <summary>The body, or its compression, is incomplete.</summary>
    Truncated,

    /// <summary>The body does not match its media type.</summary>
    Malformed,

    /// <summary>The body's charset is unknown, or differs from the one that is declared.</summary>
    Charset,

    /// <summary>The body is compressed in a way that was not requested, or does not match its <c>Content-Encoding</c>.</summary>
    Encoding,

    /// <summary>The body exceeds <see cref="ApiClientOptions.MaxResponseBytes"/> after decompression.</summary>
    TooLarge,

    /// <summary>Arrays and objects are nested deeper than <see cref="ApiClientOptions.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>The body differs from the OpenAPI document, and reading is strict or nothing could be read from it.</summary>
    Deviation,

    /// <summary>A list returned the same page or cursor again, so it would never end.</summary>
    RepeatedPage,

    /// <summary>A list returned a different page than requested, so items would be missing.</summary>
    UnexpectedPage,

    /// <summary>A list names a next page on another server.</summary>
    ForeignNextPage,

    /// <summary>The header fields are larger than the handler allows: 64 KB, or <c>MaxResponseHeadersLength</c> of a given handler.</summary>
    HeadersTooLarge,
}
