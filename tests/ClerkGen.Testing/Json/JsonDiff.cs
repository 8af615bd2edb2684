using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Testing;

/// <summary>One place where two JSON values differ.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place.</param>
/// <param name="Expected">The expected JSON, or null when the member should not be there.</param>
/// <param name="Actual">The actual JSON, or null when the member is missing.</param>
public sealed record JsonDifference(string Pointer, string? Expected, string? Actual)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pointer}: expected {Expected ?? "nothing"}, got {Actual ?? "nothing"}";
}

/// <summary>When two different texts are equal all the same.</summary>
public enum TextEquality
{
    /// <summary>Never.</summary>
    Exact,

    /// <summary>
    /// When both are date-times of RFC 3339 and mean the same instant at the same offset, as <c>07:08:09Z</c> and <c>07:08:09+00:00</c> do.
    /// </summary>
    Instants,
}

/// <summary>
/// Compares JSON by structure: members in any order, array items in order, numbers by value (<c>1</c>, <c>1.0</c> and <c>1e0</c> are
/// equal), a missing member different from a null one.
/// </summary>
public static class JsonDiff
{
    /// <summary>All differences, in document order of <paramref name="expected"/>; empty when the two are equal.</summary>
    public static IReadOnlyList<JsonDifference> Compare(JsonNode? expected, JsonNode? actual, TextEquality texts = TextEquality.Exact)
    {
        var differences = new List<JsonDifference>();
        Compare(expected, actual, "", texts, differences);
        return differences;
    }

    /// <summary>Parses both texts and compares them.</summary>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    public static IReadOnlyList<JsonDifference> Compare(string expected, string actual, TextEquality texts = TextEquality.Exact) =>
        Compare(JsonNode.Parse(expected), JsonNode.Parse(actual), texts);

    private static void Compare(
        JsonNode? expected, JsonNode? actual, string pointer, TextEquality texts, List<JsonDifference> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject expectedObject, JsonObject actualObject):
                foreach ((string name, JsonNode? value) in expectedObject)
                {
                    string member = JsonPointer.Append(pointer, name);
                    if (actualObject.TryGetPropertyValue(name, out JsonNode? other))
                    {
                        Compare(value, other, member, texts, differences);
                    }
                    else
                    {
                        differences.Add(new JsonDifference(member, Text(value), null));
                    }
                }

                differences.AddRange(actualObject
                    .Where(property => !expectedObject.ContainsKey(property.Key))
                    .Select(property => new JsonDifference(JsonPointer.Append(pointer, property.Key), null, Text(property.Value))));
                break;
            case (JsonArray expectedArray, JsonArray actualArray):
                for (int i = 0; i < Math.Max(expectedArray.Count, actualArray.Count); i++)
                {
                    string item = JsonPointer.Append(pointer, $"{i}");
                    if (i >= actualArray.Count)
                    {
                        differences.Add(new JsonDifference(item, Text(expectedArray[i]), null));
                    }
                    else if (i >= expectedArray.Count)
                    {
                        differences.Add(new JsonDifference(item, null, Text(actualArray[i])));
                    }
                    else
                    {
                        Compare(expectedArray[i], actualArray[i], item, texts, differences);
                    }
                }

                break;
            default:
                if (!ScalarsEqual(expected, actual, texts))
                {
                    differences.Add(new JsonDifference(pointer, Text(expected), Text(actual)));
                }

                break;
        }
    }

    /// <summary>Whether two JSON values are equal in the sense of this class.</summary>
    internal static bool AreEqual(JsonNode? left, JsonNode? right) => Compare(left, right).Count == 0;

    private static bool ScalarsEqual(JsonNode? expected, JsonNode? actual, TextEquality texts)
    {
        if (expected is null || actual is null)
        {
            return expected is null && actual is null;
        }

        JsonValueKind kind = expected.GetValueKind();
        if (kind != actual.GetValueKind())
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.String => TextsEqual(expected.GetValue<string>(), actual.GetValue<string>(), texts),
            JsonValueKind.Number => JsonNumber.AreEqual(expected.ToJsonString(), actual.ToJsonString()),
            _ => kind is JsonValueKind.True or JsonValueKind.False,
        };
    }

    private static bool TextsEqual(string expected, string actual, TextEquality texts) =>
        expected == actual
        || (texts == TextEquality.Instants && Formats.IsString("date-time", expected) && Formats.IsString("date-time", actual)
            && Instant(expected).EqualsExact(Instant(actual)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
