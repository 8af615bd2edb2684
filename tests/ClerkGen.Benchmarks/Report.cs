using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ClerkGen.Benchmarks;

/// <summary>Markdown of one benchmark: printed as it comes, and written to a file at the end.</summary>
internal sealed class Report : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly string _path;

    public Report(BenchmarkOptions options, string name, string title)
    {
        Folder = options.Output;
        _path = Path.Combine(Folder, name + ".md");
        Line($"# {title}");
        Line();
        string quick = options.IsQuick ? " A trial run: the numbers mean nothing." : "";
        Line($"`dotnet run -c Release --project tests/ClerkGen.Benchmarks -- {name}`; {RuntimeInformation.FrameworkDescription}, "
            + $"{RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors; {options.Rounds} interleaved rounds.{quick}");
        Line();
    }

    /// <summary>Where further files go.</summary>
    public string Folder { get; }

    /// <summary>Writes a line.</summary>
    public void Line(string text = "")
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    /// <summary>Writes the head of a table; columns after the first are numbers.</summary>
    public void Head(params string[] columns)
    {
        Line("| " + string.Join(" | ", columns) + " |");
        Line("|---|" + string.Concat(Enumerable.Repeat("---:|", columns.Length - 1)));
    }

    /// <summary>Writes a row.</summary>
    public void Row(params string[] cells) => Line("| " + string.Join(" | ", cells) + " |");

    /// <summary>Formats with the invariant culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(_path, _text.ToString().TrimEnd('\n') + "\n");
    }
}
