namespace ClerkGen.Retries;

/// <summary>
/// Which attempts are repeated. A request that can change something is sent again only when the server surely did nothing: it
/// never saw the request, or refused it for its rate (RFC 9110, section 9.2.2).
/// </summary>
internal static class RetryRules
{
    /// <summary>Whether the same request may be sent again after a failure.</summary>
    internal static bool Allows(ApiCallContext call, AttemptFailure failure) => failure.Kind switch
    {
        FailureKind.NotSent => true,
        FailureKind.Status when call.Status == 429 => true,
        FailureKind.Status => call.IsRepeatable && call.Status is (408 or 500 or 502 or 503 or 504),
        FailureKind.Broken or FailureKind.CutOff => call.IsRepeatable,
        FailureKind.Timeout => (call.IsRepeatable || !call.WasDelivered) && !call.IsLimitedByCall,
        _ => false,
    };

    /// <summary>Whether the server may have done what was asked, without saying so.</summary>
    internal static bool IsAmbiguous(ApiCallContext call, AttemptFailure failure) => !call.Operation.IsSafe && failure.Kind switch
    {
        FailureKind.NotSent or FailureKind.Redirect => false,
        FailureKind.Status => call.Status is >= 500 and not (501 or 505) or 408,
        FailureKind.Timeout or FailureKind.Broken => call.WasDelivered,
        FailureKind.Unreadable => failure.Format!.Problem != ApiResponseProblem.Empty,
        _ => true,
    };
}
