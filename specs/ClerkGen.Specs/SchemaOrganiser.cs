using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>
/// Lays schemas out our way. A place is written <c>Schema/property/*</c> or <c>OperationId/request/…</c>, <c>OperationId/200/…</c>,
/// <c>OperationId/query/name</c>: property names as steps, <c>*</c> for items and <c>{}</c> for additional properties.
/// </summary>
internal sealed class SchemaOrganiser
{
    private const string Prefix = "#/components/schemas/";

    // Keywords that belong to a use of a schema, not to the schema.
    private static readonly string[] SiteKeywords = ["nullable", "default", "deprecated", "readOnly", "writeOnly"];

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private readonly PublishedDocument _published;
    private readonly Organisation _organisation;
    private readonly IReadOnlyList<Refinement> _refinements;
    private readonly SortedDictionary<string, (string Place, JsonObject Schema)> _components = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>Prepares for one document.</summary>
    public SchemaOrganiser(PublishedDocument published, Organisation organisation, IReadOnlyList<Refinement> refinements)
    {
        _published = published;
        _organisation = organisation;
        _refinements = refinements;
    }

    /// <summary>Gets the places of inline schemas that deserve a name and have none.</summary>
    public SortedSet<string> Unnamed { get; } = new(StringComparer.Ordinal);

    /// <summary>The component schemas that were met, in the order of their names.</summary>
    public IEnumerable<(string Name, JsonObject Schema)> Components() =>
        _components.Select(component => (component.Key, component.Value.Schema));

    /// <summary>Whether a JSON or form body of this content is senseless without members.</summary>
    public bool HasRequiredMembers(JsonObject content) =>
        content.All(mediaType => mediaType.Value!["schema"] is JsonObject schema && Demands(schema));

    /// <summary>Lays out <paramref name="facts"/>, which stands at <paramref name="place"/>.</summary>
    public JsonObject Organise(JsonObject facts, string place) => Organise(facts, place, isComponent: false);

    private static string NameOfReference(JsonObject schema) => schema["$ref"]!.GetValue<string>()[Prefix.Length..];

    private static bool DeservesName(JsonObject schema) => schema["properties"] is not null
        || schema["enum"] is JsonArray { Count: > 1 }
        || Compositions.Any(key => schema[key] is JsonArray { Count: > 1 });

    private static JsonObject MergeInlineParts(JsonObject schema)
    {
        if (schema["allOf"] is not JsonArray parts || parts.Any(part => part!["$ref"] is not null || part["allOf"] is not null))
            return schema;
        schema.Remove("allOf");
        foreach (JsonNode? part in parts)
        {
            foreach ((string key, JsonNode? value) in part!.AsObject())
            {
                if (key == "properties" && schema["properties"] is JsonObject properties)
                {
                    foreach ((string name, JsonNode? property) in value!.AsObject())
                        properties[name] = property!.DeepClone();
                }
                else if (key == "required" && schema["required"] is JsonArray required)
                {
                    foreach (JsonNode? name in value!.AsArray())
                        required.Add(name!.DeepClone());
                }
                else
                {
                    schema[key] = value?.DeepClone();
                }
            }
        }

        schema["type"] ??= "object";
        return schema;
    }

    private JsonObject Organise(JsonObject facts, string place, bool isComponent)
    {
        JsonObject schema = facts.DeepClone().AsObject();
        foreach (Refinement refinement in _refinements)
        {
            if (refinement.Apply(schema, place) && refinement.Use is string component)
                return AtSite(schema, component);
        }

        if (schema["$ref"] is not null)
            return Reference(NameOfReference(schema));
        OrganiseChildren(schema, place);
        schema = MergeInlineParts(schema);
        if (SingleReference(schema) is JsonObject wrapper)
            return wrapper;
        RewriteDiscriminator(schema, facts);
        if (isComponent)
            return schema;
        string? name = _organisation.SchemaAt(place) ?? DefaultName(schema, place);
        if (name is null)
        {
            if (DeservesName(schema))
                Unnamed.Add(place);
            return schema;
        }

        JsonObject site = AtSite(schema, name);
        foreach (string key in SiteKeywords)
            schema.Remove(key);
        Register(name, place, schema);
        return site;
    }

    private static string? DefaultName(JsonObject schema, string place)
    {
        int slash = place.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && place[slash..] == "/request" && DeservesName(schema)
            ? $"{char.ToUpperInvariant(place[0])}{place[1..slash]}Request"
            : null;
    }

    private static JsonObject AtSite(JsonObject schema, string component)
    {
        var site = new JsonObject();
        foreach (string key in SiteKeywords)
        {
            if (schema[key] is JsonNode value)
                site[key] = value.DeepClone();
        }

        if (site.Count == 0)
            return new JsonObject { ["$ref"] = Prefix + component };
        site["allOf"] = new JsonArray(new JsonObject { ["$ref"] = Prefix + component });
        return site;
    }

