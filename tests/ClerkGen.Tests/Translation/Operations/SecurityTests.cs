namespace ClerkGen.Tests.Translation;

public sealed class SecurityTests
{
    private const string Schemes = """
        components:
          securitySchemes:
            api_key: {type: apiKey, in: header, name: X-Key}
            basic: {type: http, scheme: Basic}
            cookie: {type: apiKey, in: cookie, name: session}
            oauth: {type: oauth2, flows: {}}
            query: {type: apiKey, in: query, name: key}
            token: {type: http, scheme: bearer}
        """;

    [Fact]
    public void Every_kind_of_scheme_is_sent_its_way()
    {
        TranslatedClient client = TranslatedClient.OfOperation("responses: {}", Schemes);
        Assert.Equal(
            [
                "ApiKey ApiKeyHeader X-Key", "Basic Basic ", "Cookie ApiKeyCookie session", "OAuth Bearer ", "Query ApiKeyQuery key", "Token Bearer ",
            ],
            client.Client.Schemes.Select(scheme => $"{scheme.Name} {scheme.Kind} {scheme.ParameterName}"));
    }

    [Theory]
    [InlineData("{type: http, scheme: bearer}", "SecretKey")]
    [InlineData("{type: apiKey, in: header, name: Authorization}", "SecretKey")]
    [InlineData("{type: openIdConnect, openIdConnectUrl: 'https://acme.example/o'}", "SecretKey")]
    [InlineData("{type: http, scheme: basic}", "MyScheme")]
    [InlineData("{type: http, scheme: bearer, x-clerkgen-name: PublishableKey}", "PublishableKey")]
    public void One_scheme_alone_is_the_secret_key(string scheme, string name) =>
        Assert.Equal(name, Assert.Single(TranslatedClient.OfOperation("responses: {}", $"components: {{securitySchemes: {{my_scheme: {scheme}}}}}").Client.Schemes).Name);

    [Theory]
    [InlineData("Timeout", "TimeoutCredential")]
    [InlineData("BaseAddress", "BaseAddressCredential")]
    public void Credentials_do_not_hide_options(string key, string name) =>
        Assert.Contains(
            name,
            TranslatedClient.OfOperation("responses: {}", $"components: {{securitySchemes: {{{key}: {{type: http, scheme: basic}}, b: {{type: http, scheme: basic}}}}}}")
                .Client.Schemes.Select(scheme => scheme.Name));

    [Theory]
    [InlineData("security: [{token: []}, {api_key: [], cookie: []}]", "", "5 | 0,2")]
    [InlineData("security: [{}, {token: []}]", "", " | 5")]
    [InlineData("security: []", "security: [{token: []}]", "")]
    [InlineData("security: [{}]", "security: [{token: []}]", "")]
    [InlineData("summary: x", "security: [{token: []}, {token: []}]", "5")]
    [InlineData("security: [{query: []}]", "security: [{token: []}]", "4")]
    public void Requirements_are_alternatives_of_schemes(string operation, string document, string expected)
    {
        TranslatedClient client = TranslatedClient.OfOperation(operation + "\nresponses: {}", Schemes + "\n" + document);
        Assert.Equal(expected, string.Join(" | ", client.Operation.Security.Select(alternative => string.Join(",", alternative.Schemes))));
    }

    [Fact]
    public void A_document_that_requires_no_credentials_sends_those_that_are_set()
    {
        TranslatedClient client = TranslatedClient.OfOperation("responses: {}", "components: {securitySchemes: {token: {type: http, scheme: bearer}}}");
        Assert.Equal(["0", ""], client.Operation.Security.Select(alternative => string.Join(",", alternative.Schemes)));
    }

    [Fact]
    public void An_unknown_scheme_costs_its_alternative_and_is_reported()
    {
        TranslatedClient client = TranslatedClient.OfOperation("security: [{nope: [], token: []}, {api_key: []}]\nresponses: {}", Schemes);
        Assert.Equal(["0"], client.Operation.Security.Select(alternative => string.Join(",", alternative.Schemes)));
        Assert.Equal("CLERKGEN047", Assert.Single(client.Ids));
        Assert.Equal("/paths/~1things/get/security", client.Diagnostics[0].Pointer);
        Assert.Equal("Security scheme 'nope' is not defined, so this alternative is skipped", client.Message("CLERKGEN047"));
    }

    [Fact]
    public void A_scheme_that_is_nearly_there_is_guessed() => Assert.Equal(
        "Security scheme 'tokn' is not defined, so this alternative is skipped; did you mean 'token'?",
        TranslatedClient.OfOperation("security: [{tokn: []}, {token: []}]\nresponses: {}", Schemes).Message("CLERKGEN047"));

    [Theory]
    [InlineData("{type: http, scheme: digest}")]
    [InlineData("{type: apiKey, in: header}")]
    [InlineData("{type: apiKey, in: header, name: Host}")]
    [InlineData("{type: apiKey, in: header, name: \"X\\r\\nY\"}")]
    [InlineData("{type: apiKey, in: path, name: key}")]
    public void A_scheme_that_cannot_be_sent_is_reported(string scheme)
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "responses: {}", $"security: [{{bad: []}}]\ncomponents: {{securitySchemes: {{bad: {scheme}}}}}");
        Assert.Empty(client.Client.Schemes);
        Assert.Empty(client.Operation.Security);
        Assert.Contains(client.Diagnostics, diagnostic => diagnostic.Descriptor.Id == "CLERKGEN048" && diagnostic.Pointer == "/components/securitySchemes/bad");
    }

    [Fact]
    public void A_client_certificate_is_not_sent_as_a_credential()
    {
        TranslatedClient client = TranslatedClient.OfOperation(
            "security: [{mtls: [], token: []}]\nresponses: {}",
            "components: {securitySchemes: {mtls: {type: mutualTLS}, token: {type: http, scheme: bearer}}}");
        Assert.Equal("SecretKey", Assert.Single(client.Client.Schemes).Name);
        Assert.Equal(["0"], client.Operation.Security.Select(alternative => string.Join(",", alternative.Schemes)));
        Assert.Empty(client.Ids);
    }
}
