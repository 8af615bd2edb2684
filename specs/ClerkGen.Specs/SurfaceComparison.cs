using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>
/// Compares what two documents send and receive, whatever they name their components and wherever they write things down: references,
/// <c>allOf</c> and unions of one variant are resolved on both sides first. Prose and examples do not count.
/// </summary>
internal sealed class SurfaceComparison
{
    private static readonly string[] SecuritySchemeKeywords = ["type", "scheme", "bearerFormat", "in", "name"];
    private static readonly string[] ParameterKeywords = ["deprecated", "style", "explode", "allowReserved", "allowEmptyValue"];
    private static readonly string[] SetKeywords = ["enum", "required"];
    private static readonly string[] UnionKeywords = ["oneOf", "anyOf"];

    private readonly JsonObject _published;
    private readonly JsonObject _ours;
    private readonly Func<string, string> _nameOf;
    private readonly HashSet<(string, string)> _compared = [];
    private readonly List<SurfaceDifference> _differences = [];

    private SurfaceComparison(JsonObject published, JsonObject ours, Func<string, string> nameOf)
    {
        _published = published;
        _ours = ours;
        _nameOf = nameOf;
    }

    /// <summary>All differences, operations in the order of <paramref name="published"/>.</summary>
    /// <param name="published">The root of the one document.</param>
    /// <param name="ours">The root of the other.</param>
    /// <param name="nameOf">The name in <paramref name="ours"/> of a component schema of <paramref name="published"/>.</param>
    public static IReadOnlyList<SurfaceDifference> Differences(JsonObject published, JsonObject ours, Func<string, string> nameOf)
    {
        var comparison = new SurfaceComparison(published, ours, nameOf);
        comparison.Compare();
        return comparison._differences;
    }

    private static IEnumerable<(string Key, JsonObject Operation)> Operations(JsonObject root)
    {
        foreach ((string path, JsonNode? item) in root["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                if (operation is JsonObject)
                    yield return ($"{method} {path}", operation.AsObject());
            }
        }
    }

    private static JsonObject Resolve(JsonObject root, JsonObject node)
    {
        while (node["$ref"] is JsonNode reference)
        {
            JsonNode target = root;
            foreach (string step in reference.GetValue<string>().Split('/').Skip(1))
                target = target[step] ?? throw new SpecsException($"{reference} leads nowhere");
            node = target.AsObject();
        }

        return node;
    }

    private static Dictionary<string, JsonObject> Parameters(JsonObject root, JsonObject operation) =>
        (operation["parameters"]?.AsArray() ?? [])
            .Select(parameter => Resolve(root, parameter!.AsObject()))
            .ToDictionary(parameter => $"{parameter["in"]}/{parameter["name"]}");

    private static Dictionary<string, JsonObject> NamedObjects(JsonObject root, JsonNode? node) =>
        (node?.AsObject() ?? []).ToDictionary(member => member.Key, member => Resolve(root, member.Value!.AsObject()));

    private static JsonArray? Sorted(JsonNode? values) => values is JsonArray array
        ? new JsonArray([.. array.Select(value => value?.DeepClone()).OrderBy(value => value?.ToJsonString(), StringComparer.Ordinal)])
        : null;

    private void Compare()
    {
        Differ("document", "version", _published["info"]!["version"], _ours["info"]!["version"]);
        Differ("document", "security", _published["security"], _ours["security"]);
        Pair(
            "document",
            "server",
            _published["servers"]!.AsArray().ToDictionary(server => server!["url"]!.GetValue<string>(), server => server!.AsObject()),
            _ours["servers"]!.AsArray().ToDictionary(server => server!["url"]!.GetValue<string>(), server => server!.AsObject()),
            static (_, _, _) => { });
        Pair(
            "document",
            "securityScheme",
            NamedObjects(_published, _published["components"]!["securitySchemes"]),
            NamedObjects(_ours, _ours["components"]!["securitySchemes"]),
            (place, published, ours) =>
            {
                foreach (string key in SecuritySchemeKeywords)
                    Differ(place, key, published[key], ours[key]);
            });
        Pair(
            "document",
            "operation",
            Operations(_published).ToDictionary(operation => operation.Key, operation => operation.Operation),
            Operations(_ours).ToDictionary(operation => operation.Key, operation => operation.Operation),
            CompareOperations);
    }

    private void CompareOperations(string place, JsonObject published, JsonObject ours)
    {
        string id = published["operationId"]!.GetValue<string>();
        Differ(id, "operationId", published["operationId"], ours["operationId"]);
        Differ(id, "tags", published["tags"], ours["tags"]);
        Differ(id, "group", published["x-clerkgen-group"] ?? published["x-speakeasy-group"], ours["x-clerkgen-group"]);
        Differ(id, "name", published["x-clerkgen-name"] ?? published["x-speakeasy-name-override"], ours["x-clerkgen-name"]);
        Differ(id, "deprecated", published["deprecated"], ours["deprecated"]);
        Differ(id, "security", published["security"], ours["security"]);
        Pair(id, "parameter", Parameters(_published, published), Parameters(_ours, ours), CompareParameters);
        CompareBodies(id, published["requestBody"] as JsonObject, ours["requestBody"] as JsonObject);
        Pair(
            id,
            "response",
            NamedObjects(_published, published["responses"]),
            NamedObjects(_ours, ours["responses"]),
            CompareContent);
    }

