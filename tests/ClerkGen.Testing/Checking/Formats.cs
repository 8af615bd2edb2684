using System.Globalization;
using System.Net;

namespace ClerkGen.Testing;

/// <summary>Loose checks of the formats of the OpenAPI format registry; an unknown format allows everything.</summary>
internal static class Formats
{
    /// <summary>Whether a string is what its format says.</summary>
    public static bool IsString(string format, string value) => format switch
    {
        "date-time" => value.Contains('T', StringComparison.OrdinalIgnoreCase)
            && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => TimeOnly.TryParse(value.TrimEnd('Z', 'z'), CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || DateTimeOffset.TryParse($"2000-01-01T{value}", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
        "duration" => value.StartsWith('P') || value.StartsWith("-P", StringComparison.Ordinal),
        "uuid" => Guid.TryParseExact(value, "D", out _),
        "uri" or "url" => Uri.TryCreate(value, UriKind.Absolute, out _),
        "email" => value.Contains('@', StringComparison.Ordinal),
        "byte" => Convert.TryFromBase64String(value, new byte[value.Length], out _),
        "ipv4" or "ipv6" => IPAddress.TryParse(value, out _),
        _ => true,
    };

    /// <summary>Whether a number fits its format.</summary>
    public static bool IsNumber(string format, string text) => format switch
    {
        "int8" => InRange(text, sbyte.MinValue, sbyte.MaxValue),
        "int16" => InRange(text, short.MinValue, short.MaxValue),
        "int32" => InRange(text, int.MinValue, int.MaxValue),
        "int64" => InRange(text, long.MinValue, long.MaxValue),
        "uint8" => InRange(text, byte.MinValue, byte.MaxValue),
        "uint16" => InRange(text, ushort.MinValue, ushort.MaxValue),
        "uint32" => InRange(text, uint.MinValue, uint.MaxValue),
        "uint64" => InRange(text, ulong.MinValue, ulong.MaxValue),
        "float" => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float single) && float.IsFinite(single),
        _ => true,
    };

    private static bool InRange(string text, decimal minimum, decimal maximum) =>
        JsonNumber.TryDecimal(text, out decimal value) && value >= minimum && value <= maximum;
}
