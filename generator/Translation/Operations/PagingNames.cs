namespace ClerkGen.Generator.Translation;

/// <summary>How documents call what pages are made of. Compared without case and separators.</summary>
internal static class PagingNames
{
    public static readonly string[] Limit = ["limit", "pagesize", "perpage", "maxresults", "pagelimit", "size", "top"];

    public static readonly string[] Offset = ["offset", "skip", "startindex"];

    public static readonly string[] Page = ["page", "pagenumber", "pageindex"];

    public static readonly string[] Cursor = ["cursor", "pagetoken", "nexttoken", "after", "pagecursor", "continuationtoken", "nextcursor", "nextpagetoken"];

    public static readonly string[] NextCursor =
        ["nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "nextcontinuationtoken", "endcursor", "after", "cursor"];

    public static readonly string[] Items = ["data", "items", "results", "values", "records", "entries", "list"];

    public static readonly string[] Total = ["totalcount", "total", "totalitems", "totalresults", "totalelements", "totalsize", "totalrecords"];

    public static readonly string[] HasMore = ["hasmore", "hasnext", "hasnextpage"];

    /// <summary>The place of a name in one of these lists, or -1.</summary>
    public static int IndexOf(string[] names, string name) => Array.IndexOf(names, name.Replace("_", "").Replace("-", "").Replace(".", "").ToLowerInvariant());
}
