using System.Diagnostics;
using System.Text.Json.Nodes;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Corpus;

/// <summary>The long runs of what the tests do in small.</summary>
internal static class HostileCommands
{
    /// <summary>Puts every naughty string into every kind of field.</summary>
    /// <returns>The exit code.</returns>
    public static int Naughty(string? only)
    {
        var watch = Stopwatch.StartNew();
        var metamorphosis = new Metamorphosis();
        int runs = 0;
        int bad = 0;
        foreach (FieldKind kind in HostileFields.All.Where(kind => only is null || kind.Name == only))
        {
            int badOfKind = 0;
            foreach (string value in NaughtyStrings.All)
            {
                runs++;
                long start = Stopwatch.GetTimestamp();
                IReadOnlyList<string> problems = metamorphosis.Check(kind, value);
                if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(1))
                {
                    Console.Error.WriteLine($"{kind}: {NaughtyStrings.Show(value)}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
                }

                badOfKind += problems.Count > 0 ? 1 : 0;
                foreach (string problem in problems.Take(badOfKind < 8 || only is not null ? 3 : 0))
                {
                    Console.Error.WriteLine(problem);
                }
            }

            bad += badOfKind;
            Console.WriteLine($"{kind.Name} ({kind.Sink}): {badOfKind} of {NaughtyStrings.All.Count} differ");
        }

        Console.WriteLine(
            $"{HostileFields.All.Count} kinds of fields, {NaughtyStrings.All.Count} strings, {runs} runs, {bad} with problems; "
            + $"{watch.Elapsed.TotalSeconds:F0} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F0} s of processor time");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>Runs the generator on mutated fragments of the bundled document, and of Clerk's where they are.</summary>
    /// <param name="runs">How many.</param>
    /// <param name="firstSeed">The first run's seed; the others follow.</param>
    /// <returns>The exit code.</returns>
    public static int Fuzz(int runs, int firstSeed)
    {
        const int Step = 5_000;
        List<JsonObject> fragments = FuzzDocuments.Load();
        Console.WriteLine($"{fragments.Count} fragments");
        int bad = 0;
        int emitting = 0;
        int compiled = 0;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, (runs + Step - 1) / Step, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, step =>
        {
            var fuzz = new FuzzRun(fragments);
            fuzz.Run(firstSeed + (step * Step), Math.Min(Step, runs - (step * Step)));
            lock (fragments)
            {
                bad += fuzz.Problems.Select(problem => problem.Seed).Distinct().Count();
                emitting += fuzz.Emitting;
                compiled += fuzz.Compiled;
                foreach ((int seed, string problem) in fuzz.Problems.DistinctBy(problem => problem.Seed).Take(40))
                {
                    Console.Error.WriteLine($"seed {seed}: {problem}");
                }
            }
        });
        Console.WriteLine(
            $"{runs} runs from seed {firstSeed}: {emitting} emitted something, {compiled} compiled, {bad} with problems; "
            + $"{watch.Elapsed.TotalSeconds:F0} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F0} s of processor time");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>Prints the document of one seed.</summary>
    /// <returns>The exit code.</returns>
    public static int FuzzShow(int seed)
    {
        Console.WriteLine(new FuzzRun(FuzzDocuments.Load()).Document(seed).Text);
        return 0;
    }

    /// <summary>
    /// Runs the generator on bombs of one size and of twice that, on a stack of 256 KB, and prints what they cost. One of twice the length may
    /// cost 2.3 times as much memory, and not more: what grows with the square costs four times as much.
    /// </summary>
    /// <returns>The exit code; the process ends early when the stack does.</returns>
    public static int Bombs(int size, string? only)
    {
        const double MostOfTwice = 2.3 / 2;
        const long Slack = 1 << 20;
        int bad = 0;
        _ = BombResult.Of(HostileFields.Plain, "warm-up.json");
        Console.WriteLine("| Bomb | Input KB | Processor ms | twice the size | Allocated MB | twice the size | Files | Diagnostics |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (Bomb bomb in Testing.Hostile.Bombs.All.Where(bomb => only is null || bomb.Name == only))
        {
            string text = bomb.Create(size);
            BombResult one = BombResult.Of(text, bomb.Path);
            string twice = bomb.Create(2 * size);
            BombResult two = BombResult.Of(twice, bomb.Path);
            bad += one.Failures.Count + two.Failures.Count;
            if (two.Allocated > (MostOfTwice * Math.Max(2, (double)twice.Length / text.Length) * one.Allocated) + Slack)
            {
                bad++;
                Console.Error.WriteLine($"{bomb.Name}: {one.Allocated:N0} bytes for {text.Length:N0} characters, {two.Allocated:N0} for {twice.Length:N0}");
            }

            Console.WriteLine(
                $"| {bomb.Name} | {text.Length >> 10} | {one.Processor.TotalMilliseconds:F0} | {two.Processor.TotalMilliseconds:F0} | {one.Allocated >> 20} | {two.Allocated >> 20} "
                + $"| {one.Files} | {string.Join(' ', one.Diagnostics)} |");
            foreach (string failure in one.Failures.Concat(two.Failures).Take(5))
            {
                Console.Error.WriteLine($"{bomb.Name}: {failure}");
            }
        }

        return bad == 0 ? 0 : 1;
    }
}
