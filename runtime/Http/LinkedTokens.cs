namespace ClerkGen.Http;

/// <summary>The token of a method and the token of an enumeration (<c>WithCancellation</c>) as one.</summary>
internal static class LinkedTokens
{
    /// <summary>A token that ends with either.</summary>
    /// <returns>The source to dispose of, or null.</returns>
    internal static CancellationTokenSource? Both(CancellationToken first, CancellationToken second, out CancellationToken token)
    {
        if (!second.CanBeCanceled || first == second)
        {
            token = first;
            return null;
        }

        if (!first.CanBeCanceled)
        {
            token = second;
            return null;
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(first, second);
        token = source.Token;
        return source;
    }
}
