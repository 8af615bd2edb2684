using System.Globalization;
using ClerkGen.Retries;

namespace ClerkGen.Telemetry;

/// <summary>The failure in one word, for <c>error.type</c>: a status, OpenTelemetry's usual words, or an exception's type.</summary>
internal static class FailureWord
{
    internal const string Cancelled = "cancelled";

    /// <summary>The word for an attempt.</summary>
    internal static string Of(in AttemptOutcome outcome) => outcome.Failure.Kind switch
    {
        FailureKind.Redirect when outcome.Status == 0 => "redirect_followed",
        FailureKind.Status or FailureKind.Redirect => outcome.Status.ToString(CultureInfo.InvariantCulture),
        FailureKind.NotSent => outcome.Failure.Connection switch
        {
            ApiConnectionProblem.NameResolution => "name_resolution_error",
            ApiConnectionProblem.Tls => "secure_connection_error",
            ApiConnectionProblem.Proxy => "proxy_tunnel_error",
            ApiConnectionProblem.Refused => "request_refused",
            _ => "connection_error",
        },
        FailureKind.Broken => "connection_broken",
        FailureKind.Timeout => "timeout",
        FailureKind.Aborted => "aborted",
        FailureKind.CutOff => "response_cut_off",
        FailureKind.FollowedRedirect => "redirect_followed",
        _ => "response_unreadable",
    };

    /// <summary>The word for an exception that goes to the caller as it is.</summary>
    internal static string Of(Exception exception) => exception is OperationCanceledException
        ? Cancelled
        : exception.GetType().FullName ?? exception.GetType().Name;
}
