using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;

namespace ClerkGen.Http;

/// <summary>How long a server asks to wait (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly SearchValues<char> NumbersAndCommas = SearchValues.Create("0123456789, ");

    /// <summary>
    /// The wait that a response asks for. Null without a usable value: no field, garbage, a negative number or fraction, a date in the
    /// past. A number too large for a clock is a very long wait, not none. A date is counted from the response's own <c>Date</c>, so that
    /// clocks which differ make no difference.
    /// </summary>
    internal static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values)
            ? Of(values.ToString(), DateOf(response) ?? timeProvider.GetUtcNow())
            : null;

    /// <summary>The wait in a field's value, or null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="now">When the server wrote it.</param>
    internal static TimeSpan? Of(string value, DateTimeOffset now)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return null;
        }

        // Proxies add a field of their own. The longest of several numbers suits all of them. A date has a comma too.
        if (!text.ContainsAnyExcept(NumbersAndCommas) && text.Contains(','))
        {
            TimeSpan? longest = null;
            foreach (string part in value.Split(','))
            {
                longest = Of(part, now) is TimeSpan wait && !(wait < longest) ? wait : longest;
            }

            return longest;
        }

        if (!text.ContainsAnyExceptInRange('0', '9'))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.MaxValue;
        }

        // A date in the past means that clocks differ, not that there is no wait.
        return HttpDate.Parse(value) is DateTimeOffset date && date > now ? date - now : null;
    }

    private static DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Date", out HeaderStringValues values) ? HttpDate.Parse(values.ToString()) : null;
}
