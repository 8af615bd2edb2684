using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Tests.Translation.Names;

public sealed class TypeNameTests
{
    [Fact]
    public void The_first_by_rank_and_pointer_gets_the_name()
    {
        TypeNames names = new(new WorkBudget(CancellationToken.None));
        names.Claim("/z", "Same", NameRank.Component);
        names.Claim("/b", "Same", NameRank.Inline, "SameItem");
        names.Claim("/a", "same", NameRank.Component);
        names.Claim("/c", "Same", NameRank.Inline, "SameItem");
        names.Decide();

        Assert.Equal("same", names.Get("/a", ""));
        Assert.Equal("Same2", names.Get("/z", ""));
        Assert.Equal("SameItem", names.Get("/b", ""));
        Assert.Equal("Same3", names.Get("/c", ""));
    }

    [Fact]
    public void Keys_that_differ_only_in_case_or_symbols_all_become_types()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            foo-bar: { type: object, properties: { a: { type: string } } }
            FooBar: { type: object, properties: { b: { type: string } } }
            foo_bar: { type: object, properties: { c: { type: string } } }
            foobar: { type: object, properties: { d: { type: string } } }
            """);

        Assert.Equal("b", Assert.Single(schemas.Object("FooBar").Properties).JsonName);
        Assert.Equal(["FooBar", "FooBar2", "FooBar3", "Foobar4"], schemas.Names.Order(StringComparer.Ordinal));
        Assert.Equal(3, schemas.Ids.Count(id => id == "CLERKGEN023"));
    }

    [Fact]
    public void Variants_that_are_tagged_from_outside_need_no_number()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Shape:
              oneOf:
                - { type: object, required: [Circle], properties: { Circle: { type: object, required: [radius], properties: { radius: { type: number } } } } }
                - { type: object, required: [Square], properties: { Square: { type: object, required: [side], properties: { side: { type: number } } } } }
                - { type: object, title: Line, required: [line], properties: { line: { type: object, properties: { length: { type: number } } } } }
                - { type: object, required: [Group], properties: { Group: { type: array, items: { $ref: '#/components/schemas/Shape' } } } }
                - { type: string, enum: [Point] }
            """);

        Assert.Equal(
            ["Shape", "ShapeCircle", "ShapeCircleValue", "ShapeGroup", "ShapeLine", "ShapeLineValue", "ShapeSquare", "ShapeSquareValue"],
            schemas.Names.Order(StringComparer.Ordinal));
        Assert.Empty(schemas.Ids);
    }

    [Fact]
    public void The_client_keeps_its_name() =>
        Assert.Equal(["AcmeClient2", "AcmeClientOptions2"], TranslatedSchemas.Of("""
            AcmeClient: { type: object, properties: { a: { type: string } } }
            AcmeClientOptions: { type: object, properties: { a: { type: integer } } }
            """).Names.Order(StringComparer.Ordinal));

    [Fact]
    public void A_type_is_not_called_like_one_that_every_project_imports()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            Task: { type: object, properties: { action: { type: string, enum: [a, b] }, tasks: { type: array, items: { $ref: '#/components/schemas/Task' } } } }
            Action: { type: string, enum: [a, b, c] }
            Version: { oneOf: [{ type: string }, { type: array, items: { type: string } }] }
            file: { x-clerkgen-name: File, type: object, properties: { name: { type: string } } }
            """);

        Assert.Equal(["ActionEnum", "File", "TaskAction", "TaskObject", "VersionUnion"], schemas.Names.Order(StringComparer.Ordinal));
        Assert.Equal(["CLERKGEN023", "CLERKGEN023", "CLERKGEN023"], schemas.Ids);
    }

    [Fact]
    public void A_words_spelling_does_not_depend_on_where_it_stands()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            JWTTemplate: { type: object, properties: { JWTKey: { type: string }, oauth_jwt: { type: object, properties: { m2m: { type: string } } } } }
            OAUTHToken: { type: object, properties: { a: { type: string } } }
            """);

        Assert.Equal(["JwtTemplate", "JwtTemplateOAuthJwt", "OAuthToken"], schemas.Names.Order(StringComparer.Ordinal));
        Assert.Equal(["JwtKey", "OAuthJwt"], schemas.Object("JwtTemplate").Properties.Select(static property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal("M2M", Assert.Single(schemas.Object("JwtTemplateOAuthJwt").Properties).Name);
    }

    [Fact]
    public void An_author_chooses_names_of_types_properties_and_values()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            thing:
              x-clerkgen-name: Gadget
              type: object
              properties:
                kind: { type: string, enum: [a, b], x-enum-varnames: [Alpha, BETA], x-clerkgen-name: Sort }
            other: { x-speakeasy-name-override: Widget, type: object, properties: { a: { type: string } } }
            """);

        Assert.Equal("Sort", schemas.Property("Gadget", "kind").Name);
        Assert.Equal(["Alpha", "Beta"], schemas.Enum("GadgetSort").Members.Select(member => member.Name));
        Assert.Contains("Widget", schemas.Names);
    }

    [Fact]
    public void A_requested_name_yields_to_the_component_that_has_it()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            verification_passkey: { x-speakeasy-name-override: Passkey, type: object, properties: { a: { type: string } } }
            Passkey: { type: object, properties: { b: { type: string } } }
            """);

        Assert.Equal("b", Assert.Single(schemas.Object("Passkey").Properties).JsonName);
        Assert.Equal("a", Assert.Single(schemas.Object("VerificationPasskey").Properties).JsonName);
    }

    [Fact]
    public void The_consumer_has_the_last_word()
    {
        string text = TranslatedSchemas.Document("""
            thing: { type: object, properties: { a: { type: string } } }
            Gadget: { type: object, properties: { b: { type: string } } }
            """);
        ConsumerFacts facts = new(false, new([new UserTypeNames("Gadget", "thing", new([new UserNameModel("a", "Alpha")]))]));
        TranslatedSchemas schemas = TranslatedSchemas.OfDocument(text, TranslatedSchemas.Options, facts);

        PropertyModel property = Assert.Single(schemas.Object("Gadget").Properties);
        Assert.Equal(("a", "Alpha"), (property.JsonName, property.Name));
        Assert.Equal("b", Assert.Single(schemas.Object("Gadget2").Properties).JsonName);
    }

    [Theory]
    [InlineData("Acme", "User", "Acme.User.g.cs")]
    public void Files_are_named_after_their_types(string space, string type, string expected) =>
        Assert.Equal(expected, HintNames.Of(TranslatedSchemas.Options with { Namespace = space }, type));

    [Fact]
    public void A_file_name_is_short_ASCII_and_still_one_of_a_kind()
    {
        string left = HintNames.Of(TranslatedSchemas.Options, "Größe");
        string right = HintNames.Of(TranslatedSchemas.Options, "Grüße");
        string longest = HintNames.Of(TranslatedSchemas.Options, new string('A', 200));

        Assert.Matches("^[A-Za-z0-9._]+$", left);
        Assert.NotEqual(left, right);
        Assert.True(longest.Length < 140);
    }
}
