using System.Globalization;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Paging;

/// <summary>
/// One walk over the pages of a list. Ends also on servers that ignore the position or the cursor, or whose total changes on the way.
/// </summary>
internal sealed class PageWalk<TPage, TItem>(
    ApiPaging<TPage, TItem> paging,
    CallPipeline pipeline,
    ICallHooks group,
    ApiOperation<TPage> operation,
    RequestOptions? options)
{
    private readonly HashSet<Guid> _pages = [];
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private PagePosition? _position;
    private Guid _lastPage;
    private bool _followsLinks = paging.FollowsLinks;

    /// <summary>The request of the first page.</summary>
    internal ApiRequest Begin(ApiRequest request)
    {
        request = request.Repeatable();
        long? limit = null;
        if (paging.LimitParameter is not null)
        {
            limit = Number(request.QueryText(paging.LimitParameter));
            if (limit is null && paging.PageSize > 0)
            {
                limit = paging.PageSize;
                request = request.WithQuery(paging.LimitParameter, paging.PageSize.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (paging.PositionParameter is not null && paging.NextCursor is null)
        {
            _position = new PagePosition(paging.CountsPages, paging.StartsAtOne, Number(request.QueryText(paging.PositionParameter)), limit);
        }

        return request;
    }

    /// <summary>Fetches a page.</summary>
    /// <returns>Its items, and the request of the next page or null after the last one.</returns>
    internal async ValueTask<(
        IReadOnlyList<TItem> Items,
        ApiRequest? Next)> FetchAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = new PageCall<TPage>(pipeline, group, operation, request, options, paging.FollowsLinks, cancellationToken);
        await pipeline.RunAsync(call).ConfigureAwait(false);
        if (call.Value is not TPage page)
        {
            return ([], null);
        }

        IReadOnlyList<TItem> items = paging.Items(page) ?? [];
        if (_followsLinks && NextByLink(request, call, items.Count, out ApiRequest? linked))
        {
            return (items, linked);
        }

        if (paging.NextCursor is not null)
        {
            return (items, NextByCursor(request, call, page, items.Count));
        }

        ApiRequest? next = NextByPosition(request, call, page, items.Count, out bool isNew);
        return (isNew ? items : [], next);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private ApiRequest? NextByPosition(ApiRequest request, PageCall<TPage> call, TPage page, int count, out bool isNew)
    {
        isNew = true;
        if (_position is null)
        {
            return null;
        }

        bool? hasMore = paging.HasMore?.Invoke(page);
        bool isRepeated = (count > 0 || hasMore == true) && _pages.Contains(call.Fingerprint);
        PageStep step = _position.Take(new PageFacts(
            count, isRepeated, paging.Number?.Invoke(page), paging.Total?.Invoke(page), paging.Pages?.Invoke(page), hasMore));
        isNew = step is PageStep.Next or PageStep.Last;
        if (isNew)
        {
            _pages.Add(call.Fingerprint);
        }

        return step switch
        {
            PageStep.Stuck => throw call.Response!.Failed(ApiResponseProblem.RepeatedPage),
            PageStep.Lost => throw call.Response!.Failed(ApiResponseProblem.UnexpectedPage),
            PageStep.Next or PageStep.Again =>
                request.WithQuery(paging.PositionParameter!, _position.Next.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private ApiRequest? NextByCursor(ApiRequest request, PageCall<TPage> call, TPage page, int count)
    {
        string? cursor = paging.NextCursor!(page);
        if (string.IsNullOrEmpty(cursor) || paging.HasMore?.Invoke(page) == false)
        {
            return null;
        }

        return Follows(call, count, cursor)
            ? request.WithQuery(paging.PositionParameter!, cursor)
            : throw call.Response!.Failed(ApiResponseProblem.RepeatedPage);
    }

    /// <summary>Looks for a link to the next page.</summary>
    /// <returns>Whether links decide. A first page without any may belong to a server that sends none; then the position decides.</returns>
    private bool NextByLink(ApiRequest request, PageCall<TPage> call, int count, out ApiRequest? next)
    {
        next = null;
        string? target = LinkHeader.Next(call.Links);
        if (target is null)
        {
            _followsLinks = call.Links.Count > 0 || _cursors.Count > 0 || paging.PositionParameter is null;
            return _followsLinks;
        }

        string url = call.NextUrl(target) ?? throw call.Response!.Failed(ApiResponseProblem.ForeignNextPage);
        next = Follows(call, count, url) ? request.At(url) : throw call.Response!.Failed(ApiResponseProblem.RepeatedPage);
        return true;
    }

    // A server that ignores the cursor may still give another one each time; pages without items may follow each other.
    private bool Follows(PageCall<TPage> call, int count, string cursor)
    {
        bool isRepeated = count > 0 && call.Fingerprint == _lastPage;
        _lastPage = call.Fingerprint;
        return !isRepeated && _cursors.Add(cursor);
    }
}
