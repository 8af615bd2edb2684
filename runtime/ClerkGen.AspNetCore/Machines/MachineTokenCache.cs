using System.Collections.Concurrent;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Keeps verifications for a while, at most twenty thousand. A full generation becomes the old one and
/// replaces the previous old one. Thread-safe.
/// </summary>
internal sealed class MachineTokenCache(TimeProvider time)
{
    private const int Generation = 10_000;

    private readonly object _gate = new();
    private volatile ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);

    internal ClerkVerification? Find(string key)
    {
        if ((_young.TryGetValue(key, out Entry? entry) || _old.TryGetValue(key, out entry))
            && time.GetElapsedTime(entry.KeptAt) < entry.Time)
        {
            return entry.Verification;
        }

        return null;
    }

    internal void Keep(string key, ClerkVerification verification, TimeSpan duration)
    {
        if (_young.Count >= Generation)
        {
            lock (_gate)
            {
                if (_young.Count >= Generation)
                {
                    _old = _young;
                    _young = new ConcurrentDictionary<string, Entry>(StringComparer.Ordinal);
                }
            }
        }

        _young[key] = new Entry(verification, time.GetTimestamp(), duration);
    }

    private sealed record Entry(ClerkVerification Verification, long KeptAt, TimeSpan Time);
}
