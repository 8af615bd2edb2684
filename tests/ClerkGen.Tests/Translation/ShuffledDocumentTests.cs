using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Schemas;
using ClerkGen.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Tests.Translation;

/// <summary>The order of a document's schemas and properties must not decide what anything is called.</summary>
public sealed class ShuffledDocumentTests
{
    [Fact]
    public void Shuffled_components_keep_their_names_and_types()
    {
        const string Schemas = """
            foo-bar: { type: object, properties: { status: { enum: [a, b] }, Status: { enum: [b, a] }, users: { type: array,
                items: { type: object, properties: { x: { type: string } } } } } }
            foo_bar: { type: object, properties: { a_b: { type: string }, aB: { type: string }, a-b: { type: string } } }
            FooBar: { type: object, properties: { inner: { type: object, properties: { status: { enum: [a, b] } } } } }
            FooBarUser: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            A: { oneOf: [{ $ref: '#/components/schemas/B' }, { type: string }] }
            B: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: integer }] }
            List: { type: array, items: { $ref: '#/components/schemas/Map' } }
            Map: { type: object, additionalProperties: { $ref: '#/components/schemas/List' } }
            Pet: { type: object, discriminator: { propertyName: k }, properties: { k: { type: string } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { c: { type: string } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { d: { type: string } } }] }
            """;
        string text = TranslatedSchemas.Document(Schemas);

        AssertOrderDecidesNothing(TranslatedSchemas.Read(text, "openapi.yaml").Root!);
    }

    [SharedFact]
    public void Shuffled_public_documents_keep_their_names_and_types()
    {
        foreach (string name in new[] { "clerk/bapi-2026-05-12.yml", "clerk/fapi-2026-05-12.yml", "corpus/discord-api.json",
            "corpus/oapicodegen-oneof.yaml", "corpus/influxdata-oss.yaml" })
        {
            string path = SharedDocuments.PathOf(name.Split('/'));
            AssertOrderDecidesNothing(TranslatedSchemas.Read(File.ReadAllText(path), path).Root!);
        }
    }

    private static void AssertOrderDecidesNothing(JsonNode root)
    {
        FileModel[] expected = Translate(root);
        Random random = new(7);
        for (int run = 0; run < 3; run++)
        {
            Assert.Equal(expected, Translate(Shuffle(root, random)));
        }
    }

    // The components, which are a set; the order of properties is that of the emitted ones, so it stays.
    private static JsonNode Shuffle(JsonNode root, Random random)
    {
        JsonNode shuffled = root.DeepClone();
        JsonObject schemas = shuffled["components"]!["schemas"]!.AsObject();
        KeyValuePair<string, JsonNode?>[] members = [.. schemas];
        schemas.Clear();
        random.Shuffle(members);
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            schemas.Add(member.Key, member.Value);
        }

        return shuffled;
    }

    private static FileModel[] Translate(JsonNode root)
    {
        SourceDocument source = new("openapi.json", SourceText.From(root.ToJsonString()));
        ReadDocument document = DocumentReader.Read(source, [], ReadLimits.Default, new WorkBudget(CancellationToken.None));
        TranslationContext context = new(document.Document!, TranslatedSchemas.Options, ConsumerFacts.None, new WorkBudget(CancellationToken.None));
        return [.. TranslatedSchemas.Complete(new SchemaTranslator(context)).OrderBy(file => file.HintName, StringComparer.Ordinal)];
    }
}
