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
        Assert.Equal("EmailCreatedEvent", Assert.IsType<ObjectModel>(Assert.Single(client.Files)).Name);
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
        Assert.Equal("AEvent", Assert.IsType<ObjectModel>(Assert.Single(client.Files)).Name);
    }
}
