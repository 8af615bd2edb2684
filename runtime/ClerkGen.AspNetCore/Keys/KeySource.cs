namespace ClerkGen.AspNetCore;

/// <summary>Where keys come from. Thread-safe.</summary>
internal abstract class KeySource
{
    /// <summary>The keys that may have signed under an id, without waiting when they are at hand.</summary>
    /// <param name="id">The token's <c>kid</c>.</param>
    /// <param name="cancellationToken">Cancels the wait, not the fetch, which others may wait for.</param>
    internal abstract ValueTask<KeyAnswer> FindAsync(string? id, CancellationToken cancellationToken);

    /// <summary>Newer keys, after a signature fitted none of those that were found. A rotation may keep the id.</summary>
    /// <param name="seen">The keys that did not fit.</param>
    /// <param name="id">The token's <c>kid</c>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>No keys and no reason when there are none that are newer.</returns>
    internal abstract ValueTask<KeyAnswer> FindNewerAsync(KeySet seen, string? id, CancellationToken cancellationToken);
}

/// <summary>Keys, or the reason why there are none.</summary>
internal readonly record struct KeyAnswer(KeySet? Keys, string? Reason);
