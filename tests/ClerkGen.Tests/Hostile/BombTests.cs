using ClerkGen.Testing;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>
/// Documents that try to end the compiler's stack, time or memory. They run in a process of their own, since nothing can catch the end of a
/// stack; there a stack of 256 KB and a heap of 512 MB are all they get, and one of ten times the size may cost twelve times as much work and
/// memory and not more.
/// </summary>
public sealed class BombTests
{
    [Fact]
    public async Task Bombs_end_on_a_small_stack_in_a_small_heap_and_cost_work_and_memory_by_their_size()
    {
        ProcessResult run = await Run("--bombs", "100");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.All(Bombs.All, bomb => Assert.Contains($"| {bomb.Name} |", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Heap_limit_holds_in_the_process_of_the_bombs()
    {
        // A text of 400 MB does not fit.
        ProcessResult run = await Run("--bombs", "400000", "description of links");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Matches("(?i)out ?of ?memory", run.Output);
    }

    private static Task<ProcessResult> Run(params string[] arguments) => ChildProcess.RunAsync(
        "dotnet",
        folder: null,
        [new("DOTNET_GCHeapHardLimit", "0x20000000")],
        ["exec", Path.Combine(AppContext.BaseDirectory, "ClerkGen.Corpus.dll"), .. arguments]);
}
