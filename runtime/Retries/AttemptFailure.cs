namespace ClerkGen.Retries;

/// <summary>The failure of an attempt, and its consequences.</summary>
internal sealed class AttemptFailure
{
    private AttemptFailure(FailureKind kind) => Kind = kind;

    /// <summary>The kind of failure.</summary>
    internal FailureKind Kind { get; }

    /// <summary>Which part of the connection failed.</summary>
    internal ApiConnectionProblem Connection { get; private init; }

    /// <summary>The time that was over when it was neither the attempt's nor the call's, else null.</summary>
    internal TimeSpan? Limit { get; private init; }

    /// <summary>The finished exception when the response could not be read, else null.</summary>
    internal ApiResponseFormatException? Format { get; private init; }

    /// <summary>The handler's exception, or null.</summary>
    internal Exception? Cause { get; private init; }

    /// <summary>An respond with an error status.</summary>
    internal static AttemptFailure OfStatus { get; } = new(FailureKind.Status);

    /// <summary>A response that points elsewhere.</summary>
    internal static AttemptFailure OfRedirect { get; } = new(FailureKind.Redirect);

    /// <summary>A redirect that a handler tried to follow with the request's content, which was refused.</summary>
    internal static AttemptFailure OfRefusedRedirect { get; } = new(FailureKind.Redirect);

    /// <summary>A response from where a handler was redirected to.</summary>
    internal static AttemptFailure OfFollowedRedirect { get; } = new(FailureKind.FollowedRedirect);

    /// <summary>No connection, or a request that the server refused before it did anything.</summary>
    internal static AttemptFailure NotSent(ApiConnectionProblem problem, Exception cause) =>
        new(FailureKind.NotSent) { Connection = problem, Cause = cause };

    /// <summary>The connection broke.</summary>
    internal static AttemptFailure Broken(Exception cause) =>
        new(FailureKind.Broken) { Connection = ApiConnectionProblem.Broken, Cause = cause };

    /// <summary>The time was over.</summary>
    /// <param name="cause">The handler's exception.</param>
    /// <param name="limit">The time of a given <see cref="HttpClient"/> or of a handler, or null for the attempt's or the call's.</param>
    internal static AttemptFailure TimedOut(Exception cause, TimeSpan? limit = null) =>
        new(FailureKind.Timeout) { Cause = cause, Limit = limit };

    /// <summary>A given <see cref="HttpClient"/> or a handler of it gave up.</summary>
    internal static AttemptFailure Aborted(Exception cause) =>
        new(FailureKind.Aborted) { Connection = ApiConnectionProblem.Aborted, Cause = cause };

    /// <summary>A success that could not be read.</summary>
    internal static AttemptFailure Unreadable(ApiResponseFormatException exception) =>
        new(exception.Problem == ApiResponseProblem.Truncated ? FailureKind.CutOff : FailureKind.Unreadable) { Format = exception };
}
