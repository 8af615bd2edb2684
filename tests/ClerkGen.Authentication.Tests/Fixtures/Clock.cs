namespace ClerkGen.Authentication.Tests;

/// <summary>A clock that stands still until it is told otherwise. Its wall time and its monotonic time are set apart, as a machine's are when somebody sets the time.</summary>
internal sealed class Clock(long seconds) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _wall = DateTimeOffset.FromUnixTimeSeconds(seconds);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wall;
        }
    }

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <summary>Time passes.</summary>
    public void Advance(TimeSpan time)
    {
        Alarm[] due;
        lock (_gate)
        {
            _wall += time;
            _ticks += time.Ticks;
            due = [.. _alarms.Where(alarm => alarm.At <= _ticks)];
            _alarms.RemoveAll(alarm => alarm.At <= _ticks);
        }

        foreach (Alarm alarm in due)
        {
            alarm.Ring();
        }
    }

    /// <summary>The system's time is set.</summary>
    public void Jump(TimeSpan time)
    {
        lock (_gate)
        {
            _wall += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(Clock clock, TimerCallback callback, object? state) : ITimer
    {
        public long At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = clock._ticks + dueTime.Ticks;
                    clock._alarms.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
