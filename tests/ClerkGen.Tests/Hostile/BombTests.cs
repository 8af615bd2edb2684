using ClerkGen.Testing;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>
/// Documents that try to end the compiler's stack, time or memory. They run in a process of their own, since nothing can catch the end of a
/// stack.
/// </summary>
public sealed class BombTests
{
    [Fact]
    public async Task Bombs_end_on_a_small_stack()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ClerkGen.Corpus.dll");
        ProcessResult run = await ChildProcess.DotNetAsync(null, "exec", program, "--bombs", "200");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.All(Bombs.All, bomb => Assert.Contains($"| {bomb.Name} |", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bombs_cost_memory_by_their_size(string name)
    {
        Bomb bomb = Bombs.All.Single(bomb => bomb.Name == name);
        long once = Allocated(bomb, 250);
        long twice = Allocated(bomb, 500);

        // Nesting that doubles is cut at 128 levels, so what is below that may grow faster for a while.
        Assert.InRange(twice, 0, (5 * once / 2) + (24L << 20));
        Assert.InRange(twice, 0, 2L << 30);
    }

    /// <summary>All bombs.</summary>
    public static TheoryData<string> Names { get; } = [.. Bombs.All.Select(static bomb => bomb.Name)];

    // The generator's own thread counts, so this is the process's total; other tests may run beside and only add to it.
    private static long Allocated(Bomb bomb, int size)
    {
        string text = bomb.Create(size);
        DirectRun? run = null;
        long least = long.MaxValue;
        for (int i = 0; i < 2; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            run = DirectRun.Of(text, bomb.Path);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Empty(run!.Failures);
        return least;
    }
}
