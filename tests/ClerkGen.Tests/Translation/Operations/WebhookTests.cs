using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class WebhookTests
{
    private const string Body = "requestBody: {content: {application/json: {schema: {type: object, properties: {data: {type: string}}}}}}, responses: {}";

    [Theory]
    [InlineData("webhooks")]
    [InlineData("x-webhooks")]
    public void Bodies_of_webhooks_become_types(string field)
    {
        TranslatedClient client = TranslatedClient.Of("{}", $"{field}: {{email.created: {{post: {{{Body}}}}}}}");
        Assert.Equal("EmailCreatedEvent", Assert.Single(client.Files.OfType<ObjectModel>()).Name);
    }

    [Fact]
    public void A_document_of_webhooks_has_no_client() =>
        Assert.Empty(TranslatedClient.Of("{}", $"webhooks: {{a: {{post: {{{Body}}}}}}}").Files.OfType<ClientFileModel>());

    [Fact]
    public void Bodies_of_callbacks_become_types_but_no_methods()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            $"callbacks: {{onDone: {{'{{$request.body#/url}}': {{post: {{operationId: done, {Body}}}}}}}}}\nresponses: {{}}", method: "post");
        Assert.Equal("CallThingOnDoneCallback", client.Files.OfType<ObjectModel>().Single().Name);
        Assert.Equal(["Things.Call"], client.Methods);
    }

    [Fact]
    public void Filters_leave_out_webhooks_too()
    {
        TranslatedClient client = TranslatedClient.Of(
            "{}",
            $"webhooks: {{a: {{post: {{operationId: a, tags: [A], {Body}}}}}, b: {{post: {{operationId: b, tags: [B], {Body.Replace("data", "text")}}}}}}}",
            options => options with { IncludeTags = new EquatableArray<string>(["A"]) });
        Assert.Equal("AEvent", Assert.Single(client.Files.OfType<ObjectModel>()).Name);
        Assert.Equal(["AEvent"], Events(client).Variants.Select(static variant => variant.Name));
    }

    [Fact]
    public void Constants_distinguish_events() => Assert.Equal(
        "kind: a.one → AEvent, b.two → BEvent",
        Discriminator(Webhooks(("a", "{type: object, properties: {kind: {const: a.one}}}"), ("b", "{type: object, properties: {kind: {const: b.two}}}"))));

    [Fact]
    public void An_enum_that_lists_all_webhooks_distinguishes_events()
    {
        TranslatedClient client = Webhooks(
            ("a", "{type: object, properties: {what: {enum: [a, b]}, x: {type: string}}}"), ("b", "{type: object, properties: {what: {enum: [a, b]}}}"));
        Assert.Equal("what: a → AEvent, b → BEvent", Discriminator(client));
        Assert.DoesNotContain("CLERKGEN130", client.Ids);
    }

    [Fact]
    public void Examples_of_bodies_distinguish_events()
    {
        TranslatedClient client = Webhooks(
            ("a", "{type: object, properties: {what: {type: string}}}, example: {what: one}"), ("b", "{type: object, properties: {what: {type: string}}}, example: {what: two}"));
        Assert.Equal("what: one → AEvent, two → BEvent", Discriminator(client));
        Assert.DoesNotContain("CLERKGEN130", client.Ids);
    }

    [Fact]
    public void Examples_of_ids_and_sentences_distinguish_no_events() => Assert.Equal("type: one → AEvent, two → BEvent", Discriminator(Webhooks(
        ("a", "{type: object, properties: {id: {type: string}, note: {type: string}, type: {type: string}}}, example: {id: evt_1, note: It is new., type: one}"),
        ("b", "{type: object, properties: {id: {type: string}, note: {type: string}, type: {type: string}}}, example: {id: evt_2, note: It is old., type: two}"))));

    [Fact]
    public void The_example_of_a_single_event_names_it_by_a_customary_member_or_the_webhooks_name_only()
    {
        Assert.Null(Events(Webhooks(("a", "{type: object, properties: {what: {type: string}}}, example: {what: one}"))).Discriminator);
        Assert.Equal("what: a → AEvent", Discriminator(Webhooks(("a", "{type: object, properties: {what: {type: string}}}, example: {what: a}"))));
        Assert.Equal("type: one → AEvent", Discriminator(Webhooks(("a", "{type: object, properties: {type: {type: string}}}, example: {type: one}"))));
    }

    [Theory]
    [InlineData("requestBody", false)]
    [InlineData("responses", true)]
    public void The_caller_sets_the_event_name_where_requests_send_the_type_too(string role, bool isWritten)
    {
        const string Content = "content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}";
        string operation = role == "requestBody"
            ? $"{{requestBody: {{{Content}}}, responses: {{}}}}" : $"{{responses: {{'200': {{description: d, {Content}}}}}}}";
        TranslatedClient client = TranslatedClient.Of(
            $"{{/things: {{post: {operation}}}}}",
            """
            webhooks:
              a: {post: {requestBody: {CONTENT}, responses: {}}}
            components: {schemas: {Thing: {type: object, required: [type], properties: {type: {type: string}}}}}
            """.Replace("CONTENT", Content));
        Assert.Equal("type: a → Thing", Discriminator(client));
        Assert.Equal(isWritten, Assert.Single(client.Files.OfType<ObjectModel>().Single().Properties).Discriminator is not null);
    }

    [Fact]
    public void A_customary_member_distinguishes_events_and_is_reported()
    {
        TranslatedClient client = Webhooks(
            ("a", "{type: object, properties: {type: {type: string}}}"), ("b", "{type: object, properties: {type: {type: string}, x: {type: string}}}"));
        Assert.Equal("type: a → AEvent, b → BEvent", Discriminator(client));
        Assert.Equal(["CLERKGEN130"], client.Ids);
    }

    [Fact]
    public void Shapes_distinguish_events_as_a_last_resort_and_are_reported()
    {
        TranslatedClient client = Webhooks(
            ("a", "{type: object, required: [x], properties: {x: {type: string}}}"), ("b", "{type: object, required: [y], properties: {y: {type: string}}}"));
        Assert.Null(Events(client).Discriminator);
        Assert.All(Events(client).Variants, static variant => Assert.NotEmpty(variant.Shape));
        Assert.Equal(["CLERKGEN131"], client.Ids);
    }

    [Fact]
    public void Events_of_one_type_are_one_variant()
    {
        TranslatedClient client = TranslatedClient.Of(
            "{}",
            """
            webhooks:
              a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}, responses: {}}}
              b: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}, responses: {}}}
            components: {schemas: {Thing: {type: object, properties: {event: {type: string, enum: [a, b]}}}}}
            """);
        Assert.Equal("event: a → Thing, b → Thing", Discriminator(client));
    }

    [Fact]
    public void A_component_keeps_its_name_before_the_union()
    {
        TranslatedClient client = TranslatedClient.Of(
            "{}",
            """
            webhooks:
              a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/WebhookEvent'}}}}, responses: {}}}
            components: {schemas: {WebhookEvent: {type: object, properties: {event: {type: string}}}}}
            """);
        Assert.Equal("AnyWebhookEvent", Events(client).Name);
    }

    [Fact]
    public void A_webhook_without_an_event_is_named()
    {
        TranslatedClient client = TranslatedClient.Of("{}", $"webhooks: {{ping: {{post: {{responses: {{}}}}}}, a: {{post: {{{Body}}}}}}}");
        Assert.Contains("CLERKGEN132", client.Ids);
        Assert.Equal(["AEvent"], Events(client).Variants.Select(static variant => variant.Name));
    }

    private static TranslatedClient Webhooks(params (string Name, string Content)[] webhooks) => TranslatedClient.Of(
        "{}",
        "webhooks:\n" + string.Concat(webhooks.Select(static webhook =>
            $"  {webhook.Name}: {{post: {{requestBody: {{content: {{application/json: {{schema: {webhook.Content}}}}}}}, responses: {{}}}}}}\n")));

    private static UnionModel Events(TranslatedClient client) => client.Files.OfType<UnionModel>().Single(static union => union.IsEvents);

    private static string Discriminator(TranslatedClient client)
    {
        UnionModel union = Events(client);
        return union.Discriminator!.JsonName + ": "
            + string.Join(", ", union.Discriminator.Values.Select(value => $"{value.Value} → {union.Variants[value.Variant].Name}"));
    }
}
