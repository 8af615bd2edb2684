using System.Text.Json;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Home;

/// <summary>Emitted types that <see cref="JsonSerializer"/> reads from the bodies of a project's own endpoints.</summary>
public sealed class OwnEndpointTests
{
    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorHarness.Run(GeneratorInput.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [{ url: 'https://api.example.com' }]
        paths:
          /things:
            post:
              operationId: makeThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            put:
              operationId: setWide
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Wide' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Wide:
              type: object
              required: [id, name]
              properties:
                id: { type: string, readOnly: true }
                {{string.Join("\n        ", Enumerable.Range(0, 70).Select(static i => $"p{i}: {{ type: string }}"))}}
                name: { type: string }
            Thing:
              type: object
              required: [id, name, created_at]
              properties:
                id: { type: string, readOnly: true }
                name: { type: string }
                created_at: { type: string, format: date-time, readOnly: true }
        """)));

    [Theory]
    [InlineData("Thing", """{"name":"a"}""", null)]
    [InlineData("Thing", """{"name":"a","id":"x","created_at":"2026-05-12T00:00:00Z"}""", null)]
    [InlineData("Thing", """{"id":"x"}""", "The required member 'name' is missing.")]
    [InlineData("Thing", "{}", "The required member 'name' is missing.")]
    [InlineData("Wide", """{"name":"a"}""", null)]
    [InlineData("Wide", """{"id":"x","p69":"y"}""", "The required member 'name' is missing.")]
    public void A_required_member_that_the_server_sets_is_not_demanded(string type, string body, string? error)
    {
        Type thing = Run.Value.Load().GetType("Consumer.Api." + type)!;

        if (error is null)
        {
            Assert.Equal("a", thing.GetProperty("Name")!.GetValue(JsonSerializer.Deserialize(body, thing)));
        }
        else
        {
            Assert.StartsWith(error, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(body, thing)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_is_reported()
    {
        Assert.Empty(Run.Value.Diagnostics);
        Assert.Empty(Run.Value.CompilerDiagnostics);
    }
}
