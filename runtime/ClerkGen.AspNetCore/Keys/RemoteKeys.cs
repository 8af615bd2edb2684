using Microsoft.Extensions.Logging;

namespace ClerkGen.AspNetCore;

/// <summary>
/// Keys that are fetched and kept: fresh for five minutes, renewed in the background after four, and served stale for up to fifteen while they cannot be fetched.
/// One fetch at a time, which all wait for; at most one a minute because a token asks for keys that are not there, so that tokens cannot drive
/// requests. Ages are measured by a clock that only goes forward: setting the time changes nothing here. Thread-safe.
/// </summary>
internal sealed class RemoteKeys : KeySource
{
    internal static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    internal static readonly TimeSpan Renewed = TimeSpan.FromMinutes(4);
    internal static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);
    internal static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // After the last failure. Longer than a pause and a fetch, so that only an idle application waits again.
    private static readonly TimeSpan OutageGoesOn = TimeSpan.FromMinutes(1);

    private readonly KeyFetch _fetch;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly object _gate = new();

    private KeySet? _keys;
    private Task? _flight;
    private long? _forcedAt;

    // The failure of the last fetch, if it failed.
    private volatile string? _failure;
    private long _failedAt;
    private int _failures;

    internal RemoteKeys(KeyFetch fetch, TimeProvider time, ILogger log)
    {
        _fetch = fetch;
        _time = time;
        _log = log;
    }

    /// <summary>Whether these keys are fetched the same way, so that they serve as well.</summary>
    internal bool IsFetchedBy(KeyFetch fetch) => _fetch.IsSame(fetch);

    internal override ValueTask<KeyAnswer> FindAsync(string? id, CancellationToken cancellationToken)
    {
        KeySet? keys = Volatile.Read(ref _keys);
        if (keys is null || Age(keys) >= Fresh)
        {
            return LoadAsync(keys, id, cancellationToken);
        }

        if (Age(keys) >= Renewed)
        {
            // Nothing awaits it. It does not throw, and failures are logged.
            _ = TakeOff(keys, isForced: false);
        }

        return keys.Has(id) ? new ValueTask<KeyAnswer>(new KeyAnswer(keys, null)) : ForceAsync(keys, id, cancellationToken);
    }

    internal override async ValueTask<KeyAnswer> FindNewerAsync(KeySet seen, string? id, CancellationToken cancellationToken)
    {
        // A forged signature must not cost a fetch right after one; a rotation that keeps the id waits a minute at most.
        if (Volatile.Read(ref _keys) == seen && Age(seen) < BetweenForced)
        {
            return default;
        }

        KeyAnswer answer = await ForceAsync(seen, id, cancellationToken).ConfigureAwait(false);
        return answer.Keys is { } keys && keys != seen ? answer : default;
    }

    // Without keys, or with keys that are too old to decide anything unless newer ones cannot be had.
    private async ValueTask<KeyAnswer> LoadAsync(KeySet? seen, string? id, CancellationToken cancellationToken)
    {
        if (TakeOff(seen, isForced: false) is { } flight && !IsServedMeanwhile(seen, id))
        {
            await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        KeySet? keys = Volatile.Read(ref _keys);
        if (keys is null || Age(keys) >= Stale)
        {
            return new KeyAnswer(null, _failure ?? ClerkReason.KeysNotLoaded);
        }

        return Answer(keys, id);
    }

    private async ValueTask<KeyAnswer> ForceAsync(KeySet seen, string? id, CancellationToken cancellationToken)
    {
        if (TakeOff(seen, isForced: true) is { } flight)
        {
            await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return Answer(Volatile.Read(ref _keys)!, id);
    }

    // In an outage old keys serve during a fetch as they do between fetches: most of them end at their time limit, and every request would wait for it.
    private bool IsServedMeanwhile(KeySet? keys, string? id)
    {
        if (keys is null || Age(keys) >= Stale || !keys.Has(id))
        {
            return false;
        }

        lock (_gate)
        {
            return _failure is not null && _time.GetElapsedTime(_failedAt) < OutageGoesOn;
        }
    }

    // A key that is not there, while keys cannot be had, may be one that is new: that is no fault of the token.
    private KeyAnswer Answer(KeySet keys, string? id) =>
        keys.Has(id) ? new KeyAnswer(keys, null) : new KeyAnswer(null, _failure ?? ClerkReason.KeyMismatch);

    // The fetch that is under way, or a new one when it is time for one. None when one has landed since the keys were looked at.
    private Task? TakeOff(KeySet? seen, bool isForced)
    {
        lock (_gate)
        {
            if (_keys != seen || _flight is not null)
            {
                return _flight;
            }

            long now = _time.GetTimestamp();
            if (isForced)
            {
                if (_forcedAt is { } last && _time.GetElapsedTime(last, now) < BetweenForced)
                {
                    return null;
                }

                _forcedAt = now;
            }
            else if (_failure is not null && _time.GetElapsedTime(_failedAt, now) < Pause(_failures))
            {
                return null;
            }

            // Not on this thread, which holds the lock and may belong to a request.
            return _flight = Task.Run(() => FlyAsync(now));
        }
    }

    private async Task FlyAsync(long now)
    {
        KeyFetchResult result;
        try
        {
            result = await _fetch.FetchAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A handler may throw anything. Callers that wait need an outcome, and the next fetch must be possible.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result = new KeyFetchResult(null, ClerkReason.KeysNotLoaded, exception.GetType().Name);
        }

        lock (_gate)
        {
            _flight = null;
            if (result.Keys is { } keys)
            {
                _failures = 0;
                _failure = null;
                Volatile.Write(ref _keys, new KeySet(keys, now));
                return;
            }

            _failures++;
            _failedAt = _time.GetTimestamp();
            _failure = result.Reason;
        }

        KeySet? old = Volatile.Read(ref _keys);
        if (old is not null && Age(old) < Stale)
        {
            Log.KeysStale(_log, result.Reason!, result.Detail, _fetch.Address, (int)Age(old).TotalSeconds);
        }
        else
        {
            Log.KeysUnavailable(_log, result.Reason!, result.Detail, _fetch.Address);
        }
    }

    private TimeSpan Age(KeySet keys) => _time.GetElapsedTime(keys.LoadedAt);

    // After 1, 2, 4, 8, 16, 30, 30, … seconds.
    private static TimeSpan Pause(int failures)
    {
        var pause = TimeSpan.FromSeconds(1 << Math.Min(failures - 1, 5));
        return pause < LongestPause ? pause : LongestPause;
    }
}
