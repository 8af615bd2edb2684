namespace ClerkGen.Generator.Translation.Content;

/// <summary>How documents call what pages are made of. Compared without case and separators.</summary>
internal static class PagingNames
{
    /// <summary>The extension that describes an operation's pages.</summary>
    public const string Extension = "x-clerkgen-paging";

    public static readonly string[] Limit = ["limit", "pagesize", "perpage", "maxresults", "pagelimit", "size", "top"];

    public static readonly string[] Offset = ["offset", "skip", "startindex", "pageoffset"];

    public static readonly string[] Page = ["page", "pagenumber", "pageindex", "pagenum", "pageno", "currentpage"];

    public static readonly string[] Cursor =
        ["cursor", "pagetoken", "nexttoken", "after", "pagecursor", "continuationtoken", "nextcursor", "nextpagetoken", "pageafter"];

    public static readonly string[] NextCursor =
        ["nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "nextcontinuationtoken", "endcursor", "after", "cursor"];

    public static readonly string[] Items = ["data", "items", "results", "values", "records", "entries", "list", "content"];

    public static readonly string[] Total = ["totalcount", "total", "totalitems", "totalresults", "totalelements", "totalsize", "totalrecords"];

    public static readonly string[] PageNumber = ["currentpage", "pagenumber", "pageindex", "page", "number", "pagenum", "pageno"];

    public static readonly string[] ItemNumber = ["offset", "skip", "startindex"];

    public static readonly string[] Pages = ["totalpages", "pagecount", "totalpagecount", "numberofpages", "numpages", "lastpage", "pages"];

    public static readonly string[] HasMore = ["hasmore", "hasnext", "hasnextpage", "hasmorepages", "more"];

    public static readonly string[] IsLast = ["last", "islast", "islastpage", "lastpage"];

    /// <summary>Objects of a page with facts about it: <c>meta.current_page</c>, <c>pagination.total</c>.</summary>
    public static readonly string[] Containers = ["meta", "metadata", "pagination", "paging", "page", "pageinfo", "paginginfo", "pager"];

    /// <summary>Objects around a page.</summary>
    public static readonly string[] Envelopes = ["embedded", "data", "result", "payload", "response", "body"];

    /// <summary>Lists next to the object that contains a page.</summary>
    public static readonly string[] BesidePage =
        ["errors", "errorlist", "errormessages", "validationerrors", "warnings", "messages", "notifications", "links"];

    // Next to one of these, 'number' is the page's number (Spring's Page and PagedModel).
    public static readonly string[] BesideNumber = ["totalpages", "totalelements", "numberofelements"];

    /// <summary>The place of a name in one of these lists, or -1.</summary>
    public static int IndexOf(string[] names, string name)
    {
        string folded = name.Replace("_", "").Replace("-", "").Replace(".", "").Replace("[", "").Replace("]", "").Replace("$", "").Replace("@", "");
        return Array.IndexOf(names, folded.ToLowerInvariant());
    }
}
