using System.Globalization;

namespace ClerkGen.Http;

/// <summary>Dates of header fields (RFC 9110, section 5.6.7).</summary>
internal static class HttpDate
{
    private static readonly string[] Formats = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The date, or null when the text is none.</summary>
    internal static DateTimeOffset? Parse(string? text) => DateTimeOffset.TryParseExact(
        text,
        Formats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
        out DateTimeOffset date)
        ? date
        : null;
}
