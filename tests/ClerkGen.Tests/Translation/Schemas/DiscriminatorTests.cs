using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class DiscriminatorTests
{
    private const string Pets = """

        Cat: { type: object, required: [type], properties: { type: { type: string }, meows: { type: boolean } } }
        Dog: { type: object, required: [type], properties: { type: { type: string }, barks: { type: boolean } } }
        """;

    private const string Alternatives = "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";

    [Theory]
    [InlineData("discriminator: { propertyName: type }", "Cat=Cat Dog=Dog")]
    [InlineData("discriminator: { propertyName: type, mapping: { c: '#/components/schemas/Cat', d: Dog } }", "c=Cat d=Dog")]
    [InlineData("discriminator: { propertyName: type, mapping: { c: '#/components/schemas/Cat', kitten: '#/components/schemas/Cat' } }",
        "c=Cat kitten=Cat Dog=Dog")]
    public void A_value_names_its_variant(string discriminator, string expected) =>
        Assert.Equal(expected, Values(TranslatedSchemas.Of($"U: {{ {Alternatives}, {discriminator} }}" + Pets), "U"));

    [Fact]
    public void Constants_of_the_variants_are_the_values_when_nothing_is_mapped()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: object } }
            A: { type: object, properties: { object: { type: string, enum: [alpha] } } }
            B: { type: object, properties: { object: { type: string, enum: [beta, gamma] } } }
            """);

        Assert.Equal("alpha=A beta=B gamma=B", Values(schemas, "U"));
    }

    [Fact]
    public void A_component_may_say_its_value_itself_as_those_of_AutoRest_do()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Fish: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
            Salmon: { allOf: [{ $ref: '#/components/schemas/Fish' }, { type: object, properties: { a: { type: string } } }] }
            Shark: { x-ms-discriminator-value: shark!, allOf: [{ $ref: '#/components/schemas/Fish' }, { type: object, properties: { b: { type: string } } }] }
            """);

        Assert.Equal("Salmon=Salmon shark!=Shark", Values(schemas, "Fish"));
    }

    [Fact]
    public void A_value_that_two_variants_share_is_left_to_their_shapes()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }],
                discriminator: { propertyName: object } }
            A: { type: object, properties: { object: { const: x }, a: { type: string } } }
            B: { type: object, properties: { object: { const: x }, b: { type: string } } }
            C: { type: object, properties: { object: { const: y } } }
            """);

        Assert.Equal("y=C", Values(schemas, "U"));
    }

    [Fact]
    public void Constants_tell_variants_apart_without_a_discriminator()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { type: string }] }
            A: { type: object, required: [type], properties: { type: { const: 1 }, name: { type: string } } }
            B: { type: object, required: [type], properties: { type: { type: integer, enum: [2, 3] }, name: { type: string } } }
            """);

        Assert.Equal("1=A 2=B 3=B", Values(schemas, "U"));
    }

    [Fact]
    public void A_base_with_a_discriminator_is_a_union_of_what_is_derived_from_it()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Owner: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' } } }
            Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string },
                name: { type: string } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meows: { type: boolean } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            Poodle: { allOf: [{ $ref: '#/components/schemas/Dog' }, { type: object, properties: { curls: { type: integer } } }] }
            """);

        Assert.Equal("Pet", schemas.TypeOf("Owner", "pet"));
        Assert.Equal(["Cat", "Dog", "Poodle"], schemas.Variants("Pet"));
        Assert.Equal("Cat=Cat Dog=Dog Poodle=Poodle", Values(schemas, "Pet"));
        Assert.Equal(["kind", "name", "curls"], schemas.Object("Poodle").Properties.Select(property => property.JsonName));
    }

    [Fact]
    public void A_base_that_its_own_mapping_names_is_a_variant_too()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Pet:
              type: object
              discriminator: { propertyName: kind, mapping: { pet: '#/components/schemas/Pet', cat: '#/components/schemas/Cat' } }
              properties: { kind: { type: string } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meows: { type: boolean } } }] }
            """);

        Assert.Equal(["PetBase", "Cat"], schemas.Variants("Pet"));
        Assert.Equal("pet=PetBase cat=Cat", Values(schemas, "Pet"));
        Assert.Equal(["kind"], schemas.Object("PetBase").Properties.Select(property => property.JsonName));
    }

    [Fact]
    public void A_base_that_lists_its_variants_gives_them_its_members()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Pet:
              type: object
              required: [kind]
              properties: { kind: { type: string } }
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meows: { type: boolean } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: boolean } } }] }
            """);

        Assert.Equal(["Cat", "Dog"], schemas.Variants("Pet"));
        Assert.Equal(["kind", "meows"], schemas.Object("Cat").Properties.Select(property => property.JsonName));
    }

    [Fact]
    public void A_discriminator_without_anything_derived_is_an_ordinary_property() =>
        Assert.Equal(
            ["kind"],
            TranslatedSchemas.Of("Pet: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } }")
                .Object("Pet").Properties.Select(property => property.JsonName));

    [Fact]
    public void A_nested_union_that_a_discriminator_names_stays_whole()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/Cat' }],
                discriminator: { propertyName: type, mapping: { i: '#/components/schemas/Inner', c: '#/components/schemas/Cat' } } }
            Inner: { oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }] }
            """ + Pets);

        Assert.Equal(["Inner", "Cat"], schemas.Variants("U"));
        Assert.Equal("i=Inner c=Cat", Values(schemas, "U"));
    }

    [Fact]
    public void A_union_that_leads_back_goes_without_that_variant_and_says_so()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Animal:
              oneOf: [{ $ref: '#/components/schemas/Alias' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: type }
            Alias: { $ref: '#/components/schemas/Pet' }
            Pet:
              oneOf: [{ $ref: '#/components/schemas/Animal' }, { $ref: '#/components/schemas/Cat' }, { type: string }]
              discriminator: { propertyName: type }
            """ + Pets);

        Assert.Equal(["Pet", "Dog"], schemas.Variants("Animal"));
        Assert.Equal(["Cat", "string"], schemas.Variants("Pet"));
        TranslationDiagnostic diagnostic = Assert.Single(schemas.Diagnostics, static diagnostic => diagnostic.Descriptor.Id == "CLERKGEN028");
        Assert.Equal("/components/schemas/Pet/oneOf/0", diagnostic.Pointer);
        Assert.Equal(["Pet", "Animal"], diagnostic.Arguments);
    }

    private static string Values(TranslatedSchemas schemas, string union)
    {
        UnionModel model = schemas.Union(union);
        Assert.NotNull(model.Discriminator);
        return string.Join(" ", model.Discriminator.Values.Select(value => $"{value.Value}={model.Variants[value.Variant].Name}"));
    }
}
