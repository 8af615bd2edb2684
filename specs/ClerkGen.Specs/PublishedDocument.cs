using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>
/// The facts of a published document: what is sent and received. Its prose (descriptions, summaries, titles, examples, links) stays
/// behind here; a keyword that is neither is refused, so that nothing new is lost in silence.
/// </summary>
internal sealed class PublishedDocument
{
    private static readonly FrozenSet<string> Prose = ["description", "summary", "title", "example", "examples", "externalDocs", "xml"];

    private static readonly FrozenSet<string> SchemaFacts =
    [
        "$ref", "type", "format", "nullable", "deprecated", "readOnly", "writeOnly", "enum", "default", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "required", "properties", "additionalProperties", "items", "allOf", "oneOf", "anyOf", "not",
        "discriminator",
    ];

    private static readonly FrozenSet<string> OperationFacts =
    [
        "operationId", "tags", "deprecated", "security", "parameters", "requestBody", "responses", "x-speakeasy-group",
        "x-speakeasy-name-override",
    ];

    private static readonly FrozenSet<string> SecuritySchemeFacts =
        ["type", "scheme", "bearerFormat", "name", "in", "flows", "openIdConnectUrl"];

    private static readonly FrozenSet<string> ParameterFacts =
        ["$ref", "name", "in", "required", "deprecated", "style", "explode", "allowReserved", "allowEmptyValue", "schema"];

    private static readonly FrozenSet<string> BodyFacts = ["$ref", "required", "content"];

    private static readonly FrozenSet<string> ResponseFacts = ["$ref", "headers", "content"];

    private static readonly FrozenSet<string> MediaTypeFacts = ["schema", "encoding"];

    private readonly JsonObject _root;

    private PublishedDocument(JsonObject root)
    {
        _root = root;
        Operations = [.. ReadOperations()];
        Schemas = ReadSchemas();
    }

    /// <summary>Gets <c>info.version</c>: the date by which the API calls this version.</summary>
    public string Version => _root["info"]!["version"]!.GetValue<string>();

    /// <summary>Gets the servers' addresses, in the document's order.</summary>
    public IEnumerable<string> Servers => _root["servers"]!.AsArray().Select(server => server!["url"]!.GetValue<string>());

    /// <summary>Gets the security requirements that hold where an operation states none.</summary>
    public JsonNode? Security => _root["security"]?.DeepClone();

    /// <summary>Gets the facts of the security schemes by name.</summary>
    public JsonObject SecuritySchemes => Keep(_root["components"]!["securitySchemes"]!.AsObject());

    /// <summary>Gets the operations, their parameters and responses resolved.</summary>
    public IReadOnlyList<PublishedOperation> Operations { get; }

    /// <summary>Gets the facts of the component schemas by published name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Schemas { get; }

    /// <summary>Reads the text of a published OpenAPI 3.0 document.</summary>
    public static PublishedDocument Read(string text, string source) => new(YamlReader.Read(text, source));

    private static JsonObject Keep(JsonObject schemes)
    {
        var result = new JsonObject();
        foreach ((string name, JsonNode? scheme) in schemes)
            result.Add(name, Facts(scheme!.AsObject(), SecuritySchemeFacts, name));
        return result;
    }

    private static JsonObject Facts(JsonObject node, FrozenSet<string> facts, string place)
    {
        var result = new JsonObject();
        foreach ((string key, JsonNode? value) in node)
        {
            if (facts.Contains(key))
                result.Add(key, value?.DeepClone());
            else if (!Prose.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal))
                throw new SpecsException($"{place}: decide in {nameof(PublishedDocument)} whether the keyword '{key}' is a fact");
        }

        return result;
    }

    private static JsonObject SchemaFactsOf(JsonObject schema, string place)
    {
        JsonObject facts = Facts(schema, SchemaFacts, place);
        foreach (string key in new[] { "items", "additionalProperties", "not" })
        {
            if (facts[key] is JsonObject child)
                facts[key] = SchemaFactsOf(child, $"{place}/{key}");
        }

        foreach (string key in new[] { "allOf", "oneOf", "anyOf" })
        {
            if (facts[key] is JsonArray parts)
                facts[key] = new JsonArray([.. parts.Select((part, index) => SchemaFactsOf(part!.AsObject(), $"{place}/{key}/{index}"))]);
        }

        if (facts["properties"] is JsonObject properties)
        {
            var kept = new JsonObject();
            foreach ((string name, JsonNode? property) in properties)
                kept.Add(name, SchemaFactsOf(property!.AsObject(), $"{place}/{name}"));
            facts["properties"] = kept;
        }

        return facts;
    }

    private static JsonObject ContentFacts(JsonObject node, FrozenSet<string> facts, string place)
    {
        JsonObject result = Facts(node, facts, place);
        if (result["content"] is not JsonObject content)
            return result;
        var kept = new JsonObject();
        foreach ((string mediaType, JsonNode? value) in content)
        {
            JsonObject mediaTypeFacts = Facts(value!.AsObject(), MediaTypeFacts, $"{place}/{mediaType}");
            if (mediaTypeFacts["schema"] is JsonObject schema)
                mediaTypeFacts["schema"] = SchemaFactsOf(schema, $"{place}/{mediaType}");
            kept.Add(mediaType, mediaTypeFacts);
        }

        result["content"] = kept;
        return result;
    }

    private Dictionary<string, JsonObject> ReadSchemas()
    {
        var result = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach ((string name, JsonNode? schema) in _root["components"]!["schemas"]!.AsObject())
            result.Add(name, SchemaFactsOf(schema!.AsObject(), name));
        return result;
    }

    private IEnumerable<PublishedOperation> ReadOperations()
    {
        foreach ((string path, JsonNode? pathItem) in _root["paths"]!.AsObject())
        {
            if (pathItem!["parameters"] is not null)
                throw new SpecsException($"{path}: parameters of a path item are not carried over yet");
            foreach ((string method, JsonNode? node) in pathItem.AsObject())
                yield return ReadOperation(path, method, node!.AsObject());
        }
    }

    private PublishedOperation ReadOperation(string path, string method, JsonObject node)
    {
        string place = $"{method} {path}";
        JsonObject facts = Facts(node, OperationFacts, place);
        string id = facts["operationId"]?.GetValue<string>() ?? throw new SpecsException($"{place}: no operation id");
        var parameters = (facts["parameters"]?.AsArray() ?? [])
            .Select(parameter => Facts(Resolve(parameter!.AsObject()), ParameterFacts, id))
            .ToList();
        foreach (JsonObject parameter in parameters)
            parameter["schema"] = SchemaFactsOf(parameter["schema"]!.AsObject(), $"{id}/{parameter["in"]}/{parameter["name"]}");
        var responses = new List<(string Status, JsonObject Response)>();
        foreach ((string status, JsonNode? response) in facts["responses"]!.AsObject())
            responses.Add((status, ContentFacts(Resolve(response!.AsObject()), ResponseFacts, $"{id}/{status}")));
        JsonObject? body = facts["requestBody"] is JsonObject written ? ContentFacts(Resolve(written), BodyFacts, $"{id}/request") : null;
        return new PublishedOperation(id, path, method, facts, parameters, body, responses);
    }

    private JsonObject Resolve(JsonObject node)
    {
        while (node["$ref"] is JsonNode reference)
        {
            JsonNode target = _root;
            foreach (string step in reference.GetValue<string>().Split('/').Skip(1))
                target = target[step] ?? throw new SpecsException($"{reference} leads nowhere");
            node = target.AsObject();
        }

        return node;
    }
}
