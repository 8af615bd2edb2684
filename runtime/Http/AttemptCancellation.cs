using System.Collections.Concurrent;

namespace ClerkGen.Http;

/// <summary>
/// The token of one attempt: ends with its time or with the caller's cancellation. Sources and their timers are reused after a clean
/// attempt over the runtime's own transport, because nothing holds the token then. Another transport takes none from those that
/// wait, since it could give none back.
/// </summary>
internal sealed class AttemptCancellation
{
    private const int MaxIdle = 256;

    private static readonly ConcurrentQueue<AttemptCancellation> Idle = new();
    private static int _idleCount;

    // The one that this thread gave back last, without going through the queue.
    [ThreadStatic]
    private static AttemptCancellation? _idleHere;

    private readonly CancellationTokenSource _source;
    private readonly bool _isReusable;
    private CancellationTokenRegistration _caller;

    private AttemptCancellation(CancellationTokenSource source, bool isReusable)
    {
        _source = source;
        _isReusable = isReusable;
    }

    /// <summary>The token.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>Starts an attempt.</summary>
    /// <param name="limit">Its time, or infinite.</param>
    /// <param name="timeProvider">The clock of that time.</param>
    /// <param name="isOwnTransport">Whether nothing holds the tokens of an attempt that ended cleanly.</param>
    /// <param name="callerToken">The caller's token.</param>
    internal static AttemptCancellation Begin(TimeSpan limit, TimeProvider timeProvider, bool isOwnTransport, CancellationToken callerToken)
    {
        AttemptCancellation cancellation = isOwnTransport && timeProvider == TimeProvider.System
            ? Rent()
            : new AttemptCancellation(new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider), isReusable: false);
        cancellation.Limit(limit);
        if (callerToken.CanBeCanceled)
        {
            cancellation._caller = callerToken.UnsafeRegister(
                static source => ((CancellationTokenSource)source!).Cancel(),
                cancellation._source);
        }

        return cancellation;
    }

    /// <summary>Sets the time from now on.</summary>
    internal void Limit(TimeSpan limit) =>
        _source.CancelAfter(limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : limit);

    /// <summary>Ends the token now.</summary>
    internal void Cancel() => _source.Cancel();

    /// <summary>From now on the caller's cancellation has no effect.</summary>
    internal void LeaveCaller() => _caller.Dispose();

    /// <summary>Ends the attempt.</summary>
    /// <param name="isAtRest">Whether nothing holds the token any more.</param>
    internal void End(bool isAtRest)
    {
        _caller.Dispose();
        _caller = default;
        if (!isAtRest || !_isReusable || !_source.TryReset())
        {
            _source.Dispose();
        }
        else if (_idleHere is null)
        {
            _idleHere = this;
        }
        else if (Volatile.Read(ref _idleCount) < MaxIdle)
        {
            Interlocked.Increment(ref _idleCount);
            Idle.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }

    private static AttemptCancellation Rent()
    {
        if (_idleHere is AttemptCancellation here)
        {
            _idleHere = null;
            return here;
        }

        if (Idle.TryDequeue(out AttemptCancellation? idle))
        {
            Interlocked.Decrement(ref _idleCount);
            return idle;
        }

        return new AttemptCancellation(new CancellationTokenSource(), isReusable: true);
    }
}
