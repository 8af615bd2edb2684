using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>Puts our words into an organised document, makes shared parameters and responses components, and orders the keywords.</summary>
internal sealed class ProseWeaver
{
    private static readonly string[] OperationOrder =
    [
        "operationId", "x-clerkgen-group", "x-clerkgen-name", "x-clerkgen-paging", "tags", "summary", "description", "deprecated",
        "security", "parameters", "requestBody", "responses",
    ];

    private static readonly string[] ParameterOrder = ["name", "in", "required", "deprecated", "description"];

    private readonly JsonObject _document;
    private readonly Organisation _organisation;
    private readonly Prose _prose;
    private readonly SchemaProse _schemas;

    private ProseWeaver(JsonObject document, Organisation organisation, Prose prose)
    {
        _document = document;
        _organisation = organisation;
        _prose = prose;
        _schemas = new SchemaProse(organisation, prose);
    }

    /// <summary>Completes <paramref name="document"/> in place.</summary>
    public static void Weave(JsonObject document, Organisation organisation, Prose prose, ICollection<string> remarks) =>
        new ProseWeaver(document, organisation, prose).Weave(remarks);

    /// <summary>Puts the keywords named in <paramref name="order"/> first, in that order.</summary>
    public static void Reorder(JsonObject node, string[] order)
    {
        KeyValuePair<string, JsonNode?>[] members =
            [.. node.OrderBy(member => Array.IndexOf(order, member.Key) is >= 0 and int index ? index : order.Length)];
        node.Clear();
        foreach ((string key, JsonNode? value) in members)
        {
            if (value is not null)
                node.Add(key, value);
        }
    }

    private void Weave(ICollection<string> remarks)
    {
        JsonObject info = _document["info"]!.AsObject();
        info["description"] = _prose.Require("info", "description");
        JsonObject components = _document["components"]!.AsObject();
        foreach ((string name, JsonNode? scheme) in components["securitySchemes"]!.AsObject())
            scheme!["description"] = _prose.Require("securitySchemes", name);
        foreach (JsonNode? tag in _document["tags"]!.AsArray())
            tag!["description"] = _prose.Require("tags", tag["name"]!.GetValue<string>());
        foreach ((string name, JsonNode? schema) in components["schemas"]!.AsObject())
            _schemas.Weave(name, schema!.AsObject());

        var parameters = new SharedParameters(_organisation);
        var responses = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((_, JsonNode? method) in _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            JsonObject operation = method!.AsObject();
            Weave(operation, parameters, responses);
            if (operation["x-clerkgen-group"]?.GetValue<string>() is string group)
                groups.Add(group);
            else
                remarks.Add($"no group for {operation["operationId"]}");
        }

        components.Insert(1, "parameters", parameters.Share(remarks));
        components.Insert(2, "responses", SharedParameters.ToObject(responses));
        _document.Insert(
            _document.IndexOf("tags") + 1,
            "x-clerkgen-groups",
            new JsonObject(groups.Select(group => KeyValuePair.Create(group, (JsonNode?)_prose.Require("groups", group)))));
    }

    private void Weave(JsonObject operation, SharedParameters shared, SortedDictionary<string, JsonObject> components)
    {
        string id = operation["operationId"]!.GetValue<string>();
        operation["summary"] = _prose.Require("operations", id, "summary");
        operation["description"] = _prose.Find("operations", id, "description");
        foreach (JsonNode? node in operation["parameters"]?.AsArray() ?? [])
        {
            JsonObject parameter = node!.AsObject();
            string name = parameter["name"]!.GetValue<string>();
            parameter["description"] = _prose.Find("operations", id, "parameters", name)
                ?? _prose.Find("parameters", $"{name} ({parameter["in"]})")
                ?? _prose.Find("parameters", name)
                ?? _prose.Miss("operations", id, "parameters", name);
            Reorder(parameter, ParameterOrder);
            shared.Add($"{id}/{parameter["in"]}/{name}", parameter);
        }

        JsonObject responses = operation["responses"]!.AsObject();
        foreach ((string status, JsonNode? response) in responses.ToArray())
            responses[status] = Response(id, status, response!.AsObject(), components);
        Reorder(operation, OperationOrder);
    }

    private JsonObject Response(string id, string status, JsonObject response, SortedDictionary<string, JsonObject> components)
    {
        string? own = status[0] == '2' ? _prose.Require("operations", id, "returns") : _prose.Find("operations", id, "responses", status);
        if (own is null && status[0] != '2' && _organisation.Responses.TryGetValue(status, out string? component))
        {
            response.Insert(0, "description", _prose.Require("responses", component));
            if (!IsCommonError(response))
                return response.DeepClone().AsObject();
            components.TryAdd(component, response.DeepClone().AsObject());
            return new JsonObject { ["$ref"] = $"#/components/responses/{component}" };
        }

        if (own is null && status[0] != '2')
            _prose.Miss("operations", id, "responses", status);
        response.Insert(0, "description", own ?? "");
        return response.DeepClone().AsObject();
    }

    private static bool IsCommonError(JsonObject response) =>
        response["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>() == "#/components/schemas/ClerkErrors";
}
