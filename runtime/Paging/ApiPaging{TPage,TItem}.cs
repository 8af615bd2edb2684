using System.ComponentModel;
using ClerkGen.Calls;
using ClerkGen.Paging;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the pages of an operation follow each other. Immutable and thread-safe.</summary>
/// <typeparam name="TPage">Type of a page.</typeparam>
/// <typeparam name="TItem">Type of an item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPaging<TPage, TItem>
{
    internal ApiPaging(string? limitParameter, string? positionParameter, int pageSize, Func<TPage, IReadOnlyList<TItem>?> items)
    {
        LimitParameter = limitParameter;
        PositionParameter = positionParameter;
        PageSize = pageSize;
        Items = items;
    }

    internal string? LimitParameter { get; }

    internal string? PositionParameter { get; }

    internal int PageSize { get; }

    internal Func<TPage, IReadOnlyList<TItem>?> Items { get; }

    internal Func<TPage, long?>? Total { get; init; }

    internal Func<TPage, string?>? NextCursor { get; init; }

    internal Func<TPage, bool?>? HasMore { get; init; }

    internal Func<TPage, long?>? Number { get; init; }

    internal Func<TPage, long?>? Pages { get; init; }

    internal bool CountsPages { get; init; }

    internal bool StartsAtOne { get; init; }

    internal bool FollowsLinks { get; init; }

    /// <summary>The items, page after page; each page is fetched when its first item is asked for.</summary>
    internal IAsyncEnumerable<TItem> AllAsync(
        CallPipeline pipeline,
        ICallHooks group,
        ApiOperation<TPage> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken callerToken) =>
        new PagedItems<TPage, TItem>(this, pipeline, group, operation, request, options, callerToken);
}
