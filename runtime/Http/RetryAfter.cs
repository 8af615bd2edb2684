using System.Globalization;
using System.Net.Http.Headers;

namespace ClerkGen.Http;

/// <summary>How long a server asks to wait (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The wait of an answer, or null when it says none that can be honoured: no field, garbage, a negative number or fraction,
    /// a date in the past. A number too large for a clock is a very long wait, not none.
    /// </summary>
    internal static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values)
            ? Of(values.ToString(), timeProvider)
            : null;

    /// <summary>The wait that a field's value says, or null.</summary>
    internal static TimeSpan? Of(string value, TimeProvider timeProvider)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        if (!text.ContainsAnyExceptInRange('0', '9'))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }

        if (RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? condition) && condition.Date is DateTimeOffset date)
        {
            TimeSpan wait = date - timeProvider.GetUtcNow();

            // A date in the past says more about the clocks than about the wait.
            return wait > TimeSpan.Zero ? wait : null;
        }

        return null;
    }
}
