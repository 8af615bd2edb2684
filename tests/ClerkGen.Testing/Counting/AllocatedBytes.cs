namespace ClerkGen.Testing;

/// <summary>Counts what an action allocates on its thread.</summary>
public static class AllocatedBytes
{
    /// <summary>The least of several runs: the first ones fill caches, and the runtime may compile a method again in between.</summary>
    /// <param name="action">Does the same each time.</param>
    /// <param name="runs">How often it is run, at least once.</param>
    public static long Of(Action action, int runs = 50)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        long least = long.MaxValue;
        for (int run = 0; run < runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
