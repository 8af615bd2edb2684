using System.Globalization;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>The example of each scalar and of each format of texts. Samples and reference pages show these.</summary>
internal static class ScalarExamples
{
    // The first moment of 2026, in seconds.
    private const long Moment = 1_767_225_600;

    /// <summary>A text that the scalar's codec reads back as it is, or null for numbers, booleans and free texts.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="number">Which one of several that differ, from 0 on.</param>
    public static string? Text(Scalar scalar, int number = 0)
    {
        string two = (number % 28 + 1).ToString("00", CultureInfo.InvariantCulture);
        return scalar == Scalar.DateTimeOffset ? $"2026-01-{two}T00:00:00Z"
            : scalar == Scalar.DateOnly ? $"2026-01-{two}"
            : scalar == Scalar.TimeOnly ? $"12:00:{two}"
            : scalar == Scalar.Duration ? $"PT{number + 1}H"
            : scalar == Scalar.TimeSpan ? $"{number % 23 + 1:00}:00:00"
            : scalar == Scalar.Guid ? $"00000000-0000-4000-8000-{number + 1:000000000000}"
            : scalar == Scalar.Uri ? "https://example.com/" + (number == 0 ? "" : (number + 1).ToString(CultureInfo.InvariantCulture))
            : scalar == Scalar.Bytes ? Convert.ToBase64String([(byte)(number + 1)])
            : null;
    }

    /// <summary>The number of a scalar of numbers.</summary>
    public static long Number(Scalar scalar) => scalar == Scalar.UnixMilliseconds ? Moment * 1000 : scalar == Scalar.UnixSeconds ? Moment : 1;

    /// <summary>A text of a format that does not decide the type, or null.</summary>
    /// <param name="format">The format.</param>
    /// <param name="suffix">Text that makes several values differ, where the format allows it.</param>
    public static string? OfFormat(string? format, string suffix = "") => format switch
    {
        "email" or "idn-email" => $"user{suffix}@example.com",
        "hostname" or "idn-hostname" or "domain" => $"host{suffix}.example.com",
        "ipv4" or "ip" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "cidr" or "ipv4-cidr" => "192.0.2.0/24",
        "phone" or "phone-number" or "e164" => "+15555550100",
        "json-pointer" => "/text",
        "regex" => "text",
        "semver" => "1.0.0",
        "ulid" => "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "uri-template" => "https://example.com/{id}",
        "country-code" => "NL",
        "currency" or "iso-4217" => "EUR",
        "color" => "#336699",
        "json-string" => "{}",
        _ => null,
    };
}
