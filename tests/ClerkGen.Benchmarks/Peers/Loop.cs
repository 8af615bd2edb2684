using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

// Runs one piece of work for a while, each time that a line of standard input asks for it: NAME MILLISECONDS CALLERS. Without callers the
// work is a loop on this thread. Each line is responded to with the number of runs, seconds, microseconds of CPU and allocated bytes.
internal static class Loop
{
    private static async Task Main(string[] args)
    {
        var work = new Work(args[0], args.Length > 1 ? args[1] : "http://127.0.0.1/");
        while (Console.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            TimeSpan slice = TimeSpan.FromMilliseconds(double.Parse(words[1], CultureInfo.InvariantCulture));
            int callers = int.Parse(words[2], CultureInfo.InvariantCulture);
            double[] cost = callers == 0 ? Measure(work.Action(words[0]), slice) : await MeasureAsync(work.Call(words[0]), slice, callers);
            Console.WriteLine(string.Join(' ', cost.Select(static value => value.ToString("R", CultureInfo.InvariantCulture))));
        }
    }

    private static double[] Measure(Action action, TimeSpan slice)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long runs = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        do
        {
            action();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < slice);

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return [runs, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds, bytes];
    }

    private static async Task<double[]> MeasureAsync(Func<Task> call, TimeSpan slice, int callers)
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
        return [runs, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated];
    }
}
