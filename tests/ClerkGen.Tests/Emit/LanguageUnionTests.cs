using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tests.Emit;

/// <summary>Emitted unions under compilers that know unions, which are part of C# 15, and under older ones.</summary>
public sealed class LanguageUnionTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Acme, version: '1' }
        paths:
          /payments:
            post:
              operationId: pay
              tags: [Payments]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } } }
              responses:
                '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } } }
        components:
          schemas:
            Card: { type: object, required: [kind, number], properties: { kind: { const: card }, number: { type: string }, has_value: { type: boolean } } }
            Bank: { type: object, required: [kind, iban], properties: { kind: { const: bank }, iban: { type: string }, has_value: { type: boolean } } }
            Payment: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' }], discriminator: { propertyName: kind } }
            Text: { oneOf: [{ type: string }, { type: integer }] }
            Mixed: { oneOf: [{ type: string }, { type: array, items: { type: integer } }, { $ref: '#/components/schemas/Payment' }, { type: boolean }] }
            Anything: { anyOf: [{ type: string }, { type: object }] }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void Before_C_sharp_15_patterns_match_the_class_and_its_property(LanguageVersion version)
    {
        GeneratorRun run = Compile(version, """
            #nullable enable
            using Consumer.Api;

            internal static class Uses
            {
                public static bool Is(Payment? payment) => payment is { Value: Card { Number: "1" } } or null;
            }
            """);

        Assert.Empty(run.CompilerDiagnostics);
        Assert.DoesNotContain("ClerkGen.UnionAttribute.g.cs", run.Files.Keys);
        Assert.DoesNotContain("Union]", run.Files["Consumer.Api.Payment.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void From_C_sharp_15_on_patterns_are_applied_to_the_variant()
    {
        GeneratorRun run = Compile(LanguageVersion.Preview, """
            #nullable enable
            using System.Text.Json;
            using Consumer.Api;

            internal static class Uses
            {
                public static string Run()
                {
                    Payment card = new Card { Number = "42" };
                    Payment bank = new(new Bank { Iban = "DE" });
                    Payment other = JsonDocument.Parse("{}").RootElement;
                    Payment? none = null;
                    Mixed mixed = new Card { Number = "1" };
                    return Say(card) + Say(bank) + Say(other) + (none is null ? " none" : " some") + (card is { } ? " there" : " gone")
                        + (card is Card { Number: var number } ? " " + number : "") + (mixed is Card ? " mixed" : " unmixed");
                }

                private static string Say(Payment payment) => payment switch
                {
                    Card => "card ",
                    Bank => "bank ",
                    JsonElement => "other",
                };
            }
            """);

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal("card bank other none there 42 mixed", run.Load().GetType("Uses")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void The_value_is_asked_for_its_type_in_each_version(LanguageVersion version)
    {
        GeneratorRun run = Compile(version, """
            #nullable enable
            using Consumer.Api;

            internal static class Uses
            {
                public static string Run() => (IsCard(new Card { Number = "1" }) ? "card " : "") + (IsCard(new Bank { Iban = "1" }) ? "" : "none");

                private static bool IsCard(Payment payment) => payment.Value is Card;
            }
            """);

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal("card none", run.Load().GetType("Uses")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void A_switch_that_lacks_a_variant_is_a_warning()
    {
        GeneratorRun run = Compile(LanguageVersion.Preview, """
            #nullable enable
            using Consumer.Api;

            internal static class Uses
            {
                public static string Say(Payment payment) => payment switch { Card => "card", Bank => "bank" };
            }
            """);

        Assert.Equal("CS8509", Assert.Single(run.CompilerDiagnostics).Id);
    }

    [Fact]
    public void A_union_with_a_hidden_variant_has_no_compiler_attribute()
    {
        GeneratorRun run = Compile(LanguageVersion.Preview, """
            namespace Consumer.Api;

            internal partial class Bank;
            """);

        Assert.Empty(run.CompilerDiagnostics);
        Assert.DoesNotContain("Union]", run.Files["Consumer.Api.Payment.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Union]", run.Files["Consumer.Api.Text.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_attribute_is_not_emitted_where_the_project_has_it()
    {
        const string Attribute = "namespace System.Runtime.CompilerServices { internal sealed class UnionAttribute : global::System.Attribute { } }";

        GeneratorRun run = Compile(LanguageVersion.Preview, Attribute);

        Assert.Empty(run.CompilerDiagnostics);
        Assert.DoesNotContain("ClerkGen.UnionAttribute.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Two_documents_share_one_attribute()
    {
        GeneratorInput input = GeneratorInput.Of(Document);
        GeneratorFile first = input.Files[0];
        GeneratorRun run = GeneratorHarness.Run(input with
        {
            LanguageVersion = LanguageVersion.Preview,
            Files = [first, first with { Path = "other.yaml", Metadata = new Dictionary<string, string>(first.Metadata!) { ["Namespace"] = "Consumer.Other" } }],
        });

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Contains("ClerkGen.UnionAttribute.g.cs", run.Files.Keys);
    }

    private static GeneratorRun Compile(LanguageVersion version, string source) =>
        GeneratorHarness.Run(GeneratorInput.Of(Document) with { LanguageVersion = version, Sources = [source] });
}
