namespace ClerkGen.Generator.Model;

/// <summary>How the method that enumerates all items walks the pages.</summary>
/// <param name="Name">Stem of that method without <c>Async</c>: <c>ListAll</c>, or <c>ListItems</c> when another operation is called that.</param>
/// <param name="Kind">The kind of position.</param>
/// <param name="LimitParameter">Wire name of the query parameter with the page size, or null.</param>
/// <param name="PositionParameter">Wire name of the query parameter with the offset, page number or cursor; null for links.</param>
/// <param name="PageSize">Page size asked for when the caller named none, or 0 to leave it to the server.</param>
/// <param name="Item">Type of an item.</param>
/// <param name="Items">Where a page has its items, or null when the page is the list.</param>
internal sealed record PagingModel(
    string Name,
    PagingKind Kind,
    string? LimitParameter,
    string? PositionParameter,
    int PageSize,
    TypeReference Item,
    PageMemberModel? Items)
{
    /// <summary>The page, if the operation has other JSON responses too; else null. Walking pages requests this one only.</summary>
    public PageAnswerModel? Page { get; init; }

    /// <summary>Where a page has the number of all items, or null.</summary>
    public PageMemberModel? Total { get; init; }

    /// <summary>Where a page has its own offset or number, or null.</summary>
    public PageMemberModel? Number { get; init; }

    /// <summary>Where a page has the number of all pages, or null.</summary>
    public PageMemberModel? Pages { get; init; }

    /// <summary>Where a page has the cursor of the next, or null.</summary>
    public PageMemberModel? Cursor { get; init; }

    /// <summary>Where a page has whether there is another, or null.</summary>
    public PageMemberModel? HasMore { get; init; }

    /// <summary>Where a page has whether it is the last, or null.</summary>
    public PageMemberModel? IsLast { get; init; }

    /// <summary>Whether the document counts positions from one.</summary>
    public bool StartsAtOne { get; init; }

    /// <summary>Whether responses name the next page in the header <c>Link</c>.</summary>
    public bool FollowsLinks { get; init; }
}

/// <summary>One of an operation's answers, which is a page.</summary>
/// <param name="Result">The result with the page alone.</param>
/// <param name="Accept">Value of <c>Accept</c>, or null for JSON.</param>
internal sealed record PageAnswerModel(ResultModel Result, string? Accept);

/// <summary>A member of a page, or of an object in it.</summary>
/// <param name="Steps">The properties that lead to it.</param>
internal sealed record PageMemberModel(EquatableArray<PageStepModel> Steps);

/// <summary>A property on the way to a member of a page.</summary>
/// <param name="Type">Unescaped identifier of the type that has it.</param>
/// <param name="Property">Unescaped C# identifier.</param>
internal sealed record PageStepModel(string Type, string Property);

/// <summary>The kind of position in a list.</summary>
internal enum PagingKind
{
    /// <summary>The number of the first item.</summary>
    Offset,

    /// <summary>The number of the page.</summary>
    Page,

    /// <summary>The previous page's value.</summary>
    Cursor,

    /// <summary>The URL in the header <c>Link</c> of the page before.</summary>
    Link,
}