    private void OrganiseChildren(JsonObject schema, string place)
    {
        if (schema["properties"] is JsonObject properties)
        {
            foreach ((string name, JsonNode? property) in properties.ToArray())
            {
                JsonObject organised = Organise(property!.AsObject(), $"{place}/{name}", isComponent: false);
                if (_organisation.PropertyNameAt($"{place}/{name}") is string propertyName)
                    organised["x-clerkgen-name"] = propertyName;
                properties[name] = organised;
            }
        }

        if (schema["items"] is JsonObject items)
            schema["items"] = Organise(items, $"{place}/*", isComponent: false);
        if (schema["additionalProperties"] is JsonObject additional)
            schema["additionalProperties"] = Organise(additional, $"{place}/{{}}", isComponent: false);
        foreach (string key in Compositions)
        {
            if (schema[key] is JsonArray parts)
                schema[key] = new JsonArray([.. parts.Select((part, index) => OrganisePart(part!.AsObject(), key, place, index))]);
        }
    }

    // The members of an inline part of allOf are members of the whole; only the variants of a union are types of their own.
    private JsonObject OrganisePart(JsonObject part, string composition, string place, int index) => composition == "allOf"
        ? Organise(part, place, isComponent: true)
        : Organise(part, $"{place}/{composition}/{index}", isComponent: false);

    private JsonObject Reference(string published)
    {
        JsonObject facts = _published.Schemas.TryGetValue(published, out JsonObject? found)
            ? found
            : throw new SpecsException($"{Prefix}{published} leads nowhere");
        string name = _organisation.NameOf(published);
        if (_organisation.Inlined.Contains(published))
            return Organise(facts, name, isComponent: false);
        if (_begun.Add(published))
        {
            JsonObject schema = Organise(facts, name, isComponent: true);
            schema.Remove("nullable");
            Register(name, name, schema);
        }

        // A component that may be null is, in ours, null where it is used.
        return AtSite(new JsonObject { ["nullable"] = facts["nullable"]?.GetValue<bool>() == true ? true : null }, name);
    }

    private void Register(string name, string place, JsonObject schema)
    {
        if (!_components.TryGetValue(name, out (string Place, JsonObject Schema) other))
        {
            _components.Add(name, (place, schema));
            return;
        }

        if (!JsonNode.DeepEquals(InSetOrder(schema), InSetOrder(other.Schema)))
        {
            throw new SpecsException(
                $"{name} would be two things:\n  {other.Place}: {other.Schema.ToJsonString()}\n  {place}: {schema.ToJsonString()}");
        }
    }

    private static JsonObject InSetOrder(JsonObject schema)
    {
        JsonObject copy = schema.DeepClone().AsObject();
        foreach (string key in new[] { "enum", "required" })
        {
            if (copy[key] is not JsonArray values)
                continue;
            JsonNode?[] ordered = [.. values.OrderBy(value => value!.ToJsonString(), StringComparer.Ordinal)];
            values.Clear();
            foreach (JsonNode? value in ordered)
                values.Add(value);
        }

        return copy;
    }

    // {allOf: [$ref]}, and its like with oneOf or anyOf, is that component, at most null or deprecated here.
    private static JsonObject? SingleReference(JsonObject schema)
    {
        if (schema["properties"] is not null)
            return null;
        foreach (string key in Compositions)
        {
            if (schema[key] is JsonArray { Count: 1 } parts && ReferenceIn(parts[0]!.AsObject()) is string name)
                return AtSite(schema, name);
        }

        return null;
    }

    private static string? ReferenceIn(JsonObject part) => part["$ref"] is not null ? NameOfReference(part)
        : part["allOf"] is JsonArray { Count: 1 } inner && inner[0]!["$ref"] is not null ? NameOfReference(inner[0]!.AsObject())
        : null;

    // Our names are not the published ones, by which an implicit mapping would go.
    private void RewriteDiscriminator(JsonObject schema, JsonObject facts)
    {
        if (schema["discriminator"] is not JsonObject discriminator)
            return;
        var mapping = new JsonObject();
        if (discriminator["mapping"] is JsonObject written)
        {
            foreach ((string value, JsonNode? target) in written)
                mapping.Add(value, Prefix + _organisation.NameOf(target!.GetValue<string>().Split('/')[^1]));
        }
        else
        {
            foreach (JsonNode? variant in (facts["oneOf"] ?? facts["anyOf"])!.AsArray())
            {
                string published = NameOfReference(variant!.AsObject());
                mapping.Add(published, Prefix + _organisation.NameOf(published));
            }
        }

        discriminator["mapping"] = mapping;
        if (schema["type"]?.GetValue<string>() == "object")
            schema.Remove("type");
    }

    private bool Demands(JsonObject schema) => schema["$ref"] is not null
        ? Demands(_components[NameOfReference(schema)].Schema)
        : schema["required"] is JsonArray { Count: > 0 } || schema["minItems"] is not null;
}
