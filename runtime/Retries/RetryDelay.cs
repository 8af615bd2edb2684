namespace ClerkGen.Retries;

/// <summary>How long to wait before a retry exponential with full jitter, or a little longer than the server asks.</summary>
internal static class RetryDelay
{
    internal static readonly TimeSpan Base = TimeSpan.FromSeconds(0.25);
    internal static readonly TimeSpan ThrottledBase = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan SpreadCap = TimeSpan.FromSeconds(10);
    internal static readonly TimeSpan Cap = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait of a server that is honoured when the call itself has no deadline.</summary>
    internal static readonly TimeSpan RetryAfterCap = TimeSpan.FromMinutes(1);

    /// <summary>The upper bound of the wait after an attempt, before jitter.</summary>
    /// <param name="attempt">Number of the attempt that failed; 1 is the first.</param>
    /// <param name="isThrottled">Whether the server refused it for its rate.</param>
    internal static TimeSpan Bound(int attempt, bool isThrottled)
    {
        double seconds = (isThrottled ? ThrottledBase : Base).TotalSeconds * Math.Pow(2, attempt - 1);
        return seconds < Cap.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Cap;
    }

    /// <summary>
    /// A wait that a server asked for, up to a quarter longer, so that not all who wait come back at once. The spread is 0.25 s to 10 s wide.
    /// A server that asks for no wait gets none.
    /// </summary>
    /// <param name="asked">The wait that the server asked for.</param>
    /// <param name="longest">Longer than any wait may be; more than <paramref name="asked"/>.</param>
    /// <param name="random">Source of jitter.</param>
    internal static TimeSpan Spread(TimeSpan asked, TimeSpan longest, Random random)
    {
        TimeSpan most = asked == TimeSpan.Zero ? asked : TimeSpan.FromTicks(Math.Clamp(asked.Ticks / 4, Base.Ticks, SpreadCap.Ticks));
        TimeSpan room = (longest - asked) / 2;
        return asked + ((most < room ? most : room) * random.NextDouble());
    }

    /// <summary>A wait between zero and <see cref="Bound"/>, evenly spread.</summary>
    internal static TimeSpan Next(int attempt, bool isThrottled, Random random) => Bound(attempt, isThrottled) * random.NextDouble();
}