    private void CompareParameters(string place, JsonObject published, JsonObject ours)
    {
        Differ(place, "required", Flag(published["required"]), Flag(ours["required"]));
        foreach (string key in ParameterKeywords)
            Differ(place, key, published[key], ours[key]);
        CompareSchemas(place, published["schema"]!.AsObject(), ours["schema"]!.AsObject());
    }

    private void CompareBodies(string id, JsonObject? published, JsonObject? ours)
    {
        if (published is null || ours is null)
        {
            Differ(id, "body", published is null ? null : "present", ours is null ? null : "present");
            return;
        }

        published = Resolve(_published, published);
        ours = Resolve(_ours, ours);
        Differ($"{id}/body", "required", Flag(published["required"]), Flag(ours["required"]));
        CompareContent($"{id}/request", published, ours);
    }

    private void CompareContent(string place, JsonObject published, JsonObject ours) => Pair(
        place,
        "content",
        NamedObjects(_published, published["content"]),
        NamedObjects(_ours, ours["content"]),
        (_, publishedMedia, ourMedia) => CompareSchemas(place, publishedMedia["schema"]!.AsObject(), ourMedia["schema"]!.AsObject()));

    private void CompareSchemas(string place, JsonObject published, JsonObject ours)
    {
        SchemaShape left = SchemaShape.Of(_published, published);
        SchemaShape right = SchemaShape.Of(_ours, ours);
        foreach (string key in SchemaShape.SiteKeywords)
            Differ(place, key, left.Facts[key], right.Facts[key]);
        if (left.Component is not null)
        {
            place = _nameOf(left.Component);
            if (!_compared.Add((left.Component, right.Component ?? place)))
                return;
        }

        foreach (string key in SchemaShape.TypeKeywords)
            Differ(place, key, left.Facts[key], right.Facts[key]);
        foreach (string key in SetKeywords)
            Differ(place, key, Sorted(left.Facts[key]), Sorted(right.Facts[key]));
        Pair(place, "property", left.Properties, right.Properties, CompareSchemas);
        CompareInner($"{place}/*", "items", left.Facts, right.Facts);
        CompareInner($"{place}/{{}}", "additionalProperties", left.Facts, right.Facts, place);
        CompareUnions(place, left, right);
    }

    private void CompareInner(string innerPlace, string key, JsonObject left, JsonObject right, string? outerPlace = null)
    {
        if (left[key] is JsonObject published && right[key] is JsonObject ours)
            CompareSchemas(innerPlace, published, ours);
        else
            Differ(outerPlace ?? innerPlace, key, left[key], right[key]);
    }

    private void CompareUnions(string place, SchemaShape left, SchemaShape right)
    {
        foreach (string key in UnionKeywords)
        {
            if (left.Facts[key] is JsonArray published && right.Facts[key] is JsonArray ours && published.Count == ours.Count)
            {
                for (int index = 0; index < published.Count; index++)
                    CompareSchemas($"{place}/{key}/{index}", published[index]!.AsObject(), ours[index]!.AsObject());
            }
            else
            {
                Differ(place, key, left.Facts[key], right.Facts[key]);
            }
        }

        Differ(place, "discriminator", left.Discriminator(_nameOf), right.Discriminator(static name => name));
    }

    private void Pair(
        string place,
        string kind,
        Dictionary<string, JsonObject> published,
        Dictionary<string, JsonObject> ours,
        Action<string, JsonObject, JsonObject> compare)
    {
        foreach ((string name, JsonObject node) in published)
        {
            string inner = kind is "content" or "operation" ? place : $"{place}/{name}";
            if (ours.TryGetValue(name, out JsonObject? other))
                compare(inner, node, other);
            else
                Differ(inner, kind, name, null);
        }

        foreach (string name in ours.Keys.Where(name => !published.ContainsKey(name)))
            Differ(kind is "content" or "operation" ? place : $"{place}/{name}", kind, null, name);
    }

    private void Differ(string place, string keyword, JsonNode? published, JsonNode? ours)
    {
        if (!JsonNode.DeepEquals(published, ours))
            _differences.Add(new SurfaceDifference(place, keyword, published?.DeepClone(), ours?.DeepClone()));
    }

    private static JsonValue? Flag(JsonNode? value) => value?.GetValue<bool>() == true ? JsonValue.Create(true) : null;
}
