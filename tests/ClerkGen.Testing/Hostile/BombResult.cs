using System.Diagnostics;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Testing.Hostile;

/// <summary>The generator's output for a bomb, on a stack of 256 KB, and its cost.</summary>
/// <param name="Files">Number of emitted files.</param>
/// <param name="Diagnostics">Ids of what was reported.</param>
/// <param name="Failures">Faults that must never occur.</param>
/// <param name="Allocated">Bytes that the process allocated, which are the generator's when nothing else runs in it.</param>
/// <param name="Steps">The work that the generator counted.</param>
/// <param name="Processor">Processor time of the process.</param>
public sealed record BombResult(int Files, IReadOnlyList<string> Diagnostics, IReadOnlyList<string> Failures, long Allocated, long Steps, TimeSpan Processor)
{
    private const int SmallStack = 256 * 1024;

    /// <summary>Runs the generator. A stack that is too small ends the process, which nothing can prevent.</summary>
    public static BombResult Of(GeneratorInput input)
    {
        BombResult? result = null;
        var thread = new Thread(
            () =>
            {
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                TimeSpan processor = Environment.CpuUsage.TotalTime;
                var run = DirectRun.Of(input);
                result = new BombResult(
                    run.Files.Count,
                    [.. run.Diagnostics.Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)],
                    run.Failures,
                    GC.GetTotalAllocatedBytes(precise: true) - allocated,
                    run.Steps,
                    Environment.CpuUsage.TotalTime - processor);
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return result ?? throw new UnreachableException("The thread ended without a result.");
    }
}
