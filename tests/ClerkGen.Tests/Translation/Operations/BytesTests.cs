using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Translation;

/// <summary>Bytes, behind a reference and a merged schema, wherever a value can stand: streamed where that can be, text elsewhere.</summary>
public sealed class BytesTests
{
    private const string Bytes = "{ $ref: '#/components/schemas/Bytes' }";

    [Theory]
    [InlineData($"requestBody: {{ content: {{ application/json: {{ schema: {Bytes} }} }} }}")]
    [InlineData($"requestBody: {{ content: {{ application/json: {{ schema: {{ type: array, items: {Bytes} }} }} }} }}")]
    [InlineData($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {Bytes} }} }} }}")]
    [InlineData($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ properties: {{ f: {{ type: array, items: {{ type: array, items: {Bytes} }} }} }} }} }} }} }}")]
    [InlineData($"requestBody: {{ content: {{ application/x-www-form-urlencoded: {{ schema: {{ properties: {{ f: {{ type: array, items: {{ type: array, items: {Bytes} }} }} }} }} }} }} }}")]
    [InlineData($"requestBody: {{ content: {{ application/x-www-form-urlencoded: {{ schema: {{ additionalProperties: {Bytes} }} }} }} }}")]
    [InlineData($"parameters: [{{ name: q, in: query, content: {{ application/json: {{ schema: {Bytes} }} }} }}]")]
    [InlineData($"responses: {{ '200': {{ description: All, content: {{ application/json: {{ schema: {Bytes} }} }} }} }}")]
    [InlineData($"responses: {{ '200': {{ description: All, content: {{ text/event-stream: {{ schema: {Bytes} }} }} }} }}")]
    [InlineData($"responses: {{ '200': {{ description: All, content: {{ application/jsonl: {{ schema: {Bytes} }} }} }} }}")]
    [InlineData($"responses: {{ '204': {{ description: None }}, '400': {{ description: No, content: {{ application/json: {{ schema: {Bytes} }} }} }} }}")]
    public void Bytes_can_be_anywhere(string described)
    {
        GeneratorRun run = Run(described);

        Assert.Empty(run.Diagnostics);
        Assert.Contains(run.Files.Values, static text => text.Contains("\"addFiles\"", StringComparison.Ordinal));
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("query", "type: string, format: binary")]
    [InlineData("header", "type: string, format: binary")]
    [InlineData("cookie", "type: string, format: binary")]
    [InlineData("query", "type: file")]
    [InlineData("query", "contentMediaType: application/octet-stream")]
    public void Bytes_of_a_parameter_are_text(string place, string schema)
    {
        GeneratorRun run = Run($"parameters: [{{ name: p, in: {place}, schema: {{ {schema} }} }}]");

        Assert.Contains(run.Files.Values, static text => text.Contains("public string? P { get; set; }", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData($"{{ properties: {{ file: {Bytes} }} }}", "file")]
    [InlineData($"{{ properties: {{ a: {{ type: string }}, files: {{ type: array, items: {Bytes} }} }} }}", "files")]
    public void A_form_with_a_file_is_sent_in_parts(string schema, string file)
    {
        GeneratorRun run = Run($"requestBody: {{ content: {{ application/x-www-form-urlencoded: {{ schema: {schema} }} }} }}");

        Diagnostic inParts = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN081", DiagnosticSeverity.Warning), (inParts.Id, inParts.Severity));
        Assert.Equal($"'{file}' is a file, which application/x-www-form-urlencoded cannot carry. The body is sent as multipart/form-data.", inParts.GetMessage());
        Assert.Contains(run.Files.Values, static text => text.Contains("request.MultipartBody(\"multipart/form-data\")", StringComparison.Ordinal));
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData(Bytes, "its form is described as a file, which has no fields")]
    public void A_form_that_is_a_file_costs_its_operation(string schema, string reason)
    {
        GeneratorRun run = Run($"requestBody: {{ content: {{ application/x-www-form-urlencoded: {{ schema: {schema} }} }} }}");

        Diagnostic leftOut = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN040", DiagnosticSeverity.Warning, 5), (leftOut.Id, leftOut.Severity, leftOut.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(reason, leftOut.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(run.Files.Values, static text => text.Contains("\"removeFiles\"", StringComparison.Ordinal));
        Assert.Empty(run.CompilerDiagnostics);
    }

    private static GeneratorRun Run(string described) => GeneratorHarness.Run(GeneratorInput.Of($$"""
        openapi: 3.1.0
        info: { title: Files, version: '1' }
        servers: [{ url: https://files.example.com }]
        paths:
          /files:
            post:
              operationId: addFiles
              tags: [Files]
              {{described}}
              {{(described.StartsWith("responses", StringComparison.Ordinal) ? "" : "responses: { '204': { description: None } }")}}
            delete: { operationId: removeFiles, tags: [Files], responses: { '204': { description: None } } }
        components:
          schemas:
            Bytes: { allOf: [{ $ref: '#/components/schemas/Raw' }] }
            Raw: { type: string, format: binary }
        """));
}
