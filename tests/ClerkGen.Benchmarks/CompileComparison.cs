using ClerkGen.Testing.Generation;

namespace ClerkGen.Benchmarks;

/// <summary>
/// Compiler processes, started cold: an empty class, the emitted client as files, and the generator in the compiler, for all operations and for
/// the five that a program calls. Times are also given as multiples of the empty class's, since those are what two machines have in common.
/// </summary>
internal static class CompileComparison
{
    public static async Task RunAsync(Report report, BenchmarkOptions options)
    {
        using var temporary = new TemporaryFolder();
        using PackedGenerator packed = await PackedGenerator.PackAsync();
        await RunAsync(report, options, temporary, packed, "clerk-backend.yaml", BenchmarkDocuments.BundledPath, hasProgram: true);
        if (BenchmarkDocuments.PublishedPath is { } published)
        {
            await RunAsync(report, options, temporary, packed, Path.GetFileName(published), published, hasProgram: false);
        }

        string large = Path.Combine(temporary.Path, "large.json");
        await File.WriteAllTextAsync(large, BenchmarkDocuments.Large(options));
        await RunAsync(report, options, temporary, packed, "large.json", large, hasProgram: false);
    }

    private static async Task RunAsync(
        Report report, BenchmarkOptions options, TemporaryFolder temporary, PackedGenerator packed, string name, string document, bool hasProgram)
    {
        string folder = temporary.Create(Path.GetFileNameWithoutExtension(name));
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(
            await File.ReadAllTextAsync(document), name, ("Namespace", "Clerk.Backend"), ("ClientName", "ClerkClient")));
        string[] emitted = [.. run.Files.Select(file => Write(folder, file.Key, file.Value))];
        string[] empty = [Write(folder, "Empty.cs", "class Empty { }")];
        string[] program = [Write(folder, "Program.cs", ConsumerProgram.FiveCalls)];
        var compiler = new Compiler(folder);
        List<(string Name, Func<Task<MeasuredResult>> Run)> contestants =
        [
            ("an empty class", () => compiler.CompileAsync(empty)),
            ("what is emitted, as files", () => compiler.CompileAsync(emitted)),
            ("with the generator", () => compiler.GenerateAsync(empty, document, "All", packed.Analyzers)),
            ("the same, compiled just in time", () => compiler.GenerateAsync(empty, document, "All", Compiler.Analyzers)),
        ];
        if (hasProgram)
        {
            contestants.Add(("with the generator, `ClerkGenEmit=Used`, a program with five calls", () => compiler.GenerateAsync(program, document, "Used", packed.Analyzers)));
        }

        Series[] wall = [.. contestants.Select(static contestant => new Series(contestant.Name))];
        Series[] cpu = [.. contestants.Select(static contestant => new Series(contestant.Name))];
        Series[] generator = [.. contestants.Select(static contestant => new Series(contestant.Name))];
        Series[] memory = [.. contestants.Select(static contestant => new Series(contestant.Name))];
        var sizes = new long[contestants.Count];
        for (int round = 0; round < options.Rounds; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
            {
                MeasuredResult result = await contestants[i].Run();
                wall[i].Add(result.Seconds);
                cpu[i].Add(result.CpuSeconds);
                memory[i].Add(result.PeakBytes / 1e6);
                generator[i].Add(i < 2 ? 0 : Compiler.GeneratorSeconds(result));
                sizes[i] = new FileInfo(compiler.AssemblyPath).Length;
            }
        }

        report.Head(
            Report.Text($"{name}: {run.Files.Count} files, {run.Files.Values.Sum(static text => text.Length) / 1000d:F0} kB of source"),
            "wall, s (min – max)",
            "times the empty class (min – max)",
            "CPU, s (min – max)",
            "of it the generator, s (min – max)",
            "IL, kB",
            "peak memory, MB (min – max)");
        for (int i = 0; i < contestants.Count; i++)
        {
            report.Row(
                contestants[i].Name,
                wall[i].Show(2),
                wall[i].ShowRatio(wall[0]),
                cpu[i].Show(2),
                i < 2 ? "" : generator[i].Show(2),
                Report.Text($"{sizes[i] / 1000d:F0}"),
                memory[i].Show(0));
        }

        report.Line();
    }

    private static string Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name.Replace('/', '_'));
        File.WriteAllText(path, text);
        return path;
    }
}
