using ClerkGen.Testing.Faults;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>An API key is the caller's text, also in the header that bearer tokens stand in.</summary>
public sealed class ApiKeyTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Keys, version: '1' }
        servers: [{ url: 'https://keys.example' }]
        security: [{ token: [] }]
        paths:
          /me: { get: { operationId: me, tags: [keys], responses: { '204': { description: ok } } } }
          /tenant: { get: { operationId: tenant, tags: [keys], security: [{ tenantKey: [] }], responses: { '204': { description: ok } } } }
          /query: { get: { operationId: query, tags: [keys], security: [{ queryKey: [] }], responses: { '204': { description: ok } } } }
          /bearer: { get: { operationId: bearer, tags: [keys], security: [{ jwt: [] }], responses: { '204': { description: ok } } } }
          /either: { get: { operationId: either, tags: [keys], security: [{ jwt: [] }, { token: [] }], responses: { '204': { description: ok } } } }
          /open: { get: { operationId: open, tags: [keys], security: [], responses: { '204': { description: ok } } } }
          /elsewhere:
            servers: [{ url: 'https://elsewhere.example' }]
            get: { operationId: elsewhere, tags: [keys], security: [], responses: { '204': { description: ok } } }
        components:
          securitySchemes:
            token: { type: apiKey, in: header, name: Authorization }
            tenantKey: { type: apiKey, in: header, name: X-Tenant-Key }
            queryKey: { type: apiKey, in: query, name: key }
            jwt: { type: http, scheme: bearer }
        """;

    private const string Program = """
        using System.Threading.Tasks;
        using ClerkGen;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Me(DocumentClient client) => client.Keys.MeAsync();
            public static Task Tenant(DocumentClient client) => client.Keys.TenantAsync();
            public static Task Query(DocumentClient client) => client.Keys.QueryAsync();
            public static Task Bearer(DocumentClient client) => client.Keys.BearerAsync();
            public static Task MeWith(DocumentClient client) => client.Keys.MeAsync(new() { Headers = { ["authorization"] = "SSWS call" } });
            public static Task TenantWith(DocumentClient client) => client.Keys.TenantAsync(new() { Headers = { ["X-Tenant-Key"] = "call key" } });
            public static Task BearerWith(DocumentClient client) => client.Keys.BearerAsync(new() { Headers = { ["Authorization"] = "Basic abc" } });
            public static Task EitherWith(DocumentClient client) => client.Keys.EitherAsync(new() { Headers = { ["Authorization"] = "Token call" } });
            public static Task OpenWith(DocumentClient client) => client.Keys.OpenAsync(new() { Headers = { ["Authorization"] = "DPoP call" } });
            public static Task ElsewhereWith(DocumentClient client) => client.Keys.ElsewhereAsync(new() { Headers = { ["Authorization"] = "DPoP call" } });
            public static Task LineEnd(DocumentClient client) => client.Keys.MeAsync(new() { Headers = { ["Authorization"] = "Token a\r\nX: y" } });

            public static Task Provided(DocumentClient client) => new DocumentClient(
                new() { BaseAddress = new(Address), TokenProvider = _ => new("Token provided") }).Keys.MeAsync();

            public static Task Hooked(DocumentClient client) => new Hook(new() { BaseAddress = new(Address) }).Keys.MeAsync();
            public static Task HookedOver(DocumentClient client) => new Hook(new() { BaseAddress = new(Address), Token = "Token option" }).Keys.MeAsync();
            public static Task HookedBearer(DocumentClient client) => new Hook(new() { BaseAddress = new(Address), Jwt = "option" }).Keys.BearerAsync();

            public static string Address = "";

            private sealed class Hook(DocumentClientOptions options) : DocumentClient(options)
            {
                protected override ValueTask OnSendingAsync(ApiCallContext call, System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken token)
                {
                    request.Headers.TryAddWithoutValidation("Authorization", "Token hook");
                    return default;
                }
            }
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Theory]
    [InlineData("Me", "Token=Bearer tok", "Authorization", "Bearer tok")]
    [InlineData("Me", "Token=Token tok", "Authorization", "Token tok")]
    [InlineData("Me", "Token=Basic YTpi", "Authorization", "Basic YTpi")]
    [InlineData("Me", "Token=tok", "Authorization", "tok")]
    [InlineData("Me", "Token=pk_live_x", "Authorization", "pk_live_x")]
    [InlineData("Me", "Token=\"quoted\"", "Authorization", "\"quoted\"")]
    [InlineData("Tenant", "TenantKey=a key with spaces", "X-Tenant-Key", "a key with spaces")]
    [InlineData("MeWith", "", "Authorization", "SSWS call")]
    [InlineData("MeWith", "Token=Token option", "Authorization", "SSWS call")]
    [InlineData("TenantWith", "", "X-Tenant-Key", "call key")]
    [InlineData("TenantWith", "TenantKey=option", "X-Tenant-Key", "call key")]
    [InlineData("EitherWith", "", "Authorization", "Token call")]
    [InlineData("EitherWith", "Jwt=option", "Authorization", "Token call")]
    [InlineData("OpenWith", "", "Authorization", "DPoP call")]
    [InlineData("Provided", "", "Authorization", "Token provided")]
    [InlineData("Hooked", "", "Authorization", "Token hook")]
    [InlineData("HookedOver", "", "Authorization", "Token hook")]
    [InlineData("HookedBearer", "", "Authorization", "Bearer option")]
    public async Task Key_is_sent_as_given(string call, string options, string header, string expected)
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));
        Client.Program.GetField("Address")!.SetValue(null, server.Address.ToString());

        await Client.CallAsync(call, server.Address, options);

        Assert.Equal(expected, Assert.Single(server.Requests).Header(header));
    }

    [Fact]
    public async Task Key_in_the_query_is_any_text()
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        await Client.CallAsync("Query", server.Address, "QueryKey=a b&ü");

        Assert.Equal("/query?key=a%20b%26%C3%BC", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("BearerWith", "Jwt=tok")]
    [InlineData("LineEnd", "")]
    public async Task Headers_of_the_client_and_malformed_headers_are_refused(string call, string options)
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        await Assert.ThrowsAsync<ArgumentException>(() => Client.CallAsync(call, server.Address, options));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_callers_authorization_is_not_sent_to_untrusted_servers()
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Client.CallAsync("ElsewhereWith", server.Address));

        Assert.Contains("TrustedServers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_that_a_server_gives_back_is_masked_with_and_without_its_word()
    {
        await using var server = new FaultServer(static request => FaultAnswer.Json($$"""{"all":"{{request.Header("Authorization")}}","token":"{{request.Header("Authorization")!.Split(' ')[1]}}"}""", 401));

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Client.CallAsync("Me", server.Address, "Token=Token secret-secret"));

        Assert.DoesNotContain("secret-secret", error.ResponseText, StringComparison.Ordinal);
    }
}
