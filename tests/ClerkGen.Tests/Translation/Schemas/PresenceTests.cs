using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation.Schemas;

public sealed class PresenceTests
{
    private const string Update = """
        Update:
          type: object
          required: [name, note]
          properties:
            name: { type: string }
            note: { type: [string, 'null'] }
            nick: { type: string }
            external_id: { type: [string, 'null'] }
            inner: { $ref: '#/components/schemas/Inner' }
            created: { type: [string, 'null'], readOnly: true }
        Inner: { type: object, properties: { a: { type: [string, 'null'] } } }
        """;

    [Fact]
    public void An_optional_nullable_member_is_tracked_in_types_that_are_sent()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of(Update, "3.1.0", "Update");

        Assert.Equal(PropertyPresence.Required, schemas.Property("Update", "name").Presence);
        Assert.Equal(PropertyPresence.Required, schemas.Property("Update", "note").Presence);
        Assert.Equal(PropertyPresence.Optional, schemas.Property("Update", "nick").Presence);
        Assert.Equal(PropertyPresence.Tracked, schemas.Property("Update", "external_id").Presence);
        Assert.Equal(PropertyPresence.Tracked, schemas.Property("Inner", "a").Presence);
        Assert.Equal(PropertyPresence.Optional, schemas.Property("Update", "created").Presence);
    }

    [Fact]
    public void An_optional_nullable_member_is_optional_in_types_that_are_only_received()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of(Update);

        Assert.Equal(PropertyPresence.Optional, schemas.Property("Update", "external_id").Presence);
        Assert.Equal(PropertyPresence.Optional, schemas.Property("Inner", "a").Presence);
    }

    [Fact]
    public void The_required_keyword_is_emitted_where_a_caller_can_set_the_value()
    {
        TranslatedSchemas schemas = TranslatedSchemas.Of("""
            T:
              type: object
              required: [plain, constant, old, server, client, missing]
              properties:
                plain: { type: string }
                constant: { const: fixed }
                old: { type: string, deprecated: true }
                server: { type: string, readOnly: true }
                client: { type: string, writeOnly: true }
            """, "3.1.0", "T");

        Assert.Equal(["plain", "client"],
            schemas.Object("T").Properties.Where(property => property.HasRequiredKeyword).Select(property => property.JsonName));
        Assert.Equal(
            ["plain", "constant", "old", "server"],
                schemas.Object("T").Properties.Where(property => property.IsRequired).Select(property => property.JsonName));
        Assert.True(schemas.Property("T", "server").IsReadOnly);
        Assert.True(schemas.Property("T", "old").IsDeprecated);
    }

    [Fact]
    public void A_read_only_member_is_held_back_only_where_the_type_is_sent()
    {
        const string Schema = "T: { type: object, required: [id], properties: { id: { type: string, readOnly: true } } }";

        Assert.True(TranslatedSchemas.Of(Schema, "3.1.0", "T").Property("T", "id").IsReadOnly);
        Assert.False(TranslatedSchemas.Of(Schema).Property("T", "id").IsReadOnly);
    }

    [Theory]
    [InlineData("T: { type: object, required: [a, zz, b], properties: { a: { type: string } } }", "b zz")]
    [InlineData("T: { allOf: [{ $ref: '#/components/schemas/Base' }], required: [a, b] }\nBase: { type: object, properties: { a: { type: string } } }", "b")]
    [InlineData("T: { type: object, required: [b], properties: { a: { type: string } }, additionalProperties: true }", "")]
    [InlineData("T: { type: object, properties: { a: { type: string }, b: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }", "")]
    public void A_required_member_without_a_schema_is_reported_where_it_would_be_sent(string schemas, string missing)
    {
        TranslatedSchemas sent = TranslatedSchemas.Of(schemas, "3.1.0", "T");

        Assert.Equal(
            missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => ("CLERKGEN031", "/components/schemas/T", name)),
            sent.Diagnostics.Select(static diagnostic => (diagnostic.Descriptor.Id, diagnostic.Pointer, diagnostic.Arguments[0])));
        Assert.Empty(TranslatedSchemas.Of(schemas).Ids);
    }
}
