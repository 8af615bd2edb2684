using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the pages of an operation follow each other. Immutable and thread-safe.</summary>
/// <typeparam name="TPage">Type of a page.</typeparam>
/// <typeparam name="TItem">Type of an item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPaging<TPage, TItem>
{
    internal ApiPaging(string? limitParameter, string positionParameter, int pageSize, Func<TPage, IReadOnlyList<TItem>?> items)
    {
        LimitParameter = limitParameter;
        PositionParameter = positionParameter;
        PageSize = pageSize;
        Items = items;
    }

    internal string? LimitParameter { get; }

    internal string PositionParameter { get; }

    internal int PageSize { get; }

    internal Func<TPage, IReadOnlyList<TItem>?> Items { get; }

    internal Func<TPage, long?>? Total { get; init; }

    internal Func<TPage, string?>? NextCursor { get; init; }

    internal Func<TPage, bool?>? HasMore { get; init; }

    internal bool CountsPages { get; init; }

    internal IAsyncEnumerable<TItem> AllAsync(
        CallPipeline pipeline,
        ApiOperation<TPage> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        new PageWalk<TPage, TItem>(this, pipeline, operation, request, options).AllAsync(cancellationToken);
}
