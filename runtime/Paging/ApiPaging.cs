using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>The ways in which pages follow each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiPaging
{
    /// <summary>Each page begins at an item's number.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="offsetParameter">Query parameter with the number of the first item, from 0.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="total">Number of items in all pages, or null when pages do not say.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Offset<TPage, TItem>(
        string? limitParameter,
        string offsetParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, long?>? total = null) =>
        new(limitParameter, offsetParameter, pageSize, items) { Total = total };

    /// <summary>Pages are numbered, from 1.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="pageParameter">Query parameter with the number of the page.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="total">Number of items in all pages, or null when pages do not say.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    public static ApiPaging<TPage, TItem> Page<TPage, TItem>(
        string? limitParameter,
        string pageParameter,
        int pageSize,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, long?>? total = null) =>
        new(limitParameter, pageParameter, pageSize, items) { Total = total, CountsPages = true };

    /// <summary>Each page names the cursor of the next.</summary>
    /// <param name="limitParameter">Query parameter with the page size, or null for none.</param>
    /// <param name="cursorParameter">Query parameter with the cursor.</param>
    /// <param name="pageSize">Page size asked for when the caller named none; 0 leaves it to the server.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="cursor">The next page's cursor; null or empty on the last page.</param>
    /// <param name="hasMore">Whether there is a next page, or null when pages do not say.</param>
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
