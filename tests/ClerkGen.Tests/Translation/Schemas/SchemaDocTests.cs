using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class SchemaDocTests
{
    [Fact]
    public void The_first_paragraph_is_the_summary_and_the_rest_are_remarks()
    {
        DocModel doc = TranslatedSchemas.Of("""
            T: { type: object, description: "A user.\nOf yours.\n\nMore about it.", properties: { a: { type: string } } }
            """).Object("T").Doc;

        Assert.Equal("A user.\nOf yours.", doc.Summary);
        Assert.Equal("More about it.\nSchema /components/schemas/T.", doc.Remarks);
    }

    [Theory]
    [InlineData("{ type: string, title: Name }", "Name", null)]
    [InlineData("{ type: string, description: ' ' }", "", null)]
    [InlineData("{ type: string, description: D, default: x, format: email }", "D", "Default: `x`. Format: `email`.")]
    [InlineData("{ type: integer, minimum: 1, maximum: 500, default: 10 }", "Default: `10`. At least: `1`. At most: `500`.", null)]
    [InlineData("{ type: string, minLength: 1, maxLength: 64, pattern: '^a' }", "1 to 64 characters. Pattern: `^a`.", null)]
    [InlineData("{ type: array, maxItems: 3, uniqueItems: true }", "At most 3 items. Items are unique.", null)]
    [InlineData("{ type: string, minLength: 1 }", "At least 1 character.", null)]
    [InlineData("{ type: array, minItems: 1, maxItems: 1, items: { type: string } }", "Exactly 1 item.", null)]
    [InlineData("{ type: string, minLength: 3, maxLength: 3 }", "Exactly 3 characters.", null)]
    [InlineData("{ type: object, minProperties: 1, maxProperties: 2, additionalProperties: { type: string } }", "1 to 2 members.", null)]
    [InlineData("{ type: string, readOnly: true, default: null }", "Read-only: never sent.", null)]
    [InlineData("{ type: boolean, default: false }", "Default: `false`.", null)]
    [InlineData("{ type: integer, format: unix-milliseconds, description: \"D\\n\\nMore.\", minimum: 0 }", "D", "More.\n\nAt least: `0`.")]
    public void A_property_documents_its_constraints(string schema, string summary, string? remarks)
    {
        DocModel doc = TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}").Property("T", "a").Doc;

        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
    }

    [Theory]
    [InlineData("Old. Use b instead. Really.", "Use b instead.")]
    [InlineData("What it was; superseded by b", "What it was; superseded by b.")]
    [InlineData("Was deprecated once.\\n\\nPlease use `b`.", "Please use b.")]
    [InlineData("Something.", null)]
    public void A_deprecated_property_names_the_alternative(string description, string? message)
    {
        DocModel doc = TranslatedSchemas.Of(
            $"T: {{ type: object, properties: {{ a: {{ type: string, deprecated: true, description: \"{description}\" }} }} }}").Property("T", "a").Doc;

        Assert.Equal(message, doc.Deprecation);
    }

    [Fact]
    public void A_member_that_variants_share_says_only_what_holds_for_each()
    {
        UnionModel union = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            A: { type: object, required: [kind], properties: { kind: { type: string, enum: [a], description: Always a. },
                size: { type: integer, description: The size., maximum: 5 }, note: { type: string, description: A note. }, way: { type: string, description: To a. } } }
            B: { type: object, required: [kind], properties: { kind: { type: string, enum: [b], description: Always b. },
                size: { type: integer, description: The size. }, note: { type: string, description: A note. }, way: { type: string, description: To b. } } }
            """).Union("U");

        Assert.Equal(
            [("kind", "One of `a`, `b`.", null), ("size", "The size.", null), ("note", "A note.", null), ("way", "Its values depend on the variant.", null)],
            union.Members.Select(static member => (member.JsonName, member.Doc.Summary, member.Doc.Remarks)));
    }

    [Fact]
    public void A_description_next_to_a_reference_overrides_its_targets()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { own: { $ref: '#/components/schemas/R', description: Own },
                other: { $ref: '#/components/schemas/R' } } }
            R: { type: string, description: Target }
            """);

        Assert.Equal("Own", schemas.Property("T", "own").Doc.Summary);
        Assert.Equal("Target", schemas.Property("T", "other").Doc.Summary);
    }

    [Fact]
    public void A_huge_description_is_cut()
    {
        DocModel doc = TranslatedSchemas.Of(
            $"T: {{ type: object, description: {new string('x', 1_000_000)}, properties: {{ a: {{ type: string }} }} }}").Object("T").Doc;

        Assert.InRange(doc.Summary.Length, 1, 10_000);
    }

    [Fact]
    public void Without_a_description_a_type_has_its_place_and_a_member_has_no_summary()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { a: { enum: [x, y] }, b: { oneOf: [{ type: string }, { type: integer }] } } }
            """);

        Assert.Equal("Schema /components/schemas/T.", schemas.Object("T").Doc.Summary);
        Assert.Null(schemas.Object("T").Doc.Remarks);
        Assert.Equal("`x`", schemas.Enum("TA").Members[0].Doc.Summary);
        Assert.Equal("", schemas.Union("TB").Variants[0].Doc.Summary);
        Assert.Equal("Schema /components/schemas/T/properties/b.", schemas.Union("TB").Doc.Summary);
    }
}
