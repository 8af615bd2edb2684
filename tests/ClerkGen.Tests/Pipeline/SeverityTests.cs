using System.Text;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Pipeline;

/// <summary>A flaw that the user of a document cannot mend costs a part of the client and never the build.</summary>
public sealed class SeverityTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: A, version: '1' }\nservers: [{ url: 'https://a.example' }]\n";

    // Nothing is left of the document.
    private static readonly string[] OfDocuments =
        ["CLERKGEN001", "CLERKGEN002", "CLERKGEN003", "CLERKGEN004", "CLERKGEN090", "CLERKGEN091", "CLERKGEN115", "CLERKGEN121", "CLERKGEN125", "CLERKGEN127"];

    // A mistake in the user's own project: its overlay, its items, its C#.
    private static readonly string[] OfTheProject =
    [
        "CLERKGEN013", "CLERKGEN060", "CLERKGEN061", "CLERKGEN062", "CLERKGEN063", "CLERKGEN064", "CLERKGEN065", "CLERKGEN072", "CLERKGEN079", "CLERKGEN106", "CLERKGEN114",
    ];

    /// <summary>Flawed parts, each with the id and the severity that it has.</summary>
    public static TheoryData<string, string, string> Parts => new()
    {
        { "CLERKGEN008", "Warning", Head + "paths: { /a: { get: { responses: { '200': *nowhere } } }, /b: { get: { responses: { '204': { description: ok } } } } }\n" },
        { "CLERKGEN009", "Warning", With("schema: { $ref: '#/components/schemas/Missing' }") },
        { "CLERKGEN009", "Warning", With("schema: { $ref: 'other.yaml#/Missing' }") },
        { "CLERKGEN009", "Warning", With("schema: { type: object, properties: { x: { type: array, items: { $ref: '#/definitions/Missing' } } } }") },
        { "CLERKGEN009", "Warning", With("schema: { oneOf: [{ type: string }], discriminator: { propertyName: k, mapping: { a: Missing } } }") },
        { "CLERKGEN010", "Warning", Head + "paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/A' } } } } }\n"
            + "components: { responses: { A: { $ref: '#/components/responses/B' }, B: { $ref: '#/components/responses/A' } } }\n" },
        { "CLERKGEN011", "Warning", Head + "paths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: [] } } } } } }\n" },
        { "CLERKGEN011", "Warning", Head + "paths: { /a: { get: { parameters: [{ name: x }], responses: { '204': { description: ok } } } } }\n" },
        { "CLERKGEN011", "Warning", Head + "paths: { /a: { get: { responses: { '204': { description: ok } } } }, /b: { get: [] } }\n" },
        { "CLERKGEN040", "Warning", Head + "paths: { '/{a': { get: { responses: { '204': { description: ok } } } }, /b: { get: { responses: { '204': { description: ok } } } } }\n" },
        { "CLERKGEN120", "Info", InResponse("links: { next: { $ref: '#/components/links/Missing' } }") },
        { "CLERKGEN120", "Info", InResponse("links: []") },
        { "CLERKGEN120", "Info", InResponse("links: { next: [] }") },
        { "CLERKGEN120", "Info", InResponse("links: { next: { operationId: a, server: { description: no url } } }") },
        { "CLERKGEN120", "Info", InResponse("links: { next: { operationId: a, operationId: b } }") },
        { "CLERKGEN120", "Info", With("schema: { type: string }, examples: { a: { $ref: '#/components/examples/Missing' } }") },
        { "CLERKGEN120", "Info", With("schema: { type: string }, examples: []") },
        { "CLERKGEN120", "Info", With("schema: { type: string }, example: a, examples: { a: { value: b } }") },
        { "CLERKGEN120", "Info", With("schema: { type: object, example: { a: 1, a: 2 } }") },
        { "CLERKGEN120", "Info", With("schema: { type: string, examples: a }") },
        { "CLERKGEN120", "Info", With("schema: { type: object, xml: [] }") },
        { "CLERKGEN120", "Info", InResponse("") + "components: { links: { Next: { $ref: '#/components/links/Missing' } } }\n" },
        { "CLERKGEN120", "Info", InResponse("") + "components: { examples: { A: [] } }\n" },
        { "CLERKGEN121", "Error", Head + "paths: { '/{a': { get: { responses: { '204': { description: ok } } } } }\n" },
        { "CLERKGEN121", "Error", Head + "paths: { /a: [] }\ncomponents: { schemas: { A: { type: string, enum: [a, b] } } }\n" },
        { "CLERKGEN121", "Error", Head + "paths: [ /a ]\n" },
    };

    [Fact]
    public void Errors_are_unusable_documents_and_mistakes_in_the_project() => Assert.Equal(
        OfDocuments.Concat(OfTheProject).Order(StringComparer.Ordinal),
        DiagnosticPageTests.Descriptors
            .Where(static descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Error)
            .Select(static descriptor => descriptor.Id)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_effect_of_a_flaw_matches_its_severity(string id, string severity, string document)
    {
        GeneratorRun run = Run(document);

        Assert.Equal(severity, Assert.Single(run.Diagnostics.Select(static diagnostic => (diagnostic.Id, Severity: diagnostic.Severity.ToString())).Distinct(), found => found.Id == id).Severity);
        if (severity != "Error")
        {
            Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.NotNull(run.Compilation.GetTypeByMetadataName("Consumer.Api.DocumentClient"));
        }

        if (severity == "Info")
        {
            Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Strict_turns_only_warnings_into_errors(string id, string severity, string document)
    {
        GeneratorRun run = Run(document, "true");

        string expected = severity == "Warning" ? "Error" : severity;
        Assert.All(run.Diagnostics.Where(diagnostic => diagnostic.Id == id), diagnostic => Assert.Equal(expected, diagnostic.Severity.ToString()));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(Run(document, "false").Files, run.Files);
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData(" true ", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void Strict_is_read_from_the_build(string value, bool isStrict)
    {
        GeneratorRun run = Run(With("schema: { $ref: '#/components/schemas/Missing' }"), value);

        Assert.Equal(isStrict ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, Assert.Single(run.Diagnostics).Severity);
    }

    [Fact]
    public void A_suppressed_id_stays_suppressed_in_strict_builds()
    {
        Diagnostic diagnostic = Assert.Single(Run(With("schema: { $ref: '#/components/schemas/Missing' }"), "true").Diagnostics);
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: [new("CLERKGEN009", ReportDiagnostic.Suppress)]);

        Assert.Empty(CompilationWithAnalyzersFilter(diagnostic, options));
        Assert.Single(CompilationWithAnalyzersFilter(diagnostic, options.WithSpecificDiagnosticOptions([])));
    }

    [Fact]
    public void Mistake_in_the_users_own_code_stays_a_warning_in_strict_builds()
    {
        GeneratorInput input = GeneratorInput.Of(InResponse("")) with
        {
            Sources = ["namespace Consumer.Api;\n[global::ClerkGen.ApiIgnore(\"id\")] partial class Elsewhere;\n"],
            Properties = new Dictionary<string, string> { ["ClerkGenStrict"] = "true" },
        };

        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Run(input).Diagnostics);
        Assert.Equal(("CLERKGEN074", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
    }

    [Fact]
    public void Large_document_with_one_dangling_reference_builds_with_one_warning()
    {
        StringBuilder document = new(Head + "paths:\n");
        for (int i = 0; i < 100; i++)
        {
            document.Append(System.Globalization.CultureInfo.InvariantCulture, $"  /things{i}:\n    get: {{ operationId: getThing{i}, tags: [things], responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Thing{i}' }} }} }} }} }} }}\n");
        }

        document.Append("components:\n  schemas:\n");
        for (int i = 0; i < 100; i++)
        {
            string next = i == 42 ? "NobodyDescribesThis" : "Thing" + ((i + 1) % 100);
            document.Append(System.Globalization.CultureInfo.InvariantCulture, $"    Thing{i}: {{ type: object, properties: {{ id: {{ type: string }}, next: {{ $ref: '#/components/schemas/{next}' }} }} }}\n");
        }

        GeneratorRun run = Run(document.ToString());

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN009", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        INamedTypeSymbol things = run.Compilation.GetTypeByMetadataName("Consumer.Api.ThingsOperations")!;
        Assert.Equal(100, things.GetMembers().OfType<IMethodSymbol>().Count(static method => method.Name.StartsWith("Get", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.Name.Contains("WithResponse", StringComparison.Ordinal)));
        Assert.Equal("JsonElement", ((IPropertySymbol)run.Compilation.GetTypeByMetadataName("Consumer.Api.Thing42")!.GetMembers("Next").Single()).Type is INamedTypeSymbol { Name: "Nullable" } nullable ? nullable.TypeArguments[0].Name : "");
    }

    [Fact]
    public void An_unreadable_referenced_file_costs_only_its_parts()
    {
        GeneratorInput input = GeneratorInput.Of(With("schema: { $ref: 'other.yaml#/A' }"));
        GeneratorRun run = GeneratorHarness.Run(input with { Files = [.. input.Files, new GeneratorFile("other.yaml", "A: { type: string\n", null)] });

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(["CLERKGEN009", "CLERKGEN011"], run.Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.All(run.Diagnostics, static diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Location.GetLineSpan().Path == "other.yaml");
    }

    private static string With(string mediaType) => Head
        + $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ {mediaType} }} }} }} }} }} }} }}\n";

    private static string InResponse(string field) => Head
        + $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '204': {{ description: ok, {field} }} }} }} }} }}\n";

    private static GeneratorRun Run(string document, string? strict = null)
    {
        GeneratorInput input = GeneratorInput.Of(document);
        GeneratorRun run = GeneratorHarness.Run(
            strict is null ? input : input with { Properties = new Dictionary<string, string> { ["ClerkGenStrict"] = strict } });
        Assert.Empty(run.CompilerDiagnostics);
        return run;
    }

    // A diagnostic after the compiler applied the project's options.
    private static Diagnostic[] CompilationWithAnalyzersFilter(Diagnostic diagnostic, CSharpCompilationOptions options) =>
        [.. Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers.GetEffectiveDiagnostics([diagnostic], CSharpCompilation.Create("A", options: options))];
}
