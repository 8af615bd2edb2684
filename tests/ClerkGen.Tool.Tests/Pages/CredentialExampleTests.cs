namespace ClerkGen.Tool.Tests.Pages;

/// <summary>Examples take credentials from the environment variables that the emitted client reads.</summary>
public sealed class CredentialExampleTests
{
    private const string Paths = """
        paths:
          /items:
            get:
              operationId: listItems
              tags: [items]
              responses: { '204': { description: Nothing. } }
            post:
              operationId: createItem
              tags: [items]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { '204': { description: Nothing. } }
        """;

    [Theory]
    [InlineData("{ type: http, scheme: bearer }", "-H \"Authorization: Bearer $SHOP_SECRET_KEY\"")]
    [InlineData("{ type: oauth2, flows: {} }", "-H \"Authorization: Bearer $SHOP_SECRET_KEY\"")]
    [InlineData("{ type: http, scheme: basic }", "-u \"$SHOP_KEY\"")]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "-H 'X-Key: '\"$SHOP_SECRET_KEY\"")]
    [InlineData("{ type: apiKey, in: cookie, name: key }", "-b 'key='\"$SHOP_SECRET_KEY\"")]
    [InlineData("{ type: apiKey, in: query, name: key }", "-G --data-urlencode 'key='\"$SHOP_SECRET_KEY\"")]
    public void Curl_sends_the_variable_of_the_client(string scheme, string expected)
    {
        WrittenPages pages = Of(scheme, "security: [ { key: [] } ]");

        Assert.Contains($"curl 'https://api.shop.test/items' \\\n  {expected}\n```", pages.Texts["items.md"], StringComparison.Ordinal);
        Assert.Contains("var client = ShopClient.FromEnvironment();   // reads SHOP_", pages.Texts["items.md"], StringComparison.Ordinal);
        Assert.Equal([], pages.CompileExamples());
    }

    [Fact]
    public void A_key_in_the_query_leaves_the_body_in_its_place() => Assert.Contains(
        """
        curl -X POST 'https://api.shop.test/items' \
          --url-query 'key='"$SHOP_SECRET_KEY" \
          -H 'Content-Type: application/json' \
          -d
        """.ReplaceLineEndings("\n"),
        Of("{ type: apiKey, in: query, name: key }", "security: [ { key: [] } ]").Texts["items.md"],
        StringComparison.Ordinal);

    [Fact]
    public void A_credential_that_no_operation_requires_is_shown_as_it_is_sent()
    {
        string page = Of("{ type: http, scheme: bearer }", "").Texts["items.md"];

        Assert.Contains("-H \"Authorization: Bearer $SHOP_SECRET_KEY\"", page, StringComparison.Ordinal);
        Assert.Contains("Sends the credential `SecretKey` or nothing.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_is_no_header() => Assert.Contains(
        "curl 'https://api.shop.test/items'\n```", Of("{ type: mutualTLS }", "security: [ { key: [] } ]").Texts["items.md"], StringComparison.Ordinal);

    [Fact]
    public void Without_a_server_the_example_has_an_address_and_the_variable()
    {
        WrittenPages pages = Of("{ type: http, scheme: bearer }", "security: [ { key: [] } ]", server: "");

        Assert.Contains(
            "var client = new ShopClient(new ShopClientOptions { BaseAddress = new Uri(\"https://api.example.com\"), SecretKey = Environment.GetEnvironmentVariable(\"SHOP_SECRET_KEY\") });",
            pages.Texts["items.md"],
            StringComparison.Ordinal);
        Assert.Equal([], pages.CompileExamples());
    }

    private static WrittenPages Of(string scheme, string security, string server = "servers: [ { url: 'https://api.shop.test' } ]")
    {
        using TemporaryFolder folder = new();
        return WrittenPages.Of(folder.Write("shop.yaml", $$"""
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            {{server}}
            {{security}}
            components: { securitySchemes: { key: {{scheme}} } }
            {{Paths}}
            """));
    }
}
