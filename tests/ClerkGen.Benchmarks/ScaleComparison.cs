using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Benchmarks;

/// <summary>The generator on documents of 10 to 3,000 operations, each in a process of its own: time, memory and output should grow as the document does.</summary>
internal static class ScaleComparison
{
    private static readonly int[] Sizes = [10, 100, 1000, 3000];

    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        int[] sizes = options.IsQuick ? [10, 100] : Sizes;
        Dictionary<int, List<Measured>> measured = sizes.ToDictionary(static size => size, static _ => new List<Measured>());
        for (int round = 0; round < options.Rounds; round++)
        {
            foreach (int size in sizes)
            {
                MeasuredResult result = await MeasuredProcess.DotNetAsync(
                    null,
                    Path.Combine(AppContext.BaseDirectory, "ClerkGen.Benchmarks.dll"),
                    "scale-child",
                    size.ToString(CultureInfo.InvariantCulture));
                measured[size].Add(JsonSerializer.Deserialize<Measured>(result.Output)!);
            }
        }

        report.Head(
            "operations", "document, MB", "cold, s (min – max)", "second document, s (min – max)", "allocated, MB", "peak memory, MB", "files", "emitted, MB");
        var cold = new List<(double X, double Y)>();
        var memory = new List<(double X, double Y)>();
        var emitted = new List<(double X, double Y)>();
        foreach (int size in sizes)
        {
            Measured any = measured[size][0];
            Series first = Of(static one => one.Cold);
            Series second = Of(static one => one.Warm);
            Series peak = Of(static one => one.PeakMegabytes);
            report.Row(
                Report.Text($"{size}"),
                Report.Text($"{any.DocumentMegabytes:F2}"),
                first.Show(2),
                second.Show(2),
                Report.Text($"{any.AllocatedMegabytes:F0}"),
                Report.Text($"{peak.Median:F0}"),
                Report.Text($"{any.Files}"),
                Report.Text($"{any.EmittedMegabytes:F2}"));
            cold.Add((size, first.Median));
            memory.Add((size, peak.Median));
            emitted.Add((size, any.EmittedMegabytes));

            Series Of(Func<Measured, double> value)
            {
                var series = new Series("");
                measured[size].ForEach(one => series.Add(value(one)));
                return series;
            }
        }

        report.Line();
        report.Line("Each axis grows tenfold per line; a quantity in proportion to the document follows the grey line.");
        report.Line();
        Directory.CreateDirectory(report.Folder);
        await File.WriteAllTextAsync(
            Path.Combine(report.Folder, "scale.svg"),
            Plot.Draw(
                "operations of the document",
                ("cold time, s", cold),
                ("peak memory, MB", memory),
                ("emitted source, MB", emitted)));
        report.Line("![time, memory and output over the number of operations](scale.svg)");
        report.Line();
    }

    /// <summary>Measures one size, in a separate process.</summary>
    public static void Measure(string size)
    {
        string text = LargeDocument.Create(int.Parse(size, CultureInfo.InvariantCulture));
        var harness = new GeneratorHarness(GeneratorInput.Of(text, "large.json"));
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        GeneratorRun? run = null;
        double cold = Rounds.Time(() => run = harness.Run()) / 1000;
        double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6;
        using var process = Process.GetCurrentProcess();
        double peak = process.PeakWorkingSet64 / 1e6;
        harness.EditFile("large.json", text + "\n");
        double warm = Rounds.Time(() => harness.Run()) / 1000;
        Console.WriteLine(JsonSerializer.Serialize(new Measured(
            text.Length / 1e6, cold, warm, megabytes, peak, run!.Files.Count, run.Files.Values.Sum(static file => (double)file.Length) / 1e6)));
    }

    internal sealed record Measured(
        double DocumentMegabytes, double Cold, double Warm, double AllocatedMegabytes, double PeakMegabytes, int Files, double EmittedMegabytes);
}
