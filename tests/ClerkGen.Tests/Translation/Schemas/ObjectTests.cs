using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class ObjectTests
{
    [Fact]
    public void Inline_types_are_named_after_their_place()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            User:
              type: object
              properties:
                verification: { type: object, properties: { state: { type: string, enum: [a, b] } } }
                email_addresses: { type: array, items: { type: object, properties: { email: { type: string } } } }
                staff: { type: array, items: { type: object, properties: { name: { type: string } } } }
                labels: { type: object, additionalProperties: { type: object, properties: { text: { type: string } } } }
            """);

        Assert.Equal(
            ["User", "UserEmailAddress", "UserLabel", "UserStaffItem", "UserVerification", "UserVerificationState"],
            schemas.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_item_makes_way_for_a_component_with_its_name()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Users: { type: array, items: { type: object, properties: { a: { type: string } } } }
            User: { type: object, properties: { b: { type: string } } }
            """);

        Assert.Equal(["User", "UsersItem"], schemas.Names.Order(StringComparer.Ordinal));
        Assert.Empty(schemas.Ids);
    }

    [Theory]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "IReadOnlyDictionary<string, long>")]
    [InlineData("{ type: object, additionalProperties: true }", "IReadOnlyDictionary<string, JsonElement>")]
    [InlineData("{ type: object, additionalProperties: {} }", "IReadOnlyDictionary<string, JsonElement>")]
    [InlineData("{ type: object, unevaluatedProperties: { type: integer } }", "IReadOnlyDictionary<string, long>")]
    [InlineData("{ additionalProperties: true }", "JsonElement")]
    [InlineData("{ type: [string, number, boolean, object, array] }", "JsonElement")]
    [InlineData("{ type: object, additionalProperties: false }", "JsonElement")]
    [InlineData("{ type: object, properties: {} }", "JsonElement")]
    [InlineData("{ type: object, patternProperties: { '^x': { type: string } } }", "IReadOnlyDictionary<string, string>")]
    [InlineData("{ type: object, patternProperties: { '^x': { type: string }, '^y': { type: integer } } }",
        "IReadOnlyDictionary<string, TAItem>")]
    [InlineData("{ type: object, additionalProperties: { type: array, items: { type: array, items: { type: string } } } }",
        "IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>>")]
    public void An_object_without_properties_is_a_dictionary_or_free_form(string schema, string expected) =>
        Assert.Equal(expected,
            TranslatedSchemas.Of($"T: {{ type: object, required: [a], properties: {{ a: {schema} }} }}").TypeOf("T", "a"));

    [Theory]
    [InlineData("additionalProperties: { type: integer }", "long")]
    [InlineData("additionalProperties: true", "JsonElement")]
    [InlineData("additionalProperties: { type: [string, 'null'] }", "string?")]
    [InlineData("patternProperties: { '^x': { type: boolean } }", "bool")]
    [InlineData("additionalProperties: false", null)]
    [InlineData("maxProperties: 3", null)]
    public void Additional_members_have_a_dictionary_only_if_the_document_declares_them(string keyword, string? expected)
    {
        ObjectModel model = TranslatedSchemas.Of($"T: {{ type: object, properties: {{ a: {{ type: string }} }}, {keyword} }}").Object("T");

        Assert.Equal(expected, model.AdditionalProperties?.ToString());
        Assert.Equal("AdditionalProperties", model.AdditionalPropertiesName);
    }

    [Fact]
    public void The_extension_makes_way_for_a_property_with_its_name() =>
        Assert.Equal(
            "OtherProperties",
            TranslatedSchemas.Of("T: { type: object, properties: { additional_properties: { type: string } }, additionalProperties: true }")
                .Object("T").AdditionalPropertiesName);

    [Fact]
    public void A_class_may_have_hundreds_of_properties()
    {
        string properties = string.Join(", ", Enumerable.Range(0, 300).Select(number => $"p{number}: {{ type: string }}"));
        ObjectModel model = TranslatedSchemas.Of($"T: {{ type: object, properties: {{ {properties} }} }}").Object("T");

        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"p{number}"), model.Properties.Select(property => property.JsonName));
    }

    [Fact]
    public void A_property_whose_name_cannot_be_matched_is_reported_and_left_out()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { "a\nb": { type: string }, c: { type: string } } }
            """);

        Assert.Equal("c", Assert.Single(schemas.Object("T").Properties).JsonName);
        Assert.Equal(["CLERKGEN025"], schemas.Ids);
    }

    [Fact]
    public void Recursion_terminates()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' }, children: { type: array,
                items: { $ref: '#/components/schemas/Node' } } } }
            Left: { type: object, properties: { right: { $ref: '#/components/schemas/Right' } } }
            Right: { type: object, properties: { left: { type: object, additionalProperties: { $ref: '#/components/schemas/Left' } } } }
            """);

        Assert.Equal("Node", schemas.TypeOf("Node", "next"));
        Assert.Equal("IReadOnlyList<Node>", schemas.TypeOf("Node", "children"));
        Assert.Equal("IReadOnlyDictionary<string, Left>", schemas.TypeOf("Right", "left"));
        Assert.Empty(schemas.Ids);
    }

    [Fact]
    public void A_component_that_is_not_a_class_is_an_alias()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              type: object
              properties:
                id: { $ref: '#/components/schemas/Id' }
                ids: { $ref: '#/components/schemas/Ids' }
                same: { $ref: '#/components/schemas/Same' }
                tags: { $ref: '#/components/schemas/Tags' }
            Id: { type: string, format: uuid }
            Ids: { type: array, items: { $ref: '#/components/schemas/Id' } }
            Same: { $ref: '#/components/schemas/Ids' }
            Tags: { type: object, additionalProperties: { $ref: '#/components/schemas/Ids' } }
            """);

        Assert.Equal(["T"], schemas.Names);
        Assert.Equal("Guid", schemas.TypeOf("T", "id"));
        Assert.Equal("IReadOnlyList<Guid>", schemas.TypeOf("T", "same"));
        Assert.Equal("IReadOnlyDictionary<string, IReadOnlyList<Guid>>", schemas.TypeOf("T", "tags"));
    }

    [Fact]
    public void A_component_that_refers_only_to_itself_is_reported_and_accepts_any_value()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T: { type: object, properties: { list: { $ref: '#/components/schemas/List' }, a: { $ref: '#/components/schemas/A' } } }
            List: { type: array, items: { $ref: '#/components/schemas/List' } }
            A: { type: array, items: { $ref: '#/components/schemas/B' } }
            B: { type: object, additionalProperties: { $ref: '#/components/schemas/A' } }
            """);

        Assert.Equal("IReadOnlyList<JsonElement>", schemas.TypeOf("T", "list"));
        Assert.Equal("IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>", schemas.TypeOf("T", "a"));
        Assert.Equal(["CLERKGEN020", "CLERKGEN020"], schemas.Ids);
    }

    [Fact]
    public void Tuples_are_lists_of_their_item_types()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              type: object
              properties:
                point: { type: array, prefixItems: [{ type: number }, { type: number }], items: false }
                mixed: { type: array, prefixItems: [{ type: string }, { type: integer }] }
            """);

        Assert.Equal("IReadOnlyList<double>", schemas.TypeOf("T", "point"));
        Assert.Equal("IReadOnlyList<TMixedItem>", schemas.TypeOf("T", "mixed"));
        Assert.Equal(["string", "long"], schemas.Variants("TMixedItem"));
    }

    [Fact]
    public void Equal_inline_types_are_emitted_once_under_the_shortest_name()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Invitation: { type: object, properties: { status: { type: string, enum: [a, b], description: One }, owner: { type: object,
                properties: { id: { type: string } } } } }
            Org: { type: object, properties: { status: { type: string, enum: [a, b], description: Two }, owner: { type: object,
                properties: { id: { type: string } } } } }
            Third: { type: object, properties: { status: { type: string, enum: [b, a] }, owner: { type: object,
                properties: { id: { type: integer } } } } }
            """);

        Assert.Equal("OrgStatus", schemas.TypeOf("Invitation", "status"));
        Assert.Equal("OrgOwner", schemas.TypeOf("Invitation", "owner"));
        Assert.Equal("ThirdStatus", schemas.TypeOf("Third", "status"));
        Assert.Equal("ThirdOwner", schemas.TypeOf("Third", "owner"));
        Assert.Equal(7, schemas.Names.Count);
    }

    [Fact]
    public void A_filter_excludes_unused_types_and_renames_none()
    {
        const string Schemas = """
            foo_bar: { type: object, properties: { a: { type: string } } }
            FooBar: { type: object, properties: { b: { $ref: '#/components/schemas/Inner' } } }
            Inner: { type: object, properties: { c: { type: string } } }
            """;
        DocumentOptions filtered = TranslatedSchemas.Options with { IncludeTags = new(["x"]) };
        TranslatedSchemas one = TranslatedSchemas.OfDocument(TranslatedSchemas.Document(Schemas), filtered, ConsumerFacts.None, "foo_bar");
        TranslatedSchemas two = TranslatedSchemas.OfDocument(TranslatedSchemas.Document(Schemas), filtered, ConsumerFacts.None, "FooBar");

        Assert.Equal(["FooBar2"], one.Names);
        Assert.Equal(["FooBar", "Inner"], two.Names.Order(StringComparer.Ordinal));
    }
}
