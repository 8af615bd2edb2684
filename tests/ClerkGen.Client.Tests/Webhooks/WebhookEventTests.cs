using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.OpenApi;

namespace ClerkGen.Client.Tests.Webhooks;

public sealed class WebhookEventTests
{
    private const string ClerkDocument = "clerk/webhooks-2025-04-15.yml";

    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        webhooks:
          pet.added: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Added' } } } } } }
          pet.sold: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sold' } } } } } }
        components:
          schemas:
            Added: { type: object, required: [type, pet], properties: { type: { const: pet.added }, pet: { type: string } } }
            Sold: { type: object, required: [type, price], properties: { type: { const: pet.sold }, price: { type: integer } } }
        """;

    [Fact]
    public async Task An_event_is_received_as_its_own_type()
    {
        await using ReceivedEvents received = await ReceivedEvents.StartAsync(Emit(Pets));
        Assert.Equal(HttpStatusCode.NoContent, await received.SendAsync("""{"type":"pet.added","pet":"Rex"}"""));
        Assert.Equal(HttpStatusCode.NoContent, await received.SendAsync("""{"type":"pet.sold","price":7}"""));
        Assert.Equal(["Added", "Sold"], received.Values.Select(static value => value!.GetType().Name));
        Assert.Equal("Rex", received.Values[0]!.GetType().GetProperty("Pet")!.GetValue(received.Values[0]));
    }

    [Theory]
    [InlineData("""{"type":"pet.lost","pet":"Rex"}""")]
    [InlineData("""{"pet":"Rex"}""")]
    [InlineData("""["pet.added"]""")]
    public async Task An_unknown_event_that_resembles_a_known_one_is_kept_unchanged(string body)
    {
        await using ReceivedEvents received = await ReceivedEvents.StartAsync(Emit(Pets));
        Assert.Equal(HttpStatusCode.NoContent, await received.SendAsync(body));
        Assert.Equal(body, Assert.IsType<JsonElement>(Assert.Single(received.Values)).GetRawText());
    }

    [SharedFact(ClerkDocument)]
    public async Task Each_of_Clerks_45_events_is_sampled_signed_received_and_matched()
    {
        string path = SharedDocuments.Find(ClerkDocument)!;
        Assembly client = Emit(await File.ReadAllTextAsync(path));
        List<(string Name, JsonNode Body)> samples = Sample(path);
        Assert.Equal(45, samples.Count);

        await using ReceivedEvents received = await ReceivedEvents.StartAsync(client);
        foreach ((string name, JsonNode body) in samples)
        {
            Assert.Equal(HttpStatusCode.NoContent, await received.SendAsync(body.ToJsonString()));
            object value = Assert.IsType<object>(received.Values[^1], exactMatch: false);
            Assert.Equal(string.Concat(name.Split('.').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event", value.GetType().Name);
            Assert.Equal(name, value.GetType().GetProperty("Type")!.GetValue(value));
            Assert.NotNull(value.GetType().GetProperty("Data")!.GetValue(value));
        }

        Assert.Equal(45, received.Values.Select(static value => value!.GetType()).Distinct().Count());
        JsonNode unknown = samples[0].Body.DeepClone();
        unknown["type"] = "user.teleported";
        Assert.Equal(HttpStatusCode.NoContent, await received.SendAsync(unknown.ToJsonString()));
        Assert.Equal(unknown.ToJsonString(), Assert.IsType<JsonElement>(received.Values[^1]).GetRawText());
    }

    private static Assembly Emit(string document)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document));
        Assert.True(run.CompilerDiagnostics.Count == 0, string.Join('\n', run.CompilerDiagnostics.Take(20)));
        return run.Load();
    }

    private static List<(string Name, JsonNode Body)> Sample(string path)
    {
        // The test's own reader knows webhooks by the name that OpenAPI gave them one version later.
        JsonObject root = DocumentFiles.Read(path).AsObject();
        JsonNode webhooks = root["x-webhooks"]!.DeepClone();
        root["paths"] = new JsonObject(webhooks.AsObject().Select(static webhook => KeyValuePair.Create("/" + webhook.Key, webhook.Value?.DeepClone())));
        foreach ((string _, JsonNode? item) in root["paths"]!.AsObject())
        {
            foreach ((string _, JsonNode? operation) in item!.AsObject())
            {
                operation!["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "received" } };
            }
        }

        OpenApiDocument document = LoadedDocument.FromText(root.ToJsonString()).Document;
        List<(string, JsonNode)> samples = [];
        foreach ((string name, IOpenApiPathItem item) in document.Paths)
        {
            IOpenApiSchema schema = item.Operations!.Values.Single().RequestBody!.Content!["application/json"].Schema!;
            JsonNode body = SchemaSample.Of(schema, Direction.Response)!;
            body["type"] = name[1..];
            samples.Add((name[1..], body));
        }

        return samples;
    }
}
