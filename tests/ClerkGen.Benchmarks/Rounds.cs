using System.Diagnostics;
using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>One way to do the work that is compared.</summary>
/// <param name="Name">Shown in the table; the first contestant is the limit that the others are divided by.</param>
/// <param name="Action">Does the work once.</param>
internal sealed record Contestant(string Name, Action Action);

/// <summary>
/// Measures contestants side by side: in every round each runs for a slice of time, and ratios are taken inside the round, so that a machine
/// that slows down for a while slows all of them down.
/// </summary>
internal static class Rounds
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(200);

    /// <summary>Prints a Markdown table: time and allocated bytes per operation of the limit, and ratios with their spread.</summary>
    public static void Compare(string title, int rounds, params Contestant[] contestants)
    {
        foreach (Contestant contestant in contestants)
        {
            // Twice a slice, so that tiered compilation has finished before anything counts.
            Measure(contestant, Slice * 2);
        }

        var times = new double[contestants.Length, rounds];
        var bytes = new double[contestants.Length];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                int index = (i + round) % contestants.Length;
                (times[index, round], bytes[index]) = Measure(contestants[index], Slice);
            }
        }

        Console.WriteLine($"| {title} | time, µs | ratio (min – max of {rounds} rounds) | bytes | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        for (int i = 0; i < contestants.Length; i++)
        {
            double[] own = [.. Enumerable.Range(0, rounds).Select(round => times[i, round])];
            double[] ratios = [.. Enumerable.Range(0, rounds).Select(round => times[i, round] / times[0, round])];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestants[i].Name} | {Median(own):F2} | {Median(ratios):F2} ({ratios.Min():F2} – {ratios.Max():F2}) | {bytes[i]:F0} | {bytes[i] / bytes[0]:F2} |"));
        }

        Console.WriteLine();
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static (double Microseconds, double Bytes) Measure(Contestant contestant, TimeSpan slice)
    {
        long operations = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        do
        {
            contestant.Action();
            operations++;
        }
        while (Stopwatch.GetElapsedTime(start) < slice);

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return (elapsed.TotalMicroseconds / operations, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / operations);
    }
}
