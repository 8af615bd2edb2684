using System.Diagnostics;

namespace ClerkGen.Benchmarks;

/// <summary>One way to do the work that is compared.</summary>
/// <param name="Name">Shown in the table; the first contestant is the limit that the others are divided by.</param>
/// <param name="Measure">Does the work for a slice of time.</param>
internal sealed record Contestant(string Name, Func<TimeSpan, WorkCost> Measure)
{
    /// <param name="name">Shown in the table.</param>
    /// <param name="action">Does the work once, on this thread.</param>
    public Contestant(string name, Action action)
        : this(name, slice => WorkCost.Measure(action, slice))
    {
    }
}

/// <summary>
/// Measures contestants side by side: in every round each runs for a slice of time, and ratios are taken inside the round, so that a machine
/// that slows down for a while slows all of them down.
/// </summary>
internal static class Rounds
{
    /// <summary>Writes a table: time and allocated bytes per operation of the limit, and ratios with their spread.</summary>
    public static void Compare(Report report, BenchmarkOptions options, string title, params Contestant[] contestants)
    {
        foreach (Contestant contestant in contestants)
        {
            // Longer than a slice, so that tiered compilation has finished before anything counts.
            contestant.Measure(options.Slice * 3);
        }

        Series[] times = Array.ConvertAll(contestants, static contestant => new Series(contestant.Name));
        var bytes = new double[contestants.Length];
        for (int round = 0; round < options.Rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                int index = (i + round) % contestants.Length;
                WorkCost cost = contestants[index].Measure(options.Slice);
                times[index].Add(cost.Seconds * 1e6 / cost.Runs);
                bytes[index] = cost.Bytes / cost.Runs;
            }
        }

        report.Head(title, "time, µs", "ratio (min – max)", "bytes", "ratio");
        for (int i = 0; i < contestants.Length; i++)
        {
            report.Row(
                times[i].Name,
                Report.Text($"{times[i].Median:F2}"),
                times[i].ShowRatio(times[0]),
                Report.Text($"{bytes[i]:F0}"),
                bytes[0] > 0 ? Report.Text($"{bytes[i] / bytes[0]:F2}") : "");
        }

        report.Line();
    }

    /// <summary>Milliseconds that something takes.</summary>
    public static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
