using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Schemas;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace ClerkGen.Tests.Translation;

/// <summary>Real documents, where somebody keeps them beside the repository.</summary>
public sealed class PublicSchemasTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Every_component_of_public_documents_is_translated()
    {
        foreach (string path in Documents())
        {
            if (Read(path) is not { Document: { } document } read)
            {
                continue;
            }

            TranslationContext context = new(document, TranslatedSchemas.Options, ConsumerFacts.None, new WorkBudget(CancellationToken.None), read.Characters);
            FileModel[] files = TranslatedSchemas.Complete(new SchemaTranslator(context));
            output.WriteLine($"{Path.GetFileName(path)}: {document.Components?.Schemas?.Count ?? 0} components, {files.Length} types");
            Assert.Equal(files.Length, files.Select(file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(files, AssertIsPrintable);
            Assert.DoesNotContain(context.Diagnostics.Items, item => item.Descriptor.Id is "CLERKGEN021" or "CLERKGEN022");
        }
    }

    private static void AssertIsPrintable(FileModel file)
    {
        string[] members = file switch
        {
            ObjectModel model => [model.Name, .. model.Properties.Select(property => property.Name)],
            EnumModel model => [model.Name, .. model.Members.Select(member => member.Name)],
            UnionModel model => [model.Name, .. model.Variants.Select(variant => variant.Name)],
            _ => throw new InvalidOperationException(file.HintName),
        };
        Assert.All(members, member => Assert.Matches(@"^[\p{L}_][\p{L}\p{Nd}_]{0,199}\z", member));
        Assert.Equal(members.Length,
            members.Distinct(StringComparer.Ordinal).Count() + (file is UnionModel ? members.Count(member => member == members[0]) - 1
                : 0));
    }

    private static IEnumerable<string> Documents() =>
        new[] { "clerk", "corpus" }
            .SelectMany(folder => Directory.EnumerateFiles(SharedDocuments.PathOf(folder), "*.*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml")
            .Order(StringComparer.Ordinal);

    private static ReadDocument Read(string path) =>
        DocumentReader.Read(new SourceDocument(path, SourceText.From(File.ReadAllText(path))), [], ReadLimits.Default,
            new WorkBudget(CancellationToken.None));
}
