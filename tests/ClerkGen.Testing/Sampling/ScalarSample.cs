using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>The characters of a sample's text.</summary>
internal enum TextAlphabet
{
    /// <summary>Any Unicode text.</summary>
    Any,

    /// <summary>Any text that can stand for one path segment: not empty, not a dot segment.</summary>
    Path,

    /// <summary>Characters that a header field or a cookie carries unchanged: visible ASCII without delimiters.</summary>
    Token,
}

/// <summary>Synthesises strings and numbers.</summary>
internal sealed class ScalarSample(SampleChoices choices, TextAlphabet alphabet, int seed)
{
    private static readonly string[] AnyTexts =
    [
        "", "plain", "two words", "Zoë Müller", "日本語 🎉", "quote \" backslash \\ slash /", "tab\tline\nend", "a+b=c&d;e,f|g", "100%",
        "<p>&amp;</p>",
    ];

    private static readonly string[] PathTexts = ["plain", "two words", "a/b", "50%", "ü?x#y", "semi;colon,comma", "a+b", "..x", "日本"];

    private static readonly string[] TokenTexts = ["plain", "v1.2-3", "a_b~c", "X!y"];

    /// <summary>The values that <c>const</c> and <c>enum</c> leave; empty when the parts have neither.</summary>
    public static IReadOnlyList<JsonNode?> Fixed(IReadOnlyList<IOpenApiSchema> parts)
    {
        IEnumerable<JsonNode?>? values = null;
        foreach (IOpenApiSchema part in parts)
        {
            IReadOnlyList<JsonNode?> own = part.Const is not null ? part.ConstValues() : part.EnumValues();
            if (own.Count > 0)
            {
                values = values is null ? own : values.Where(value => own.Any(other => JsonDiff.AreEqual(value, other)));
            }
        }

        if (values is null)
        {
            return [];
        }

        JsonSchemaType[] types = [.. parts.Select(part => part.NonNullType()).OfType<JsonSchemaType>()];
        JsonNode?[] left = [.. values.Where(value => types.All(type => SchemaChecker.IsOfType(value, type)))];
        JsonNode?[] notNull = [.. left.Where(value => value is not null)];
        return notNull.Length > 0 ? notNull : left;
    }

    /// <summary>A string: by format, else by pattern, else text of the required length.</summary>
    public JsonNode Text(IReadOnlyList<IOpenApiSchema> parts, string pointer)
    {
        string? format = parts.Select(part => part.ContentEncoding() == "base64" ? "byte" : part.Format).FirstOrDefault(value => value is not null);
        string? pattern = parts.Select(part => part.Pattern).FirstOrDefault(value => value is not null);
        int minimum = parts.Max(part => part.MinLength) ?? 0;
        int maximum = parts.Min(part => part.MaxLength) ?? int.MaxValue;
        string? formatted = Formatted(format, parts[0], pointer);
        if (pattern is not null)
        {
            string? matching = formatted is not null && Patterns.Matches(pattern, formatted) == true ? formatted : Example(parts, pattern);
            matching ??= PatternSample.Of(pattern, choices.Number(pointer, "pattern"), minimum, maximum);
            return JsonValue.Create(matching ?? FreeText(pointer));
        }

        return JsonValue.Create(formatted ?? OfLength(FreeText(pointer), minimum, maximum));
    }

