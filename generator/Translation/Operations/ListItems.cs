using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Lists whose items may be null, where null has no form: in URLs, headers, forms and parts.</summary>
internal static class ListItems
{
    /// <summary>Whether items of a list may be null.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">Its items, as the list would name them if they could not be null.</param>
    public static bool AreNullable(TypeReference list, TypeReference item) => list.Name.EndsWith("<" + item.Name + "?>", StringComparison.Ordinal);

    /// <summary>The same list of items that are never null.</summary>
    public static TypeReference WithoutNull(TypeReference list, TypeReference? item) =>
        item is not null && AreNullable(list, item)
            ? list with
            {
                Name = $"global::System.Collections.Generic.IReadOnlyList<{item.Name}>",
                Json = $"{ScalarTypes.Support}ListJson<{item.Name}, {item.Json}>",
            }
            : list;
}
