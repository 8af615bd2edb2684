using System.Globalization;
using System.Net;
using System.Text;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Errors;

/// <summary>Writes the message of an <see cref="ApiException"/>: facts that are safe to log, then what to do next.</summary>
internal static class ErrorMessage
{
    /// <summary>The message.</summary>
    /// <param name="context">Facts about the call.</param>
    /// <param name="cause">The failure, or null if the status is enough.</param>
    /// <param name="nextStep">The next step, or null if the status decides it.</param>
    internal static string Of(ApiErrorContext context, string? cause, string? nextStep)
    {
        var message = new StringBuilder(context.OperationId ?? "The call");
        message.Append(" failed: ").Append(cause ?? StatusText(context.StatusCode));
        if (cause is not null && context.StatusCode is HttpStatusCode status)
        {
            message.Append(CultureInfo.InvariantCulture, $", status {(int)status}");
        }

        if (context.ErrorCodes.Count > 0)
        {
            message.Append(", code ").AppendJoin(", ", context.ErrorCodes);
        }

        if (context.TraceId is not null)
        {
            message.Append(", trace ").Append(context.TraceId);
        }

        if (context.Attempts > 1)
        {
            message.Append(CultureInfo.InvariantCulture, $", after {context.Attempts} attempts");
        }

        message.Append(". ").Append(nextStep);
        if (context.IsOutcomeUnknown || nextStep is null)
        {
            message.Append(nextStep is null ? "" : " ").Append(NextStep(context));
        }

        return message.ToString();
    }

    private static string StatusText(HttpStatusCode? status) => status is HttpStatusCode code
        ? string.Create(CultureInfo.InvariantCulture, $"status {(int)code}{(Enum.IsDefined(code) ? $" ({code})" : "")}")
        : "no answer";

    private static string NextStep(ApiErrorContext context)
    {
        if (context.IsOutcomeUnknown)
        {
            return "The outcome is unknown: the server may have processed the request. Check before you repeat it.";
        }

        return (int?)context.StatusCode switch
        {
            301 or 308 => "Redirects are not followed. Set the base address to the API's address.",
            302 or 303 or 307 => "Redirects are not followed. Location contains the target address.",
            304 => "The resource has not changed since the version in the request's condition. Use the version that you have.",
            >= 300 and < 400 => "See the headers and the response text.",
            401 => "The server did not accept the credential. Check it.",
            403 => "The credential is not allowed to do this.",
            404 => "Check the ids in the request.",
            407 or 511 => "A proxy or network on the way requires authentication. Configure it at the handler.",
            408 => "The server did not receive the whole request in time. Try again.",
            410 => "The resource no longer exists.",
            412 or 428 => "The request's condition is missing or not met. Read the resource again first.",
            413 => "The request is too large. Send less at once.",
            409 => "The request conflicts with the resource's current state. Read it again first.",
            400 or 422 => "Correct the request. See the error codes and the response text.",
            429 => context.RetryAfter is { Ticks: > 0 } wait
                ? string.Create(CultureInfo.InvariantCulture, $"The rate limit is reached. Wait {Math.Ceiling(wait.TotalSeconds)} s.")
                : "The rate limit is reached. Wait before the next request.",
            501 or 505 => "The server does not support this request. See the response text.",
            >= 500 => "The server failed. Try again later.",
            >= 200 and < 300 => "The response cannot be used. See the response text.",
            null => "Check that the server can be reached, and try again.",
            _ => "See the response text.",
        };
    }
}
