using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading;

namespace ClerkGen.Tool.Wire;

/// <summary>A document as a server's promise: operations, schemas, credentials. Read from its normal form, so notation makes no difference.</summary>
internal sealed class WireDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly Dictionary<string, WireSchema> _schemas = new(StringComparer.Ordinal);
    private readonly ReadDocument? _read;

    /// <param name="read">The document; one that could not be read is empty.</param>
    public WireDocument(ReadDocument? read)
    {
        _read = read;
        Root = read?.Root as JsonObject ?? [];
        Operations = [.. FindOperations()];
        Webhooks = [.. FindWebhooks()];
    }

    /// <summary>The normal form: OpenAPI 3.2 in one file.</summary>
    public JsonObject Root { get; }

    /// <summary>All operations, in the order of the document.</summary>
    public IReadOnlyList<WireOperation> Operations { get; }

    /// <summary>Ids that several operations have.</summary>
    public IReadOnlySet<string> RepeatedIds => field ??= Operations.Select(static operation => operation.Id).OfType<string>()
        .GroupBy(static id => id, StringComparer.Ordinal).Where(static ids => ids.Skip(1).Any()).Select(static ids => ids.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Requests that the API sends, as operations whose path is the webhook's name.</summary>
    public IReadOnlyList<WireOperation> Webhooks { get; }

    /// <summary>The value of <c>info.version</c>.</summary>
    public string Version => Json.Text(Root["info"]?["version"]) ?? "";

    /// <summary>The document's title.</summary>
    public string Title => Json.Text(Root["info"]?["title"]) ?? "";

    /// <summary>Keys of <c>components/schemas</c>, in the order of the document.</summary>
    public IEnumerable<string> Components => (Root["components"]?["schemas"] as JsonObject)?.Select(static pair => pair.Key) ?? [];

    /// <summary>The place of a pointer in the document's text.</summary>
    public Position Locate(string pointer) => _read?.Locate(pointer) ?? default;

    /// <summary>The node of a pointer, or null.</summary>
    public JsonNode? Find(string pointer)
    {
        JsonNode? node = Root;
        foreach (string step in Json.Steps(pointer))
        {
            node = node switch
            {
                JsonObject found => found[step],
                JsonArray list when int.TryParse(step, out int index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Follows references from a pointer to their target.</summary>
    public (JsonObject Node, string Pointer) Resolve(string pointer)
    {
        for (int hops = 0; hops < 100; hops++)
        {
            if (Find(pointer) is not JsonObject node)
            {
                return ([], pointer);
            }

            if (Json.Text(node["$ref"]) is not { } reference || !reference.StartsWith("#/", StringComparison.Ordinal))
            {
                return (node, pointer);
            }

            pointer = reference[1..];
        }

        return ([], pointer);
    }

    /// <summary>Follows references, and compositions of one schema with only annotations or null next to it, to that schema.</summary>
    public string Target(string pointer)
    {
        for (int hops = 0; hops < 100; hops++)
        {
            (JsonObject node, pointer) = Resolve(pointer);
            string[] keywords = [.. node.Select(static pair => pair.Key).Where(static key => !IsAnnotation(key))];
            if (keywords is not ["allOf" or "oneOf" or "anyOf"] || node[keywords[0]] is not JsonArray parts)
            {
                return pointer;
            }

            int[] real = [.. Enumerable.Range(0, parts.Count).Where(i => parts[i] is JsonObject part && Json.Text(part["type"]) != "null")];
            if (real.Length != 1)
            {
                return pointer;
            }

            pointer = $"{pointer}/{keywords[0]}/{real[0]}";
        }

        return pointer;
    }

    private static bool IsAnnotation(string key) => key.StartsWith("x-", StringComparison.Ordinal)
        || key is "title" or "description" or "default" or "example" or "examples" or "deprecated" or "readOnly" or "writeOnly" or "xml" or "externalDocs" or "nullable";

    /// <summary>The schema at a pointer.</summary>
    public WireSchema Schema(string pointer)
    {
        if (!_schemas.TryGetValue(pointer, out WireSchema? schema))
        {
            schema = new WireSchemaReader(this).Read(pointer);
            _schemas[pointer] = schema;
        }

        return schema;
    }

    private IEnumerable<WireOperation> FindOperations()
    {
        foreach ((string path, _) in Root["paths"] as JsonObject ?? [])
        {
            string pointer = "/paths/" + Json.Escape(path);
            (JsonObject item, string itemPointer) = Resolve(pointer);
            foreach (string method in item.Select(static member => member.Key).Where(method => Methods.Contains(method) && item[method] is JsonObject))
            {
                yield return new WireOperation(this, method.ToUpperInvariant(), path, itemPointer, $"{itemPointer}/{method}");
            }

            foreach ((string method, JsonNode? node) in item["additionalOperations"] as JsonObject ?? [])
            {
                if (node is JsonObject)
                {
                    // Their names are the methods themselves, which are case-sensitive.
                    yield return new WireOperation(this, method, path, itemPointer, $"{itemPointer}/additionalOperations/{Json.Escape(method)}");
                }
            }
        }
    }

    private IEnumerable<WireOperation> FindWebhooks()
    {
        foreach ((string name, _) in Root["webhooks"] as JsonObject ?? [])
        {
            (JsonObject item, string pointer) = Resolve("/webhooks/" + Json.Escape(name));
            foreach (string method in Methods.Where(method => item[method] is JsonObject))
            {
                yield return new WireOperation(this, method.ToUpperInvariant(), name, pointer, $"{pointer}/{method}");
            }
        }
    }
}
