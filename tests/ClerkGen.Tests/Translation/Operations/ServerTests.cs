using ClerkGen.Generator.Model;

namespace ClerkGen.Tests.Translation;

public sealed class ServerTests
{
    [Theory]
    [InlineData("https://api.acme.example/v1", "https://api.acme.example/v1")]
    [InlineData("https://api.acme.example/v1/", "https://api.acme.example/v1")]
    [InlineData("https://API.acme.example:8443", "https://api.acme.example:8443")]
    [InlineData("http://localhost:3000/api", "http://localhost:3000/api")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1")]
    public void The_first_server_is_the_clients(string url, string expected)
    {
        TranslatedClient client = Client($"[{{url: '{url}'}}, {{url: 'https://other.example'}}]");
        Assert.Equal(expected, client.Client.Server);
        Assert.Empty(client.Ids);
    }

    [Theory]
    [InlineData("http://api.acme.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("ftp://acme.example")]
    [InlineData("https://user:password@acme.example")]
    [InlineData("https://acme.example@evil.example")]
    [InlineData("https://acme.example?x=1")]
    [InlineData("https://acme.example/#x")]
    [InlineData("//evil.example")]
    [InlineData("https://")]
    [InlineData("https://acme.example\\@evil.example")]
    [InlineData("https://acme.example/a b")]
    [InlineData("https://{missing}.example")]
    public void A_server_that_must_not_get_the_secret_is_refused(string url)
    {
        TranslatedClient client = Client($"[{{url: '{url}'}}, {{url: 'https://other.example'}}]");
        Assert.Null(client.Client.Server);
        Assert.Equal("CLERKGEN049", Assert.Single(client.Ids));
        Assert.Equal("/servers/0", client.Diagnostics[0].Pointer);
        Assert.Equal(3, client.Line("CLERKGEN049"));
    }

    [Fact]
    public void Variables_cannot_insert_refused_text() =>
        Assert.Null(Client("[{url: 'https://{host}', variables: {host: {default: 'a.example/?q=@b'}}}]").Client.Server);

    [Theory]
    [InlineData("/api/v2")]
    [InlineData("/")]
    [InlineData("api")]
    public void A_relative_server_leaves_the_address_to_the_caller(string url)
    {
        TranslatedClient client = Client($"[{{url: '{url}'}}]");
        Assert.Null(client.Client.Server);
        Assert.Equal("CLERKGEN050", Assert.Single(client.Ids));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, client.Diagnostics[0].Descriptor.DefaultSeverity);
    }

    [Fact]
    public void Variables_become_options_with_defaults()
    {
        TranslatedClient client = Client(
            "[{url: 'https://{tenant}.acme.example:{port}/{tenant}', variables: {tenant: {default: demo, description: Your tenant.}, port: {default: '443', enum: ['443', '8443']}}}]");
        Assert.Equal("https://{tenant}.acme.example:{port}/{tenant}", client.Client.Server);
        Assert.Equal(
            ["tenant Tenant demo Your tenant.", "port Port 443 Variable 'port' of the server's address: 443, 8443."],
            client.Client.ServerVariables.Select(variable => $"{variable.WireName} {variable.Name} {variable.Default} {variable.Doc.Summary}"));
    }

    [Theory]
    [InlineData("get", "https://path.acme.example")]
    [InlineData("put", "https://operation.acme.example/x")]
    [InlineData("post", null)]
    [InlineData("patch", "https://api.acme.example/other")]
    public void Paths_and_operations_may_have_their_own_server(string method, string? expected)
    {
        TranslatedClient client = TranslatedClient.Of(
            """
            /a:
              servers: [{url: 'https://path.acme.example'}]
              get: {operationId: a, tags: [T], x-clerkgen-name: get, responses: {}}
              put: {operationId: b, tags: [T], x-clerkgen-name: put, responses: {}, servers: [{url: 'https://{x}.acme.example/x/', variables: {x: {default: operation}}}]}
              post: {operationId: c, tags: [T], x-clerkgen-name: post, responses: {}, servers: [{url: 'https://api.acme.example/v1'}]}
              patch: {operationId: d, tags: [T], x-clerkgen-name: patch, responses: {}, servers: [{url: /other}]}
            """,
            "servers: [{url: 'https://api.acme.example/v1'}]");
        OperationModel operation = client.Groups.Single().Operations.Single(candidate => string.Equals(candidate.Name, method, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(expected, operation.Server);
        Assert.Equal(2, client.Ids.Count(id => id == "CLERKGEN051"));
    }

    [Theory]
    [InlineData("https://api.clerk.com/v1", "'2026-05-12'", "", "Clerk-API-Version")]
    [InlineData("https://x.clerk.accounts.dev", "'2026-05-12'", "", "Clerk-API-Version")]
    [InlineData("https://api.clerk.com/v1", "v1", "", null)]
    [InlineData("https://api.notclerk.com/v1", "'2026-05-12'", "", null)]
    [InlineData("https://acme.example", "'7'", "x-clerkgen-version-header: Acme-Version", "Acme-Version")]
    [InlineData("https://api.clerk.com/v1", "'2026-05-12'", "x-clerkgen-version-header: false", null)]
    [InlineData("https://api.clerk.com/v1", "'2026-05-12'", "x-clerkgen-version-header: Host", null)]
    [InlineData("https://api.clerk.com/v1", "'2026-05-12'", "x-clerkgen-version-header: \"A\\r\\nB\"", null)]
    public void The_version_header_is_the_documents_or_clerks(string server, string version, string extension, string? expected)
    {
        TranslatedClient client = TranslatedClient.OfDocument(
            $"openapi: 3.0.3\ninfo: {{title: t, version: {version}}}\nservers: [{{url: '{server}'}}]\n{extension}\npaths:\n  /a: {{get: {{operationId: a, responses: {{}}}}}}\n",
            TranslatedSchemas.Options,
            ConsumerFacts.None);
        Assert.Equal(expected, client.Client.VersionHeader);
        Assert.Equal(extension.Contains("Host", StringComparison.Ordinal) || extension.Contains('"'), client.Ids.Contains("CLERKGEN053"));
    }

    private static TranslatedClient Client(string servers) => TranslatedClient.OfOperation("responses: {}", "servers: " + servers);
}
