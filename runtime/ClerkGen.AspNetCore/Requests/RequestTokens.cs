namespace ClerkGen.AspNetCore;

/// <summary>The parts of a request that can carry a token.</summary>
internal abstract class RequestTokens
{
    /// <summary>Values of the header <c>Authorization</c>, in order; there should be one at most.</summary>
    internal abstract ReadOnlySpan<string?> Authorization { get; }

    internal abstract bool IsGet { get; }

    /// <summary>Scheme and host that the browser asked.</summary>
    internal abstract string Origin { get; }

    /// <summary>Headers that describe the browser; none that holds a secret.</summary>
    internal abstract IEnumerable<KeyValuePair<string, string>> DescribingHeaders { get; }

    /// <summary>
    /// The value of a cookie, percent-decoded, or null. The first of several with one name counts, because
    /// browsers send the most specific one first.
    /// </summary>
    internal abstract string? Cookie(string name);

    /// <summary>Whether the query has a parameter.</summary>
    internal abstract bool HasQuery(string name);
}
