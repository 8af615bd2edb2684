namespace ClerkGen.AspNetCore;

/// <summary>Keys as they were at one moment. Immutable.</summary>
/// <param name="keys">The keys. Several may have one id: during a rotation the old and the new one.</param>
/// <param name="loadedAt">When they were asked for, in the clock's ticks that only go forward.</param>
internal sealed class KeySet(VerificationKey[] keys, long loadedAt)
{
    internal long LoadedAt => loadedAt;

    internal ReadOnlySpan<VerificationKey> Keys => keys;

    internal bool Has(string? id)
    {
        foreach (VerificationKey key in keys)
        {
            if (key.Id is null || key.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the keys of an id made a signature.</summary>
    internal bool Verify(string? id, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        foreach (VerificationKey key in keys)
        {
            if ((key.Id is null || key.Id == id) && key.Verify(hash, signature))
            {
                return true;
            }
        }

        return false;
    }
}
