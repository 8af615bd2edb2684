using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Small parts that cannot be used are told at their place, never dropped in silence.</summary>
public sealed class LeftOutPartTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\nservers: [{ url: 'https://a.example' }]\n";

    [Fact]
    public void Discriminator_value_with_a_line_feed_is_reported()
    {
        Diagnostic diagnostic = Only("CLERKGEN030", Head + """
            paths: {}
            components:
              schemas:
                U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
                  discriminator: { propertyName: k, mapping: { "a\nb": '#/components/schemas/A', b: '#/components/schemas/B' } } }
                A: { type: object, properties: { k: { type: string }, a: { type: string } } }
                B: { type: object, properties: { k: { type: string }, b: { type: string } } }
            """);

        Assert.Equal("Value 'a\uFFFDb' of discriminator 'k' is ignored because it contains a line feed or an unpaired surrogate", diagnostic.GetMessage());
        Assert.Equal((7, 6), Start(diagnostic));
    }

    [Fact]
    public void Content_type_of_a_part_that_no_header_can_hold_is_reported()
    {
        Diagnostic diagnostic = Only("CLERKGEN058", Head + """
            paths:
              /a:
                post:
                  requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { p: { type: string } } },
                    encoding: { p: { contentType: "not one" } } } } }
                  responses: { '204': { description: OK } }
            """);

        Assert.Equal("'not one', the content type of part 'p', is not a valid media type. The part uses the content type of its schema.", diagnostic.GetMessage());
        Assert.Equal((7, 20), Start(diagnostic));
    }

    [Fact]
    public void Document_without_anything_to_emit_is_reported()
    {
        Diagnostic diagnostic = Only("CLERKGEN059", Head + "paths: {}\n");

        Assert.Equal("The document has no operations and no webhooks, so no client is emitted", diagnostic.GetMessage());
        Assert.Equal(0, Start(diagnostic).Line);
    }

    [Fact]
    public void Parameter_with_an_empty_name_is_reported()
    {
        Diagnostic diagnostic = Only("CLERKGEN043", Head + """
            paths:
              /a:
                get:
                  parameters: [{ name: '', in: query, schema: { type: string } }]
                  responses: { '204': { description: OK } }
            """);

        Assert.Equal("Parameter '' is skipped because it has no name", diagnostic.GetMessage());
        Assert.Equal(6, Start(diagnostic).Line);
    }

    private static Diagnostic Only(string id, string document)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document));
        Assert.Empty(run.CompilerDiagnostics);
        return Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == id);
    }

    private static (int Line, int Column) Start(Diagnostic diagnostic)
    {
        Microsoft.CodeAnalysis.Text.LinePosition start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return (start.Line, start.Character);
    }
}
