using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The server said it was a success, but the answer could not be read.</summary>
public sealed class ApiResponseFormatException : ApiException
{
    /// <summary>Makes an exception as a failed call would, for tests of the caller's own code.</summary>
    /// <param name="problem">What is wrong with the answer.</param>
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

    /// <summary>What is wrong with the answer.</summary>
    public ApiResponseProblem Problem { get; }

    /// <summary>Where, as a JSONPath (RFC 9535), or null when the place is not known.</summary>
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
