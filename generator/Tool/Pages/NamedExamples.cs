using System.Globalization;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Samples;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Plausible values where a document has no example: those of the format, else some that fit the name.</summary>
internal static class NamedExamples
{
    /// <summary>A text.</summary>
    public static string Text(string name, WireSchema? schema)
    {
        if (schema?.Values is [var constant] && constant.StartsWith('"'))
        {
            return constant.Trim('"');
        }

        return OfFormat(schema?.Format) ?? OfName(name);
    }

    /// <summary>An integer within the schema's bounds.</summary>
    public static string Integer(string name, WireSchema? schema)
    {
        var scalar = Scalar.OfInteger(schema?.Format);
        long value = name.ToLowerInvariant() switch
        {
            "limit" or "per_page" or "page_size" or "first" => 20,
            "offset" or "skip" => 0,
            _ when scalar == Scalar.Int64 && name.EndsWith("_at", StringComparison.OrdinalIgnoreCase) => ScalarExamples.Number(Scalar.UnixMilliseconds),
            _ => ScalarExamples.Number(scalar),
        };
        value = Bound(schema, "minimum") is { } minimum && value < minimum ? minimum : value;
        value = Bound(schema, "maximum") is { } maximum && value > maximum ? maximum : value;
        return (schema?.Format == "int32" ? Math.Clamp(value, int.MinValue, int.MaxValue) : value).ToString(CultureInfo.InvariantCulture);
    }

    // Numbers can be texts too.
    private static string? OfFormat(string? format) =>
        ScalarExamples.Text(Scalar.OfString(format))
        ?? ScalarExamples.OfFormat(format)
        ?? (Scalar.OfFormat(format) is { } number ? ScalarExamples.Number(number).ToString(CultureInfo.InvariantCulture) : null);

    private static string OfName(string name)
    {
        string words = string.Concat(name.Select(static (c, i) => char.IsUpper(c) && i > 0 ? "_" + c : c.ToString())).ToLowerInvariant().Replace('-', '_').Replace('.', '_');
        string last = words.Split('_')[^1];
        return last switch
        {
            "email" => "ada@example.com",
            "url" or "uri" or "link" or "website" => "https://example.com/",
            "ip" => "192.0.2.1",
            "domain" or "host" or "hostname" => "example.com",
            "id" or "ids" when words.Contains('_', StringComparison.Ordinal) => Prefix(words) + "_123",
            "id" or "ids" => "id_123",
            "address" when words.Contains("email", StringComparison.Ordinal) => "ada@example.com",
            "number" or "phone" when words.Contains("phone", StringComparison.Ordinal) => "+15555550100",
            "password" => "correct horse battery staple",
            "token" or "secret" or "key" => $"example_{last}",
            "name" when words.StartsWith("first", StringComparison.Ordinal) => "Ada",
            "name" when words.StartsWith("last", StringComparison.Ordinal) => "Lovelace",
            "username" => "ada",
            "name" or "title" => "Example",
            "description" => "An example.",
            "slug" => "example",
            "role" => "admin",
            "query" or "search" => "ada",
            "code" => "123456",
            "currency" => "USD",
            "country" => "NL",
            "locale" or "language" => "en-US",
            "version" => "1.0",
            "color" => "#336699",
            "by" => "created_at",
            _ => last.Length > 2 && last.All(char.IsAsciiLetter) ? last : "example",
        };
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
