namespace ClerkGen.Retries;

/// <summary>The outcome of a failed attempt, for retry rules and messages.</summary>
/// <param name="failure">Why it failed.</param>
internal readonly struct AttemptOutcome(AttemptFailure failure)
{
    /// <summary>Why it failed.</summary>
    internal AttemptFailure Failure { get; } = failure;

    /// <summary>Status of the response; 0 when there was none.</summary>
    internal int Status { get; init; }

    /// <summary>Whether the method promises to change nothing.</summary>
    internal bool IsSafe { get; init; }

    /// <summary>Whether doing it twice is the same as doing it once.</summary>
    internal bool IsRepeatable { get; init; }

    /// <summary>Whether the server may have got the request, at least in part.</summary>
    internal bool WasDelivered { get; init; }

    /// <summary>Whether the attempt had the rest of the call's time.</summary>
    internal bool IsLimitedByCall { get; init; }
}
