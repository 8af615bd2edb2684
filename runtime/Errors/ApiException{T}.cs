using System.Net;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The exception that is thrown when a call fails with a body that the OpenAPI document describes.</summary>
/// <typeparam name="T">Type of the body.</typeparam>
public class ApiException<T> : ApiException
{
    /// <summary>Creates the exception that a failed call would throw, for tests of your own code.</summary>
    /// <param name="statusCode">Status of the response.</param>
    /// <param name="error">The body.</param>
    public ApiException(HttpStatusCode statusCode, T error)
        : base(statusCode) =>
        Error = error;

    /// <summary>Creates the exception of a failed call.</summary>
    /// <param name="context">Details of the call.</param>
    /// <param name="error">The body.</param>
    public ApiException(ApiErrorContext context, T error)
        : base(context) =>
        Error = error;

    /// <summary>Gets the body.</summary>
    public T Error { get; }
}
