namespace ClerkGen.AspNetCore;

/// <summary>Keys that the program was given. Nothing is fetched, and a token's <c>kid</c> does not matter.</summary>
internal sealed class FixedKeys(KeySet keys) : KeySource
{
    internal override ValueTask<KeyAnswer> FindAsync(string? id, CancellationToken cancellationToken) => new(new KeyAnswer(keys, null));

    internal override ValueTask<KeyAnswer> FindNewerAsync(KeySet seen, string? id, CancellationToken cancellationToken) => default;
}

/// <summary>No keys: neither a key nor a way to fetch one is configured.</summary>
internal sealed class NoKeys : KeySource
{
    internal override ValueTask<KeyAnswer> FindAsync(string? id, CancellationToken cancellationToken) =>
        new(new KeyAnswer(null, ClerkReason.KeyUnresolved));

    internal override ValueTask<KeyAnswer> FindNewerAsync(KeySet seen, string? id, CancellationToken cancellationToken) => default;
}
