using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>A call that got no whole answer because the connection could not be made or broke.</summary>
public sealed class ApiConnectionException : ApiException
{
    /// <summary>Makes an exception as a failed call would, for tests of the caller's own code.</summary>
    /// <param name="problem">What failed.</param>
    public ApiConnectionException(ApiConnectionProblem problem)
        : this(ApiErrorContext.None, problem, null)
    {
    }

    internal ApiConnectionException(ApiErrorContext context, ApiConnectionProblem problem, Exception? innerException)
        : base(context, innerException) =>
        Problem = problem;

    /// <summary>What failed.</summary>
    public ApiConnectionProblem Problem { get; }

    private protected override string Cause => Problem switch
    {
        ApiConnectionProblem.NameResolution => "the server's name was not found",
        ApiConnectionProblem.Connect => "no connection to the server",
        ApiConnectionProblem.Tls => "no secure connection to the server (TLS)",
        ApiConnectionProblem.Proxy => "no connection through the proxy",
        ApiConnectionProblem.Aborted => "the given HttpClient, or one of its handlers, canceled the request",
        _ => "the connection closed before the response was complete",
    };
}
