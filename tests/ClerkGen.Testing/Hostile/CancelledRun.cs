using System.Diagnostics;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Testing.Hostile;

/// <summary>The generator's work between a cancellation and its return.</summary>
/// <param name="IsCancelled">Whether it was still at work.</param>
/// <param name="Allocated">Bytes that the process allocated in between: a measure of work that does not depend on the machine.</param>
/// <param name="Elapsed">Time in between.</param>
public sealed record CancelledRun(bool IsCancelled, long Allocated, TimeSpan Elapsed)
{
    /// <summary>Runs the generator and asks it to stop after some time.</summary>
    /// <param name="input">All that it is handed.</param>
    /// <param name="delay">From the start to the wish.</param>
    public static CancelledRun Of(GeneratorInput input, TimeSpan delay)
    {
        using CancellationTokenSource source = new();
        bool isCancelled = false;
        var worker = new Thread(() =>
        {
            try
            {
                _ = DirectRun.Of(input, source.Token);
            }
            catch (OperationCanceledException)
            {
                isCancelled = true;
            }
        });
        worker.Start();
        if (worker.Join(delay))
        {
            return new CancelledRun(false, 0, TimeSpan.Zero);
        }

        // Counted once the wish can be heard: on a busy machine this thread may wait before it is.
        long allocated = 0;
        long start = 0;
        using CancellationTokenRegistration registration = source.Token.Register(() =>
        {
            allocated = GC.GetTotalAllocatedBytes(precise: false);
            start = Stopwatch.GetTimestamp();
        });
        source.Cancel();
        worker.Join();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return new CancelledRun(isCancelled, GC.GetTotalAllocatedBytes(precise: false) - allocated, elapsed);
    }
}
