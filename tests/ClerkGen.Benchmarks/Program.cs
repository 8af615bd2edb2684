using ClerkGen.Benchmarks;

// A benchmark that needs a process of its own starts this program again.
if (args.Length > 0 && args[0] == "serve")
{
    await LoopbackServer.ServeAsync();
    return 0;
}

if (args.Length > 1 && args[0] == "scale-child")
{
    ScaleComparison.Measure(args[1]);
    return 0;
}

if (args.Length > 0 && args[0] == "micro")
{
    BenchmarkDotNet.Running.BenchmarkRunner.Run<MicroBenchmarks>(args: args[1..]);
    return 0;
}

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(BenchmarkOptions.Usage);
    return 0;
}

if (BenchmarkOptions.Parse(args, out string fault) is not { } options)
{
    await Console.Error.WriteLineAsync(fault + "; --help lists all verbs and options.");
    return 2;
}

foreach ((string name, string title, Func<Report, BenchmarkOptions, Task> run) in Benchmarks.All)
{
    if (options.Verb == "all" || options.Verb == name)
    {
        using var report = new Report(options, name, title);
        await run(report, options);
    }
}

// Also after one benchmark: the summary then takes the other tables as they are.
return Targets.Summarize(options.Output) || options.Verb != "all" ? 0 : 1;
