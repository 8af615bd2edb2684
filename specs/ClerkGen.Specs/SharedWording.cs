using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClerkGen.Specs;

/// <summary>Finds sentences that two documents share: runs of eight or more consecutive words, punctuation and case aside.</summary>
internal static partial class SharedWording
{
    private const int RunLength = 8;

    private static readonly string[] Keys = ["description", "summary", "title"];

    /// <summary>Every run of our prose that the published document's descriptions, summaries or titles contain too.</summary>
    public static IEnumerable<string> Find(JsonObject published, JsonObject ours)
    {
        HashSet<string> runs = [.. Prose(published, "").SelectMany(text => Runs(text.Text))];
        foreach ((string place, string text) in Prose(ours, ""))
        {
            foreach (string run in Runs(text).Where(runs.Contains).Take(1))
                yield return $"{place}: {run}";
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        string[] words = [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];
        for (int start = 0; start + RunLength <= words.Length; start++)
            yield return string.Join(' ', words.AsSpan(start, RunLength));
    }

    // Every text under these keys counts, a property called "description" apart, whose value is a mapping.
    private static IEnumerable<(string Place, string Text)> Prose(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonArray array:
                foreach ((JsonNode? item, int index) in array.Select((item, index) => (item, index)))
                {
                    if (place.EndsWith("x-enum-descriptions", StringComparison.Ordinal))
                        yield return ($"{place}/{index}", item!.GetValue<string>());
                    foreach ((string Place, string Text) inner in Prose(item, $"{place}/{index}"))
                        yield return inner;
                }

                break;
            case JsonObject mapping:
                foreach ((string key, JsonNode? value) in mapping)
                {
                    bool isProse = Keys.Contains(key) || place.EndsWith("x-clerkgen-groups", StringComparison.Ordinal);
                    if (isProse && value is JsonValue text && text.TryGetValue(out string? words))
                        yield return ($"{place}/{key}", words);
                    foreach ((string Place, string Text) inner in Prose(value, $"{place}/{key}"))
                        yield return inner;
                }

                break;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}_'’]+")]
    private static partial Regex Word();
}
