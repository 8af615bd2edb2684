using System.Text.Json.Nodes;
using ClerkGen.Testing;
using ClerkGen.Testing.Hostile;

namespace ClerkGen.Tests.Hostile;

/// <summary>Broken documents: no exception, no hang, and what is emitted is C# of the templates and compiles.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Mutated_documents_are_generated_or_reported()
    {
        int runs = TestSizes.MutatedDocuments;
        List<JsonObject> fragments = FuzzDocuments.Load();
        var fuzz = new FuzzRun(fragments);
        fuzz.Run(firstSeed: 0, runs);

        Assert.Empty(fuzz.Problems.Take(20));
        Assert.InRange(fuzz.Emitting, runs / 4, runs);
        Assert.InRange(fuzz.Compiled, 1, runs);
    }

    [Fact]
    public void The_same_seed_breaks_a_document_in_the_same_way()
    {
        var fuzz = new FuzzRun([(JsonObject)JsonNode.Parse(HostileFields.Plain)!]);
        Assert.Equal(fuzz.Document(7), fuzz.Document(7));
        Assert.NotEqual(fuzz.Document(7), fuzz.Document(8));
    }
}
