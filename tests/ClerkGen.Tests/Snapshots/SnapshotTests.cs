using ClerkGen.Testing;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Snapshots;

/// <summary>Whole small documents: first the set of emitted files, then each of them, byte by byte.</summary>
public sealed class SnapshotTests
{
    private const string Variable = "CLERKGEN_UPDATE_SNAPSHOTS";
    private const string Command = Variable + "=1 dotnet test tests/ClerkGen.Tests --filter FullyQualifiedName~SnapshotTests";

    [Theory]
    [InlineData("Pets")]
    [InlineData("Shapes")]
    public void A_document_gives_the_files_of_its_snapshot(string name)
    {
        string folder = Path.Combine(Repository.Root, "tests/ClerkGen.Tests/Snapshots", name);
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(File.ReadAllText(Path.Combine(folder, "document.yaml"))));
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Empty(run.Diagnostics);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Update(folder, run.Files);
        }

        Dictionary<string, string> expected = Directory.GetFiles(folder, "*.g.cs").ToDictionary(
            static file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        Assert.True(
            expected.Keys.Order(StringComparer.Ordinal).SequenceEqual(run.Files.Keys.Order(StringComparer.Ordinal)),
            $"Other files are emitted than the snapshot has. When that is wanted: {Command}");
        foreach ((string file, string text) in run.Files)
        {
            Assert.True(expected[file] == text, $"{name}/{file} is emitted differently. When that is wanted: {Command}");
        }
    }

    private static void Update(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (string old in Directory.GetFiles(folder, "*.g.cs"))
        {
            File.Delete(old);
        }

        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
