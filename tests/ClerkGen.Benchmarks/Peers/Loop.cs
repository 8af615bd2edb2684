using System.Globalization;
using ClerkGen.Benchmarks;

// Does work for a while, each time that a line of standard input asks for it: NAME MILLISECONDS CALLERS. Without callers the work is a loop on
// this thread. The program responds to each line with the parts of a WorkCost.
internal static class Loop
{
    private static async Task Main(string[] args)
    {
        var work = new Work(args[0], args[1]);
        while (Console.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            TimeSpan slice = TimeSpan.FromMilliseconds(double.Parse(words[1], CultureInfo.InvariantCulture));
            int callers = int.Parse(words[2], CultureInfo.InvariantCulture);
            WorkCost cost = callers == 0
                ? WorkCost.Measure(work.Action(words[0]), slice)
                : await WorkCost.MeasureAsync(work.Call(words[0]), callers, slice);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Runs} {cost.Seconds} {cost.CpuMicroseconds} {cost.Bytes}"));
        }
    }
}
