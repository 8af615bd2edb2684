using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The exception that is thrown when a successful response cannot be read.</summary>
public sealed class ApiResponseFormatException : ApiException
{
    /// <summary>Creates the exception that a failed call would throw, for tests of your own code.</summary>
    /// <param name="problem">The problem with the response.</param>
    public ApiResponseFormatException(ApiResponseProblem problem)
        : this(ApiErrorContext.None, problem, null, null)
    {
    }

    internal ApiResponseFormatException(ApiErrorContext context, ApiResponseProblem problem, string? path, Exception? innerException)
        : base(context, innerException)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>Gets the problem with the response.</summary>
    public ApiResponseProblem Problem { get; }

    /// <summary>Gets the place of the problem as a JSONPath (RFC 9535), or null if it is unknown.</summary>
    public string? Path { get; }

    private protected override string Cause => Problem switch
    {
        ApiResponseProblem.ContentType => "the response has an unexpected content type",
        ApiResponseProblem.Empty => "the response has no body, but the operation requires one",
        ApiResponseProblem.Truncated => "the response is incomplete",
        ApiResponseProblem.Charset => "the response does not match its declared charset",
        ApiResponseProblem.Encoding => "the response does not match its declared content encoding, or the encoding is unknown",
        ApiResponseProblem.TooLarge => "the response is larger than MaxResponseBytes",
        ApiResponseProblem.HeadersTooLarge => "the response headers are larger than the handler allows",
        ApiResponseProblem.TooDeep => "the response is nested deeper than MaxDepth",
        ApiResponseProblem.Deviation => $"the response differs from the OpenAPI document at {Path ?? "$"}",
        ApiResponseProblem.RepeatedPage => "the list returned the same page or cursor twice and would never end",
        ApiResponseProblem.UnexpectedPage => "the list returned another page than the requested one",
        ApiResponseProblem.ForeignNextPage => "the next page of the list is on another server",
        _ => "the response is malformed",
    };
}
