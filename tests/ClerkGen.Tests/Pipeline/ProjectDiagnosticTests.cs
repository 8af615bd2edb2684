using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Documents;
using ClerkGen.Generator.Pipeline.Inputs;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Diagnostics of projects that cannot have their client.</summary>
public sealed class ProjectDiagnosticTests
{
    [Fact]
    public void Old_version_of_the_language_is_an_error()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text) with { LanguageVersion = LanguageVersion.CSharp11 });

        AssertOne(
            run,
            "CLERKGEN060",
            "Emitted clients require C# 12 or later, but the project uses C# 11.0. Set <LangVersion> to 12 or later.");
    }

    [Fact]
    public void Missing_runtime_is_an_error()
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text) with { HasRuntime = false });

        AssertOne(
            run,
            "CLERKGEN061",
            "Emitted clients require the library ClerkGen.Runtime. Add <PackageReference Include=\"ClerkGen.Runtime\"> to the project.");
    }

    [Fact]
    public void Document_that_cannot_be_read_is_an_error()
    {
        GeneratorFile file = GeneratorInput.Of(PetDocument.Text).Files[0] with { Text = null };
        GeneratorRun run = GeneratorHarness.Run(new GeneratorInput { Files = [file] });

        AssertOne(run, "CLERKGEN064", "The file of the document does not exist or cannot be read; its path is relative to the project");
    }

    [Theory]
    [InlineData("Namespace", "Acme.2", "a namespace")]
    [InlineData("Namespace", "Acme; class Escaped { }", "a namespace")]
    [InlineData("Namespace", "Acme..Api", "a namespace")]
    [InlineData("ClientName", "My Client", "the name of a class")]
    [InlineData("ClientName", "A<B>", "the name of a class")]
    [InlineData("Accessibility", "private", "'public' or 'internal'")]
    [InlineData("ExcludeDeprecated", "yes", "'true' or 'false'")]
    [InlineData("StrongIds", "1", "'true' or 'false'")]
    public void Metadata_that_cannot_be_used_is_an_error(string name, string value, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value)));

        AssertOne(run, "CLERKGEN062", $"Metadata '{name}' of the document is '{value}', which is not {expected}");
    }

    [Theory]
    [InlineData("Namespace", "A%3B", "A;", "a namespace")]
    [InlineData("Namespace", "../../../X", "../../../X", "a namespace")]
    [InlineData("Namespace", "A|B", "A|B", "a namespace")]
    [InlineData("Overlay", "$([System.String]::Copy(`a`b`).Trim())", "$([System.String]::Copy(`a`b`).Trim())", "free of backticks")]
    [InlineData("IncludeTags", "$([System.String]::Copy(`a`b`).Trim())", "$([System.String]::Copy(`a`b`).Trim())", "free of backticks")]
    public void Metadata_is_checked_as_the_project_wrote_it(string name, string value, string written, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value)));

        AssertOne(run, "CLERKGEN062", $"Metadata '{name}' of the document is '{written}', which is not {expected}");
    }

    [Theory]
    [InlineData("Namespace", "A\u200BB", "A\uFFFDB", "a namespace")]
    [InlineData("Namespace", "\uFEFFAcme", "\uFFFDAcme", "a namespace")]
    [InlineData("Namespace", "C:\\Acme", "C:\\Acme", "a namespace")]
    [InlineData("Namespace", "\"Acme\"", "\"Acme\"", "a namespace")]
    [InlineData("Namespace", "Acme.", "Acme.", "a namespace")]
    [InlineData("ClientName", "Shop|Client", "Shop|Client", "the name of a class")]
    [InlineData("ClientName", "Shop\u00A0Client", "Shop\u00A0Client", "the name of a class")]
    [InlineData("ClientName", "Acme.Client", "Acme.Client", "the name of a class")]
    [InlineData("Samples", "true;false", "true;false", "'true' or 'false'")]
    [InlineData("Accessibility", "public|internal", "public|internal", "'public' or 'internal'")]
    public void Metadata_with_other_characters_is_an_error(string name, string value, string written, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value)));

        AssertOne(run, "CLERKGEN062", $"Metadata '{name}' of the document is '{written}', which is not {expected}");
    }

    [Theory]
    [InlineData("Namespace", "", "a namespace of at most 300 bytes")]
    [InlineData("Namespace", ".", "a namespace of at most 300 bytes")]
    [InlineData("ClientName", "", "the name of a class of at most 300 bytes")]
    public void A_name_that_is_too_long_is_an_error(string name, string separator, string expected)
    {
        string value = string.Join(separator, Enumerable.Repeat("A", 301));
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value)));

        AssertOne(run, "CLERKGEN062", $"Metadata '{name}' of the document is '{value[..200]}…', which is not {expected}");
    }

    [Fact]
    public void The_longest_names_of_metadata_compile_in_any_script()
    {
        string longest = new('\uAC00', 100);
        string name = new('\uAC01', 500);
        string document = PetDocument.Text + $"    {name}: {{ type: object, properties: {{ {new string('\uAC02', 500)}: {{ type: object, properties: {{ a: {{ type: string }} }} }} }} }}\n";
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document, metadata: [("Namespace", longest), ("ClientName", longest)]));

        Assert.Contains(run.Files, static file => file.Value.Contains(" class " + new string('\uAC01', 150), StringComparison.Ordinal));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("Namespace", " \n Acme.Pets \n")]
    [InlineData("ClientName", "\tPetsClient ")]
    [InlineData("Accessibility", " internal\n")]
    [InlineData("ExcludeDeprecated", "\n true \n")]
    [InlineData("IncludeTags", "\n  pets;\n  Pets ;\n")]
    public void Metadata_on_separate_lines_counts_as_missing(string name, string value)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value)));
        GeneratorRun trimmed = GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text, metadata: (name, value.Replace("\n", "", StringComparison.Ordinal).Trim())));

        Assert.Equal(trimmed.Files.Keys, run.Files.Keys);

        // The decoys of the harness are in the namespace as it is written, and decide how directives begin.
        Assert.All(trimmed.Files, file => Assert.Equal(WithPlainDirectives(file.Value), WithPlainDirectives(run.Files[file.Key])));
        Assert.Equal(trimmed.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(null)), run.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("string")]
    [InlineData("options")]
    [InlineData("Void")]
    public void A_credential_named_like_a_keyword_has_documentation_that_compiles(string name)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{ url: 'https://api.example.com' }]
            paths: { /a: { get: { operationId: getA, responses: { '204': { description: ok } } } } }
            security: [{ key: [] }]
            components: { securitySchemes: { key: { type: http, scheme: bearer, x-clerkgen-name: {{name}} } } }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    [Fact]
    public void Two_documents_in_one_namespace_are_an_error()
    {
        GeneratorFile first = GeneratorInput.Of(PetDocument.Text, "a.yaml").Files[0];
        GeneratorRun run = GeneratorHarness.Run(new GeneratorInput { Files = [first, first with { Path = "b.yaml" }] });

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN063", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(
            "Another document already uses the namespace 'Consumer.Api'. Give each ClerkGenDocument its own Namespace.", diagnostic.GetMessage());
        Assert.Equal("b.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void Names_default_to_the_file_and_the_root_namespace()
    {
        GeneratorRun run = GeneratorHarness.Run(new GeneratorInput
        {
            Files = [new GeneratorFile("/specs/billing-api.yaml", PetDocument.Text, new Dictionary<string, string>())],
            RootNamespace = "Acme",
        });

        Assert.Empty(run.CompilerDiagnostics);
        Assert.NotNull(run.Compilation.GetTypeByMetadataName("Acme.BillingApi.BillingApiClient"));
    }

    [Fact]
    public void Several_documents_coexist()
    {
        GeneratorRun run = GeneratorHarness.Run(new GeneratorInput
        {
            Files =
            [
                GeneratorInput.Of(PetDocument.Text, "a.yaml", ("Namespace", "Consumer.First")).Files[0],
                GeneratorInput.Of(PetDocument.Text, "a.yaml", ("Namespace", "Consumer.Second"), ("Accessibility", "internal")).Files[0] with
                {
                    Path = "b.yaml",
                },
            ],
        });

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(Accessibility.Public, run.Compilation.GetTypeByMetadataName("Consumer.First.Pet")!.DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, run.Compilation.GetTypeByMetadataName("Consumer.Second.Pet")!.DeclaredAccessibility);
    }

    [Fact]
    public void Exception_inside_the_generator_is_an_error_at_the_document()
    {
        InputFile file = InputFiles.Document("a.yaml", PetDocument.Text);
        DocumentKey key = new(file, new OptionsReader(file, "Root").Read() with { Namespace = null! }, null!);

        DocumentOutput output = DocumentGenerator.Generate(key, [], CancellationToken.None);

        Diagnostic diagnostic = Assert.Single(output.Diagnostics, static item => item.Descriptor.Id == "CLERKGEN090").ToDiagnostic();
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith("The generator failed on this document, which is a bug in ClerkGen: ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("a.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(EquatableArray<FileModel>.Empty, output.Files);
    }

    private static void AssertOne(GeneratorRun run, string id, string message)
    {
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("document.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(run.Files);
    }

    private static string WithPlainDirectives(string text) => text.Replace("using global::", "using ", StringComparison.Ordinal);
}
