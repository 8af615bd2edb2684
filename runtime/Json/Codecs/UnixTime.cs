using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>
/// Moments as numbers since 1970-01-01T00:00:00Z, in a unit of so many ticks. Fractions are kept down to the tick (100 ns).
/// </summary>
internal static class UnixTime
{
    // Ticks of 1970, and ticks from then to the end of the year 9999.
    private const long EpochTicks = 621_355_968_000_000_000;
    private const long MaxTicks = 3_155_378_975_999_999_999 - EpochTicks;

    /// <summary>Reads a number, numeric string or RFC 3339 text.</summary>
    /// <param name="reader">Positioned on the value.</param>
    /// <param name="unit">Ticks of one; a constant, so that nothing is divided where this is inlined.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static DateTimeOffset Read(ref ApiJsonReader reader, long unit) =>
        reader.Json.TokenType == JsonTokenType.Number && reader.Json.TryGetInt64(out long whole)
            && whole >= -EpochTicks / unit && whole <= MaxTicks / unit
            ? unit == TimeSpan.TicksPerMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(whole)
                : new DateTimeOffset(EpochTicks + (whole * unit), TimeSpan.Zero)
            : ReadOther(ref reader, unit);

    private static DateTimeOffset ReadOther(ref ApiJsonReader reader, long unit)
    {
        if (!JsonScalars.TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (JsonScalars.TryNumber(text, out decimal number, out _))
        {
            return FromNumber(ref reader, number, unit, isExact: reader.Json.TokenType == JsonTokenType.Number);
        }

        bool isMoment = Rfc3339.TryDateTime(text, out DateTimeOffset value, out _);
        reader.Deviate(isMoment ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.MalformedValue);
        return value;
    }

    /// <summary>The moment of a number; beyond the years 1 to 9999 the nearest one.</summary>
    /// <param name="reader">Where a deviation goes.</param>
    /// <param name="number">The number as it was read.</param>
    /// <param name="unit">Ticks of one.</param>
    /// <param name="isExact">Whether the number stood in its promised form.</param>
    internal static DateTimeOffset FromNumber(ref ApiJsonReader reader, decimal number, long unit, bool isExact)
    {
        decimal nearest = decimal.Clamp(number, (decimal)-EpochTicks / unit, (decimal)MaxTicks / unit);
        if (nearest != number)
        {
            reader.Deviate(ApiDeviationKind.NumberOutOfRange);
        }
        else if (!isExact)
        {
            reader.Deviate(ApiDeviationKind.ConvertedValue);
        }

        return new DateTimeOffset(EpochTicks + (long)(nearest * unit), TimeSpan.Zero);
    }

    /// <summary>Writes the number: an integer unless the moment lies between two of them.</summary>
    internal static void Write(Utf8JsonWriter writer, DateTimeOffset value, long unit)
    {
        long ticks = value.UtcTicks - EpochTicks;
        if (ticks % unit == 0)
        {
            writer.WriteNumberValue(ticks / unit);
        }
        else
        {
            writer.WriteNumberValue((decimal)ticks / unit);
        }
    }

    /// <summary>The number as text.</summary>
    internal static string Format(DateTimeOffset value, long unit) =>
        ((decimal)(value.UtcTicks - EpochTicks) / unit).ToString(CultureInfo.InvariantCulture);
}
