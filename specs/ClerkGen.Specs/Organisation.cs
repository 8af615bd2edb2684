using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>
/// Our organisation of the document, as <c>specs/organisation.yaml</c> states it: which names component schemas get and which inline
/// schemas, parameters and responses become components. Nothing in it changes what is sent or received.
/// </summary>
internal sealed class Organisation
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _schemasByPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _propertyNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private Organisation(JsonObject root)
    {
        foreach ((string published, JsonNode? ours) in root["names"]!.AsObject())
            _names.Add(published, ours!.GetValue<string>());
        Inlined = [.. root["inline"]!.AsArray().Select(name => name!.GetValue<string>())];
        foreach ((string name, JsonNode? places) in root["schemas"]!.AsObject())
        {
            foreach (JsonNode? place in places!.AsArray())
            {
                if (!_schemasByPlace.TryAdd(place!.GetValue<string>(), name))
                    throw new SpecsException($"organisation.yaml names the schema at {place} twice");
            }
        }

        foreach ((string name, JsonNode? place) in root["parameters"]!.AsObject())
            Parameters.Add(place!.GetValue<string>(), name);
        foreach ((string parameter, JsonNode? paging) in root["paging"]!.AsObject())
            Paging.Add(parameter, paging!.AsObject());
        foreach ((string status, JsonNode? name) in root["responses"]!.AsObject())
            Responses.Add(status, name!.GetValue<string>());
        foreach ((string place, JsonNode? name) in root["propertyNames"]!.AsObject())
            _propertyNames.Add(place, name!.GetValue<string>());
        foreach ((string schema, JsonNode? names) in root["enumNames"]!.AsObject())
            EnumNames.Add(schema, names!.AsObject());
    }

    /// <summary>Gets the published component schemas that are written out where they are referred to.</summary>
    public HashSet<string> Inlined { get; }

    /// <summary>Gets, by the place of one occurrence, the component that a parameter becomes wherever it occurs the same.</summary>
    public Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets, by the query parameter that an operation has, how it is paged where its shape does not say it.</summary>
    public Dictionary<string, JsonObject> Paging { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets, by status code, the response component for errors with the common body.</summary>
    public Dictionary<string, string> Responses { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets, by schema, the names of enum values whose text makes no readable identifier.</summary>
    public Dictionary<string, JsonObject> EnumNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the entries that matched nothing so far.</summary>
    public IEnumerable<string> Unused => _names.Keys.Concat(_schemasByPlace.Keys).Concat(_propertyNames.Keys)
        .Where(key => !_used.Contains(key))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the text of <c>organisation.yaml</c>.</summary>
    public static Organisation Read(string text) => new(YamlReader.Read(text, "organisation.yaml"));

    /// <summary>Our name of a published component schema.</summary>
    public string NameOf(string published)
    {
        _used.Add(published);
        return _names.GetValueOrDefault(published, published);
    }

    /// <summary>The component that the inline schema at <paramref name="place"/> becomes, if the file says so.</summary>
    public string? SchemaAt(string place)
    {
        _used.Add(place);
        return _schemasByPlace.GetValueOrDefault(place);
    }

    /// <summary>The name of the property at <paramref name="place"/>, where its own would not do.</summary>
    public string? PropertyNameAt(string place)
    {
        _used.Add(place);
        return _propertyNames.GetValueOrDefault(place);
    }
}
