using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Moments (<c>format: date-time</c>, RFC 3339). Near misses of the form are read too, without offset as UTC; so are numbers:
/// seconds since 1970, or milliseconds when they are 100,000,000,000 or more. Written with the value's own offset.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetJson : IApiScalar<DateTimeOffset>
{
    // Beyond it seconds would be after the year 5000, and milliseconds are after March 1973.
    private const decimal FirstMilliseconds = 100_000_000_000;

    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (Rfc3339.TryDateTime(text, out DateTimeOffset value, out ApiDeviationKind? deviation))
        {
            if (deviation is { } kind)
            {
                reader.Deviate(kind);
            }

            return value;
        }

        if (JsonScalars.TryNumber(text, out decimal number, out _))
        {
            long unit = decimal.Abs(number) < FirstMilliseconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMillisecond;
            return UnixTime.FromNumber(ref reader, number, unit, isExact: false);
        }

        reader.Deviate(ApiDeviationKind.MalformedValue);
        return default;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            // A UTC DateTime ends in Z, which is shorter than +00:00.
            writer.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <inheritdoc/>
    public static string Format(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
