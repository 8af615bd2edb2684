using System.Runtime.CompilerServices;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;

namespace ClerkGen.Paging;

/// <summary>The items of all pages, which can be had page by page too. Each enumeration fetches them anew.</summary>
internal abstract class PagedItems<TItem> : IAsyncEnumerable<TItem>
{
    /// <inheritdoc/>
    public abstract IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default);

    /// <summary>The pages that have items.</summary>
    internal abstract IAsyncEnumerable<IReadOnlyList<TItem>> PagesAsync(CancellationToken cancellationToken = default);
}

/// <summary>The items of an operation's pages.</summary>
internal sealed class PagedItems<TPage, TItem>(
    ApiPaging<TPage, TItem> paging,
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation<TPage> operation,
    ApiRequest request,
    RequestOptions? options,
    CancellationToken callerToken) : PagedItems<TItem>
{
    /// <inheritdoc/>
    public override async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (IReadOnlyList<TItem> items in PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (TItem item in items)
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc/>
    internal override async IAsyncEnumerable<IReadOnlyList<TItem>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = LinkedTokens.Both(callerToken, cancellationToken, out CancellationToken token);
        var walk = new PageWalk<TPage, TItem>(paging, pipeline, group, operation, options);
        ApiRequest? next = walk.Begin(request);
        while (next is not null)
        {
            (IReadOnlyList<TItem> items, next) = await walk.FetchAsync(next, token).ConfigureAwait(false);
            if (items.Count > 0)
            {
                yield return items;
            }
        }
    }
}
