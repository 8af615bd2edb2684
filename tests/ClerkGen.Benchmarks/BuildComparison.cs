using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>
/// The builds that a developer waits for: <c>dotnet build --no-restore</c> of an empty program, of programs with our client, with only
/// what they call or whole, and of the same program over the clients of other generators. All of them take turns in each round, once with a
/// warm compiler server and once with a compiler started anew, as on a build server.
/// </summary>
internal static class BuildComparison
{
    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        using var temporary = new TemporaryFolder();
        using PackedGenerator packed = await PackedGenerator.PackAsync();
        List<(string Name, string Folder, string Source)> programs = [];
        foreach ((string name, string properties, bool hasClient, string source) in new (string, string, bool, string)[]
        {
            ("empty", "", false, ConsumerProgram.Empty),
            ("ClerkGen, five calls", "", true, ConsumerProgram.FiveCalls),
            ("ClerkGen with `ClerkGenEmit=All`, five calls", "<ClerkGenEmit>All</ClerkGenEmit>", true, ConsumerProgram.FiveCalls),
        })
        {
            string folder = Create(programs.Count);
            ConsumerProgram.Write(folder, properties, hasClient ? packed.Analyzers : [], source);
            programs.Add((name, folder, source));
        }

        string tools = temporary.Create("tools");
        foreach (PeerTools.Peer peer in PeerTools.All)
        {
            string folder = Create(programs.Count);
            try
            {
                await PeerTools.WriteAsync(peer, tools, folder);
                programs.Add(($"{peer.Name}, five calls", folder, peer.Source));
            }
            catch (InvalidOperationException exception)
            {
                report.Line($"{peer.Name} was not measured: {exception.Message.Split('\n')[0]}");
                report.Line();
            }
        }

        foreach ((string name, string folder, _) in programs)
        {
            await MeasuredProcess.DotNetAsync(folder, "restore");
            if (await PeerTools.CompleteAsync(folder) is > 0 and int count)
            {
                report.Line(Report.Text($"{name}: its client refers to {count} types that it does not have; empty classes stand in for them."));
                report.Line();
            }
        }

        await MeasureAsync(report, options, programs, isServerOn: true);
        await MeasureAsync(report, options, programs, isServerOn: false);

        string Create(int index) => temporary.Create("Program" + index.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task MeasureAsync(Report report, BenchmarkOptions options, List<(string Name, string Folder, string Source)> programs, bool isServerOn)
    {
        Series[] clean = [.. programs.Select(static program => new Series(program.Name))];
        Series[] nothing = [.. programs.Select(static program => new Series(program.Name))];
        Series[] edit = [.. programs.Select(static program => new Series(program.Name))];
        foreach ((_, string folder, _) in programs)
        {
            await BuildAsync(folder);
        }

        for (int round = 0; round < options.Rounds; round++)
        {
            for (int i = 0; i < programs.Count; i++)
            {
                (_, string folder, string source) = programs[i];
                clean[i].Add((await BuildAsync(folder, "--no-incremental")).Seconds);
                nothing[i].Add((await BuildAsync(folder)).Seconds);
                await File.WriteAllTextAsync(
                    Path.Combine(folder, "Program.cs"),
                    Report.Text($"{source}\ninternal static class Edit{round}{(isServerOn ? "" : "Anew")} {{ public static int Value => {round}; }}\n"));
                edit[i].Add((await BuildAsync(folder)).Seconds);
            }
        }

        string compiler = isServerOn ? "compiler server warm" : "compiler started anew";
        report.Head($"`dotnet build`, {compiler}, s (min – max)", "everything anew", "nothing changed", "after an edit", "edit, over the empty program");
        for (int i = 0; i < programs.Count; i++)
        {
            report.Row(programs[i].Name, clean[i].Show(2), nothing[i].Show(2), edit[i].Show(2), i == 0 ? "" : edit[i].Over(edit[0]).Show(2));
        }

        report.Line();

        Task<MeasuredResult> BuildAsync(string folder, params IReadOnlyCollection<string> more) => MeasuredProcess.DotNetAsync(
            folder, ["build", "--no-restore", "-nologo", "-v", "q", isServerOn ? "-p:UseSharedCompilation=true" : "-p:UseSharedCompilation=false", .. more]);
    }
}
