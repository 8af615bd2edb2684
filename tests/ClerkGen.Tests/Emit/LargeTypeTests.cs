using System.Reflection;
using System.Text.Json;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Emit;

/// <summary>
/// The compiler's memory for a switch grows with the square of its cases, and for a union with the square of its variants. So large types are
/// emitted in another form, which reads the same.
/// </summary>
public sealed class LargeTypeTests
{
    private const int MostCases = 300;

    [Theory]
    [InlineData(256, "", 1)]
    [InlineData(700, "", 3)]
    [InlineData(700, ", additionalProperties: { type: integer }", 3)]
    public void A_class_of_many_members_reads_and_writes_each_of_them(int members, string more, int switches)
    {
        string properties = string.Join(", ", Enumerable.Range(0, members).Select(static i => $"p{i}: {{ type: integer }}"));
        GeneratorRun run = Run($"    S: {{ type: object, properties: {{ {properties} }}{more} }}\n");
        string json = "{" + string.Join(",", Enumerable.Range(0, members).Select(static i => $"\"p{i}\":{i}")) + (more.Length > 0 ? ",\"other\":7" : "") + "}";

        Assert.Equal(json, RoundTrip(run, "S", json));
        Assert.All(Switches(run), static cases => Assert.InRange(cases, 1, MostCases));
        Assert.InRange(Switches(run).Count(), switches, switches + 1);
    }

    [Fact]
    public void A_mapping_of_many_values_leads_each_to_its_variant()
    {
        string mapping = string.Join(", ", Enumerable.Range(0, 700).Select(static i => $"v{i}: '#/components/schemas/{(i % 3 == 0 ? "A" : "B")}'"));
        GeneratorRun run = Run($$"""
                S:
                  oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
                  discriminator: { propertyName: kind, mapping: { {{mapping}} } }
                A: { type: object, required: [kind], properties: { kind: { type: string }, x: { type: string } } }
                B: { type: object, required: [kind], properties: { kind: { type: string }, x: { type: string } } }

            """);
        Type union = run.Load().GetType("Consumer.Api.S")!;

        Assert.All(Switches(run), static cases => Assert.InRange(cases, 1, MostCases));
        Assert.Equal(
            Enumerable.Range(0, 700).Select(static i => i % 3 == 0 ? "A" : "B"),
            Enumerable.Range(0, 700).Select(i => Value(JsonSerializer.Deserialize($$"""{"kind":"v{{i}}","x":"y"}""", union)!).GetType().Name));
    }

    [Fact]
    public void A_union_of_more_variants_than_the_compiler_takes_keeps_the_others_as_JSON()
    {
        string alternatives = string.Join(", ", Enumerable.Range(0, 1_002).Select(static i => $"{{ $ref: '#/components/schemas/V{i:D4}' }}"));
        string variants = string.Concat(Enumerable.Range(0, 1_002).Select(static i => $"    V{i:D4}: {{ type: object, required: [k], properties: {{ k: {{ const: v{i} }} }} }}\n"));
        var run = Testing.Hostile.DirectRun.Of($"{Head}    S: {{ oneOf: [{alternatives}] }}\n{variants}", "document.yaml");

        Microsoft.CodeAnalysis.Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN128", diagnostic.Id);
        Assert.Equal("Union 'S' has 1002 variants. The first 1000 have types; values of the others are kept as raw JSON.", diagnostic.GetMessage(null));
        string union = run.Files.Single(static file => file.Key == "Consumer.Api.S.g.cs").Value;
        Assert.Contains("TryGetV0999", union, StringComparison.Ordinal);
        Assert.DoesNotContain("V1000", union, StringComparison.Ordinal);
        Assert.Contains(run.Files, static file => file.Key == "Consumer.Api.V1001.g.cs");
    }

    private const string Head = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:

        """;

    private static GeneratorRun Run(string schemas)
    {
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(Head + schemas));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
        return run;
    }

    private static object Value(object union) => union.GetType().GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)!.GetValue(union)!;

    private static string RoundTrip(GeneratorRun run, string type, string json)
    {
        Type emitted = run.Load().GetType("Consumer.Api." + type)!;
        return JsonSerializer.Serialize(JsonSerializer.Deserialize(json, emitted), emitted);
    }

    private static IEnumerable<int> Switches(GeneratorRun run) =>
        from text in run.Files.Values
        from node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes()
        where node is SwitchStatementSyntax or SwitchExpressionSyntax
        let cases = node is SwitchStatementSyntax statement ? statement.Sections.Count : ((SwitchExpressionSyntax)node).Arms.Count
        where cases > 5
        select cases;
}
