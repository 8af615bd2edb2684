using System.Reflection;
using System.Text.Json;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClerkGen.Tests.Emit;

/// <summary>
/// The compiler's work for a switch grows with the square of its cases, and for a union with the square of its variants. So large types are
/// emitted in another form, which reads the same.
/// </summary>
public sealed class LargeTypeTests
{
    // The cases of a block, and what is for no case.
    private const int MostCases = 66;

    [Theory]
    [InlineData(64, "", 1)]
    [InlineData(700, "", 12)]
    [InlineData(700, ", additionalProperties: { type: integer }", 12)]
    public void A_class_of_many_members_reads_and_writes_each_of_them(int members, string more, int switches)
    {
        string properties = string.Join(", ", Enumerable.Range(0, members).Select(static i => $"p{i}: {{ type: integer }}"));
        GeneratorRun run = Run($"    S: {{ type: object, properties: {{ {properties} }}{more} }}\n");
        string json = "{" + string.Join(",", Enumerable.Range(0, members).Select(static i => $"\"p{i}\":{i}")) + (more.Length > 0 ? ",\"other\":7" : "") + "}";

        Assert.Equal(json, RoundTrip(run, "S", json));
        Assert.All(Switches(run), static cases => Assert.InRange(cases, 1, MostCases));
        Assert.Equal(switches, Switches(run).Count());
    }

    [Fact]
    public void A_class_of_more_properties_than_the_compiler_takes_keeps_the_others()
    {
        string properties = string.Join(", ", Enumerable.Range(0, 2_002).Select(static i => $"p{i}: {{ type: integer }}"));
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of($"{Head}    S: {{ type: object, required: [p0, p2001], properties: {{ {properties} }} }}\n"));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN113", diagnostic.Id);
        Assert.Equal(
            "Schema 'S' has 2002 properties. The first 2000 become members; values of the others are kept as additional properties.", diagnostic.GetMessage(null));
        Assert.Empty(run.CompilerDiagnostics);
        string json = "{" + string.Join(",", Enumerable.Range(0, 2_002).Select(static i => $"\"p{i}\":{i}")) + "}";
        Assert.Equal(json, RoundTrip(run, "S", json));
        Type type = run.Load().GetType("Consumer.Api.S")!;
        Assert.NotNull(type.GetProperty("P1999"));
        Assert.Null(type.GetProperty("P2000"));
    }

    [Theory]
    [InlineData("kind")]
    [InlineData(null)]
    public void A_union_of_many_variants_reads_and_writes_each_of_them(string? discriminator)
    {
        const int Variants = 150;
        string alternatives = string.Join(", ", Enumerable.Range(0, Variants).Select(static i => $"{{ $ref: '#/components/schemas/V{i:D3}' }}"));
        string variants = string.Concat(Enumerable.Range(0, Variants).Select(
            static i => $"    V{i:D3}: {{ type: object, required: [kind, id, p{i}], properties: {{ kind: {{ type: string }}, id: {{ type: string }}, p{i}: {{ type: integer }} }} }}\n"));
        string choice = discriminator is null ? "" : $", discriminator: {{ propertyName: {discriminator} }}";
        GeneratorRun run = Run($"    S: {{ oneOf: [{alternatives}]{choice} }}\n{variants}");
        Type union = run.Load().GetType("Consumer.Api.S")!;

        Assert.All(Switches(run), static cases => Assert.InRange(cases, 1, MostCases));
        for (int i = 0; i < Variants; i++)
        {
            string json = $$"""{"kind":"V{{i:D3}}","id":"x{{i}}","p{{i}}":{{i}}}""";
            object value = JsonSerializer.Deserialize(json, union)!;
            Assert.Equal($"V{i:D3}", Value(value).GetType().Name);
            Assert.Equal($"x{i}", union.GetProperty("Id")!.GetValue(value));
            Assert.Equal(json, JsonSerializer.Serialize(value, union));
            object converted = union.GetMethod("op_Implicit", [Value(value).GetType()])!.Invoke(null, [Value(value)])!;
            Assert.Same(Value(value), Value(converted));
        }

        const string Other = """{"kind":"other","q":1}""";
        object unknown = JsonSerializer.Deserialize(Other, union)!;
        Assert.IsType<JsonElement>(Value(unknown));
        Assert.Equal(Other, JsonSerializer.Serialize(unknown, union));
    }

    [Fact]
    public void Types_of_ten_times_the_size_come_to_ten_times_the_code()
    {
        AssertLinear(static n => $"    S: {{ type: object, properties: {{ {Join(n, static i => $"p{i:D4}: {{ type: integer }}")} }} }}\n");
        AssertLinear(static n =>
            $"    S: {{ oneOf: [{Join(n, static i => $"{{ $ref: '#/components/schemas/V{i:D4}' }}")}], discriminator: {{ propertyName: k, mapping: {{ "
            + Join(n, static i => $"v{i:D4}: '#/components/schemas/V{i:D4}', w{i:D4}: '#/components/schemas/V{i:D4}'") + " } } }\n"
            + string.Concat(Enumerable.Range(0, n).Select(
                static i => $"    V{i:D4}: {{ type: object, required: [k], properties: {{ k: {{ type: string }}, p{i:D4}: {{ type: integer }} }} }}\n")));
        AssertLinear(static n =>
            "    S: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: k, mapping: { "
            + Join(n, static i => $"v{i:D4}: '#/components/schemas/{(i % 3 == 0 ? "A" : "B")}'") + " } } }\n"
            + "    A: { type: object, required: [k], properties: { k: { type: string }, x: { type: string } } }\n"
            + "    B: { type: object, required: [k], properties: { k: { type: string }, y: { type: string } } }\n");
    }

    private static string Join(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    // Characters and nodes that are emitted, bytes of IL, and the cases of a switch or the candidates of a creation, which the compiler compares with each other.
    private static void AssertLinear(Func<int, string> schemas)
    {
        Counts one = Count(schemas(90));
        Counts ten = Count(schemas(900));
        Assert.InRange(ten.Characters, one.Characters, 12L * one.Characters);
        Assert.InRange(ten.Nodes, one.Nodes, 12L * one.Nodes);

        // The last block is full in one and not in the other; a square would be a hundred times as much.
        Assert.InRange(ten.Comparisons, 0, 20L * one.Comparisons);
        Assert.InRange(ten.Assembly, one.Assembly, 12L * one.Assembly);
    }

    private static Counts Count(string schemas)
    {
        GeneratorRun run = Run(schemas);
        SyntaxNode[] nodes = [.. run.Files.Values.SelectMany(static text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes())];
        long cases = Switches(run).Sum(static count => (long)count * count);
        long conversions = nodes.OfType<ConversionOperatorDeclarationSyntax>().Count(
            static operation => operation.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().First().ArgumentList?.Arguments.Count > 0);
        long constructors = nodes.OfType<ConstructorDeclarationSyntax>()
            .GroupBy(static constructor => constructor.Identifier.ValueText).Select(static group => group.Count()).DefaultIfEmpty().Max();
        return new Counts(run.Files.Values.Sum(static text => (long)text.Length), nodes.Length, cases + (conversions * constructors), run.AssemblySize);
    }

    private sealed record Counts(long Characters, long Nodes, long Comparisons, long Assembly);

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

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
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
