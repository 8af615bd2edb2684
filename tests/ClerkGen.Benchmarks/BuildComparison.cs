using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>
/// What a developer waits for: <c>dotnet build --no-restore</c> with the compiler server on, of an empty program, of one with the whole client
/// compiled into it, and of one with only what it calls.
/// </summary>
internal static class BuildComparison
{
    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        using var temporary = new TemporaryFolder();
        (string Name, string Properties, bool HasClient, string Source)[] programs =
        [
            ("empty", "", false, ConsumerProgram.Empty),
            ("the whole client, five calls", "", true, ConsumerProgram.FiveCalls),
            ("`ClerkGenEmit=Used`, five calls", "<ClerkGenEmit>Used</ClerkGenEmit>", true, ConsumerProgram.FiveCalls),
        ];
        string[] folders = [.. programs.Select((_, index) => temporary.Create("Program" + index.ToString(CultureInfo.InvariantCulture)))];
        for (int i = 0; i < programs.Length; i++)
        {
            ConsumerProgram.Write(folders[i], programs[i].Properties, programs[i].HasClient, programs[i].Source);
            await MeasuredProcess.DotNetAsync(folders[i], "restore");
            await Build(folders[i]);
        }

        Series[] clean = [.. programs.Select(static program => new Series(program.Name))];
        Series[] nothing = [.. programs.Select(static program => new Series(program.Name))];
        Series[] edit = [.. programs.Select(static program => new Series(program.Name))];
        for (int round = 0; round < options.Rounds; round++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                clean[i].Add((await Build(folders[i], "--no-incremental")).Seconds);
                nothing[i].Add((await Build(folders[i])).Seconds);
                await File.WriteAllTextAsync(
                    Path.Combine(folders[i], "Program.cs"),
                    Report.Text($"{programs[i].Source}\ninternal static class Edit{round} {{ public static int Value => {round}; }}\n"));
                edit[i].Add((await Build(folders[i])).Seconds);
            }
        }

        report.Head("`dotnet build`, s (min – max)", "everything anew", "nothing changed", "after an edit", "edit, over the empty program");
        for (int i = 0; i < programs.Length; i++)
        {
            report.Row(programs[i].Name, clean[i].Show(2), nothing[i].Show(2), edit[i].Show(2), i == 0 ? "" : edit[i].Over(edit[0]).Show(2));
        }

        report.Line();
    }

    private static Task<MeasuredResult> Build(string folder, params IReadOnlyCollection<string> more) => MeasuredProcess.DotNetAsync(
        folder, ["build", "--no-restore", "-nologo", "-v", "q", "-p:UseSharedCompilation=true", .. more]);
}
