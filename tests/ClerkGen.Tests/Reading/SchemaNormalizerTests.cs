using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Reading;
using Microsoft.OpenApi;

namespace ClerkGen.Tests.Reading;

public sealed class SchemaNormalizerTests
{
    [Theory]
    [InlineData("{ type: string, nullable: true }", """{"type":["string","null"]}""")]
    [InlineData("{ nullable: true, type: string }", """{"type":["string","null"]}""")]
    [InlineData("{ type: string, nullable: false }", """{"type":"string"}""")]
    [InlineData("{ type: [string, integer], nullable: true }", """{"type":["string","integer","null"]}""")]
    [InlineData("{ type: [string, 'null'], nullable: true }", """{"type":["string","null"]}""")]
    [InlineData("{ type: [string, null] }", """{"type":["string","null"]}""")]
    [InlineData("{ type: string, x-nullable: true }", """{"type":["string","null"],"x-nullable":true}""")]
    [InlineData("{ allOf: [{ type: object }], nullable: true }", """{"allOf":[{"type":"object"}],"x-nullable":true}""")]
    [InlineData("{ $ref: '#/components/schemas/B', nullable: true }", """{"$ref":"#/components/schemas/B","x-nullable":true}""")]
    [InlineData("{ const: a }", """{"enum":["a"]}""")]
    [InlineData("{ const: 1, enum: [1, 2] }", """{"enum":[1]}""")]
    [InlineData("{ const: null }", """{"type":"null"}""")]
    [InlineData("{ enum: [null], nullable: true }", """{"type":"null"}""")]
    [InlineData("{ const: { a: [1] } }", """{"enum":[{"a":[1]}]}""")]
    [InlineData("{ minimum: 1, exclusiveMinimum: true }", """{"exclusiveMinimum":1}""")]
    [InlineData("{ maximum: 1, exclusiveMaximum: false }", """{"maximum":1}""")]
    [InlineData("{ exclusiveMaximum: 5 }", """{"exclusiveMaximum":5}""")]
    [InlineData("true", "{}")]
    [InlineData("false", """{"not":{}}""")]
    [InlineData("{ additionalProperties: false }", """{"additionalProperties":false}""")]
    [InlineData("{ properties: { a: true, $ref: { type: string } } }", """{"properties":{"a":{},"$ref":{"type":"string"}}}""")]
    [InlineData("{ allOf: [true, false] }", """{"allOf":[{},{"not":{}}]}""")]
    [InlineData("{ prefixItems: [{ type: string }, { type: string }] }", """{"items":{"type":"string"}}""")]
    [InlineData("{ items: false, prefixItems: [{ type: string }, { type: integer }] }", """{"items":{"anyOf":[{"type":"string"},{"type":"integer"}]}}""")]
    [InlineData("{ prefixItems: [{ type: string }], items: { type: number } }", """{"items":{"anyOf":[{"type":"string"},{"type":"number"}]}}""")]
    [InlineData("{ items: [{ type: string }, { $ref: '#/components/schemas/B' }] }", """{"items":{"anyOf":[{"type":"string"},{"$ref":"#/components/schemas/B"}]}}""")]
    [InlineData("{ type: file }", """{"format":"binary","type":"string"}""")]
    [InlineData("{ type: any }", "{}")]
    [InlineData("{ discriminator: kind }", """{"discriminator":{"propertyName":"kind"}}""")]
    [InlineData("{ $schema: 'x', $id: 'y', $comment: z, $defs: { q: {} }, unknown: 1 }", "{}")]
    [InlineData("{ examples: { a: 1 } }", "{}")]
    [InlineData("{ title: 1.10, description: yes, pattern: 012 }", """{"title":"1.10","description":"yes","pattern":"012"}""")]
    [InlineData("{ readOnly: 'true' }", """{"readOnly":true}""")]
    public void A_schema_of_any_version_is_written_in_one_dialect(string yaml, string json)
    {
        ReadDocument document = Documents.Read(Documents.Head + $"components:\n  schemas:\n    A: {yaml}\n    B: {{ type: object }}\n");
        Assert.Empty(document.Diagnostics);
        Assert.Equal(json, document.At("/components/schemas/A"));
        Assert.NotNull(document.Document!.Components!.Schemas!["A"]);
    }

    [Theory]
    [InlineData("3.0.3", """{"$ref":"#/components/schemas/B","description":"d"}""")]
    [InlineData("3.1.0", """{"description":"d","properties":{"b":{"type":"string"}},"allOf":[{"$ref":"#/components/schemas/B"},{"type":"object"}]}""")]
    public void Keywords_next_to_a_reference_apply_since_3_1(string version, string json)
    {
        ReadDocument document = Documents.Read($$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A:
                  $ref: '#/components/schemas/B'
                  description: d
                  properties: { b: { type: string } }
                  allOf: [{ type: object }]
                B: { type: object }
            """);
        Assert.Empty(document.Diagnostics);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(document.At("/components/schemas/A"))), document.At("/components/schemas/A"));
    }

    [Fact]
    public void A_type_next_to_a_reference_repeats_the_targets_type()
    {
        ReadDocument document = Documents.Read(Documents.Head + "components: { schemas: { A: { $ref: '#/components/schemas/B', type: object, title: t }, B: { type: object } } }\n");
        Assert.Equal("""{"$ref":"#/components/schemas/B","title":"t"}""", document.At("/components/schemas/A"));
        OpenApiSchemaReference reference = Assert.IsType<OpenApiSchemaReference>(document.Document!.Components!.Schemas!["A"]);
        Assert.Equal(("B", "t"), (reference.Reference.Id, reference.Reference.Title));
    }

    [Fact]
    public void Numbers_keep_their_digits_and_convert_to_every_type()
    {
        ReadDocument document = Documents.Read(Documents.Head + "components: { schemas: { A: { enum: [1, 1.10, 123456789012345678901234567890, 0x10] } } }\n");
        IList<JsonNode> values = document.Document!.Components!.Schemas!["A"].Enum!;
        Assert.Equal(1, values[0].GetValue<int>());
        Assert.Equal(1L, values[0].GetValue<long>());
        Assert.Equal(1.10m, values[1].GetValue<decimal>());
        Assert.Equal("123456789012345678901234567890", values[2].GetValue<JsonElement>().GetRawText());
        Assert.Equal(16, values[3].GetValue<int>());
    }
}
