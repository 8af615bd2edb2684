using System.Net;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>A call that failed with a body that the OpenAPI document describes.</summary>
/// <typeparam name="T">Type of the body.</typeparam>
public class ApiException<T> : ApiException
{
    /// <summary>Makes an exception as a failed call would, for tests of the caller's own code.</summary>
    /// <param name="statusCode">Status of the answer.</param>
    /// <param name="error">The body.</param>
    public ApiException(HttpStatusCode statusCode, T error)
        : base(statusCode) =>
        Error = error;

    /// <summary>Makes the exception of a failed call.</summary>
    /// <param name="context">What is known about the call.</param>
    /// <param name="error">The body.</param>
    public ApiException(ApiErrorContext context, T error)
        : base(context) =>
        Error = error;

    /// <summary>The body.</summary>
    public T Error { get; }
}
