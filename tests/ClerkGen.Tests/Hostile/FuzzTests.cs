using System.Text.Json.Nodes;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>Broken documents: no exception, no hang, and what is emitted is C# of the templates and compiles.</summary>
public sealed class FuzzTests
{
    // CLERKGEN_FUZZ says how many; without it a part of what continuous integration runs.
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("CLERKGEN_FUZZ"), out int runs) ? runs : 2_000;

    [Fact]
    public void Mutated_documents_are_generated_or_reported()
    {
        List<JsonObject> fragments = FuzzDocuments.Load();
        var fuzz = new FuzzRun(fragments);
        fuzz.Run(firstSeed: 0, Runs);

        Assert.Empty(fuzz.Problems.Take(20));
        Assert.InRange(fuzz.Emitting, Runs / 4, Runs);
        Assert.InRange(fuzz.Compiled, 1, Runs);
    }

    [Fact]
    public void The_same_seed_breaks_a_document_in_the_same_way()
    {
        var fuzz = new FuzzRun([(JsonObject)JsonNode.Parse(HostileFields.Plain)!]);
        Assert.Equal(fuzz.Document(7), fuzz.Document(7));
        Assert.NotEqual(fuzz.Document(7), fuzz.Document(8));
    }
}
