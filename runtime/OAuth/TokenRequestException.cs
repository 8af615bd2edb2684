namespace ClerkGen;

/// <summary>The exception that is thrown when an OAuth 2.0 token endpoint returns no usable token. Messages contain no secret and no token.</summary>
public sealed class TokenRequestException : Exception
{
    /// <summary>Creates an exception.</summary>
    public TokenRequestException()
        : this("The token endpoint returned no token.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public TokenRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public TokenRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TokenRequestException(string message, int statusCode)
        : base(message) => StatusCode = statusCode;

    /// <summary>Gets the status of the response, or null if there was none.</summary>
    public int? StatusCode { get; }

    /// <summary>Gets the error code (RFC 6749, section 5.2), such as <c>invalid_client</c>, or null.</summary>
    public string? Error { get; internal init; }
}
