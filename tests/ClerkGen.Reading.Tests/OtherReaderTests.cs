using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Testing;
using ClerkGen.Testing.Corpus;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Xunit.Abstractions;

namespace ClerkGen.Reading.Tests;

/// <summary>Compares the reader with the YAML reader of Microsoft.OpenApi.</summary>
public sealed class OtherReaderTests(ITestOutputHelper output)
{
    [SharedFact]
    public async Task Both_readers_find_the_same_in_every_YAML_document_except_where_a_reason_is_listed()
    {
        Comparison comparison = new();
        foreach (CorpusDocument document in new[] { "clerk", "corpus", "servers" }
            .SelectMany(static folder => CorpusDocument.Find(SharedDocuments.PathOf(folder)))
            .Where(static document => Path.GetExtension(document.Files[0]) is not ".json" && document.Files.Count == 1))
        {
            if (await ReadWithTheOtherAsync(document.Files[0]) is { } other)
            {
                comparison.Add(document.Name, DocumentOutline.Of(other), DocumentOutline.Of(Read(document.Files[0])));
            }
            else
            {
                output.WriteLine($"{document.Name}: the other reader does not read it.");
            }
        }

        output.WriteLine(comparison.ToString());
        Assert.NotEmpty(comparison.Documents);
        Assert.Empty(comparison.Unexplained);
        Assert.Empty(comparison.UnusedReasons);
    }

    private static OpenApiDocument Read(string path)
    {
        SourceDocument source = new(path, SourceText.From(File.ReadAllText(path)));
        return DocumentReader.Read(source, [], ReadLimits.Default, new WorkBudget(CancellationToken.None)).Document!;
    }

    private static async Task<OpenApiDocument?> ReadWithTheOtherAsync(string path)
    {
        OpenApiReaderSettings settings = new();
        settings.AddYamlReader();
        await using FileStream stream = File.OpenRead(path);
        return (await OpenApiDocument.LoadAsync(stream, "yaml", settings)).Document;
    }
}
