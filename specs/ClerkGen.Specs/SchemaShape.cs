using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>One schema with references, <c>allOf</c> and unions of one variant resolved: what a value at its place looks like.</summary>
internal sealed class SchemaShape
{
    /// <summary>Keywords that belong to the place where a component is used.</summary>
    public static readonly string[] SiteKeywords = ["nullable", "default", "deprecated", "readOnly", "writeOnly"];

    /// <summary>Keywords that say what a single value may be.</summary>
    public static readonly string[] TypeKeywords =
    [
        "type", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "not",
    ];

    private readonly JsonObject _root;

    private SchemaShape(JsonObject root) => _root = root;

    /// <summary>Gets the component that the schema is, however wrapped; null when it is written inline.</summary>
    public string? Component { get; private set; }

    /// <summary>Gets the merged keywords without <c>properties</c>, <c>allOf</c> and <c>$ref</c>.</summary>
    public JsonObject Facts { get; } = [];

    /// <summary>Gets the merged properties.</summary>
    public Dictionary<string, JsonObject> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Resolves <paramref name="schema"/> in the document <paramref name="root"/>.</summary>
    public static SchemaShape Of(JsonObject root, JsonObject schema)
    {
        var shape = new SchemaShape(root) { Component = ComponentOf(schema) };
        shape.Merge(schema);
        if (shape.Facts["oneOf"] is not null || shape.Facts["anyOf"] is not null || shape.Properties.Count > 0)
            shape.Facts["type"] ??= "object";
        return shape;
    }

    /// <summary>The discriminating property and the component for each of its values, named by <paramref name="nameOf"/>.</summary>
    public JsonObject? Discriminator(Func<string, string> nameOf)
    {
        if (Facts["discriminator"] is not JsonObject discriminator || (Facts["oneOf"] ?? Facts["anyOf"]) is not JsonArray variants)
            return null;
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (discriminator["mapping"] is JsonObject mapping)
        {
            foreach ((string value, JsonNode? target) in mapping)
                values.Add(value, nameOf(target!.GetValue<string>().Split('/')[^1]));
        }
        else
        {
            foreach (string name in variants.Select(variant => ComponentOf(variant!.AsObject())!))
                values.Add(name, nameOf(name));
        }

        return new JsonObject(values.Select(value => KeyValuePair.Create<string, JsonNode?>(value.Key, value.Value)))
        {
            ["(property)"] = discriminator["propertyName"]!.DeepClone(),
        };
    }

    private static string? ComponentOf(JsonObject schema)
    {
        if (schema["$ref"] is JsonNode reference)
            return reference.GetValue<string>().Split('/')[^1];
        if (schema["properties"] is not null)
            return null;
        JsonNode? composition = schema["allOf"] ?? schema["oneOf"] ?? schema["anyOf"];
        return composition is JsonArray { Count: 1 } only ? ComponentOf(only[0]!.AsObject()) : null;
    }

    private void Merge(JsonObject schema)
    {
        if (schema["$ref"] is JsonNode reference)
            Merge(_root["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject());
        foreach (string key in new[] { "allOf", "oneOf", "anyOf" })
        {
            if (schema[key] is JsonArray parts && (key == "allOf" || parts.Count == 1))
            {
                foreach (JsonNode? part in parts)
                    Merge(part!.AsObject());
            }
            else if (schema[key] is not null)
            {
                Facts[key] = schema[key]!.DeepClone();
            }
        }

        foreach ((string name, JsonNode? property) in schema["properties"]?.AsObject() ?? [])
            Properties[name] = property!.AsObject();
        foreach ((string key, JsonNode? value) in schema)
            MergeKeyword(key, value);
    }

    private void MergeKeyword(string key, JsonNode? value)
    {
        switch (key)
        {
            case "$ref" or "allOf" or "oneOf" or "anyOf" or "properties":
                break;
            case "nullable" or "deprecated" or "readOnly" or "writeOnly" when value?.GetValue<bool>() != true:
                break;
            case "required" when Facts["required"] is JsonArray required:
                foreach (JsonNode? name in value!.AsArray().Where(name => !required.Any(known => JsonNode.DeepEquals(known, name))))
                    required.Add(name!.DeepClone());
                break;
            default:
                Facts[key] = value?.DeepClone();
                break;
        }
    }
}
