using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>Finds parameters that are the same in several operations, words included, and makes them components.</summary>
internal sealed class SharedParameters(Organisation organisation)
{
    private const int WorthSharing = 3;

    private readonly List<(string Place, JsonObject Parameter)> _all = [];

    /// <summary>The components as one object, in the order of their names.</summary>
    public static JsonObject ToObject(SortedDictionary<string, JsonObject> components) =>
        new(components.Select(component => KeyValuePair.Create(component.Key, (JsonNode?)component.Value)));

    /// <summary>Adds one occurrence.</summary>
    public void Add(string place, JsonObject parameter) => _all.Add((place, parameter));

    /// <summary>Replaces occurrences by references and returns the components.</summary>
    public JsonObject Share(ICollection<string> remarks)
    {
        var components = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach ((string place, string name) in organisation.Parameters)
        {
            if (_all.FirstOrDefault(candidate => candidate.Place == place).Parameter is JsonObject parameter)
                components.Add(name, parameter.DeepClone().AsObject());
            else
                remarks.Add($"organisation.yaml: no parameter at {place}");
        }

        foreach (var same in _all.GroupBy(candidate => candidate.Parameter.ToJsonString()))
        {
            string? name = components.FirstOrDefault(component => component.Value.ToJsonString() == same.Key).Key;
            if (name is null)
            {
                if (same.Count() >= WorthSharing)
                    remarks.Add($"the parameter at {same.First().Place} occurs {same.Count()} times and is no component");
                continue;
            }

            foreach ((_, JsonObject parameter) in same)
            {
                JsonArray parameters = parameter.Parent!.AsArray();
                parameters[parameters.IndexOf(parameter)] = new JsonObject { ["$ref"] = $"#/components/parameters/{name}" };
            }
        }

        return ToObject(components);
    }
}
