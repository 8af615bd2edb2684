using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>A broken document: told at its line, and whatever can be generated is.</summary>
public sealed class BrokenDocumentTests
{
    [Fact]
    public void Text_that_is_not_YAML_is_reported_at_its_line()
    {
        GeneratorRun run = Run("openapi: 3.1.0\ninfo: { title: a\npaths: {}\n");

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN001", diagnostic.Id);
        Assert.InRange(diagnostic.Location.GetLineSpan().StartLinePosition.Line, 1, 3);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just: yaml\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("42")]
    public void Text_that_is_not_a_document_is_an_error(string text)
    {
        GeneratorRun run = Run(text);

        Assert.Equal("CLERKGEN002", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void An_unresolved_reference_is_reported_at_its_line_and_the_rest_is_emitted()
    {
        string text = PetDocument.Text.Replace(
            "owner: { $ref: '#/components/schemas/Owner' }", "owner: { $ref: '#/components/schemas/Nobody' }", StringComparison.Ordinal);
        GeneratorRun run = Run(text);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN009", diagnostic.Id);
        Assert.Equal(Line(text, "Nobody"), diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        AssertPets(run);
    }

    [Fact]
    public void A_schema_that_refers_only_to_itself_is_reported_at_its_line_and_the_rest_is_emitted()
    {
        string text = PetDocument.Text.Replace(
            "    Kind: { type: string",
            "    Ring: { $ref: '#/components/schemas/Ring' }\n    Kind: { type: string",
            StringComparison.Ordinal);
        GeneratorRun run = Run(text);

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Contains(diagnostic.Id, (string[])["CLERKGEN010", "CLERKGEN020"]);
        Assert.Equal(Line(text, "Ring:"), diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        AssertPets(run);
    }

    [Fact]
    public void An_operation_that_cannot_be_expressed_is_reported_at_its_line_and_the_rest_is_emitted()
    {
        string text = PetDocument.Text.Replace(
            "  /pets/{id}:",
            "  /odd/{missing}:\n    get:\n      operationId: odd\n      responses: { '204': { description: Done. } }\n  /pets/{id}:",
            StringComparison.Ordinal);
        GeneratorRun run = Run(text);

        Diagnostic diagnostic = Assert.Single(
            run.Diagnostics, static diagnostic => diagnostic.GetMessage().Contains("missing", StringComparison.Ordinal));
        Assert.InRange(diagnostic.Location.GetLineSpan().StartLinePosition.Line, Line(text, "/odd/"), Line(text, "/odd/") + 3);
        AssertPets(run);
    }

    private static GeneratorRun Run(string text)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(text));
        Assert.Empty(run.CompilerDiagnostics);
        return run;
    }

    private static void AssertPets(GeneratorRun run)
    {
        INamedTypeSymbol pets = run.Compilation.GetTypeByMetadataName("Consumer.Api.PetsOperations")!;
        Assert.NotEmpty(pets.GetMembers("ListAsync"));
        Assert.NotEmpty(pets.GetMembers("GetAsync"));
    }

    private static int Line(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].Count(static c => c == '\n');
}
