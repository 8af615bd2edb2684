using System.Diagnostics;
using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>A program that does the compared work in a process of its own: its types have the names of ours.</summary>
/// <param name="name">Shown in the tables.</param>
/// <param name="process">The process, which responds to lines as <c>Peers/Loop.cs</c> says.</param>
internal sealed class PeerProcess(string name, Process process) : IDisposable
{
    /// <summary>Shown in the tables.</summary>
    public string Name { get; } = name;

    /// <summary>Does work for a slice of time.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="slice">How long.</param>
    /// <param name="callers">How many calls at once; 0 for a loop on one thread.</param>
    /// <exception cref="InvalidOperationException">The program ended.</exception>
    public WorkCost Measure(string work, TimeSpan slice, int callers)
    {
        process.StandardInput.WriteLine(Report.Text($"{work} {slice.TotalMilliseconds} {callers}"));
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended while it did '{work}'.");
        double[] numbers = Array.ConvertAll(line.Split(' '), static number => double.Parse(number, CultureInfo.InvariantCulture));
        return new WorkCost(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