    // Lengths count characters, not UTF-16 code units (JSON Schema validation, section 6.3).
    private static string OfLength(string text, int minimum, int maximum)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return runes.Length < minimum
            ? text + new string('x', minimum - runes.Length)
            : string.Concat(runes.Take(maximum));
    }

    /// <summary>Text of no particular form, never longer than 60 characters.</summary>
    public string FreeText(string pointer)
    {
        string[] texts = alphabet switch { TextAlphabet.Any => AnyTexts, TextAlphabet.Path => PathTexts, _ => TokenTexts };
        int index = seed == 0 ? 0 : (int)(choices.Number(pointer, "text") % (ulong)(texts.Length * 2));
        string name = new([.. pointer[(pointer.LastIndexOf('/') + 1)..].Where(c => char.IsAsciiLetterOrDigit(c) || c == '_').Take(40)]);
        return seed == 0 || index >= texts.Length
            ? $"{(name.Length == 0 ? "text" : name)}-{choices.Number(pointer, "suffix") % 1000}"
            : texts[index];
    }

    /// <summary>An integer within range, beyond 32 bits where the format does not forbid it.</summary>
    public JsonNode Integer(IReadOnlyList<IOpenApiSchema> parts, string pointer)
    {
        decimal small = 1 + (choices.Number(pointer, "integer") % 1000);
        decimal[] candidates = parts.Select(part => part.Format).FirstOrDefault(value => value is not null) switch
        {
            "int32" => [small, 0, int.MaxValue, int.MinValue],
            "int64" => [small, 1_735_689_600_000 + small, long.MaxValue, long.MinValue, 0],
            "int8" => [small % 100, sbyte.MinValue],
            "int16" => [small, short.MaxValue, short.MinValue],
            "uint8" => [small % 100, byte.MaxValue],
            "uint16" => [small, ushort.MaxValue],
            "uint32" => [small, uint.MaxValue],
            "uint64" => [small, ulong.MaxValue],
            "unix-milliseconds" => [1_735_689_600_000 + small],
            _ => [small, 1_735_689_600_000 + small, 0, -small],
        };
        return Bounded(candidates, parts, pointer, 1);
    }

    /// <summary>A number within range.</summary>
    public JsonNode Number(IReadOnlyList<IOpenApiSchema> parts, string pointer)
    {
        decimal small = 1 + (choices.Number(pointer, "number") % 1000);
        // Halves and quarters survive every binary floating-point format.
        decimal[] candidates = parts.Any(part => part.Format == "float")
            ? [small + 0.5m, 0.25m, -small, 0]
            : [small + 0.25m, 0.1m, 12345.678m, -small, 0];
        return Bounded(candidates, parts, pointer, 0.125m);
    }

    /// <summary>A value of a schema that says nothing.</summary>
    public JsonNode Anything(IOpenApiSchema owner, string pointer) => choices.Among(4, pointer, owner, "anything") switch
    {
        0 => JsonValue.Create(FreeText(pointer)),
        1 => new JsonObject { ["any"] = JsonValue.Create(FreeText(pointer)), ["list"] = new JsonArray(1, 2.5m, null) },
        2 => JsonValue.Create(42.5m),
        _ => new JsonArray(true, "x"),
    };

    private JsonValue Bounded(decimal[] candidates, IReadOnlyList<IOpenApiSchema> parts, string pointer, decimal step)
    {
        decimal? minimum = parts.Select(part => Limit(part.Minimum, part.ExclusiveMinimum, step)).Max();
        decimal? maximum = parts.Select(part => Limit(part.Maximum, part.ExclusiveMaximum, -step)).Min();
        decimal multiple = parts.Select(part => part.MultipleOf).FirstOrDefault(value => value > 0) ?? 0;
        decimal[] inside =
        [
            .. candidates
                .Select(value => multiple == 0 ? value : Math.Floor(value / multiple) * multiple)
                .Where(value => !(value < minimum) && !(value > maximum)),
        ];
        if (inside.Length == 0)
        {
            decimal nearest = Math.Min(Math.Max(candidates[0], minimum ?? candidates[0]), maximum ?? decimal.MaxValue);
            inside =
            [
                multiple == 0 ? nearest
                    : minimum is { } least ? Math.Ceiling(least / multiple) * multiple
                    : Math.Floor(nearest / multiple) * multiple,
            ];
        }

        decimal chosen = inside[seed == 0 ? 0 : (int)(choices.Number(pointer, "which") % (ulong)inside.Length)];
        return JsonValue.Create(step == 1 ? decimal.Truncate(chosen) : chosen);
    }

    private static decimal? Limit(string? inclusive, string? exclusive, decimal step)
    {
        decimal? limit = JsonNumber.TryDecimal(inclusive, out decimal value) && Math.Abs(value) < 1e20m ? value : null;
        return JsonNumber.TryDecimal(exclusive, out decimal open) && Math.Abs(open) < 1e20m ? open + step : limit;
    }

    private static string? Example(IReadOnlyList<IOpenApiSchema> parts, string pattern) => parts
        .SelectMany(part => part.Examples ?? [])
        .OfType<JsonValue>()
        .Select(example => example.ToString())
        .FirstOrDefault(example => Patterns.Matches(pattern, example) == true);

    private string? Formatted(string? format, IOpenApiSchema owner, string pointer)
    {
        ulong number = choices.Number(pointer, "format");
        DateTime moment = new DateTime(2024, 2, 29, 7, 8, 9, DateTimeKind.Utc).AddSeconds(number % 40_000_000);
        string Date(string pattern) => moment.ToString(pattern, CultureInfo.InvariantCulture);
        return format switch
        {
            "date-time" => choices.Among(3, pointer, owner, "date-time") switch
            {
                0 => Date("yyyy-MM-dd'T'HH:mm:ss'Z'"),
                1 => Date("yyyy-MM-dd'T'HH:mm:ss'.'123456'Z'"),
                _ => Date("yyyy-MM-dd'T'HH:mm:ss'+02:00'"),
            },
            "date" => Date("yyyy-MM-dd"),
            "time" => Date("HH:mm:ss"),
            "duration" => "P1DT2H30M",
            "uuid" => new Guid((int)(uint)number, (short)(ushort)(number >> 32), 0x4abc, 0x8d, 1, 2, 3, 4, 5, 6, 7).ToString("D"),
            "uri" or "url" => $"https://example.com/{number % 1000}?a=b%20c",
            "email" => $"person{number % 1000}@example.com",
            "hostname" => $"host{number % 1000}.example.com",
            "ipv4" => "192.0.2.7",
            "ipv6" => "2001:db8::7",
            "byte" => Convert.ToBase64String(BitConverter.GetBytes(number)),
            "binary" => $"binary{number % 1000}",
            _ => null,
        };
    }
}
