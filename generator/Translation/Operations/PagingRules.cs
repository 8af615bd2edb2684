using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation;

/// <summary>What <c>x-clerkgen-paging</c> says; null where it says nothing and names decide.</summary>
/// <param name="Kind">What moves the window.</param>
/// <param name="Limit">Query parameter with the page size.</param>
/// <param name="Position">Query parameter with offset, page or cursor.</param>
/// <param name="Items">Property with the items.</param>
/// <param name="Total">Property with the total.</param>
/// <param name="Cursor">Property with the next cursor.</param>
/// <param name="HasMore">Property that says whether there is more.</param>
internal sealed record PagingRules(PagingKind? Kind, string? Limit, string? Position, string? Items, string? Total, string? Cursor, string? HasMore)
{
    public static PagingRules Read(JsonObject? extension)
    {
        PagingKind? kind = Text(extension, "kind") switch
        {
            "offset" => PagingKind.Offset,
            "page" => PagingKind.Page,
            "cursor" => PagingKind.Cursor,
            _ => null,
        };
        return new PagingRules(
            kind,
            Text(extension, "limit"),
            Text(extension, "position"),
            Text(extension, "items"),
            Text(extension, "total"),
            Text(extension, "cursor"),
            Text(extension, "hasMore"));
    }

    public bool IsExplicit => Kind is not null;

    public bool Allows(PagingKind kind) => Kind is null || Kind == kind;

    private static string? Text(JsonObject? extension, string name) => ChosenNames.Text(extension?[name]);
}
