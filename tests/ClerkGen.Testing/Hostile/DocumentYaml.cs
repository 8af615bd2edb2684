using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Testing.Hostile;

/// <summary>Writes JSON as block-style YAML, with scalars as JSON has them.</summary>
internal static class DocumentYaml
{
    public static string Write(JsonNode root)
    {
        StringBuilder text = new();
        Append(text, root, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int indentation)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach ((string key, JsonNode? value) in members)
                {
                    text.Append('\n').Append(' ', indentation).Append(JsonValue.Create(key).ToJsonString()).Append(": ");
                    Append(text, value, indentation + 1);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (JsonNode? item in items)
                {
                    text.Append('\n').Append(' ', indentation).Append("- ");
                    Append(text, item, indentation + 1);
                }

                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
