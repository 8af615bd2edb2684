using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClerkGen.Tool.Wire;

/// <summary>An operation, or a webhook.</summary>
/// <param name="document">Its document.</param>
/// <param name="method">HTTP method in upper case.</param>
/// <param name="path">The path as the document writes it, or the webhook's name.</param>
/// <param name="itemPointer">Where its path is.</param>
/// <param name="pointer">Where it is.</param>
internal sealed partial class WireOperation(WireDocument document, string method, string path, string itemPointer, string pointer)
{
    private readonly JsonObject _node = (JsonObject)document.Find(pointer)!;
    private IReadOnlyList<WireParameter>? _parameters;
    private IReadOnlyList<WireResponse>? _responses;

    public WireDocument Document => document;

    public string Method => method;

    public string Path => path;

    public string Pointer => pointer;

    public string? Id => Json.Text(_node["operationId"]);

    public IReadOnlyList<string> Tags => Json.Texts(_node["tags"]);

    public string? Summary => Json.Text(_node["summary"]);

    public string? Description => Json.Text(_node["description"]);

    public string? ExternalDocs => Json.Text(_node["externalDocs"]?["url"]);

    public bool IsDeprecated => Json.IsTrue(_node["deprecated"]);

    /// <summary>The date from which on it is gone (<c>x-sunset</c>), or null.</summary>
    public string? Sunset => Json.Text(_node["x-sunset"]);

    /// <summary>
    /// Limits of the rate of calls: extensions such as <c>x-rate-limit</c>, and sentences of the description such as "100 requests per minute".
    /// </summary>
    public IReadOnlyList<string> RateLimits =>
    [
        .. _node.Where(static pair => RateKey().IsMatch(pair.Key)).Select(static pair => Json.Text(pair.Value) ?? pair.Value?.ToJsonString()).OfType<string>(),
        .. RateSentence().Matches(Description ?? "").Select(static match => match.Value.Trim()),
    ];

    /// <summary>From <c>x-stability-level</c>, or null.</summary>
    public string? Stability => Json.Text(_node["x-stability-level"]);

