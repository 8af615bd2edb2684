using System.Globalization;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// A call, or its last attempt, took longer than allowed. Never thrown for a cancellation by the caller, which is an
/// <see cref="OperationCanceledException"/> with the caller's token.
/// </summary>
public sealed class ApiTimeoutException : ApiException
{
    /// <summary>Makes an exception as a failed call would, for tests of the caller's own code.</summary>
    /// <param name="timeout">The time that was allowed.</param>
    /// <param name="isOverall">Whether it was allowed for the whole call.</param>
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
    /// The time that was allowed. For a handler of a given <see cref="HttpClient"/>, which does not say, the time that the attempt took.
    /// </summary>
    public TimeSpan Timeout { get; }

    /// <summary>Whether it was allowed for the whole call (<see cref="ApiClientOptions.Timeout"/>) or for one attempt.</summary>
    public bool IsOverall { get; }

    /// <summary>
    /// Whether a given <see cref="HttpClient"/> (<see cref="HttpClient.Timeout"/>) or a handler of it ended the attempt, rather than the
    /// client's options.
    /// </summary>
    public bool IsOfHttpClient { get; }

    private protected override string Cause =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"no complete response within {Timeout.TotalSeconds:0.###} s ({(IsOfHttpClient ? "the given HttpClient's" : IsOverall ? "the call's" : "an attempt's")} timeout)");
}
