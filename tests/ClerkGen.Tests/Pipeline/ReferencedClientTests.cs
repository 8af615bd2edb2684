using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>A project that references a client does not get it a second time.</summary>
public sealed class ReferencedClientTests : IDisposable
{
    private const string Uses = "internal static class Uses { public static System.Type Client => typeof(Consumer.Api.DocumentClient); }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clerkgen-referenced-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_referenced_client_is_used_and_reported_once()
    {
        GeneratorRun run = RunBeside(Library("public"));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN100", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(
            "The project references 'Library', which has the client of 'Consumer.Api'. This project uses that client and emits none. "
            + "Remove the document or the package ClerkGen from one of the two projects, or give the document another Namespace.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("document.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Empty(run.Files);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void A_document_without_operations_counts_too()
    {
        const string Types = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\nwebhooks: { a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }, responses: { '204': { description: ok } } } } }\ncomponents: { schemas: { A: { type: object, properties: { b: { type: string } } } } }";

        GeneratorRun run = RunBeside(Library("public", Types), Types, "");

        Assert.Equal("CLERKGEN100", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("namespace Consumer.Api; public static class Extensions { public static string Of(string text) => text; }")]
    public void A_client_that_the_project_cannot_see_does_not_count(string more)
    {
        GeneratorRun run = RunBeside(Library("internal", source: more));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void An_internal_client_that_the_project_may_see_counts()
    {
        GeneratorRun run = RunBeside(
            Library("internal", source: "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Application\")]"), source: Uses);

        Assert.Equal("CLERKGEN100", Assert.Single(run.Diagnostics).Id);
    }

    private static GeneratorRun RunBeside(string library, string document = PetDocument.Text, string source = Uses) => GeneratorHarness.Run(
        GeneratorInput.Of(document) with { References = [library], Sources = [source], AssemblyName = "Application" });

    private string Library(string accessibility, string document = PetDocument.Text, string source = "")
    {
        GeneratorRun run = GeneratorHarness.Run(
            GeneratorInput.Of(document, metadata: ("Accessibility", accessibility)) with { AssemblyName = "Library", Sources = [source] });
        string path = Path.Combine(_folder.FullName, "Library.dll");
        using FileStream file = File.Create(path);
        Assert.True(run.Compilation.Emit(file).Success);
        return path;
    }
}
