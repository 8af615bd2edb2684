using System.Globalization;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Plausible values for a name or a format, where a document has no example.</summary>
internal static class SampleValues
{
    /// <summary>A text.</summary>
    public static string Text(string name, WireSchema? schema)
    {
        if (schema?.Values is [var constant] && constant.StartsWith('"'))
        {
            return constant.Trim('"');
        }

        string words = string.Concat(name.Select(static (c, i) => char.IsUpper(c) && i > 0 ? "_" + c : c.ToString())).ToLowerInvariant().Replace('-', '_').Replace('.', '_');
        string last = words.Split('_')[^1];
        return (schema?.Format, last) switch
        {
            ("email" or "idn-email", _) or (_, "email") => "ada@example.com",
            ("uri" or "url", _) or (_, "url" or "uri" or "link" or "website") => "https://example.com/",
            ("date-time", _) => "2026-01-31T12:00:00Z",
            ("date", _) => "2026-01-31",
            ("uuid", _) => "8c1f6a52-3d7e-4b0a-9f0e-2d5b7c4e1a63",
            ("ipv4", _) or (_, "ip") => "203.0.113.7",
            ("hostname", _) or (_, "domain" or "host" or "hostname") => "example.com",
            (_, "id" or "ids") when words.Contains('_', StringComparison.Ordinal) => Prefix(words) + "_123",
            (_, "id" or "ids") => "id_123",
            (_, "address") when words.Contains("email", StringComparison.Ordinal) => "ada@example.com",
            (_, "number" or "phone") when words.Contains("phone", StringComparison.Ordinal) => "+15555550100",
            (_, "password") => "correct horse battery staple",
            (_, "token" or "secret" or "key") => $"example_{last}",
            (_, "name") when words.StartsWith("first", StringComparison.Ordinal) => "Ada",
            (_, "name") when words.StartsWith("last", StringComparison.Ordinal) => "Lovelace",
            (_, "username") => "ada",
            (_, "name" or "title") => "Example",
            (_, "description") => "An example.",
            (_, "slug") => "example",
            (_, "role") => "admin",
            (_, "query" or "search") => "ada",
            (_, "code") => "123456",
            (_, "currency") => "USD",
            (_, "country") => "NL",
            (_, "locale" or "language") => "en-US",
            (_, "version") => "1.0",
            (_, "color") => "#336699",
            (_, "by") => "created_at",
            _ => last.Length > 2 && last.All(char.IsAsciiLetter) ? last : "example",
        };
    }

    /// <summary>An integer within the schema's bounds.</summary>
    public static string Integer(string name, WireSchema? schema)
    {
        long value = name.ToLowerInvariant() switch
        {
            "limit" or "per_page" or "page_size" or "first" => 20,
            "offset" or "skip" => 0,
            _ when name.EndsWith("_at", StringComparison.OrdinalIgnoreCase) => 1_769_860_800_000,
            _ => 1,
        };
        value = Bound(schema, "minimum") is { } minimum && value < minimum ? minimum : value;
        value = Bound(schema, "maximum") is { } maximum && value > maximum ? maximum : value;
        return (schema?.Format == "int32" ? Math.Clamp(value, int.MinValue, int.MaxValue) : value).ToString(CultureInfo.InvariantCulture);
    }

    private static long? Bound(WireSchema? schema, string keyword) =>
        schema?.Limits.GetValueOrDefault(keyword) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double bound) && Math.Abs(bound) < 1e15
            ? (long)bound
            : null;

    // user_id → user, organization_id → org: the short form of what carries the id.
    private static string Prefix(string words)
    {
        string[] parts = words.Split('_');
        string word = parts[^2];
        return word.Length > 6 ? word[..3] : word.Length == 0 ? "id" : word;
    }
}
