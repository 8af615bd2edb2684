using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClerkGen.Specs;

/// <summary>One deliberate departure from the published facts, with its reason; an entry of <c>specs/refinements.yaml</c>.</summary>
internal sealed class Refinement
{
    private readonly Regex[] _at;
    private readonly Regex[] _except;
    private readonly Dictionary<string, JsonArray> _when = new(StringComparer.Ordinal);
    private readonly JsonObject _set;

    /// <summary>Reads one entry.</summary>
    public Refinement(JsonObject entry)
    {
        Reason = entry["reason"]?.GetValue<string>() ?? throw new SpecsException($"A refinement without a reason: {entry.ToJsonString()}");
        _at = Patterns(entry["at"]);
        _except = Patterns(entry["except"]);
        foreach ((string key, JsonNode? values) in entry["when"]?.AsObject() ?? [])
            _when.Add(key, values!.AsArray());
        _set = entry["set"]?.DeepClone().AsObject() ?? [];
        Use = entry["use"]?.GetValue<string>();
    }

    /// <summary>Gets why our document departs here.</summary>
    public string Reason { get; }

    /// <summary>Gets the component schema that stands here instead, if any.</summary>
    public string? Use { get; }

    /// <summary>Gets a value indicating whether it was applied at least once.</summary>
    public bool Applied { get; private set; }

    /// <summary>Changes <paramref name="node"/>, which stands at <paramref name="place"/>, if this entry is about it.</summary>
    /// <returns>Whether it is.</returns>
    public bool Apply(JsonObject node, string place)
    {
        if (!Covers(place) || !_when.All(condition => condition.Value.Any(value => JsonNode.DeepEquals(value, node[condition.Key]))))
            return false;
        Applied = true;
        foreach ((string key, JsonNode? value) in _set)
        {
            if (value is null)
                node.Remove(key);
            else
                node[key] = value.DeepClone();
        }

        return true;
    }

    /// <summary>Whether this entry says why <paramref name="difference"/> is there.</summary>
    public bool Explains(SurfaceDifference difference) => Use is null
        ? Covers(difference.Place) && _set.TryGetPropertyValue(difference.Keyword, out JsonNode? value) && Agrees(value, difference.Ours)
        : Ancestors(difference.Place).Any(Covers);

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(", ", _at.Select(pattern => pattern.ToString()))}: {Reason}";

    // The comparison gives required members and enum values in ordinal order, an entry in whichever reads best.
    private static bool Agrees(JsonNode? set, JsonNode? ours) => set is JsonArray left && ours is JsonArray right
        ? left.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(right.Select(Text).Order(StringComparer.Ordinal))
        : JsonNode.DeepEquals(set, ours);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static IEnumerable<string> Ancestors(string place)
    {
        for (int end = place.Length; end > 0; end = place.LastIndexOf('/', end - 1))
            yield return place[..end];
    }

    private static Regex[] Patterns(JsonNode? node) => node switch
    {
        null => [],
        JsonArray many => [.. many.Select(pattern => Pattern(pattern!.GetValue<string>()))],
        _ => [Pattern(node.GetValue<string>())],
    };

    private static Regex Pattern(string glob)
    {
        string pattern = Regex.Escape(glob)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }

    private bool Covers(string place) => _at.Any(pattern => pattern.IsMatch(place)) && !_except.Any(pattern => pattern.IsMatch(place));
}
