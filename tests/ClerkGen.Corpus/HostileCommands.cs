using System.Diagnostics;
using System.Text.Json.Nodes;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
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
        FieldKind[] kinds = [.. HostileFields.All.Where(kind => only is null || kind.Name == only)];
        int bad = 0;
        object printing = new();
        InParallel(kinds.Length, index =>
        {
            var metamorphosis = new Metamorphosis();
            List<string> problems = [];
            int badOfKind = 0;
            foreach (string value in NaughtyStrings.All)
            {
                IReadOnlyList<string> found = metamorphosis.Check(kinds[index], value);
                badOfKind += found.Count > 0 ? 1 : 0;
                problems.AddRange(found.Take(badOfKind < 8 || only is not null ? 3 : 0));
            }

            lock (printing)
            {
                bad += badOfKind;
                Console.WriteLine($"{kinds[index].Name} ({kinds[index].Sink}): {badOfKind} of {NaughtyStrings.All.Count} differ");
                problems.ForEach(Console.Error.WriteLine);
            }
        });
        Console.WriteLine(
            $"{kinds.Length} kinds of fields, {NaughtyStrings.All.Count} strings, {kinds.Length * NaughtyStrings.All.Count} runs, {bad} with problems; "
            + $"{watch.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor time");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>
    /// Runs the generator on mutated fragments of the bundled document, and of Clerk's where they are. Prints its progress regularly, so
    /// that an interrupted run can be resumed.
    /// </summary>
    /// <param name="runs">How many.</param>
    /// <param name="firstSeed">The first run's seed; the others follow.</param>
    /// <returns>The exit code.</returns>
    public static int Fuzz(int runs, int firstSeed)
    {
        const int Step = 1_000;
        const int Said = 20_000;
        List<JsonObject> fragments = FuzzDocuments.Load();
        Console.WriteLine($"{fragments.Count} fragments");
        var watch = Stopwatch.StartNew();
        int bad = 0;
        int emitting = 0;
        int compiled = 0;
        int steps = (runs + Step - 1) / Step;
        bool[] done = new bool[steps + 1];
        int next = 0;
        object printing = new();
        InParallel(steps, step =>
        {
            var fuzz = new FuzzRun(fragments);
            fuzz.Run(firstSeed + (step * Step), Math.Min(Step, runs - (step * Step)));
            lock (printing)
            {
                bad += fuzz.Problems.Select(problem => problem.Seed).Distinct().Count();
                emitting += fuzz.Emitting;
                compiled += fuzz.Compiled;
                foreach ((int seed, string problem) in fuzz.Problems.DistinctBy(problem => problem.Seed).Take(40))
                {
                    Console.Error.WriteLine($"seed {seed}: {problem}");
                }

                for (done[step] = true; done[next]; next++)
                {
                    if ((next + 1) * Step % Said == 0)
                    {
                        Console.WriteLine(
                            $"all before seed {firstSeed + ((next + 1) * Step)}: {bad} with problems; {watch.Elapsed.TotalSeconds:F0} s, {Environment.WorkingSet >> 20} MB");
                    }
                }
            }
        });
        Console.WriteLine(
            $"{runs} runs from seed {firstSeed}: {emitting} emitted something, {compiled} compiled, {bad} with problems; "
            + $"{watch.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor time");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>
    /// Asks the generator to stop, at moments spread over its work on a large document and on each bomb, and prints how long it takes to return and
    /// what it allocates until then. Only the latter is judged, and that a long run is stopped at all: times are the machine's.
    /// </summary>
    /// <param name="moments">How many for each document.</param>
    /// <param name="size">Seeds of the documents.</param>
    /// <returns>The exit code.</returns>
    public static int Cancel(int moments, int size)
    {
        const long MostAllocated = 16 << 20;
        const double MostMilliseconds = 100;
        int bad = 0;
        int late = 0;
        Console.WriteLine("| Document | Input KB | Whole run ms | Stopped | Most KB until return | Median ms | Most ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (Bomb document in Testing.Hostile.Bombs.All.Prepend(new("large document", "large.json", static size => LargeDocument.Create(size / 8))))
        {
            GeneratorInput input = document.Input(size);
            _ = DirectRun.Of(input);
            TimeSpan whole = Time(input);
            CancelledRun[] runs = StoppedRuns(input, Enumerable.Range(0, moments).Select(moment => whole * ((moment + 0.5) / moments)));
            if (runs.Length == 0 && whole.TotalMilliseconds > MostMilliseconds)
            {
                // A busy machine makes a short run look long: the quickest of three is what the document takes.
                whole = new[] { whole, Time(input), Time(input) }.Min();
            }

            bool isLong = whole.TotalMilliseconds > MostMilliseconds;
            if (runs.Length == 0 && isLong)
            {
                // The measured run may have waited for others, and the next one not: then every request came too late.
                runs = [.. EarlierMoments(whole).Select(moment => StoppedRuns(input, [moment])).FirstOrDefault(static found => found.Length > 0, [])];
            }

            TimeSpan[] times = [.. runs.Select(run => run.Elapsed).Order()];
            long most = runs.Select(run => run.Allocated).DefaultIfEmpty().Max();
            double longest = times.LastOrDefault().TotalMilliseconds;

            // A short run may be over before the request to stop comes; a long one that no request stops does not ask for them.
            bad += most > MostAllocated || (runs.Length == 0 && isLong) ? 1 : 0;
            late += longest > MostMilliseconds ? 1 : 0;
            Console.WriteLine(
                $"| {document.Name} | {input.Files.Sum(static file => file.Text!.Length) >> 10} | {whole.TotalMilliseconds:F0} | {runs.Length} of {moments} | {most >> 10} "
                + $"| {times.ElementAtOrDefault(times.Length / 2).TotalMilliseconds:F1} | {longest:F1} |");
        }

        Console.WriteLine($"{late} took more than {MostMilliseconds} ms to stop");
        return bad == 0 ? 0 : 1;
    }

    private static TimeSpan Time(GeneratorInput input)
    {
        long start = Stopwatch.GetTimestamp();
        _ = DirectRun.Of(input);
        return Stopwatch.GetElapsedTime(start);
    }

    private static CancelledRun[] StoppedRuns(GeneratorInput input, IEnumerable<TimeSpan> moments) =>
        [.. moments.Select(moment => CancelledRun.Of(input, moment)).Where(static run => run.IsCancelled)];

    // A request within the first millisecond may come before the generator's first step, and proves nothing.
    private static IEnumerable<TimeSpan> EarlierMoments(TimeSpan whole)
    {
        for (TimeSpan moment = whole / 4; moment.TotalMilliseconds >= 1; moment /= 2)
        {
            yield return moment;
        }
    }

    // One thread for each processor; what is first is begun first.
    private static void InParallel(int count, Action<int> run)
    {
        int next = -1;
        Thread[] threads = new Thread[Math.Min(count, Environment.ProcessorCount)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                for (int index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
                {
                    run(index);
                }
            });
            threads[i].Start();
        }

        Array.ForEach(threads, static thread => thread.Join());
    }

    /// <summary>Prints the document of one seed.</summary>
    /// <returns>The exit code.</returns>
    public static int FuzzShow(int seed)
    {
        Console.WriteLine(new FuzzRun(FuzzDocuments.Load()).Document(seed).Text);
        return 0;
    }

    /// <summary>
    /// Compiles what is emitted for bombs of one size and prints what they cost a project. A bomb that costs more processor time or memory than a
    /// project may spend on it fails; a long one may cost more in proportion, as CLERKGEN115 allows. All run in this process, as one compiler server builds all projects; what one needs can be measured alone.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static int CompileBombs(int size, string? only)
    {
        const double MostSeconds = 5;
        const long MostBytes = 512L << 20;
        const int WarmUps = 5;
        const double Small = 640 << 10;

        // The first runs pay for the just-in-time compiler. The compiler of the SDK is compiled ahead of time, and its server builds many projects.
        for (int run = 0; run < WarmUps; run++)
        {
            _ = CompiledBomb.Of(GeneratorInput.Of(LargeDocument.Create(200), "warm-up.json"));
        }

        int bad = 0;
        Console.WriteLine("| Bomb | Input KB | Emitted KB | Generator s | Compiler s | Peak MiB | Diagnostics |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---|");
        foreach (Bomb bomb in Testing.Hostile.Bombs.All.Where(bomb => only is null || bomb.Name == only))
        {
            GeneratorInput input = bomb.Input(size);
            var result = CompiledBomb.Of(input);
            double share = Math.Max(1, input.Files.Sum(static file => file.Text!.Length) / Small);
            bool isGood = result.Errors.Count == 0 && (result.Generator + result.Compiler).TotalSeconds <= share * MostSeconds && result.Peak <= share * MostBytes;
            bad += isGood ? 0 : 1;
            Console.WriteLine(
                $"| {bomb.Name}{(isGood ? "" : " (too much)")} | {input.Files.Sum(static file => file.Text!.Length) >> 10} | {result.Characters >> 10} "
                + $"| {result.Generator.TotalSeconds:F2} | {result.Compiler.TotalSeconds:F2} | {result.Peak >> 20} | {string.Join(' ', result.Diagnostics)} |");
            foreach (string error in result.Errors)
            {
                Console.WriteLine($"{bomb.Name}: {error}");
            }
        }

        return bad == 0 ? 0 : 1;
    }

    /// <summary>
    /// Runs the generator on bombs of one size and of ten times that, on a stack of 256 KB, and prints what they cost. One of ten times the length
    /// may cost twelve times as much work and memory, and not more: what grows with the square costs a hundred times as much.
    /// </summary>
    /// <returns>The exit code; the process ends early when the stack does.</returns>
    public static int Bombs(int size, string? only)
    {
        const int Factor = 10;
        const double Most = 12.0 / Factor;
        // The buffers of a text double, so the last doubling may cost as much as all before.
        const long SlackBytes = 8 << 20;
        const long SlackSteps = 10_000;
        // Both are refused for their size, but the larger one, which may ask for more, at a later stage.
        const double LaterStage = 1.5;
        int bad = 0;
        _ = BombResult.Of(GeneratorInput.Of(HostileFields.Plain, "warm-up.json"));
        Console.WriteLine("| Bomb | Input KB | Processor ms | ten times the size | Steps | ten times the size | Allocated MB | ten times the size | Files | Diagnostics |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (Bomb bomb in Testing.Hostile.Bombs.All.Where(bomb => only is null || bomb.Name == only))
        {
            GeneratorInput input = bomb.Input(size);
            long length = Length(input);
            BombResult one = BombResult.Of(input);
            GeneratorInput larger = bomb.Input(Factor * size);
            long largerLength = Length(larger);
            BombResult ten = BombResult.Of(larger);
            bad += one.Failures.Count + ten.Failures.Count;
            double growth = Most * Math.Max(Factor, (double)largerLength / length);
            growth *= one.Files == 0 && ten.Files == 0 ? LaterStage : 1;
            if (ten.Allocated > (growth * one.Allocated) + SlackBytes || ten.Steps > (growth * one.Steps) + SlackSteps)
            {
                bad++;
                Console.Error.WriteLine(
                    $"{bomb.Name}: {one.Allocated:N0} bytes and {one.Steps:N0} steps for {length:N0} characters, "
                    + $"{ten.Allocated:N0} and {ten.Steps:N0} for {largerLength:N0}");
            }

            Console.WriteLine(
                $"| {bomb.Name} | {length >> 10} | {one.Processor.TotalMilliseconds:F0} | {ten.Processor.TotalMilliseconds:F0} | {one.Steps} | {ten.Steps} "
                + $"| {one.Allocated >> 20} | {ten.Allocated >> 20} "
                + $"| {one.Files} | {string.Join(' ', one.Diagnostics)} |");
            foreach (string failure in one.Failures.Concat(ten.Failures).Take(5))
            {
                Console.Error.WriteLine($"{bomb.Name}: {failure}");
            }
        }

        return bad == 0 ? 0 : 1;

        static long Length(GeneratorInput input) => input.Sources.Sum(static source => (long)source.Length) + input.Files.Sum(static file => file.Text!.Length + file.Metadata?.Sum(static value => value.Value.Length) ?? 0);
    }
}
