using System.Globalization;
using System.Text;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Targets next to measurements: a summary of the benchmarks' tables. It takes its numbers from them, so that none is ever typed.
/// </summary>
internal static class Targets
{
    private const string Compiled = "clerk-backend.yaml:";
    private const string Large = "large.json:";
    private const string Warm = "`dotnet build`, compiler server warm";
    private const string Anew = "`dotnet build`, compiler started anew";
    private const string Smallest = "native for size, `ClerkGenDecompression=false`";

    // Ratios are to hand-written classes with System.Text.Json's source generation and HttpClient, of the same run.
    private static readonly Target[] All =
    [
        new("read a page of 100 users: time, ratio", 0.40, "json", "Read 100 users", "ClerkGen", 2),
        new("read a page of 100 users: allocation, ratio", 0.60, "json", "Read 100 users", "ClerkGen", 4),
        new("read one invitation: time, ratio", 0.62, "json", "Read 1 organization invitation", "ClerkGen", 2),
        new("read `ClerkErrors`: time, ratio", 0.52, "json", "Read ClerkErrors", "ClerkGen", 2),
        new("write CreateUser: time, ratio", 0.88, "json", "Write CreateUser", "ClerkGen", 2),
        new("a call for 100 users, one after the other: client CPU, ratio", 0.45, "calls", "100 users, one after the other", "ClerkGen", 3),
        new("a call for 100 users, 32 at once: client CPU, ratio", 0.55, "calls", "100 users, 32 at once", "ClerkGen", 3),
        new("a call for one invitation, one after the other: client CPU, ratio", 1, "calls", "One invitation, one after the other", "ClerkGen", 3),
        new("a call for one invitation, 32 at once: client CPU, ratio", 1, "calls", "One invitation, 32 at once", "ClerkGen", 3),
        new("a call for one invitation: allocation, ratio", 0.92, "calls", "One invitation, one after the other", "ClerkGen", 5),
        new("a call for one invitation: allocation, bytes", 3000, "calls", "One invitation, one after the other", "ClerkGen", 4),
        new("the generator in a cold compiler, s", 0.45, "compile", Compiled, "with the generator", 4),
        new("the generator in a warm compiler, ms", 100, "generator", "clerk-backend.yaml", "all stages", 1),
        new("its allocations, MB", 50, "generator", "clerk-backend.yaml", "all stages", 2),
        new("a keystroke in C#, ms", 1, "generator", "An edit", "of it in the generator's driver", 1),
        new("outputs made again after a keystroke", 0, "generator", "An edit", "of it in the generator's driver", 2),
        new("files emitted again after an edit of one schema", 1, "generator", "An edit", "a property of one schema renamed", 2),
        new("compiling what is emitted, times an empty class", 5.0, "compile", Compiled, "what is emitted, as files", 2),
        new("the client's IL, kB", 850, "compile", Compiled, "what is emitted, as files", 5),
        new("the client's source, kB", 2300, "compile", Compiled, null, 0),
        new("a build after an edit, compiler server warm, over an empty program, s", 0.5, "builds", Warm, "ClerkGen, five calls", 4),
        new("the same with `ClerkGenEmit=All`, s", 1.4, "builds", Warm, "ClerkGen with `ClerkGenEmit=All`, five calls", 4),
        new("a build after an edit, compiler started anew, over an empty program, s", 1.2, "builds", Anew, "ClerkGen, five calls", 4),
        new("the same with `ClerkGenEmit=All`, s", 5.25, "builds", Anew, "ClerkGen with `ClerkGenEmit=All`, five calls", 4),
        new("a document of 1,100 operations: the generator in a cold compiler, s", 8, "compile", Large, "with the generator", 4),
        new("a document of 1,100 operations: the whole compilation, s", 40, "compile", Large, "with the generator", 1),
        new("a document of 1,100 operations: peak memory of the whole compilation, MB", 3000, "compile", Large, "with the generator", 6),
        new("verify a session token beside Microsoft.IdentityModel.JsonWebTokens: time, ratio", 1, "tokens", "Verify a session token", "ClerkGen", 2),
        new("verify a session token beside Microsoft.IdentityModel.JsonWebTokens: allocation, ratio", 1, "tokens", "Verify a session token", "ClerkGen", 4),
        new("a native program with one call, built as samples/NativeAot is: bytes", 7_000_000, "aot", "a program that makes one call", Smallest, 1),
        new("a native program with one call, built as samples/NativeAot is: start to exit, ms", 7, "aot", "a program that makes one call", Smallest, 2),
        new("a native program with one call, built as samples/NativeAot is: warnings", 0, "aot", "a program that makes one call", Smallest, 3),
    ];

