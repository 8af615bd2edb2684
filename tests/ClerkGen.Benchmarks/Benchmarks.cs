namespace ClerkGen.Benchmarks;

/// <summary>The benchmarks, in the order of <c>all</c>.</summary>
internal static class Benchmarks
{
    public static IReadOnlyList<(string Name, string Title, Func<Report, BenchmarkOptions, Task> Run)> All { get; } =
    [
        ("json", "Reading and writing JSON", static async (report, options) =>
        {
            using var comparison = new JsonComparison(report, options);
            await comparison.RunAsync();
        }),
        ("calls", "Calls over loopback", CallComparison.RunAsync),
        ("generator", "The generator", static (report, options) =>
        {
            GeneratorComparison.Run(report, options);
            return Task.CompletedTask;
        }),
        ("compile", "Compiling the client", CompileComparison.RunAsync),
        ("builds", "Building a program with the client", BuildComparison.RunAsync),
        ("scale", "Documents by size", ScaleComparison.RunAsync),
        ("tokens", "Verifying tokens", static (report, options) =>
        {
            using var comparison = new TokenComparison(report, options);
            comparison.Run();
            return Task.CompletedTask;
        }),
        ("aot", "Native programs", NativeComparison.RunAsync),
    ];
}
