using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Durations (<c>format: duration</c>, ISO 8601 as in RFC 3339, appendix A). A year counts 365 days and a month 30, as XML
/// Schema's readers in .NET do, which is reported. A number, or a numeric string, is read as seconds, <c>[d.]hh:mm:ss</c> as it looks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationJson : IApiScalar<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (Iso8601Duration.TryParse(text, out TimeSpan value, out bool isExact))
        {
            if (!isExact)
            {
                reader.Deviate(ApiDeviationKind.InexactValue);
            }

            return value;
        }

        bool isOther = TrySeconds(text, out value)
            || TimeSpan.TryParse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture, out value);
        reader.Deviate(isOther ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.MalformedValue);
        return value;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(Format(value));

    /// <inheritdoc/>
    public static string Format(TimeSpan value) => Iso8601Duration.Format(value);

    private static bool TrySeconds(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        if (!JsonScalars.TryNumber(text, out decimal seconds, out _)
            || decimal.Abs(seconds) > (decimal)TimeSpan.MaxValue.TotalSeconds - 1)
        {
            return false;
        }

        value = new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
