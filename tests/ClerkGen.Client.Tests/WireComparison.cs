using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using ClerkGen.Testing;

namespace ClerkGen.Client.Tests;

/// <summary>
/// Compares JSON that was sent with JSON that was read from it, or the other way round. Two texts that are the same instant, duration or
/// number are equal, and a null member equals a missing one where <c>nullIsMissing</c> says so; everything else is a difference.
/// </summary>
internal static class WireComparison
{
    public static IReadOnlyList<JsonDifference> Compare(JsonNode? expected, JsonNode? actual, bool nullIsMissing) =>
    [
        .. JsonDiff.Compare(expected, actual).Where(difference =>
            !(nullIsMissing && IsNull(difference.Expected) && IsNull(difference.Actual)) && !SameText(difference.Expected, difference.Actual)),
    ];

    private static bool IsNull(string? json) => json is null or "null";

    private static bool SameText(string? expected, string? actual)
    {
        if (expected is not ['"', ..] || actual is not ['"', ..])
        {
            return false;
        }

        string left = JsonNode.Parse(expected)!.GetValue<string>();
        string right = JsonNode.Parse(actual)!.GetValue<string>();
        return SameInstant(left, right) || SameDuration(left, right) || SameGuid(left, right);
    }

    private static bool SameInstant(string left, string right) =>
        DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset first)
        && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset second)
        && first == second;

    private static bool SameGuid(string left, string right) => Guid.TryParse(left, out Guid first) && Guid.TryParse(right, out Guid second) && first == second;

    private static bool SameDuration(string left, string right)
    {
        try
        {
            return left.StartsWith('P') && right.StartsWith('P') && XmlConvert.ToTimeSpan(left) == XmlConvert.ToTimeSpan(right);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
