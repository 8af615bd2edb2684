using System.Runtime.CompilerServices;

namespace ClerkGen.GeneratedSupport;

/// <summary>One walk over the pages of a list.</summary>
internal sealed class PageWalk<TPage, TItem>(
    ApiPaging<TPage, TItem> paging,
    CallPipeline pipeline,
    ApiOperation<TPage> operation,
    ApiRequest request,
    RequestOptions? options)
{
    internal async IAsyncEnumerable<TItem> AllAsync(
        CancellationToken callerToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = LinkedTokens.Both(callerToken, cancellationToken, out CancellationToken token);
        TPage page = await pipeline.SendAsync(operation, request, options, token).ConfigureAwait(false);
        foreach (TItem item in paging.Items(page) ?? [])
        {
            yield return item;
        }
    }
}
