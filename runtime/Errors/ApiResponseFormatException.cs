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
        ApiResponseProblem.ContentType => "the answer has another content type",
        ApiResponseProblem.Empty => "the answer has no body where the operation promises one",
        ApiResponseProblem.Truncated => "the answer is cut off",
        ApiResponseProblem.Charset => "the answer is in another charset than it says",
        ApiResponseProblem.Encoding => "the answer is not compressed as it says, or in an unknown way",
        ApiResponseProblem.TooLarge => "the answer is larger than MaxResponseBytes",
        ApiResponseProblem.HeadersTooLarge => "the answer's header fields are larger than the handler allows",
        ApiResponseProblem.TooDeep => "the answer nests deeper than MaxDepth",
        ApiResponseProblem.Deviation => $"the answer differs from the OpenAPI document at {Path ?? "$"}",
        ApiResponseProblem.RepeatedPage => "the list gave a page or cursor twice and would never end",
        ApiResponseProblem.UnexpectedPage => "the list gave another page than the one that was asked for",
        ApiResponseProblem.ForeignNextPage => "the next page of the list is on another server",
        _ => "the answer is malformed",
    };
}
