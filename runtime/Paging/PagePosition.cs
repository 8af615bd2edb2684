namespace ClerkGen.Paging;

/// <summary>
/// The position of a walk over numbered pages or numbered items. Facts in a response outrank expectations from the document. A page that is
/// not the expected one is requested again at its right position, and never skipped.
/// </summary>
/// <param name="countsPages">Whether positions are numbers of pages, not of items.</param>
/// <param name="startsAtOne">Whether the first position is 1 in the document.</param>
/// <param name="requested">The position that the caller asks for, or null for the server's first.</param>
/// <param name="limit">The page size that is asked for, or null.</param>
internal sealed class PagePosition(bool countsPages, bool startsAtOne, long? requested, long? limit)
{
    private bool _hasBegun;
    private bool _isCorrected;
    private bool _isGuessed;
    private long? _stated;
    private long _step;
    private long _passed;
    private long _seen;
    private long _pages;

    /// <summary>The position to ask for next.</summary>
    internal long Next { get; private set; }

    /// <summary>Takes in a page.</summary>
    /// <returns>The use of its items, and whether to continue at <see cref="Next"/>.</returns>
    internal PageStep Take(in PageFacts page)
    {
        if (!_hasBegun)
        {
            Begin(page);
            return Accept(page);
        }

        if (page.Stated is long stated && _stated is long before)
        {
            long missing = before + _step - stated;
            if (missing != 0)
            {
                return Correct(missing, page);
            }
        }
        else if (page.IsRepeated && _isGuessed)
        {
            // The document does not state whether pages count from zero or one. Asking for page 1 gave
            // the first page again: it is from one.
            _isGuessed = false;
            Next++;
            return PageStep.Again;
        }

        _isGuessed = false;
        return page.IsRepeated ? AtRepeatedPage(page) : Accept(page);
    }

    private void Begin(in PageFacts page)
    {
        _hasBegun = true;
        _stated = page.Stated;
        if (requested is long given)
        {
            // Too little rather than too much, so that a total does not end the walk early.
            Next = given;
            _passed = Math.Max(0, countsPages ? (given - 1) * Math.Min(limit ?? page.Count, page.Count) : given - (startsAtOne ? 1 : 0));
            _pages = countsPages ? Math.Max(0, given - 1) : 0;
        }
        else if (_stated is 0 or 1)
        {
            Next = _stated.Value;
        }
        else
        {
            // A first page with another number than 0 or 1 counts something else.
            _stated = null;
            Next = startsAtOne ? 1 : 0;
            _isGuessed = countsPages && !startsAtOne;
        }
    }

    private PageStep Accept(in PageFacts page)
    {
        _step = countsPages ? 1 : page.Count;
        _seen += page.Count;
        _pages++;
        if (_pages > 1 || requested is not null || _stated is not null)
        {
            _stated = page.Stated;
        }

        Next += _step;
        return IsLast(page) ? PageStep.Last : PageStep.Next;
    }

    // One correction is enough for a server whose parameter and responses count from different numbers, or
    // that returns another page on its own.
    private PageStep Correct(long missing, in PageFacts page)
    {
        if (_isCorrected)
        {
            return page.IsRepeated ? AtRepeatedPage(page) : PageStep.Lost;
        }

        _isCorrected = true;
        Next += missing;
        return Next < 0 ? PageStep.Lost : PageStep.Again;
    }

    // The server ignores the position, or responds after its end with its last page. If the response
    // announces more, more cannot be fetched.
    private PageStep AtRepeatedPage(in PageFacts page) =>
        page.HasMore == true || page.Total > _passed + _seen || page.Pages > _pages ? PageStep.Stuck : PageStep.Repeated;

    private bool IsLast(in PageFacts page)
    {
        if (page.HasMore is bool hasMore)
        {
            return !hasMore;
        }

        if (page.Count == 0)
        {
            return true;
        }

        // A total is more reliable than a short page, because servers reduce the page size to their maximum. A total below the items seen
        // so far is wrong or has changed.
        if (page.Total >= _passed + _seen)
        {
            return page.Total == _passed + _seen;
        }

        return page.Pages >= _pages ? page.Pages == _pages : page.Count < limit;
    }
}

/// <summary>Facts about a page that arrived.</summary>
/// <param name="Count">How many items it has.</param>
/// <param name="IsRepeated">Whether the same items came before.</param>
/// <param name="Stated">Its stated position, or null.</param>
/// <param name="Total">Its stated number of items in all pages, or null.</param>
/// <param name="Pages">Its stated number of pages, or null.</param>
/// <param name="HasMore">Whether it announces another page, or null.</param>
internal readonly record struct PageFacts(int Count, bool IsRepeated, long? Stated, long? Total, long? Pages, bool? HasMore);

/// <summary>The decision about a page.</summary>
internal enum PageStep
{
    /// <summary>Its items are the next ones; there may be more.</summary>
    Next,

    /// <summary>Its items are the last ones.</summary>
    Last,

    /// <summary>It is not the page that was asked for; the right one is asked for again.</summary>
    Again,

    /// <summary>Its items came before, and there are no more.</summary>
    Repeated,

    /// <summary>Its items came before, and there are more that cannot be had.</summary>
    Stuck,

    /// <summary>It is another page than the one that was asked for, and not for the first time.</summary>
    Lost,
}
