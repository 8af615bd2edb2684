using System.Diagnostics;

namespace ClerkGen.Benchmarks;

/// <summary>The cost of work that was done several times. The programs of <c>Peers</c> are compiled with this file too.</summary>
/// <param name="Runs">How many times.</param>
/// <param name="Seconds">Time.</param>
/// <param name="CpuMicroseconds">CPU of all threads of the process.</param>
/// <param name="Bytes">Allocations.</param>
internal readonly record struct WorkCost(double Runs, double Seconds, double CpuMicroseconds, double Bytes)
{
    public static WorkCost operator +(WorkCost left, WorkCost right) => new(
        left.Runs + right.Runs, left.Seconds + right.Seconds, left.CpuMicroseconds + right.CpuMicroseconds, left.Bytes + right.Bytes);

    /// <summary>Does work on this thread, again and again for a slice of time. Allocations are this thread's.</summary>
    public static WorkCost Measure(Action work, TimeSpan slice)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long runs = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        do
        {
            work();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < slice);

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new WorkCost(runs, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds, bytes);
    }

    /// <summary>Makes calls for a slice of time, several at once. CPU and allocations are the whole process's.</summary>
    public static async Task<WorkCost> MeasureAsync(Func<Task> call, int callers, TimeSpan slice)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        long runs = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            do
            {
                await call();
                Interlocked.Increment(ref runs);
            }
            while (Stopwatch.GetElapsedTime(start) < slice);
        }));

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new WorkCost(
            runs, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
