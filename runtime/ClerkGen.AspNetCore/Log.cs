using Microsoft.Extensions.Logging;

namespace ClerkGen.AspNetCore;

/// <summary>The messages that are logged. No token, secret or claim is among it.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error,
        "Clerk's keys cannot be loaded from {Address}: {Reason} ({Detail}). Requests with tokens are answered with 503.")]
    internal static partial void KeysUnavailable(ILogger logger, string reason, string detail, Uri address);

    [LoggerMessage(2, LogLevel.Warning,
        "Clerk's keys cannot be renewed from {Address}: {Reason} ({Detail}). Stale keys of {Age} seconds are used, for 15 minutes at most.")]
    internal static partial void KeysStale(ILogger logger, string reason, string detail, Uri address, int age);

    [LoggerMessage(3, LogLevel.Error, "A token of the kind {Kind} cannot be verified by Clerk: {Reason} ({Detail}). The request is answered with 503.")]
    internal static partial void TokenNotAsked(ILogger logger, string kind, string reason, string detail);

    [LoggerMessage(4, LogLevel.Warning, "A webhook is refused: {Problem}. {Explanation}")]
    internal static partial void WebhookRefused(ILogger logger, WebhookProblem problem, string explanation);
}
