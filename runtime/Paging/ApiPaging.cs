using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>The ways in which pages follow each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiPaging
{
    /// <summary>Each page begins at an item's number.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="offsetParameter">Query parameter with the number of the first item.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="total">Number of items in all pages, or null if pages do not contain it.</param>
    /// <param name="number">Number of the page's first item, or null if pages do not contain it.</param>
    /// <param name="pages">Number of pages, or null if pages do not contain it.</param>
    /// <param name="hasMore">Whether there is a next page, or null if pages do not contain it.</param>
    /// <param name="startsAtOne">Whether the document counts items from 1.</param>
    /// <param name="followsLinks">Whether responses name the next page in the header <c>Link</c>, which then counts more.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Offset<TPage, TItem>(
        string? limitParameter,
        string offsetParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, long?>? total = null,
        Func<TPage, long?>? number = null,
        Func<TPage, long?>? pages = null,
        Func<TPage, bool?>? hasMore = null,
        bool startsAtOne = false,
        bool followsLinks = false) =>
        new(limitParameter, offsetParameter, pageSize, items)
        {
            Total = total,
            Number = number,
            Pages = pages,
            HasMore = hasMore,
            StartsAtOne = startsAtOne,
            FollowsLinks = followsLinks,
        };

    /// <summary>Pages are numbered.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="pageParameter">Query parameter with the number of the page.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="total">Number of items in all pages, or null if pages do not contain it.</param>
    /// <param name="number">Number of the page, or null if pages do not contain it.</param>
    /// <param name="pages">Number of pages, or null if pages do not contain it.</param>
    /// <param name="hasMore">Whether there is a next page, or null if pages do not contain it.</param>
    /// <param name="startsAtOne">
    /// Whether the document counts pages from 1. Else they are taken to be counted from 0 until a response shows that they
    /// are not, so that none is passed over.
    /// </param>
    /// <param name="followsLinks">Whether responses name the next page in the header <c>Link</c>, which then counts more.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Page<TPage, TItem>(
        string? limitParameter,
        string pageParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, long?>? total = null,
        Func<TPage, long?>? number = null,
        Func<TPage, long?>? pages = null,
        Func<TPage, bool?>? hasMore = null,
        bool startsAtOne = false,
        bool followsLinks = false) =>
        new(limitParameter, pageParameter, pageSize, items)
        {
            Total = total,
            Number = number,
            Pages = pages,
            HasMore = hasMore,
            StartsAtOne = startsAtOne,
            FollowsLinks = followsLinks,
            CountsPages = true,
        };

    /// <summary>Each response names the next page in the header <c>Link</c> with the relation <c>next</c> (RFC 8288).</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Links<TPage, TItem>(
        string? limitParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items) =>
        new(limitParameter, positionParameter: null, pageSize, items) { FollowsLinks = true };

    /// <summary>Each page names the cursor of the next.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="cursorParameter">Query parameter with the cursor.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="cursor">The next page's cursor; null or empty on the last page.</param>
    /// <param name="hasMore">Whether there is a next page, or null if pages do not contain it.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Cursor<TPage, TItem>(
        string? limitParameter,
        string cursorParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, string?> cursor,
        Func<TPage, bool?>? hasMore = null) =>
        new(limitParameter, cursorParameter, pageSize, items) { NextCursor = cursor, HasMore = hasMore };
}
