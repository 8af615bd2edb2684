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

/// <summary>
/// Compares JSON by structure: members in any order, array items in order, numbers by value (<c>1</c>, <c>1.0</c> and <c>1e0</c> are
/// equal), a missing member different from a null one.
/// </summary>
public static class JsonDiff
{
    /// <summary>All differences, in document order of <paramref name="expected"/>; empty when the two are equal.</summary>
    public static IReadOnlyList<JsonDifference> Compare(JsonNode? expected, JsonNode? actual)
    {
        var differences = new List<JsonDifference>();
        Compare(expected, actual, "", differences);
        return differences;
    }

    /// <summary>Parses both texts and compares them.</summary>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    public static IReadOnlyList<JsonDifference> Compare(string expected, string actual) =>
        Compare(JsonNode.Parse(expected), JsonNode.Parse(actual));

    private static void Compare(JsonNode? expected, JsonNode? actual, string pointer, List<JsonDifference> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject expectedObject, JsonObject actualObject):
                foreach ((string name, JsonNode? value) in expectedObject)
                {
                    string member = JsonPointer.Append(pointer, name);
                    if (actualObject.TryGetPropertyValue(name, out JsonNode? other))
                    {
                        Compare(value, other, member, differences);
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
                        Compare(expectedArray[i], actualArray[i], item, differences);
                    }
                }

                break;
            default:
                if (!ScalarsEqual(expected, actual))
                {
                    differences.Add(new JsonDifference(pointer, Text(expected), Text(actual)));
                }

                break;
        }
    }

    /// <summary>Whether two JSON values are equal in the sense of this class.</summary>
    internal static bool AreEqual(JsonNode? left, JsonNode? right) => Compare(left, right).Count == 0;

    private static bool ScalarsEqual(JsonNode? expected, JsonNode? actual)
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
            JsonValueKind.String => expected.GetValue<string>() == actual.GetValue<string>(),
            JsonValueKind.Number => JsonNumber.AreEqual(expected.ToJsonString(), actual.ToJsonString()),
            _ => kind is JsonValueKind.True or JsonValueKind.False,
        };
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
