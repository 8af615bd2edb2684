using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Reads the values of an <c>enum</c> with the names and descriptions that extensions give them.</summary>
internal static class EnumValues
{
    /// <summary>The values, null among them.</summary>
    public static List<SchemaValue> Read(IOpenApiSchema schema)
    {
        JsonArray? names = List(schema, "x-enum-varnames") ?? List(schema, "x-enumNames");
        JsonNode? descriptions = ChosenNames.Node(schema, "x-enum-descriptions") ?? ChosenNames.Node(schema, "x-enumDescriptions");
        JsonObject? comments = ChosenNames.Node(schema, "x-enum-comments") as JsonObject;
        JsonArray? microsoft = (ChosenNames.Node(schema, "x-ms-enum") as JsonObject)?["values"] as JsonArray;
        IList<JsonNode> nodes = schema.Enum!;

        // One value may have its name next to it: 'const' with a name or a title.
        bool isAlone = nodes.Count == 1;
        List<SchemaValue> values = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            string? name = names is not null && i < names.Count ? ChosenNames.Text(names[i]) : null;
            string? description = DescriptionOf(descriptions, nodes[i], i);
            if (name is not null && comments is not null && comments.TryGetPropertyValue(name, out JsonNode? comment))
            {
                description ??= ChosenNames.Text(comment);
            }

            if (microsoft is not null && Find(microsoft, nodes[i]) is { } entry)
            {
                name ??= ChosenNames.Text(entry["name"]);
                description ??= ChosenNames.Text(entry["description"]);
            }

            if (isAlone)
            {
                name ??= ChosenNames.Find(schema)
                    ?? (nodes[i] is JsonValue node && node.GetValueKind() == JsonValueKind.Number ? schema.Title : null);
                description ??= schema.Description ?? schema.Title;
            }

            values.Add(new SchemaValue(nodes[i], name, description));
        }

        return values;
    }

    /// <summary>Whether a value is null, in either form in which the object model has it.</summary>
    public static bool IsNull(SchemaValue value) =>
        value.Node is null || value.Node.IsJsonNullSentinel() || value.Node.GetValueKind() == JsonValueKind.Null;

    private static string? DescriptionOf(JsonNode? descriptions, JsonNode? value, int index) => descriptions switch
    {
        JsonArray list => index < list.Count ? ChosenNames.Text(list[index]) : null,
        JsonObject map => value is JsonValue key && map.TryGetPropertyValue(Text(key), out JsonNode? text) ? ChosenNames.Text(text) : null,
        _ => null,
    };

    private static string Text(JsonValue value) => value.TryGetValue(out string? text) ? text : value.ToJsonString();

    private static JsonObject? Find(JsonArray entries, JsonNode? value)
    {
        foreach (JsonNode? entry in entries)
        {
            if (entry is JsonObject candidate && JsonNode.DeepEquals(candidate["value"], value))
            {
                return candidate;
            }
        }

        return null;
    }

    private static JsonArray? List(IOpenApiSchema schema, string extension) => ChosenNames.Node(schema, extension) as JsonArray;
}
