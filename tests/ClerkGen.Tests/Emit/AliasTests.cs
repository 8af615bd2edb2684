using ClerkGen.Testing.Generation;

namespace ClerkGen.Tests.Emit;

/// <summary>Short names of namespaces in emitted files are nobody else's business.</summary>
public sealed class AliasTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example }]
        paths:
          /rt/{id}:
            get:
              operationId: getRt
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/RT" } } } }
        components:
          schemas:
            RT: { type: object, properties: { my: { $ref: "#/components/schemas/My" }, at: { type: string, format: date-time } } }
            My: { type: object, properties: { net: { type: string, enum: [a, b] } } }
        """;

    [Theory]
    [InlineData("global using My = System.String; global using CG = System.Net; global using RT = System.Int32; global using NET = System.IO;")]
    [InlineData("namespace My { class A; } namespace CG { class A; } namespace RT { class A; } namespace NET { class A; }")]
    [InlineData("class My; class CG; class RT; class NET;")]
    public void Names_of_the_consumer_may_be_those_of_the_aliases(string source)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Document) with { Sources = [source] });

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains(run.Files.Values, static text => text.Contains("using My = global::", StringComparison.Ordinal));
    }
}
