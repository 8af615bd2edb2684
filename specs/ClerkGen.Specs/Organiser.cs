using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>Lays the published facts out our way: refined, renamed, with shared parts as components, and still without prose.</summary>
internal sealed class Organiser
{
    private static readonly string[] MethodOrder = ["get", "put", "post", "patch", "delete", "head", "options", "trace"];

    private readonly PublishedDocument _published;
    private readonly Organisation _organisation;
    private readonly IReadOnlyList<Refinement> _refinements;
    private readonly SchemaOrganiser _schemas;

    private Organiser(PublishedDocument published, Organisation organisation, IReadOnlyList<Refinement> refinements)
    {
        _published = published;
        _organisation = organisation;
        _refinements = refinements;
        _schemas = new SchemaOrganiser(published, organisation, refinements);
    }

    /// <summary>Lays out the whole document; what could not be placed is told to <paramref name="remarks"/>.</summary>
    public static JsonObject Organise(
        PublishedDocument published, Organisation organisation, IReadOnlyList<Refinement> refinements, ICollection<string> remarks)
    {
        var organiser = new Organiser(published, organisation, refinements);
        JsonObject document = organiser.Document();
        foreach (string place in organiser._schemas.Unnamed)
            remarks.Add($"no name for the inline schema at {place}");
        foreach (string entry in organisation.Unused)
            remarks.Add($"organisation.yaml: {entry} matches nothing");
        foreach (Refinement refinement in refinements.Where(refinement => !refinement.Applied))
            remarks.Add($"refinements.yaml: matches nothing: {refinement}");
        return document;
    }

    private JsonObject Document()
    {
        JsonObject paths = Paths();
        var schemas = new JsonObject();
        foreach ((string name, JsonObject schema) in _schemas.Components())
            schemas.Add(name, schema);
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Clerk Backend API", ["version"] = _published.Version },
            ["servers"] = new JsonArray([.. _published.Servers.Select(url => new JsonObject { ["url"] = url })]),
            ["security"] = _published.Security,
            ["tags"] = Tags(),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas, ["securitySchemes"] = _published.SecuritySchemes },
        };
    }

    private JsonArray Tags() => new([.. _published.Operations
        .SelectMany(operation => operation.Facts["tags"]!.AsArray())
        .Select(tag => tag!.GetValue<string>())
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(tag => new JsonObject { ["name"] = tag })]);

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var path in _published.Operations.GroupBy(operation => operation.Path).OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (PublishedOperation operation in path.OrderBy(operation => Array.IndexOf(MethodOrder, operation.Method)))
                item.Add(operation.Method, Operation(operation));
            paths.Add(path.Key, item);
        }

        return paths;
    }

    private JsonObject Operation(PublishedOperation operation)
    {
        var naming = new JsonObject { ["group"] = operation.Group, ["name"] = operation.Name };
        foreach (Refinement refinement in _refinements)
            refinement.Apply(naming, operation.Id);
        var result = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["x-clerkgen-group"] = naming["group"]?.DeepClone(),
            ["x-clerkgen-name"] = naming["name"]?.DeepClone(),
            ["tags"] = operation.Facts["tags"]?.DeepClone(),
        };
        foreach (string key in new[] { "deprecated", "security" })
        {
            if (operation.Facts[key] is JsonNode value)
                result[key] = value.DeepClone();
        }

        foreach (JsonObject parameter in operation.Parameters)
        {
            if (_organisation.Paging.TryGetValue(parameter["name"]!.GetValue<string>(), out JsonObject? paging))
                result["x-clerkgen-paging"] = paging.DeepClone();
        }

        if (operation.Parameters.Count > 0)
            result["parameters"] = new JsonArray([.. operation.Parameters.Select(parameter => Parameter(parameter, operation.Id))]);
        if (operation.Body is not null)
            result["requestBody"] = Body(operation.Body, operation.Id);
        var responses = new JsonObject();
        foreach ((string status, JsonObject response) in operation.Responses)
            responses.Add(status, Response(response, $"{operation.Id}/{status}"));
        result["responses"] = responses;
        return result;
    }

    private JsonObject Parameter(JsonObject parameter, string operationId)
    {
        var result = new JsonObject();
        foreach (string key in new[] { "name", "in", "required", "deprecated", "style", "explode", "allowReserved", "allowEmptyValue" })
        {
            if (parameter[key] is JsonNode value && (key != "required" || value.GetValue<bool>()))
                result.Add(key, value.DeepClone());
        }

        result.Add("schema", _schemas.Organise(parameter["schema"]!.AsObject(), $"{operationId}/{parameter["in"]}/{parameter["name"]}"));
        return result;
    }

    private JsonObject Body(JsonObject body, string operationId)
    {
        JsonObject content = Content(body["content"]!.AsObject(), $"{operationId}/request");
        var facts = new JsonObject
        {
            ["required"] = body["required"]?.DeepClone(),
            ["members"] = _schemas.HasRequiredMembers(content) ? "required" : "optional",
        };
        foreach (Refinement refinement in _refinements)
            refinement.Apply(facts, $"{operationId}/body");
        var result = new JsonObject();
        if (facts["required"]?.GetValue<bool>() == true)
            result.Add("required", true);
        result.Add("content", content);
        return result;
    }

    private JsonObject Response(JsonObject response, string place)
    {
        if (response["headers"] is not null)
            throw new SpecsException($"{place}: response headers are not carried over yet");
        var result = new JsonObject();
        if (response["content"] is JsonObject { Count: > 0 } content)
            result.Add("content", Content(content, place));
        return result;
    }

    private JsonObject Content(JsonObject content, string place)
    {
        var result = new JsonObject();
        foreach ((string mediaType, JsonNode? value) in content)
        {
            JsonObject facts = value!.DeepClone().AsObject();
            if (facts["schema"] is JsonObject schema)
                facts["schema"] = _schemas.Organise(schema, place);
            result.Add(mediaType, facts);
        }

        return result;
    }
}
