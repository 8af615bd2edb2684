using System.Globalization;

namespace ClerkGen.Http;

/// <summary>Dates of header fields (RFC 9110, section 5.6.7).</summary>
internal static class HttpDate
{
    // The last ones are those of RFC 5322, which servers write instead.
    private static readonly string[] Formats =
    [
        "r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'UTC'", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

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
