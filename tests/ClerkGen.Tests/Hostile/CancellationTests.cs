using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Model;
using ClerkGen.Testing;
using Xunit.Abstractions;

namespace ClerkGen.Tests.Hostile;

/// <summary>A user who types does not wait for the generator's work on a large document.</summary>
public sealed class CancellationTests(ITestOutputHelper output)
{
    // Judged by what is allocated between the wish and the return; the times are printed.
    [Fact]
    public async Task The_generator_stops_soon_wherever_it_is_and_whatever_it_reads()
    {
        ProcessResult run = await ChildProcess.DotNetAsync(null, "exec", Path.Combine(AppContext.BaseDirectory, "ClerkGen.Corpus.dll"), "--cancel", "2", "300");

        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public void Printing_asks_with_each_line()
    {
        DocModel doc = new("Doc.", null);
        EnumMemberModel[] members = [.. Enumerable.Range(0, 1_000).Select(number => new EnumMemberModel($"V{number}", $"v{number}", doc))];
        EnumModel model = new("A.cs", "A", EmittedAccessibility.Public, "E", doc, false, EnumKind.String, new EquatableArray<EnumMemberModel>(members));
        Assert.Contains("V999", FileEmitter.Emit(model, CancellationToken.None), StringComparison.Ordinal);

        Assert.Throws<OperationCanceledException>(() => FileEmitter.Emit(model, new CancellationToken(canceled: true)));
    }
}
