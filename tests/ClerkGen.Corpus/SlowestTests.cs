using System.Globalization;
using System.Xml.Linq;
using ClerkGen.Testing;

namespace ClerkGen.Corpus;

/// <summary>Runs the tests of the solution and lists the slowest, and the slowest classes.</summary>
internal static class SlowestTests
{
    private const int Shown = 20;

    public static async Task<int> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("clerkgen-slowest").FullName;
        try
        {
            ProcessResult run = await ChildProcess.RunAsync("dotnet", Repository.Root, [], ["test", "--logger", "trx", "--results-directory", folder]);
            (string Name, TimeSpan Time)[] tests = [.. Directory.EnumerateFiles(folder, "*.trx").SelectMany(Read)];
            Print("test", tests);
            Print("class", tests.GroupBy(static test => ClassOf(test.Name), static (name, all) => (name, TimeSpan.FromTicks(all.Sum(static test => test.Time.Ticks)))));
            Console.WriteLine($"{tests.Length} tests in {run.Elapsed.TotalSeconds:F0} s");
            return run.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, TimeSpan Time)> Read(string path) =>
        from result in XDocument.Load(path).Descendants()
        where result.Name.LocalName == "UnitTestResult" && result.Attribute("duration") is not null
        select (result.Attribute("testName")!.Value, TimeSpan.Parse(result.Attribute("duration")!.Value, CultureInfo.InvariantCulture));

    private static string ClassOf(string test)
    {
        string method = test.Split('(')[0];
        return method[..method.LastIndexOf('.')];
    }

    private static void Print(string what, IEnumerable<(string Name, TimeSpan Time)> entries)
    {
        Console.WriteLine($"| {what} | s |");
        Console.WriteLine("|---|---:|");
        foreach ((string name, TimeSpan time) in entries.OrderByDescending(static entry => entry.Time).Take(Shown))
        {
            Console.WriteLine($"| {name.Replace("|", "\\|", StringComparison.Ordinal)} | {time.TotalSeconds:F1} |");
        }

        Console.WriteLine();
    }
}
