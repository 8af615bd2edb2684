using System.Runtime.CompilerServices;
using ClerkGen.Paging;

namespace ClerkGen;

/// <summary>Enumerates lists page by page.</summary>
public static class ApiPages
{
    /// <summary>Enumerates pages instead of items: <c>client.Users.ListAllAsync().AsPages()</c>.</summary>
    /// <remarks>
    /// A page is requested when it is needed. Pages without items are skipped. A sequence that no client created, for example in a test, is
    /// one page.
    /// </remarks>
    /// <param name="items">Result of an <c>…AllAsync</c> method.</param>
    /// <typeparam name="T">Type of an item.</typeparam>
    public static IAsyncEnumerable<IReadOnlyList<T>> AsPages<T>(this IAsyncEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items is PagedItems<T> paged ? paged.PagesAsync() : OnePageAsync(items);
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> OnePageAsync<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<T> page = [];
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            page.Add(item);
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }
}
