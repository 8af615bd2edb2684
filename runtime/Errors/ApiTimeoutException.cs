using System.Globalization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>The exception that is thrown when a call, or its last attempt, exceeds a time limit.</summary>
/// <remarks>A cancellation by the caller throws an <see cref="OperationCanceledException"/> with the caller's token instead.</remarks>
public sealed class ApiTimeoutException : ApiException
{
    /// <summary>Creates the exception that a failed call would throw, for tests of your own code.</summary>
    /// <param name="timeout">The time limit.</param>
    /// <param name="isOverall">Whether it applied to the whole call.</param>
    public ApiTimeoutException(TimeSpan timeout, bool isOverall)
        : this(ApiErrorContext.None, timeout, isOverall, null)
    {
    }

    internal ApiTimeoutException(
        ApiErrorContext context,
        TimeSpan timeout,
        bool isOverall,
        Exception? innerException,
        bool isOfHttpClient = false)
        : base(context, innerException)
    {
        IsOfHttpClient = isOfHttpClient;
        Timeout = timeout;
        IsOverall = isOverall;
    }

    /// <summary>
    /// Gets the time limit. For a handler of a given <see cref="HttpClient"/>, whose limit is unknown, the time that the attempt took.
    /// </summary>
    public TimeSpan Timeout { get; }

    /// <summary>Gets whether the limit applied to the whole call (<see cref="ApiClientOptions.Timeout"/>) or to one attempt.</summary>
    public bool IsOverall { get; }

    /// <summary>Gets whether a given <see cref="HttpClient"/> or one of its handlers ended the attempt, not the client's options.</summary>
    public bool IsOfHttpClient { get; }

    private protected override string Cause =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no complete response within {Timeout.TotalSeconds:0.###} s ({(IsOfHttpClient ? "the given HttpClient's" : IsOverall ? "the call's" : "an attempt's")} timeout)");
}
