using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClerkGen.Testing;

/// <summary>Checks one value against the keywords of a schema that do not look into it: its type, known values, numbers and strings.</summary>
/// <param name="differences">Takes what differs.</param>
internal sealed class ValueCheck(List<StubDifference> differences)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Checks a value. False if its type or the value itself is not allowed, and its members and items therefore do not matter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema, without references.</param>
    /// <param name="path">Its JSON path.</param>
    public bool Check(JsonElement value, SchemaPlace schema, string path)
    {
        if (!CheckType(value, schema, path) || !CheckKnown(value, schema, path))
        {
            return false;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            CheckNumber(value, schema, path);
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            CheckString(value.GetString()!, schema, path);
        }

        return true;
    }

    /// <summary>Whether a text matches a pattern. Null where .NET does not understand the pattern, which then excludes nothing.</summary>
    public static bool? IsMatch(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private bool CheckType(JsonElement value, SchemaPlace schema, string path)
    {
        if (schema.Child("type") is not { } type)
        {
            return true;
        }

        List<string> types = schema.Texts("type");
        if (types.Exists(name => IsOf(value, name)))
        {
            return true;
        }

        Add(path, type.Pointer, $"{KindOf(value)} instead of {string.Join(" or ", types)}");
        return false;
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => type == KindOf(value),
    };

    private static bool IsInteger(JsonElement value) =>
        value.TryGetDecimal(out decimal number) ? number == decimal.Truncate(number) : value.TryGetDouble(out double large) && large == Math.Truncate(large);

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private bool CheckKnown(JsonElement value, SchemaPlace schema, string path)
    {
        if (schema.Child("const") is { } constant && !AreEqual(constant.Schema, value))
        {
            Add(path, constant.Pointer, "another value than the constant");
            return false;
        }

        if (schema.Child("enum") is not { } values)
        {
            return true;
        }

        foreach (SchemaPlace known in schema.Items("enum"))
        {
            if (AreEqual(known.Schema, value))
            {
                return true;
            }
        }

        Add(path, values.Pointer, "a value that 'enum' does not list");
        return false;
    }

    private void CheckNumber(JsonElement value, SchemaPlace schema, string path)
    {
        if (!value.TryGetDecimal(out decimal number))
        {
            return;
        }

        Limit("minimum", limit => number >= limit);
        Limit("maximum", limit => number <= limit);
        Limit("exclusiveMinimum", limit => number > limit);
        Limit("exclusiveMaximum", limit => number < limit);
        Limit("multipleOf", limit => limit == 0 || number % limit == 0);
        if (schema.Text("format") == "int32" && IsInteger(value) && number is < int.MinValue or > int.MaxValue)
        {
            Add(path, schema.Pointer + "/format", "a number outside int32");
        }

        void Limit(string keyword, Func<decimal, bool> isKept)
        {
            if (schema.Child(keyword) is { Schema.ValueKind: JsonValueKind.Number } limit && limit.Schema.TryGetDecimal(out decimal bound) && !isKept(bound))
            {
                Add(path, limit.Pointer, $"a number that '{keyword}' excludes");
            }
        }
    }

    private void CheckString(string text, SchemaPlace schema, string path)
    {
        int length = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            length++;
        }

        if (schema.Count("minLength") > length)
        {
            Add(path, schema.Pointer + "/minLength", $"{length} characters");
        }

        if (schema.Count("maxLength") < length)
        {
            Add(path, schema.Pointer + "/maxLength", $"{length} characters");
        }

        if (schema.Text("pattern") is { } pattern && IsMatch(pattern, text) == false)
        {
            Add(path, schema.Pointer + "/pattern", "a text that the pattern does not match");
        }

        if (!IsOfFormat(text, schema.Text("format")))
        {
            Add(path, schema.Pointer + "/format", $"a text that is no {schema.Text("format")}");
        }
    }

    // Checks of uri, email and similar formats differ between implementations. These formats have one form.
    private static bool IsOfFormat(string text, string? format) => format switch
    {
        "date-time" => text.Length > 18 && text[10] is 'T' or 't' or ' '
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => true,
    };

    private static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.String => left.GetString() == right.GetString(),
            JsonValueKind.Number => left.TryGetDecimal(out decimal first) && right.TryGetDecimal(out decimal second)
                ? first == second
                : left.GetDouble().Equals(right.GetDouble()),
            JsonValueKind.Array => AreEqualItems(left, right),
            JsonValueKind.Object => Contains(left, right) && Contains(right, left),
            _ => true,
        };
    }

    private static bool AreEqualItems(JsonElement left, JsonElement right)
    {
        bool areEqual = left.GetArrayLength() == right.GetArrayLength();
        for (int i = 0; areEqual && i < left.GetArrayLength(); i++)
        {
            areEqual = AreEqual(left[i], right[i]);
        }

        return areEqual;
    }

    private static bool Contains(JsonElement value, JsonElement part)
    {
        foreach (JsonProperty member in part.EnumerateObject())
        {
            if (!value.TryGetProperty(member.Name, out JsonElement other) || !AreEqual(member.Value, other))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(string path, string pointer, string text) => differences.Add(new StubDifference(path, pointer, text));
}
