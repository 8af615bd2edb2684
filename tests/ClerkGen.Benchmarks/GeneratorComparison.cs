using ClerkGen.Testing.Generation;

namespace ClerkGen.Benchmarks;

/// <summary>The generator's time in a warm compiler process, by stage and by edit. A cold process is measured with the compiler.</summary>
internal static class GeneratorComparison
{
    private const string Consumer = "internal static class Program { }";
    private const int KeystrokesPerRound = 20;
    private const int WarmUps = 30;
    private const int LargeDocument = 2_000_000;

    public static void Run(Report report, BenchmarkOptions options)
    {
        IReadOnlyList<(string Name, string Text)> documents = [.. BenchmarkDocuments.All(options)];
        WarmUp(documents, options);
        foreach ((string name, string document) in documents)
        {
            Stages(report, options, name, document);
        }

        Edits(report, options, BenchmarkDocuments.Bundled);
    }

    // The just-in-time compiler takes a method seriously after thirty calls, and in its own time: the first document would be measured half-way.
    private static void WarmUp(IReadOnlyList<(string Name, string Text)> documents, BenchmarkOptions options)
    {
        for (int i = 0; i < (options.IsQuick ? 1 : WarmUps); i++)
        {
            foreach ((string name, string text) in documents)
            {
                if (i == 0 || text.Length < LargeDocument)
                {
                    GeneratorStages.Run(name, text);
                }
            }
        }
    }

    private static void Stages(Report report, BenchmarkOptions options, string name, string document)
    {
        List<Series> times = [];
        List<Series> bytes = [];
        for (int round = 0; round < options.Rounds; round++)
        {
            IReadOnlyList<StageCost> costs = GeneratorStages.Run(name, document);
            for (int i = 0; i < costs.Count; i++)
            {
                if (round == 0)
                {
                    times.Add(new Series(costs[i].Name));
                    bytes.Add(new Series(costs[i].Name));
                }

                times[i].Add(costs[i].Milliseconds);
                bytes[i].Add(costs[i].Bytes / 1e6);
            }
        }

        report.Head(Report.Text($"{name}, {document.Length / 1000d:F0} kB, warm"), "ms (min – max)", "MB allocated");
        for (int i = 0; i < times.Count; i++)
        {
            report.Row(times[i].Name, times[i].Show(1), Report.Text($"{bytes[i].Median:F1}"));
        }

        report.Line();
    }

    private static void Edits(Report report, BenchmarkOptions options, string text)
    {
        const string Path = "clerk-backend.yaml";
        const string Edited = "  long_message:";
        GeneratorInput input = GeneratorInput.Of(text, Path) with { Sources = [Consumer] };
        var harness = new GeneratorHarness(input, tracksSteps: false);
        var tracked = new GeneratorHarness(input);
        tracked.Run();
        GeneratorRun run = harness.Run();
        var comment = new Series($"a comment added to the document ({run.Files.Count} files)");
        var schema = new Series("a property of one schema renamed");
        var keystroke = new Series("a keystroke in C#");
        var generator = new Series("of it in the generator's driver, without renewing the compilation");
        int edited = 0;
        int reran = 0;
        for (int round = options.IsQuick ? -1 : -10; round < options.Rounds; round++)
        {
            harness.EditFile(Path, Report.Text($"{text}\n# {round}\n"));
            double first = Rounds.Time(() => run = harness.Run());
            IReadOnlyDictionary<string, string> before = run.Files;
            harness.EditFile(Path, text.Replace(Edited, Report.Text($"  long_message_{round + 10}:"), StringComparison.Ordinal));
            double second = Rounds.Time(() => run = harness.Run());
            edited = run.Files.Count(file => before.GetValueOrDefault(file.Key) != file.Value);
            double third = 0;
            double driver = 0;
            for (int i = 0; i < KeystrokesPerRound; i++)
            {
                harness.EditSource(0, Report.Text($"{Consumer} // {round} {i}"));
                third += Rounds.Time(() => run = harness.Run()) / KeystrokesPerRound;
                driver += harness.LastElapsed.TotalMilliseconds / KeystrokesPerRound;
            }

            tracked.EditSource(0, Report.Text($"{Consumer} // {round}"));
            reran = tracked.Run().ChangedOutputs.Count;

            if (round >= 0)
            {
                comment.Add(first);
                schema.Add(second);
                keystroke.Add(third);
                generator.Add(driver);
            }
        }

        report.Head("An edit, bundled document, warm", "ms (min – max)", "files emitted again");
        report.Row(comment.Name, comment.Show(1), "0");
        report.Row(schema.Name, schema.Show(1), Report.Text($"{edited}"));
        report.Row(keystroke.Name, keystroke.Show(3), Report.Text($"{reran}"));
        report.Row(generator.Name, generator.Show(3), Report.Text($"{reran}"));
        report.Line();
    }
}
