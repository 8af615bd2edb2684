using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>Puts our words on component schemas, their properties and their enum values.</summary>
internal sealed class SchemaProse(Organisation organisation, Prose prose)
{
    private static readonly string[] Order =
    [
        "$ref", "x-clerkgen-name", "type", "format", "nullable", "deprecated", "readOnly", "writeOnly", "description", "enum", "x-enum-varnames",
        "x-enum-descriptions", "default", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "items", "required", "properties", "additionalProperties", "allOf", "oneOf", "anyOf",
        "discriminator",
    ];

    /// <summary>Completes the component <paramref name="schema"/> called <paramref name="name"/> in place.</summary>
    public void Weave(string name, JsonObject schema)
    {
        schema["description"] = prose.Require("schemas", name, "description");
        if (schema["enum"] is JsonArray values)
            DescribeValues(name, schema, values);
        WeaveProperties(name, schema);
        Arrange(schema);
    }

    private static void Arrange(JsonObject schema)
    {
        foreach (JsonObject child in Children(schema))
            Arrange(child);
        ProseWeaver.Reorder(schema, Order);
    }

    private static IEnumerable<JsonObject> Children(JsonObject schema)
    {
        foreach (JsonNode? property in (schema["properties"]?.AsObject() ?? []).Select(property => property.Value))
            yield return property!.AsObject();
        foreach (string key in new[] { "items", "additionalProperties" })
        {
            if (schema[key] is JsonObject child)
                yield return child;
        }

        foreach (string key in new[] { "allOf", "oneOf", "anyOf" })
        {
            foreach (JsonNode? part in schema[key]?.AsArray() ?? [])
                yield return part!.AsObject();
        }
    }

    private void DescribeValues(string name, JsonObject schema, JsonArray values)
    {
        if (values.Count < 2)
            return;
        schema["x-enum-descriptions"] = new JsonArray(
            [.. values.Select(value => (JsonNode)prose.Require("schemas", name, "values", value!.GetValue<string>()))]);
        if (organisation.EnumNames.TryGetValue(name, out JsonObject? names))
            schema["x-enum-varnames"] = new JsonArray([.. values.Select(value => names[value!.GetValue<string>()]!.DeepClone())]);
    }

    private void WeaveProperties(string name, JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            foreach ((string property, JsonNode? node) in properties.ToArray())
                properties[property] = Describe(name, property, node!.AsObject());
        }

        foreach (JsonNode? part in schema["allOf"]?.AsArray() ?? [])
            WeaveProperties(name, part!.AsObject());
    }

    private JsonObject Describe(string name, string property, JsonObject schema)
    {
        string words = prose.Find("schemas", name, "properties", property)
            ?? Shared(property, schema)
            ?? prose.Miss("schemas", name, "properties", property);
        if (words.Length == 0)
            return schema.DeepClone().AsObject();
        JsonObject described = schema.DeepClone().AsObject();

        // Beside a reference OpenAPI 3.0 ignores every other keyword.
        if (described["$ref"] is not null)
            described = new JsonObject { ["allOf"] = new JsonArray(described) };
        described["description"] = words;
        return described;
    }

    // Words for a property that means the same in every schema; {const} stands for its only value.
    private string? Shared(string property, JsonObject schema)
    {
        if (schema["enum"] is JsonArray { Count: 1 } only)
        {
            string? pattern = prose.Find("properties", $"{property} (constant)");
            if (pattern is not null)
                return pattern.Replace("{const}", only[0]!.ToString(), StringComparison.Ordinal);
        }

        return prose.Find("properties", property);
    }
}
