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
    private Guid _lastPage;
    private long? _limit;
    private long _position;

    /// <summary>The request of the first page.</summary>
    internal ApiRequest Begin(ApiRequest request)
    {
        request = request.Repeatable();
        _position = Number(request.QueryText(paging.PositionParameter)) ?? (paging.CountsPages ? 1 : 0);
        if (paging.LimitParameter is null)
        {
            return request;
        }

        _limit = Number(request.QueryText(paging.LimitParameter));
        if (_limit is null && paging.PageSize > 0)
        {
            _limit = paging.PageSize;
            return request.WithQuery(paging.LimitParameter, paging.PageSize.ToString(CultureInfo.InvariantCulture));
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
        var call = new PageCall<TPage>(pipeline, group, operation, request, options, cancellationToken);
        await pipeline.RunAsync(call).ConfigureAwait(false);
        if (call.Value is not TPage page)
        {
            return ([], null);
        }

        IReadOnlyList<TItem> items = paging.Items(page) ?? [];
        if (paging.NextCursor is not null)
        {
            return (items, NextByCursor(request, call, page, items.Count));
        }

        ApiRequest? next = NextByPosition(request, call, items.Count, paging.Total?.Invoke(page), out bool isRepeated);
        return (isRepeated ? [] : items, next);
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private ApiRequest? NextByPosition(ApiRequest request, PageCall<TPage> call, int count, long? total, out bool isRepeated)
    {
        isRepeated = false;
        if (count == 0)
        {
            return null;
        }

        long before = paging.CountsPages ? (_position - 1) * (_limit ?? count) : _position;
        long after = before + count;
        if (!_pages.Add(call.Fingerprint))
        {
            // The server ignores the position. When it says that there is more, that more cannot be had, and saying nothing
            // would lose it; else the list was whole already.
            isRepeated = true;
            return total > before ? throw call.Response!.Failed(ApiResponseProblem.RepeatedPage) : null;
        }

        // A total tells more than a short page, because servers cut the page size to their own maximum; but a total that is
        // smaller than what was seen is wrong, or changed on the way.
        if (total >= after ? total == after : count < _limit)
        {
            return null;
        }

        _position += paging.CountsPages ? 1 : count;
        return request.WithQuery(paging.PositionParameter, _position.ToString(CultureInfo.InvariantCulture));
    }

    private ApiRequest? NextByCursor(ApiRequest request, PageCall<TPage> call, TPage page, int count)
    {
        string? cursor = paging.NextCursor!(page);
        if (string.IsNullOrEmpty(cursor) || paging.HasMore?.Invoke(page) == false)
        {
            return null;
        }

        // A server that ignores the cursor may still give another one each time; pages without items may follow each other.
        bool isRepeated = count > 0 && call.Fingerprint == _lastPage;
        _lastPage = call.Fingerprint;
        return !isRepeated && _cursors.Add(cursor)
            ? request.WithQuery(paging.PositionParameter, cursor)
            : throw call.Response!.Failed(ApiResponseProblem.RepeatedPage);
    }
}
