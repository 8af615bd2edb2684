namespace ClerkGen.Json;

/// <summary>
/// Dates and times as RFC 3339, section 5.6, writes them, over UTF-8 bytes. Near misses of servers are read too: a space or lower case for
/// <c>T</c> and <c>Z</c>, no seconds, a date alone. An offset may lack its colon. Without an offset the time is UTC.
/// </summary>
internal static class Rfc3339
{
    private const int DateLength = 10;

    /// <summary>Reads a date and time.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="value">The moment, with the offset that was written.</param>
    /// <param name="deviation">Null if the text is RFC 3339 and the value represents it exactly.</param>
    internal static bool TryDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value, out ApiDeviationKind? deviation)
    {
        value = default;
        deviation = ApiDeviationKind.ConvertedValue;
        if (text.Length < DateLength || !TryDate(text[..DateLength], out DateOnly date))
        {
            return false;
        }

        long ticks = date.DayNumber * TimeSpan.TicksPerDay;
        if (text.Length == DateLength)
        {
            value = new DateTimeOffset(ticks, TimeSpan.Zero);
            return true;
        }

        if (text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' ' or (byte)'_'))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[(DateLength + 1)..];
        if (!TryClock(ref rest, out long clock, out bool hasSeconds, out bool isExact) || !TryOffset(rest, out int minutes, out bool isRfcOffset))
        {
            return false;
        }

        ticks += clock;
        long utc = ticks - (minutes * TimeSpan.TicksPerMinute);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        // DateTimeOffset has offsets up to 14 hours; the moment is kept for the others.
        bool isOffsetKept = Math.Abs(minutes) <= 14 * 60;
        value = isOffsetKept
            ? new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))
            : new DateTimeOffset(utc, TimeSpan.Zero);
        deviation = !isExact || !isOffsetKept ? ApiDeviationKind.InexactValue
            : hasSeconds && isRfcOffset && text[DateLength] != (byte)'_' ? null
            : ApiDeviationKind.ConvertedValue;
        return true;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    internal static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text, 0, 4, out int year) || !TryDigits(text, 5, 2, out int month) || !TryDigits(text, 8, 2, out int day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads <c>HH:mm:ss</c> with an optional fraction and an optional offset, which is left out of account.</summary>
    /// <param name="text">All of the text.</param>
    /// <param name="value">The time of day.</param>
    /// <param name="deviation">Null when seconds are there, and all of the text is held.</param>
    internal static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly value, out ApiDeviationKind? deviation)
    {
        value = default;
        deviation = null;
        if (!TryClock(ref text, out long clock, out bool hasSeconds, out bool isExact) || !TryOffset(text, out _, out _))
        {
            return false;
        }

        value = new TimeOnly(clock % TimeSpan.TicksPerDay);
        deviation = !isExact || !text.IsEmpty ? ApiDeviationKind.InexactValue : hasSeconds ? null : ApiDeviationKind.ConvertedValue;
        return true;
    }

    private static bool TryClock(ref ReadOnlySpan<byte> text, out long ticks, out bool hasSeconds, out bool isExact)
    {
        ticks = 0;
        hasSeconds = false;
        isExact = true;
        if (text.Length < 5 || text[2] != ':'
            || !TryDigits(text, 0, 2, out int hour) || !TryDigits(text, 3, 2, out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        ticks = ((hour * 60L) + minute) * TimeSpan.TicksPerMinute;
        text = text[5..];
        if (text.Length < 3 || text[0] != ':')
        {
            return true;
        }

        // 60 is a leap second (RFC 3339, section 5.7): the first moment of the next minute.
        if (!TryDigits(text, 1, 2, out int second) || second > 60)
        {
            return false;
        }

        hasSeconds = true;
        isExact = second < 60;
        ticks += second * TimeSpan.TicksPerSecond;
        text = text[3..];
        return text.IsEmpty || text[0] is not ((byte)'.' or (byte)',') || TryFraction(ref text, ref ticks, ref isExact);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks, ref bool isExact)
    {
        int length = 1;
        for (long unit = TimeSpan.TicksPerSecond / 10; length < text.Length && char.IsAsciiDigit((char)text[length]); length++)
        {
            // Digits beyond the tick (100 ns) are cut off.
            ticks += (text[length] - '0') * unit;
            isExact &= unit > 0 || text[length] == '0';
            unit /= 10;
        }

        text = text[length..];
        return length > 1;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes, out bool isRfc)
    {
        minutes = 0;
        isRfc = false;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1)
        {
            isRfc = true;
            return text[0] is (byte)'Z' or (byte)'z';
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || !TryDigits(text, 1, 2, out int hours) || hours > 23)
        {
            return false;
        }

        isRfc = text.Length == 6 && text[3] == ':';
        int rest = 0;
        bool isValid = text.Length switch
        {
            3 => true,
            5 => TryDigits(text, 3, 2, out rest),
            6 => isRfc && TryDigits(text, 4, 2, out rest),
            _ => false,
        };
        minutes = (hours * 60) + rest;
        minutes = text[0] == '-' ? -minutes : minutes;
        return isValid && rest <= 59;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        if (text.Length < start + count)
        {
            return false;
        }

        foreach (byte digit in text.Slice(start, count))
        {
            int number = digit - '0';
            if ((uint)number > 9)
            {
                return false;
            }

            value = (value * 10) + number;
        }

        return true;
    }
}
