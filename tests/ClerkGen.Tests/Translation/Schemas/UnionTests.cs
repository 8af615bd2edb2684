using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class UnionTests
{
    private const string Pets = """

        Cat: { type: object, required: [meows], properties: { meows: { type: boolean }, kind: { const: cat } } }
        Dog: { type: object, required: [barks], properties: { barks: { type: boolean }, kind: { const: dog } } }
        Name: { type: string }
        Level: { type: string, enum: [low, high] }
        Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
        """;

    [Theory]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }", "Cat Dog")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }, { type: integer }, { type: boolean }] }",
        "Cat string long bool")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", "Cat Dog string")]
    [InlineData("{ oneOf: [{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }, { type: integer }] }", "Cat string long")]
    [InlineData(
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Cat' }, { type: string }, "
        + "{ type: 'null' }] }", "Cat string")]
    [InlineData("{ type: [string, integer] }", "string long")]
    [InlineData("{ type: [string, array], items: { type: integer } }", "string IReadOnlyList<long>")]
    [InlineData("{ type: [object, string], properties: { a: { type: string } } }", "string UObject")]
    [InlineData("{ oneOf: [{ type: integer }, { type: number }, { type: string }] }", "double string")]
    [InlineData("{ oneOf: [{ type: string, format: uuid }, { type: string, format: date }, { type: boolean }] }", "string bool")]
    [InlineData("{ oneOf: [{ type: string, format: uuid }, { type: boolean }] }", "Guid bool")]
    [InlineData("{ oneOf: [{ type: string }, { type: array, items: { type: string } }, { type: array, items: { type: integer } }] }",
        "string IReadOnlyList<UItem>")]
    [InlineData("{ oneOf: [{ type: string, enum: [a, b] }, { type: integer }] }", "UString long")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Level' }, { type: integer }] }", "Level long")]
    [InlineData("{ oneOf: [{ type: object }, { type: string }] }", "JsonElement string")]
    [InlineData("{ oneOf: [{ type: object, additionalProperties: { type: string } }, { type: string }] }",
        "IReadOnlyDictionary<string, string> string")]
    [InlineData("{ oneOf: [{ title: Big One, type: object, properties: { a: { type: string } } }, { type: object, required: [b], "
        + "properties: { b: { type: string } } }] }",
        "UBigOne UB")]
    [InlineData("{ oneOf: [{ type: object, properties: { k: { const: x }, a: { type: string } } }, { type: object, "
        + "properties: { k: { const: y } } }] }", "UX UY")]
    public void Alternatives_become_variants(string schema, string variants) =>
        Assert.Equal(variants, string.Join(" ", TranslatedSchemas.Of($"U: {schema}" + Pets).Variants("U")));

    [Theory]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'null' }] }", "Cat?")]
    [InlineData("{ anyOf: [{ type: string }, { type: string, maxLength: 3 }] }", "string")]
    [InlineData("{ anyOf: [{ type: string, format: uuid }, { type: string, format: uuid }] }", "Guid")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Level' }, { type: string }] }", "Level")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Name' }, { type: string }] }", "string")]
    [InlineData("{ anyOf: [{ type: array, items: { type: string } }, { type: array, items: { type: string } }] }", "IReadOnlyList<string>")]
    [InlineData("{ oneOf: [{}] }", "JsonElement?")]
    [InlineData("{ type: string, oneOf: [{ format: date }, { format: date-time }] }", "string")]
    [InlineData("{ type: string, anyOf: [{ maxLength: 1 }, { minLength: 4 }] }", "string")]
    public void Alternatives_that_are_one_type_are_that_type(string schema, string expected) =>
        Assert.Equal(expected, TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {schema} }} }}" + Pets).TypeOf("T", "a"));

    [Theory]
    [InlineData("oneOf: [{ required: [a] }, { required: [b] }]")]
    [InlineData("anyOf: [{ required: [a] }, { required: [b] }, { required: [a, b] }]")]
    [InlineData("anyOf: [{ type: object, required: [a] }, { type: object, required: [b] }]")]
    [InlineData("anyOf: [{ properties: { a: {} }, required: [a] }, { not: { required: [b] } }]")]
    public void Alternatives_that_only_require_properties_are_not_a_union(string keyword)
    {
        TranslatedSchemas schemas =
            TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {{ type: string }}, b: {{ type: string }} }}, {keyword} }}");

        Assert.Equal(["a", "b"], schemas.Object("T").Properties.Select(property => property.JsonName));
        Assert.Equal(["T"], schemas.Names);
    }

    [Fact]
    public void Properties_next_to_alternatives_belong_to_each()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U:
              type: object
              properties: { id: { type: string } }
              required: [id]
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { properties: { fins: { type: integer } }, required: [fins] }]
            """ + Pets);

        Assert.Equal(["UCat", "UFins"], schemas.Variants("U"));
        Assert.Equal(["id", "meows", "kind"], schemas.Object("UCat").Properties.Select(property => property.JsonName));
        Assert.Equal(["id", "fins"], schemas.Object("UFins").Properties.Select(property => property.JsonName));
    }

    [Fact]
    public void A_variant_that_already_has_the_common_properties_is_unchanged()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { type: object, properties: { kind: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Cat' },
                { $ref: '#/components/schemas/Dog' }] }
            """ + Pets);

        Assert.Equal(["Cat", "Dog"], schemas.Variants("U"));
    }

    [Fact]
    public void Two_sets_of_alternatives_at_once_become_a_class_with_the_members_of_all()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { allOf: [{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
                { oneOf: [{ properties: { x: { type: string } } }, { properties: { y: { type: string } } }] }] }
            """ + Pets);

        Assert.Equal(["meows", "kind", "barks", "x", "y"], schemas.Object("U").Properties.Select(property => property.JsonName));
        Assert.DoesNotContain(schemas.Object("U").Properties, property => property.IsRequired);
    }

    [Fact]
    public void Shapes_use_constants_required_and_other_members()
    {
        UnionModel union = TranslatedSchemas.Of(Pets).Union("Pet");

        Assert.Equal([new ShapeMemberModel("meows", true, null), new ShapeMemberModel("kind", false, "cat")], union.Variants[0].Shape);
        Assert.All(union.Variants, variant => Assert.Equal(VariantKinds.Object, variant.Kinds));
    }

    [Fact]
    public void A_union_may_contain_itself()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Json: { oneOf: [{ type: string }, { type: number }, { type: array, items: { $ref: '#/components/schemas/Json' } },
                { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }, { $ref: '#/components/schemas/Json' }] }
            A: { oneOf: [{ $ref: '#/components/schemas/B' }, { type: string }] }
            B: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: integer }] }
            """);

        Assert.Equal(["string", "double", "IReadOnlyList<Json>", "IReadOnlyDictionary<string, Json>"], schemas.Variants("Json"));
        Assert.Equal(["long", "string"], schemas.Variants("A").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("additionalProperties: { type: string }")]
    [InlineData("patternProperties: { '^x': { type: string } }")]
    public void Additional_members_next_to_the_alternatives_belong_to_each(string keyword)
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of(
            $"U: {{ type: object, {keyword}, anyOf: [{{ $ref: '#/components/schemas/Cat' }}, {{ $ref: '#/components/schemas/Dog' }}] }}" + Pets);

        Assert.Equal(["UCat", "UDog"], schemas.Variants("U"));
        Assert.All(schemas.Variants("U"), variant => Assert.Equal("string", schemas.Object(variant).AdditionalProperties?.ToString()));
        Assert.Null(schemas.Object("Cat").AdditionalProperties);
    }

    [Fact]
    public void Interfaces_have_no_implicit_conversion()
    {
        UnionModel union = TranslatedSchemas.Of(
            "U: { oneOf: [{ type: string }, { type: array, items: { type: string } }, { type: object, "
                + "additionalProperties: { type: string } }] }").Union("U");

        Assert.Equal([true, false, false], union.Variants.Select(variant => variant.IsImplicit));
        Assert.Equal(["String", "List", "Map"], union.Variants.Select(variant => variant.Name));
    }

    [Fact]
    public void A_union_of_values_with_one_text_has_one_text_too()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { scalar: { type: [string, integer] }, mixed: { type: [string, array] } } }
            """);

        Assert.True(schemas.Property("T", "scalar").Type.IsScalar);
        Assert.False(schemas.Property("T", "mixed").Type.IsScalar);
    }
}
