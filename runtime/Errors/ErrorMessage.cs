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
    internal static string Of(ApiErrorContext context, string? cause)
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

        return message.Append(". ").Append(NextStep(context)).ToString();
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
            409 => "The request conflicts with the resource's current state. Read it again first.",
            400 or 422 => "Correct the request. See the error codes and the response text.",
            429 => context.RetryAfter is TimeSpan wait
                ? string.Create(CultureInfo.InvariantCulture, $"The rate limit is reached. Wait {Math.Ceiling(wait.TotalSeconds)} s.")
                : "The rate limit is reached. Wait before the next request.",
            >= 500 => "The server failed. Try again later.",
            >= 200 and < 300 => "The response cannot be used. See the response text.",
            null => "Check that the server can be reached, and try again.",
            _ => "See the response text.",
        };
    }
}
