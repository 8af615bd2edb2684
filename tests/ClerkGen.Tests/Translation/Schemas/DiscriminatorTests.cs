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
    public void Constants_of_the_variants_are_the_values_without_a_mapping()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: object } }
            A: { type: object, properties: { object: { type: string, enum: [alpha] } } }
            B: { type: object, properties: { object: { type: string, enum: [beta, gamma] } } }
            """);

        Assert.Equal("alpha=A beta=B gamma=B", Values(schemas, "U"));
    }

    [Theory]
    [InlineData("oneOf: [CIRCLE, SQUARE]", "Shape")]
    [InlineData("oneOf: [SQUARE, CIRCLE, { type: 'null' }]", "Shape?")]
    [InlineData("anyOf: [SHAPE, CIRCLE, SQUARE]", "Shape")]
    [InlineData("oneOf: [CIRCLE, SQUARE], discriminator: { propertyName: kind }", "Shape")]
    [InlineData("type: array, items: { oneOf: [CIRCLE, SQUARE] }", "IReadOnlyList<Shape>")]
    [InlineData("oneOf: [CIRCLE, SQUARE], discriminator: { propertyName: color }", "TA")]
    [InlineData("oneOf: [CIRCLE, SQUARE], discriminator: { propertyName: kind, mapping: { round: '#/components/schemas/Circle' } }", "TA")]
    [InlineData("oneOf: [CIRCLE, SQUARE, { type: string }]", "TA")]
    [InlineData("oneOf: [CIRCLE, { $ref: '#/components/schemas/Line' }]", "TA")]
    public void All_variants_of_a_base_are_the_base(string schema, string expected)
    {
        foreach (string name in (string[])["Shape", "Circle", "Square"])
        {
            schema = schema.Replace(name.ToUpperInvariant(), $"{{ $ref: '#/components/schemas/{name}' }}", StringComparison.Ordinal);
        }

        Assert.Equal(expected, TranslatedSchemas.Of($$"""
            T: { type: object, properties: { a: { {{schema}} } } }
            Shape: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string }, color: { type: string } } }
            Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { radius: { type: number } } }] }
            Square: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { side: { type: number } } }] }
            Line: { type: object, properties: { length: { type: number } } }
            """).TypeOf("T", "a"));
    }

    [Fact]
    public void A_component_may_declare_its_value_like_those_of_AutoRest()
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

        Assert.Equal("x= y=C", Values(schemas, "U"));
    }

    [Fact]
    public void Constants_distinguish_variants_without_a_discriminator()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { type: string }] }
            A: { type: object, required: [type], properties: { type: { const: 1 }, name: { type: string } } }
            B: { type: object, required: [type], properties: { type: { type: integer, enum: [2, 3] }, name: { type: string } } }
            """);

        Assert.Equal("1=A 2=B 3=B", Values(schemas, "U"));
    }

    [Fact]
    public void A_base_with_a_discriminator_is_a_union_of_its_derived_components()
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
    public void A_discriminator_without_derived_components_is_an_ordinary_property() =>
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
    public void A_base_with_another_discriminator_inside_a_base_is_one_variant()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Animal: { type: object, required: [kind], discriminator: { propertyName: kind, mapping: { pet: Pet } }, properties: { kind: { type: string } } }
            Pet: { allOf: [{ $ref: '#/components/schemas/Animal' }], type: object, discriminator: { propertyName: species }, properties: { species: { type: string } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { meows: { type: boolean } } }] }
            Bird: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { wings: { type: integer } } }] }
            """);

        Assert.Equal(["Bird", "Pet"], schemas.Variants("Animal"));
        Assert.Equal("Bird=Bird pet=Pet", Values(schemas, "Animal"));
        Assert.Equal("Cat=Cat", Values(schemas, "Pet"));
        Assert.Equal(["pet"], schemas.Property("Cat", "kind").Discriminator?.Values);
    }

    [Fact]
    public void Unions_inside_that_look_at_different_properties_stay_whole()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { anyOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/Q' }] }
            P: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: type } }
            Q: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind } }
            A: { type: object, properties: { kind: { type: string } } }
            B: { type: object, properties: { kind: { type: string } } }
            """ + Pets);

        Assert.Equal(["P", "Q"], schemas.Variants("U"));
    }

    [Fact]
    public void A_variant_next_to_a_union_with_a_discriminator_has_no_value()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { anyOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/Rock' }] }
            P: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: type } }
            Rock: { type: object, properties: { weight: { type: number } } }
            """ + Pets);

        Assert.Equal("Cat=Cat Dog=Dog", Values(schemas, "U"));
        Assert.Equal([true, true, false], schemas.Union("U").Variants.Select(static variant => variant.IsNamed));
    }

    [Fact]
    public void Mapped_variants_of_equal_shape_stay_apart()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { type: object, properties: { id: { type: string } }, oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }],
                discriminator: { propertyName: kind } }
            A: { type: object, properties: { x: { type: string } } }
            B: { type: object, properties: { x: { type: string } } }
            V: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }], discriminator: { propertyName: kind } }
            C: { allOf: [{ $ref: '#/components/schemas/A' }] }
            """);

        Assert.Equal(["UA", "UB"], schemas.Variants("U"));
        Assert.Equal(["A", "C"], schemas.Variants("V"));
        Assert.Equal(["x"], schemas.Object("C").Properties.Select(static property => property.JsonName));
    }

    [Fact]
    public void Variants_without_members_are_classes_that_keep_received_members()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }], discriminator: { propertyName: kind } }
            A: { type: object }
            B: { description: nothing more }
            C: { type: object, additionalProperties: { type: integer } }
            """);

        Assert.Equal(["A", "B", "C"], schemas.Variants("U"));
        Assert.Equal("JsonElement", schemas.Object("A").AdditionalProperties!.ToString());
        Assert.Equal("long", schemas.Object("C").AdditionalProperties!.ToString());
        Assert.Equal(["kind"], schemas.Object("C").UndeclaredNames);
    }

    [Theory]
    [InlineData("required: [type], properties: { type: { type: string } }", false, "A")]
    [InlineData("required: [type], properties: { type: { type: [string, 'null'] } }", true, "")]
    [InlineData("properties: { type: { type: string } }", true, "")]
    [InlineData("properties: { x: { type: string } }", true, "")]
    public void A_class_that_requires_the_member_writes_it_and_else_the_union_does(string members, bool isNamedByUnion, string values)
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of($$"""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: type } }
            A: { type: object, {{members}} }
            B: { type: object, properties: { y: { type: string } } }
            """);

        Assert.Equal(isNamedByUnion, schemas.Union("U").Variants[0].IsNamedByUnion);
        Assert.Equal(values, string.Join(" ", schemas.Object("A").Properties[0].Discriminator?.Values ?? []));
        Assert.Equal(members.Contains("x:", StringComparison.Ordinal) ? ["type"] : [], schemas.Object("A").UndeclaredNames);
    }

    [Fact]
    public void A_class_that_two_unions_name_differently_leaves_it_to_them()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: type } }
            V: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: type, mapping: { c: Cat } } }
            """ + Pets);

        Assert.Null(schemas.Property("Cat", "type").Discriminator);
        Assert.NotNull(schemas.Property("Dog", "type").Discriminator);
        Assert.Equal([true, false], schemas.Union("V").Variants.Select(static variant => variant.IsNamedByUnion));
    }

    [Fact]
    public void Members_that_all_variants_share_are_those_of_the_union()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            A: { type: object, properties: { id: { type: string }, value: { type: integer }, size: { type: integer }, old: { type: string, deprecated: true }, a: { type: string } } }
            B: { type: object, properties: { value: { type: integer }, id: { type: string }, size: { type: string }, old: { type: string }, b: { type: string } } }
            """);

        Assert.Equal(["Id", "ValueValue"], schemas.Union("U").Members.Select(static member => member.Name));
    }

    [Fact]
    public void A_union_that_refers_back_omits_that_variant_and_reports_it()
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
        return string.Join(" ", model.Discriminator.Values.Select(value => $"{value.Value}={(value.Variant < 0 ? "" : model.Variants[value.Variant].Name)}"));
    }
}
