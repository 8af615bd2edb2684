using System.Text.Json;

namespace ClerkGen.Tool.Tests;

/// <summary>Checks JSON against the keywords of JSON Schema that the tool's own schemas use.</summary>
internal static class JsonShape
{
    public static IEnumerable<string> Violations(JsonElement value, JsonElement schema, JsonElement root, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !Types(type).Contains(Kind(value)))
        {
            yield return $"{place} is {Kind(value)}";
        }

        if (schema.TryGetProperty("enum", out JsonElement values) && !values.EnumerateArray().Any(other => other.ToString() == value.ToString()))
        {
            yield return $"{place} is '{value}'";
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (string name in schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
            {
                yield return $"{place} lacks {name}";
            }

            foreach (JsonProperty property in value.EnumerateObject())
            {
                if (!schema.GetProperty("properties").TryGetProperty(property.Name, out JsonElement below))
                {
                    yield return $"{place} has {property.Name}";
                    continue;
                }

                foreach (string violation in Violations(property.Value, below, root, $"{place}.{property.Name}"))
                {
                    yield return violation;
                }
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (string violation in value.EnumerateArray().SelectMany((item, index) => Violations(item, schema.GetProperty("items"), root, $"{place}[{index}]")))
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!) : [type.GetString()!];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
