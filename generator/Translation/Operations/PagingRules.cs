using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// The members of <c>x-clerkgen-paging</c>; null where names decide. A member in an object of the page is
/// named with a dot: <c>meta.total</c>.
/// </summary>
/// <param name="Kind">The kind of position.</param>
/// <param name="Limit">Query parameter with the page size.</param>
/// <param name="Position">Query parameter with offset, page or cursor.</param>
/// <param name="First">The number of the first page or item, 0 or 1.</param>
/// <param name="Items">Member with the items.</param>
/// <param name="Total">Member with the total.</param>
/// <param name="Number">Member with the page's own number or offset.</param>
/// <param name="Pages">Member with the number of pages.</param>
/// <param name="Cursor">Member with the next cursor.</param>
/// <param name="HasMore">Member that tells whether there is more.</param>
internal sealed record PagingRules(
    PagingKind? Kind,
    string? Limit,
    string? Position,
    string? First,
    string? Items,
    string? Total,
    string? Number,
    string? Pages,
    string? Cursor,
    string? HasMore)
{
    public static PagingRules Read(JsonObject? extension)
    {
        PagingKind? kind = Text(extension, "kind") switch
        {
            "offset" => PagingKind.Offset,
            "page" => PagingKind.Page,
            "cursor" => PagingKind.Cursor,
            "link" => PagingKind.Link,
            _ => null,
        };
        return new PagingRules(
            kind,
            Text(extension, "limit"),
            Text(extension, "position"),
            extension?["first"]?.ToJsonString(),
            Text(extension, "items"),
            Text(extension, "total"),
            Text(extension, "number"),
            Text(extension, "pages"),
            Text(extension, "cursor"),
            Text(extension, "hasMore"));
    }

    public bool IsExplicit => Kind is not null;

    public bool Allows(PagingKind kind) => Kind is null || Kind == kind;

    private static string? Text(JsonObject? extension, string name) => ChosenNames.Text(extension?[name]);
}
