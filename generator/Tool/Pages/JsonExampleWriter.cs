using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Writes JSON that fits a schema: the document's examples of single values where they fit, else values made from formats and names.</summary>
internal sealed class JsonExampleWriter(EmittedClient client)
{
    // Deeper members are there only where they are required.
    private const int MaximumDepth = 8;

    private const int MembersOfStub = 3;

    // The text goes into code blocks, where nothing needs an escape but what JSON itself escapes.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as text, on several lines.</summary>
    /// <param name="schema">Pointer of the schema.</param>
    public string Received(string schema) => Value(schema, "value", isSent: false, isFull: true, 0)?.ToJsonString(Indented).ReplaceLineEndings("\n") ?? "null";

    /// <summary>A body with what must be sent, on one line.</summary>
    /// <param name="schema">Pointer of the schema.</param>
    public string Sent(string schema) => Value(schema, "value", isSent: true, isFull: false, 0)?.ToJsonString(OneLine) ?? "null";

    /// <summary>A response with a few members, for a test that does not care about the others.</summary>
    /// <param name="schema">Pointer of the schema.</param>
    public JsonNode? Stubbed(string schema)
    {
        JsonNode? value = Value(schema, "value", isSent: false, isFull: false, 0);
        return Shortened(value is JsonObject { Count: 0 } ? Value(schema, "value", isSent: false, isFull: true, 0) : value, MembersOfStub);
    }

    /// <summary>JSON on several lines.</summary>
    public static string Lines(JsonNode? value) => value?.ToJsonString(Indented).ReplaceLineEndings("\n") ?? "null";

    /// <summary>JSON on one line.</summary>
    public static string Line(JsonNode? value) => value?.ToJsonString(OneLine) ?? "null";

    /// <summary>A value of a parameter or of a form's member as text.</summary>
    public string Text(string schema, string name) => Value(schema, name, isSent: true, isFull: false, 0) switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonArray { Count: > 0 } list => list[0] is JsonValue first && first.GetValueKind() == JsonValueKind.String ? first.GetValue<string>() : list[0]?.ToJsonString() ?? "",
        JsonNode other => other.ToJsonString(),
        null => "",
    };

    private static JsonNode? Shortened(JsonNode? value, int most)
    {
        switch (value)
        {
            case JsonObject members:
                foreach (string name in members.Select(static pair => pair.Key).Skip(most).ToArray())
                {
                    members.Remove(name);
                }

                foreach ((_, JsonNode? member) in members)
                {
                    Shortened(member, Math.Max(1, most - 1));
                }

                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    Shortened(item, most);
                }

                break;
            default:
                break;
        }

        return value;
    }

    private JsonNode? Value(string pointer, string name, bool isSent, bool isFull, int depth)
    {
        WireSchema schema = client.Wire.Schema(pointer);
        if (depth > MaximumDepth)
        {
            return null;
        }

        if (schema.Values is [var first, ..])
        {
            return JsonNode.Parse(first);
        }

        if (schema.IsUnion)
        {
            return Variant(schema, name, isSent, isFull, depth);
        }

        string type = schema.Types is [var only, ..] ? only : schema.Properties.Count > 0 ? "object" : "";
        return type switch
        {
            "object" => Object(schema, isSent, isFull, depth),
            "array" => new JsonArray([.. schema.Items is { } items ? [Value(items, name, isSent, isFull, depth + 1)] : Array.Empty<JsonNode?>()]),
            "string" => Example(schema, JsonValueKind.String) ?? JsonValue.Create(NamedExamples.Text(name, schema)),
            "integer" => Example(schema, JsonValueKind.Number) is { } example && long.TryParse(example.ToJsonString(), out _) ? example : JsonNode.Parse(NamedExamples.Integer(name, schema)),
            "number" => Example(schema, JsonValueKind.Number) ?? JsonNode.Parse(NamedExamples.Integer(name, schema)),
            "boolean" => JsonValue.Create(schema.Default != "false"),
            "null" => null,
            _ => new JsonObject { ["key"] = "value" },
        };
    }

    private JsonObject Object(WireSchema schema, bool isSent, bool isFull, int depth)
    {
        JsonObject value = [];
        foreach (WireProperty property in schema.Properties)
        {
            WireSchema described = client.Wire.Schema(property.Pointer);
            bool isLeftOut = isSent ? described.IsReadOnly : described.IsWriteOnly;
            if (!isLeftOut && (property.IsRequired || (isFull && depth == 0 && !described.IsDeprecated)))
            {
                value[property.Name] = Value(property.Pointer, property.Name, isSent, isFull, depth + 1);
            }
        }

        if (schema.Properties.Count == 0 && schema.Additional is { } additional)
        {
            value["key"] = additional.Length == 0 ? "value" : Value(additional, "value", isSent, isFull, depth + 1);
        }

        return value;
    }

    // The variant that is written first, with the value that chooses it.
    private JsonNode? Variant(WireSchema union, string name, bool isSent, bool isFull, int depth)
    {
        string variant = union.Variants.OrderBy(pointer => client.Wire.Schema(pointer).Types is ["string" or "integer" or "number" or "boolean"] ? 0 : 1).First();
        JsonNode? value = Value(variant, name, isSent, isFull, depth + 1);
        if (union.Discriminator is { } discriminator && value is JsonObject members && client.Wire.Schema(variant) is { Component: { } component } described
            && described.Find(discriminator.Property) is null)
        {
            members[discriminator.Property] = component;
        }

        return value;
    }

    private static JsonValue? Example(WireSchema schema, JsonValueKind kind) =>
        (schema.Example ?? schema.Default) is { } json && JsonNode.Parse(json) is JsonValue value && value.GetValueKind() == kind ? value : null;
}
