using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Sorts and pages lists as the API does.</summary>
internal static class Listing
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 500;

    /// <summary>
    /// Orders by the <c>order_by</c> parameter: a field, ascending, or descending after a minus sign. Without it the newest come first.
    /// </summary>
    /// <exception cref="ClerkErrorException">The field is none of <paramref name="fields"/>.</exception>
    public static IReadOnlyList<JsonObject> Sorted(ClerkRequest request, IEnumerable<JsonObject> resources, params string[] fields)
    {
        string order = request.Query("order_by") ?? "-created_at";
        string field = order.TrimStart('+', '-');
        if (!fields.Contains(field))
        {
            throw ClerkErrorException.Unprocessable(
                "form_param_value_invalid", "is invalid", $"order_by must be one of {string.Join(", ", fields)}.", "order_by");
        }

        // Numbers by value and text by code point; the sort is stable, so that equal fields keep the order of creation.
        var comparer = Comparer<JsonNode?>.Create((left, right) => left is JsonValue a && right is JsonValue b && a.TryGetValue(out long x)
            && b.TryGetValue(out long y) ? x.CompareTo(y) : string.CompareOrdinal(left?.ToString(), right?.ToString()));
        return order.StartsWith('-')
            ? [.. resources.OrderByDescending(resource => resource[field], comparer)]
            : [.. resources.OrderBy(resource => resource[field], comparer)];
    }

    /// <summary>The page that <c>limit</c> (1 to 500, 10 without it) and <c>offset</c> ask for, as a bare array.</summary>
    /// <exception cref="ClerkErrorException">One of them is out of range.</exception>
    public static JsonArray Page(ClerkRequest request, IReadOnlyList<JsonObject> resources)
    {
        int limit = request.QueryInteger("limit", DefaultLimit, 1, MaxLimit);
        int offset = request.QueryInteger("offset", 0, 0, int.MaxValue);
        return All(resources.Skip(offset).Take(limit));
    }

    /// <summary>The page as an object of <c>data</c> and <c>total_count</c>.</summary>
    /// <exception cref="ClerkErrorException"><c>limit</c> or <c>offset</c> is out of range.</exception>
    public static JsonObject PageWithTotal(ClerkRequest request, IReadOnlyList<JsonObject> resources) => new()
    {
        ["data"] = Page(request, resources),
        ["total_count"] = resources.Count,
    };

    /// <summary>Copies of all resources, as a bare array.</summary>
    public static JsonArray All(IEnumerable<JsonObject> resources) => [.. resources.Select(resource => resource.DeepClone())];

    /// <summary>Whether a text holds the <c>query</c> parameter, in any case; true without the parameter.</summary>
    public static bool Matches(string? query, params string?[] texts) =>
        query is null || texts.Any(text => text?.Contains(query, StringComparison.OrdinalIgnoreCase) == true);
}
