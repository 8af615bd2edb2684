using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClerkGen.Json;

/// <summary>Durations as ISO 8601 writes them: <c>P3Y6M4DT12H30M5.5S</c>, <c>P2W</c>, with an optional sign in front.</summary>
internal static class Iso8601Duration
{
    private const int DaysOfYear = 365;
    private const int DaysOfMonth = 30;
    private const int DaysOfWeek = 7;

    // Limit of one component. It exceeds every duration that fits, and sums of it still fit a decimal.
    private const decimal MaxTicks = 1e20m;

    // Units in the order in which they may occur. A day and longer units come before the T.
    private static ReadOnlySpan<byte> DateUnits => "YMWD"u8;

    private static ReadOnlySpan<byte> TimeUnits => "HMS"u8;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.,"u8);

    /// <summary>Reads a duration. False for another form.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="value">The duration; the nearest one beyond what <see cref="TimeSpan"/> holds (about 29,000 years).</param>
    /// <param name="isExact">Whether it is that duration: years and months are of no certain length, and parts beyond 100 ns are cut off.</param>
    internal static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value, out bool isExact)
    {
        value = default;
        isExact = true;
        bool isNegative = !text.IsEmpty && text[0] == '-';
        if (!text.IsEmpty && text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        if (text.IsEmpty || text[0] is not ((byte)'P' or (byte)'p'))
        {
            return false;
        }

        text = text[1..];
        decimal ticks = 0;
        ReadOnlySpan<byte> units = DateUnits;
        bool isTime = false;
        bool isSomething = false;
        while (!text.IsEmpty)
        {
            if (!isTime && text[0] is (byte)'T' or (byte)'t')
            {
                isTime = true;
                isSomething = false;
                units = TimeUnits;
                text = text[1..];
                continue;
            }

            if (!TryComponent(ref text, ref units, isTime, ref ticks, ref isExact))
            {
                return false;
            }

            isSomething = true;
        }

        if (!isSomething)
        {
            return false;
        }

        long whole = ticks > long.MaxValue ? long.MaxValue : (long)ticks;
        isExact &= whole == ticks;
        value = new TimeSpan(isNegative ? -whole : whole);
        return true;
    }

    /// <summary>Writes days, hours, minutes and seconds: exact, and the same for every reader, unlike years and months.</summary>
    internal static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        // The least value has no positive counterpart in 64 bits.
        ulong ticks = value.Ticks < 0 ? 0UL - (ulong)value.Ticks : (ulong)value.Ticks;
        ulong days = ticks / TimeSpan.TicksPerDay;
        ulong hours = ticks / TimeSpan.TicksPerHour % 24;
        ulong minutes = ticks / TimeSpan.TicksPerMinute % 60;
        decimal seconds = (decimal)(ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;

        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        Append(text, days, 'D');
        if (ticks % TimeSpan.TicksPerDay != 0)
        {
            text.Append('T');
            Append(text, hours, 'H');
            Append(text, minutes, 'M');
            Append(text, seconds, 'S');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, decimal count, char unit)
    {
        if (count != 0)
        {
            text.Append(count.ToString("0.#######", CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private static bool TryComponent(ref ReadOnlySpan<byte> text, ref ReadOnlySpan<byte> units, bool isTime, ref decimal ticks, ref bool isExact)
    {
        int length = text.IndexOfAnyExcept(NumberBytes);
        if (length is < 1 or > 20)
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[20];
        text[..length].CopyTo(digits);
        digits.Replace((byte)',', (byte)'.');
        byte unit = (byte)(text[length] & ~0x20);
        text = text[(length + 1)..];
        int place = units.IndexOf(unit);
        if (place < 0
            || !decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count))
        {
            return false;
        }

        units = units[(place + 1)..];
        isExact &= count == 0 || isTime || unit is (byte)'W' or (byte)'D';
        decimal unitTicks = TicksOf(unit, isTime);
        ticks += count > MaxTicks / unitTicks ? MaxTicks : count * unitTicks;
        return true;
    }

    private static long TicksOf(byte unit, bool isTime) => (char)unit switch
    {
        'Y' => DaysOfYear * TimeSpan.TicksPerDay,
        'M' when !isTime => DaysOfMonth * TimeSpan.TicksPerDay,
        'W' => DaysOfWeek * TimeSpan.TicksPerDay,
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };
}
