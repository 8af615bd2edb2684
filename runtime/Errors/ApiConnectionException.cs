using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen;

/// <summary>The exception that is thrown when no complete response arrives, because the connection failed.</summary>
public sealed class ApiConnectionException : ApiException
{
    /// <summary>Creates the exception that a failed call would throw, for tests of your own code.</summary>
    /// <param name="problem">How the connection failed.</param>
    public ApiConnectionException(ApiConnectionProblem problem)
        : this(ApiErrorContext.None, problem, null)
    {
    }

    internal ApiConnectionException(ApiErrorContext context, ApiConnectionProblem problem, Exception? innerException)
        : base(context, innerException) =>
        Problem = problem;

    /// <summary>Gets how the connection failed.</summary>
    public ApiConnectionProblem Problem { get; }

    private protected override string Cause => Problem switch
    {
        ApiConnectionProblem.NameResolution => "the server's name was not found",
        ApiConnectionProblem.Connect => "no connection to the server",
        ApiConnectionProblem.Tls => "no secure connection to the server (TLS)",
        ApiConnectionProblem.Proxy => "no connection through the proxy",
        ApiConnectionProblem.Refused => "the server refused the request before it did anything",
        ApiConnectionProblem.Aborted when IsForeign(InnerException) =>
            $"the given HttpClient, or one of its handlers, threw an exception ({HandlerFailure.NameOf(InnerException!)})",
        ApiConnectionProblem.Aborted => "the given HttpClient, or one of its handlers, canceled the request",
        _ => "the connection closed before the response was complete",
    };

    private protected override string? NextStep =>
        Problem == ApiConnectionProblem.Aborted && InnerException is not null ? "The inner exception has the reason." : null;

    // Our own exceptions stop handlers that repeat or redirect a request.
    private static bool IsForeign(Exception? exception) => exception is not (null or OperationCanceledException)
        && (exception is ApiException or MaskedException || exception.GetType().Assembly != typeof(ApiConnectionException).Assembly);
}
