using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>Documents of the size of the largest public ones cost in proportion to what is in them.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void Memory_grows_with_the_number_of_operations_and_not_faster()
    {
        _ = Allocated(20);
        double few = Allocated(60) / 60.0;
        double many = Allocated(480) / 480.0;

        Assert.InRange(many / few, 0, 1.35);
    }

    [Fact]
    public void Output_grows_with_the_number_of_operations_and_not_faster()
    {
        Assert.InRange(Length(240) / (double)Length(60), 3.5, 4.3);
    }

    private static long Length(int operations) => DirectRun.Of(LargeDocument.Create(operations)).Files.Sum(static file => (long)file.Value.Length);

    // Of this thread alone, because other tests run in parallel.
    private static long Allocated(int operations)
    {
        string text = LargeDocument.Create(operations);
        Assert.Empty(DirectRun.Of(text).Failures);
        return Enumerable.Range(0, 2).Min(_ => GeneratorStages.Run("large.json", text)[^1].Bytes);
    }
}