    /// <summary>Writes the summary beside the tables.</summary>
    /// <param name="folder">Folder of the tables.</param>
    /// <returns>Whether each number was found.</returns>
    public static bool Summarize(string folder)
    {
        var text = new StringBuilder("""
            # Results

            The last output of `dotnet run -c Release --project tests/ClerkGen.Benchmarks -- all`: a file per benchmark, and the plot `scale.svg`. Each table names its
            command, its inputs and its number of rounds. Ratios are taken within each round, to hand-written classes with System.Text.Json's source generation and
            `HttpClient`. The table compares targets with measurements: the median, and in brackets the minimum and the maximum. Kiota and NSwag took turns in the
            same run. [notes.md](notes.md) tells what was tried for targets that are missed.

            | what | at most | measured | | Kiota | NSwag | by |
            |---|---:|---:|---|---:|---:|---|

            """.ReplaceLineEndings("\n"));
        bool isWhole = true;
        int met = 0;
        foreach (Target target in All)
        {
            string? cell = Find(folder, target);
            string kiota = Find(folder, target with { Row = "Kiota" }) ?? "";
            string nswag = Find(folder, target with { Row = "NSwag" }) ?? "";
            bool isMet = cell is not null && Number(cell) <= target.Most;
            met += isMet ? 1 : 0;
            isWhole &= cell is not null;
            string verdict = cell is null ? "not measured" : isMet ? "met" : "**missed**";
            text.Append(CultureInfo.InvariantCulture, $"| {target.What} | {target.Most:#,0.##} | {cell} | {verdict} | {kiota} | {nswag} | [`{target.Verb}`]({target.Verb}.md) |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{met} of {All.Length} are met.\n\n![time, memory and output over the number of operations](scale.svg)\n");
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(folder, "README.md"), text.ToString());
        return isWhole;
    }

    private static string? Find(string folder, Target target)
    {
        string path = Path.Combine(folder, target.Verb + ".md");
        if (!File.Exists(path))
        {
            return null;
        }

        string[][] rows = [.. File.ReadLines(path).Select(Cells)];
        int head = Array.FindIndex(rows, row => row.Length > 1 && row[0].StartsWith(target.Table, StringComparison.Ordinal));
        if (head < 0)
        {
            return null;
        }

        if (target.Row is null)
        {
            // "name: 451 files, 2093 kB of source"
            return rows[head][0].Split(", ")[^1];
        }

        string[]? found = rows.Skip(head + 1)
            .TakeWhile(static row => row.Length > 1)
            .FirstOrDefault(row => row[0] == target.Row || row[0].StartsWith(target.Row + ",", StringComparison.Ordinal)
                || row[0].StartsWith(target.Row + " ", StringComparison.Ordinal));
        return found is not null && found.Length > target.Column && found[target.Column].Length > 0 ? found[target.Column] : null;
    }

    private static string[] Cells(string line) => line.StartsWith('|') ? [.. line.Split('|')[1..^1].Select(static cell => cell.Trim())] : [];

    // The median stands in front of its spread.
    private static double Number(string cell) => double.Parse(cell.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <param name="What">The measured quantity, with its unit.</param>
    /// <param name="Most">The most that it may be.</param>
    /// <param name="Verb">Benchmark that measures it.</param>
    /// <param name="Table">How the first cell of its table begins.</param>
    /// <param name="Row">First cell of its row, up to a comma or a blank, or null for the size in the table's head.</param>
    /// <param name="Column">Its column.</param>
    private sealed record Target(string What, double Most, string Verb, string Table, string? Row, int Column);
}
