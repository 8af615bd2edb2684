using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.ObjectModel;

/// <summary>Turns a document's nodes into the JSON nodes that Microsoft.OpenApi reads. Shared nodes are written out here, within the limit.</summary>
internal sealed class JsonNodeBuilder(ReadContext context)
{
    private readonly Dictionary<string, JsonElement> _numbers = new(StringComparer.Ordinal);

    /// <summary>The JSON node of a node.</summary>
    /// <exception cref="DocumentSyntaxException">The document goes over a limit.</exception>
    public JsonNode? Build(DocumentNode node) => Build(node, 1);

    private JsonNode? Build(DocumentNode node, int depth)
    {
        context.Write(node.File, node.Start);
        switch (node)
        {
            case ObjectNode source:
                context.CheckDepth(depth, node.File, node.Start);
                JsonObject target = new();
                foreach (Member member in source)
                {
                    target.Add(member.Key, Build(member.Value, depth + 1));
                }

                return target;
            case ArrayNode source:
                context.CheckDepth(depth, node.File, node.Start);
                JsonArray array = new();
                foreach (DocumentNode item in source.Items)
                {
                    array.Add(Build(item, depth + 1));
                }

                return array;
            case ScalarNode scalar:
                return BuildScalar(scalar);
            default:
                throw new InvalidOperationException("A document has objects, arrays and scalars only.");
        }
    }

    private JsonValue? BuildScalar(ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.String:
                return JsonValue.Create(scalar.Text);
            case ScalarKind.Boolean:
                return JsonValue.Create(scalar.Text == "true");
            case ScalarKind.Number:
                if (!_numbers.TryGetValue(scalar.Text, out JsonElement number))
                {
                    using JsonDocument parsed = JsonDocument.Parse(scalar.Text);
                    number = parsed.RootElement.Clone();
                    _numbers.Add(scalar.Text, number);
                }

                return JsonValue.Create(number);
            default:
                return null;
        }
    }
}