    /// <summary>The path without its parameters' names: what servers route by.</summary>
    public string Route => string.Join("{}", path.Split('{').Select(static (part, index) => index == 0 ? part : part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..]));

    /// <summary>Whether the client retries the call after a failure: it changes nothing (RFC 9110, section 9.2.1).</summary>
    public bool IsRepeatable => method is "GET" or "HEAD" or "QUERY";

    /// <summary>Parameters, with those of the path.</summary>
    public IReadOnlyList<WireParameter> Parameters => _parameters ??= ReadParameters();

    /// <summary>The body, or null.</summary>
    public WireBody? Body => field ??= ReadBody();

    /// <summary>Responses by status, in the order of the document.</summary>
    public IReadOnlyList<WireResponse> Responses => _responses ??= [.. ReadResponses()];

    /// <summary>Alternatives of credentials: scheme and scopes, in ordinal order. An empty list needs none.</summary>
    public IReadOnlyList<string> Security
    {
        get
        {
            JsonArray? alternatives = _node["security"] as JsonArray ?? document.Root["security"] as JsonArray;
            return
            [
                .. (alternatives ?? []).OfType<JsonObject>().Select(static alternative => string.Join(
                    " + ", alternative.Select(static scheme => Json.Texts(scheme.Value) is { Count: > 0 } scopes ? $"{scheme.Key} ({string.Join(", ", scopes)})" : scheme.Key))).Order(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Security requirements as they apply, without scopes.</summary>
    public IReadOnlyList<string> Schemes
    {
        get
        {
            JsonArray? alternatives = _node["security"] as JsonArray ?? document.Root["security"] as JsonArray;
            return [.. (alternatives ?? []).OfType<JsonObject>().Select(static alternative => string.Join(" + ", alternative.Select(static scheme => scheme.Key))).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether its requirements are the document's.</summary>
    public bool HasOwnSecurity => _node["security"] is not null;

    /// <summary>Callbacks, as operations whose path is the callback's name.</summary>
    public IEnumerable<WireOperation> Callbacks
    {
        get
        {
            foreach ((string name, _) in _node["callbacks"] as JsonObject ?? [])
            {
                (JsonObject callback, string callbackPointer) = document.Resolve($"{pointer}/callbacks/{Json.Escape(name)}");
                foreach ((string expression, JsonNode? item) in callback)
                {
                    foreach ((string verb, JsonNode? node) in item as JsonObject ?? [])
                    {
                        if (node is JsonObject operation && operation.ContainsKey("requestBody"))
                        {
                            yield return new WireOperation(
                                document, verb.ToUpperInvariant(), name, $"{callbackPointer}/{Json.Escape(expression)}", $"{callbackPointer}/{Json.Escape(expression)}/{verb}");
                        }
                    }
                }
            }
        }
    }

    [GeneratedRegex("^x-rate-?limit", RegexOptions.IgnoreCase)]
    private static partial Regex RateKey();

    // From the end of a sentence to the end of the next one that has a number of requests in a time.
    [GeneratedRegex(@"[^.!?\n]*?\b\d[\d,]* (?:requests?|calls?)[^.!?\n]{0,60}?\b(?:per|in|every|each|within) (?:a |an |\d+ )?(?:seconds?|minutes?|hours?|days?)\b[^.!?\n]*[.!?]?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RateSentence();

    private List<WireParameter> ReadParameters()
    {
        List<WireParameter> parameters = [];
        foreach (string owner in new[] { itemPointer, pointer })
        {
            JsonArray? list = document.Find(owner)?["parameters"] as JsonArray;
            for (int i = 0; i < (list?.Count ?? 0); i++)
            {
                (JsonObject node, string target) = document.Resolve($"{owner}/parameters/{i}");
                if (Json.Text(node["name"]) is not { } name || Json.Text(node["in"]) is not { } place)
                {
                    continue;
                }

                WireParameter parameter = new(document, name, place, target, node);
                int at = parameters.FindIndex(other => other.Name == name && other.Place == place);
                if (at < 0)
                {
                    parameters.Add(parameter);
                }
                else
                {
                    parameters[at] = parameter;
                }
            }
        }

        return parameters;
    }

    private WireBody? ReadBody()
    {
        if (!_node.ContainsKey("requestBody"))
        {
            return null;
        }

        (JsonObject node, string target) = document.Resolve(pointer + "/requestBody");
        return new WireBody(target, Json.IsTrue(node["required"]), WireContent.Of(node, target)) { Description = Json.Text(node["description"]) };
    }

    private IEnumerable<WireResponse> ReadResponses()
    {
        foreach ((string status, _) in _node["responses"] as JsonObject ?? [])
        {
            if (status.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            (JsonObject node, string target) = document.Resolve($"{pointer}/responses/{Json.Escape(status)}");
            IReadOnlyList<string> headers = [.. (node["headers"] as JsonObject ?? []).Select(static header => header.Key).Order(StringComparer.OrdinalIgnoreCase)];
            yield return new WireResponse(status.ToUpperInvariant(), target, Json.Text(node["description"]), WireContent.Of(node, target), headers)
            {
                Links = [.. (node["links"] as JsonObject ?? []).Select(link => WireLink.Of(link.Key, document.Resolve($"{target}/links/{Json.Escape(link.Key)}").Node))],
            };
        }
    }
}

/// <summary>A parameter.</summary>
internal sealed record WireParameter(WireDocument Document, string Name, string Place, string Pointer, JsonObject Node)
{
    public bool IsRequired => Place == "path" || Json.IsTrue(Node["required"]);

    public bool IsDeprecated => Json.IsTrue(Node["deprecated"]);

    public string? Description => Json.Text(Node["description"]);

    /// <summary>How a list or object becomes text.</summary>
    public string Style => Json.Text(Node["style"]) ?? (Place is "query" or "cookie" ? "form" : "simple");

    public bool Explode => Node["explode"] is { } explode ? Json.IsTrue(explode) : Style == "form";

    /// <summary>Switches that change how characters are encoded.</summary>
    public string Encoding => $"{(Json.IsTrue(Node["allowReserved"]) ? "allowReserved" : "")} {(Json.IsTrue(Node["allowEmptyValue"]) ? "allowEmptyValue" : "")}";

    /// <summary>Pointer of its schema.</summary>
    public string Schema => Node["schema"] is null && Node["content"] is JsonObject { Count: > 0 } content
        ? $"{Pointer}/content/{Json.Escape(content.First().Key)}/schema"
        : Pointer + "/schema";

    /// <summary>An example as JSON text, or null.</summary>
    public string? Example => Node["example"]?.ToJsonString() ?? (Node["examples"] as JsonObject)?.Select(static pair => pair.Value?["value"]?.ToJsonString()).FirstOrDefault();
}

/// <summary>A body in one media type.</summary>
/// <param name="MediaType">The media type, in lower case and without parameters.</param>
/// <param name="Schema">Pointer of its schema, or null.</param>
/// <param name="Encoding">The encoding of parts as JSON text, or empty.</param>
/// <param name="IsSequence">Whether the schema describes each item.</param>
/// <param name="Example">An example as JSON text, or null.</param>
internal sealed record WireContent(string MediaType, string? Schema, string Encoding, bool IsSequence, string? Example)
{
    public static IReadOnlyList<WireContent> Of(JsonObject owner, string pointer) =>
    [
        .. (owner["content"] as JsonObject ?? []).Select(pair =>
        {
            string own = $"{pointer}/content/{Json.Escape(pair.Key)}";
            JsonObject? node = pair.Value as JsonObject;
            return new WireContent(
                pair.Key.Split(';')[0].Trim().ToLowerInvariant(),
                node?["schema"] is not null ? own + "/schema" : node?["itemSchema"] is not null ? own + "/itemSchema" : null,
                node?["encoding"]?.ToJsonString() ?? "",
                node?["itemSchema"] is not null,
                node?["example"]?.ToJsonString() ?? (node?["examples"] as JsonObject)?.Select(static example => example.Value?["value"]?.ToJsonString()).FirstOrDefault());
        }),
    ];

    /// <summary>The client's form of the media type: JSON, text, events, lines, a form, parts, bytes.</summary>
    public string Form => MediaType switch
    {
        "application/json" or "*/*" or "application/*" => "JSON",
        "text/event-stream" => "events",
        "application/jsonl" or "application/x-ndjson" or "application/json-seq" or "application/x-jsonlines" => "JSON lines",
        "application/x-www-form-urlencoded" => "a form",
        _ when MediaType.EndsWith("+json", StringComparison.Ordinal) || MediaType == "text/json" => "JSON",
        _ when MediaType.StartsWith("multipart/", StringComparison.Ordinal) => "parts",
        _ when MediaType.StartsWith("text/", StringComparison.Ordinal) || MediaType.EndsWith("xml", StringComparison.Ordinal) || MediaType.EndsWith("yaml", StringComparison.Ordinal) => "text",
        _ => "bytes",
    };
}

/// <summary>A request body.</summary>
internal sealed record WireBody(string Pointer, bool IsRequired, IReadOnlyList<WireContent> Contents)
{
    public string? Description { get; init; }
}

/// <summary>The meaning of a status.</summary>
/// <param name="Status">The status, a range (<c>4XX</c>) or <c>DEFAULT</c>.</param>
internal sealed record WireResponse(string Status, string Pointer, string? Description, IReadOnlyList<WireContent> Contents, IReadOnlyList<string> Headers)
{
    /// <summary>Operations that can be called with values of the response.</summary>
    public IReadOnlyList<WireLink> Links { get; init; } = [];

    public bool IsSuccess => Status.StartsWith('2');

    public bool IsError => Status.StartsWith('4') || Status.StartsWith('5') || Status == "DEFAULT";

    /// <summary>The body that a client reads: JSON if there is any.</summary>
    public WireContent? Content => Contents.FirstOrDefault(static content => content.Form == "JSON") ?? (Contents.Count > 0 ? Contents[0] : null);
}
