using System.Collections.Concurrent;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Keeps verifications for a minute at most, and at most twenty thousand. A generation that is full or a minute old becomes the old one, and
/// replaces the previous old one. Thread-safe.
/// </summary>
internal sealed class VerificationCache(TimeProvider time)
{
    /// <summary>The longest time that a verification is kept.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private const int Generation = 10_000;

    private readonly object _gate = new();
    private volatile ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);
    private long _youngSince = time.GetTimestamp();

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
        if (IsYoungOver())
        {
            lock (_gate)
            {
                if (IsYoungOver())
                {
                    _old = _young;
                    _young = new ConcurrentDictionary<string, Entry>(StringComparer.Ordinal);
                    Volatile.Write(ref _youngSince, time.GetTimestamp());
                }
            }
        }

        _young[key] = new Entry(verification, time.GetTimestamp(), duration < Longest ? duration : Longest);
    }

    private bool IsYoungOver() => _young.Count >= Generation || time.GetElapsedTime(Volatile.Read(ref _youngSince)) >= Longest;

    private sealed record Entry(ClerkVerification Verification, long KeptAt, TimeSpan Time);
}
