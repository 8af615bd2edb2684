namespace ClerkGen.Tests.Translation.Schemas;

public sealed class NullabilityTests
{
    private const string Others = """

        Plain: { type: object, properties: { x: { type: string } } }
        Nothing: { type: [object, 'null'], properties: { x: { type: string } } }
        Empty: { enum: [null] }
        Either: { oneOf: [{ $ref: '#/components/schemas/Plain' }, { type: string }] }
        """;

    [Theory]
    [InlineData("{ type: string }", "string")]
    [InlineData("{ type: [string, 'null'] }", "string?")]
    [InlineData("{ type: string, nullable: true }", "string?")]
    [InlineData("{ type: string, x-nullable: true }", "string?")]
    [InlineData("{ type: [string, 'null'], enum: [a, b, null] }", "TA?")]
    [InlineData("{ type: string, enum: [a, b, null] }", "TA?")]
    [InlineData("{ $ref: '#/components/schemas/Plain' }", "Plain")]
    [InlineData("{ $ref: '#/components/schemas/Nothing' }", "Nothing?")]
    [InlineData("{ $ref: '#/components/schemas/Plain', nullable: true }", "Plain?")]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Plain' }] }", "Plain")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Nothing' }] }", "Nothing?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Plain' }, { type: [object, 'null'] }] }", "Plain?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Plain' }, { type: object }] }", "Plain")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Plain' }, { type: 'null' }] }", "Plain?")]
    [InlineData("{ oneOf: [{ const: null }, { $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Empty' }, { $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Either' }] }", "Either?")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Either' }, { $ref: '#/components/schemas/Empty' }] }", "Either?")]
    [InlineData("{ anyOf: [{ type: string }, { type: 'null' }] }", "string?")]
    [InlineData("{ anyOf: [{ type: integer }, { type: [string, 'null'] }] }", "TA?")]
    [InlineData("{ type: integer, nullable: true }", "long?")]
    [InlineData("{ type: object }", "JsonElement")]
    [InlineData("{ type: [object, 'null'] }", "JsonElement?")]
    public void Null_is_allowed_in_every_way_of_saying_so(string schema, string expected) =>
        Assert.Equal(expected, TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}" + Others).TypeOf("T", "a"));

    [Theory]
    [InlineData("{ nullable: true, type: string }", "string?")]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ nullable: true, oneOf: [{ type: string }, { type: integer }] }", "TA?")]
    [InlineData("{ oneOf: [{ enum: [null], nullable: true }, { $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Plain' }, { type: object, enum: [null], nullable: true }] }", "Plain?")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Plain' }, { nullable: true }] }", "Plain?")]
    [InlineData("{ anyOf: [{ type: string, format: numeric }, { type: number }] }", "decimal")]
    [InlineData("{ oneOf: [{ nullable: true }, { $ref: '#/components/schemas/Plain' }] }", "Plain?")]
    [InlineData("{ oneOf: [{ enum: [null], nullable: true }, { $ref: '#/components/schemas/Either' }] }", "Either?")]
    [InlineData("{ anyOf: [{ type: integer }, { type: string }, { enum: [null], nullable: true }], format: int32, nullable: true }", "int?")]
    [InlineData(@"{ anyOf: [{ type: integer }, { type: string }], pattern: '^-?(?:0|[1-9]\d*)$' }", "long")]
    public void Nullable_of_OpenAPI_3_0_is_read(string schema, string expected) =>
        Assert.Equal(
            expected,
            TranslatedSchemas.Of(
                $"T: {{ type: object, properties: {{ a: {schema} }} }}\n"
                    + "Plain: { type: object, properties: { x: { type: string } } }\n"
                    + "Either: { oneOf: [{ $ref: '#/components/schemas/Plain' }, { type: string }] }", "3.0.3").TypeOf("T", "a"));

    [Fact]
    public void Items_and_values_may_be_null_too()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              type: object
              properties:
                a: { type: array, items: { type: [integer, 'null'], format: int32 } }
                b: { type: array, items: { type: [string, 'null'] } }
                c: { type: object, additionalProperties: { type: [string, 'null'] } }
                d: { type: array, items: { type: array, items: { type: [integer, 'null'] } } }
                e: { type: array, items: {} }
            """);

        Assert.Equal("IReadOnlyList<int?>", schemas.TypeOf("T", "a"));
        Assert.Equal("IReadOnlyList<string?>", schemas.TypeOf("T", "b"));
        Assert.Equal("IReadOnlyDictionary<string, string?>", schemas.TypeOf("T", "c"));
        Assert.Equal("IReadOnlyList<IReadOnlyList<long?>>", schemas.TypeOf("T", "d"));
        Assert.Equal("IReadOnlyList<JsonElement>", schemas.TypeOf("T", "e"));
    }
}
