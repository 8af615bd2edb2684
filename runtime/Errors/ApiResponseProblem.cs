namespace ClerkGen;

/// <summary>Why an answer could not be used although the server said it was a success.</summary>
public enum ApiResponseProblem
{
    /// <summary>The media type is another than the operation's: an HTML page of a proxy, say.</summary>
    ContentType,

    /// <summary>There is no body, or it is <c>null</c>, where the operation promises a value.</summary>
    Empty,

    /// <summary>The body ended before its end, or its compression did.</summary>
    Truncated,

    /// <summary>The body is not what its media type says.</summary>
    Malformed,

    /// <summary>The body is in an unknown charset, or not in the one it names.</summary>
    Charset,

    /// <summary>The body is compressed in a way that was not asked for, or not as its <c>Content-Encoding</c> says.</summary>
    Encoding,

    /// <summary>The body is larger than <see cref="ApiClientOptions.MaxResponseBytes"/>, after decompression.</summary>
    TooLarge,

    /// <summary>Its arrays and objects nest deeper than <see cref="ApiClientOptions.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>It differs from the OpenAPI document, and reading is strict or nothing could be read from it.</summary>
    Deviation,

    /// <summary>A list gave the same page or cursor again, so that it would never end.</summary>
    RepeatedPage,

    /// <summary>A list gave another page than the one that was asked for, so that items would be missing.</summary>
    UnexpectedPage,

    /// <summary>A list names a next page on another server than the client's.</summary>
    ForeignNextPage,

    /// <summary>
    /// The header fields are larger than the handler allows: 64 KB, or <c>MaxResponseHeadersLength</c> of a given handler.
    /// </summary>
    HeadersTooLarge,
}
