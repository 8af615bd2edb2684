namespace ClerkGen.Tests.Translation.Schemas;

public sealed class AllOfTests
{
    [Fact]
    public void Members_are_merged_in_order()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              allOf:
                - $ref: '#/components/schemas/Base'
                - { type: object, required: [own], properties: { own: { type: string } } }
              properties: { last: { type: boolean } }
            Base:
              allOf: [{ $ref: '#/components/schemas/Root' }]
              properties: { base: { type: integer } }
              required: [base]
            Root: { type: object, properties: { id: { type: string } } }
            """);

        Assert.Equal(["id!False", "base!True", "own!True", "last!False"],
            schemas.Object("T").Properties.Select(property => $"{property.JsonName}!{property.IsRequired}"));
    }

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Root' }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Root' }], description: Words }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Root' }, { description: Words }] }")]
    [InlineData("{ type: object, allOf: [{ $ref: '#/components/schemas/Root' }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Root' }, { $ref: '#/components/schemas/Root' }] }")]
    [InlineData("{ allOf: [{ allOf: [{ $ref: '#/components/schemas/Root' }] }] }")]
    [InlineData("{ $ref: '#/components/schemas/Root', description: Words, deprecated: true }")]
    [InlineData("{ $ref: '#/components/schemas/Alias' }")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Root' }] }")]
    public void A_single_reference_is_that_type(string schema)
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of($$"""
            T: { type: object, properties: { a: {{schema}} } }
            Alias: { allOf: [{ $ref: '#/components/schemas/Root' }] }
            Root: { type: object, properties: { id: { type: string } } }
            """);

        Assert.Equal("Root", schemas.TypeOf("T", "a"));
        Assert.Equal(["Root", "T"], schemas.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_reference_with_further_keywords_is_a_separate_type()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { a: { $ref: '#/components/schemas/Root', required: [id],
                properties: { more: { type: string } } } } }
            Root: { type: object, properties: { id: { type: string } } }
            """);

        Assert.Equal("TA", schemas.TypeOf("T", "a"));
        Assert.Equal(["id", "more"], schemas.Object("TA").Properties.Select(property => property.JsonName));
        Assert.True(schemas.Property("TA", "id").IsRequired);
    }

    [Fact]
    public void A_property_that_several_members_describe_meets_all_of_them()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              allOf:
                - { type: object, properties: { kind: { type: string, description: What it is }, number: { type: number },
                    values: { type: string, enum: [a, b, c] }, clash: { type: string } } }
                - { type: object, properties: { kind: { enum: [cat] }, number: { type: integer }, values: { enum: [b, c, d] },
                    clash: { type: integer } } }
            """);

        Assert.Equal("cat", schemas.Property("T", "kind").Constant?.Text);
        Assert.Equal("What it is", schemas.Property("T", "kind").Doc.Summary);
        Assert.Equal("long", schemas.TypeOf("T", "number"));
        Assert.Equal(["b", "c"], schemas.Enum("TValues").Members.Select(member => member.Value));
        Assert.Equal("JsonElement", schemas.TypeOf("T", "clash"));
        Assert.Equal(["CLERKGEN027"], schemas.Ids);
    }

    [Fact]
    public void Inline_types_of_a_base_are_shared_by_all_that_extend_it()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Base: { type: object, properties: { inner: { type: object, properties: { x: { type: string } } } } }
            Left: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { l: { type: string } } }] }
            Right: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { r: { type: string } } }] }
            """);

        Assert.Equal("BaseInner", schemas.TypeOf("Left", "inner"));
        Assert.Equal("BaseInner", schemas.TypeOf("Right", "inner"));
    }

    [Fact]
    public void An_allOf_of_scalars_is_a_scalar()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { a: { allOf: [{ type: string }, { format: uuid }] },
                b: { allOf: [{ $ref: '#/components/schemas/Kind' }, { type: string }] } } }
            Kind: { type: string, enum: [a, b] }
            """);

        Assert.Equal("Guid", schemas.TypeOf("T", "a"));
        Assert.Equal("Kind", schemas.TypeOf("T", "b"));
    }

    [Fact]
    public void A_ring_of_allOf_ends()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            A: { allOf: [{ $ref: '#/components/schemas/B' }], properties: { a: { type: string } } }
            B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: { type: string } } }
            Self: { allOf: [{ $ref: '#/components/schemas/Self' }, { properties: { s: { type: string } } }] }
            """);

        Assert.Equal(["a", "b"], schemas.Object("A").Properties.Select(property => property.JsonName).Order(StringComparer.Ordinal));
        Assert.Equal(["s"], schemas.Object("Self").Properties.Select(property => property.JsonName));
    }
}
