namespace ClerkGen.Retries;

/// <summary>
/// Which attempts are repeated. A request that can change something is sent again only if the server certainly did nothing. It never
/// received the request, or refused it for its rate (RFC 9110, section 9.2.2).
/// </summary>
internal static class RetryRules
{
    /// <summary>Whether the same request may be sent again after a failure.</summary>
    internal static bool Allows(in AttemptOutcome outcome) => outcome.Failure.Kind switch
    {
        FailureKind.NotSent => true,
        FailureKind.Status when outcome.Status == 429 => true,
        FailureKind.Status => outcome.IsRepeatable && outcome.Status is (408 or 500 or 502 or 503 or 504),
        FailureKind.Broken or FailureKind.CutOff => outcome.IsRepeatable,
        FailureKind.Timeout => (outcome.IsRepeatable || !outcome.WasDelivered) && (!outcome.IsLimitedByCall || outcome.Failure.Limit is not null),
        _ => false,
    };

    /// <summary>Whether the server may have acted without confirming it.</summary>
    internal static bool IsAmbiguous(in AttemptOutcome outcome) => !outcome.IsSafe && outcome.Failure.Kind switch
    {
        FailureKind.NotSent or FailureKind.Redirect => false,
        FailureKind.Status => outcome.Status is >= 500 and not (501 or 505) or 408,
        FailureKind.Timeout or FailureKind.Broken or FailureKind.Aborted => outcome.WasDelivered,
        FailureKind.Unreadable => outcome.Failure.Format!.Problem != ApiResponseProblem.Empty,
        _ => true,
    };
}
