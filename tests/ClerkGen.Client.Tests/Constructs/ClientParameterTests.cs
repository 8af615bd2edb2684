using ClerkGen.Testing.Faults;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>A scalar that every operation of a document requires is an option of the client, which a call may override.</summary>
public sealed class ClientParameterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Versions, version: '2024-05-01' }
        servers: [{ url: 'https://versions.example' }]
        paths:
          /things:
            get:
              operationId: listThings
              tags: [things]
              parameters:
                - { $ref: '#/components/parameters/Version' }
                - { name: region, in: query, required: true, schema: { $ref: '#/components/schemas/Region' } }
                - { name: X-Tenant, in: header, required: true, schema: { type: integer, format: int32 } }
                - { name: filter, in: query, required: true, schema: { type: string } }
              responses: { '204': { description: ok } }
            post:
              operationId: createThing
              tags: [things]
              parameters:
                - { name: X-TENANT, in: header, required: true, schema: { type: integer, format: int32 } }
                - { name: api-version, in: query, required: true, schema: { type: string, minLength: 1 } }
                - { name: region, in: query, required: true, schema: { $ref: '#/components/schemas/Region' } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Region: { type: string, enum: [eu, us] }
          parameters:
            Version: { name: api-version, in: query, required: true, description: Version of the API, schema: { type: string, minLength: 1 } }
        """;

    private const string Program = """
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static string Address = "";

            private static DocumentClient Client => new(new() { BaseAddress = new(Address), ApiVersion = "v 1", Region = Region.Eu, XTenant = 7 });

            public static Task List(DocumentClient _) => Client.Things.ListAsync(new() { Filter = "a&b" });
            public static Task Create(DocumentClient _) => Client.Things.CreateAsync();
            public static Task Overridden(DocumentClient _) => Client.Things.ListAsync(new() { Filter = "f", ApiVersion = "v2", Region = Region.Us, XTenant = 8 });
            public static Task NothingSet(DocumentClient _) => new DocumentClient(new DocumentClientOptions { BaseAddress = new(Address) }).Things.CreateAsync();
            public static Task AllPerCall(DocumentClient _) => new DocumentClient(new DocumentClientOptions { BaseAddress = new(Address) })
                .Things.CreateAsync(new() { ApiVersion = "v2", Region = Region.Us, XTenant = 8 });
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Fact]
    public void Emitted_code_compiles_and_nothing_is_reported()
    {
        Assert.Empty(Client.Run.CompilerDiagnostics);
        Assert.Empty(Client.Run.Diagnostics);
    }

    [Theory]
    [InlineData("List", "GET /things?filter=a%26b&api-version=v%201&region=eu", "7")]
    [InlineData("Create", "POST /things?api-version=v%201&region=eu", "7")]
    [InlineData("Overridden", "GET /things?api-version=v2&region=us&filter=f", "8")]
    [InlineData("AllPerCall", "POST /things?api-version=v2&region=us", "8")]
    public async Task Values_of_a_call_override_the_options(string call, string line, string tenant)
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));
        Client.Program.GetField("Address")!.SetValue(null, server.Address.ToString());

        await Client.CallAsync(call, server.Address);

        FaultRequest request = Assert.Single(server.Requests);
        Assert.Equal((line, tenant), ($"{request.Method} {request.Target}", request.Header("X-Tenant")));
    }

    [Fact]
    public async Task A_missing_required_option_throws_before_anything_is_sent()
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));
        Client.Program.GetField("Address")!.SetValue(null, server.Address.ToString());

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Client.CallAsync("NothingSet", server.Address));

        Assert.Contains("'api-version'", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("{ type: string, default: '2.0' }", "2.0")]
    [InlineData("{ type: string, enum: ['3.0'] }", "3.0")]
    public async Task Default_of_the_document_is_sent_without_a_value(string schema, string expected)
    {
        var client = new ConstructClient(Small($"{{ name: api-version, in: query, required: true, schema: {schema} }}"), SmallProgram);
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        await client.CallAsync("A", server.Address);
        await client.CallAsync("A", server.Address, "ApiVersion=9");

        Assert.Equal([$"/a?api-version={expected}", "/a?api-version=9"], server.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData("{ name: list, in: query, required: true, schema: { type: array, items: { type: string } } }")]
    [InlineData("{ name: optional, in: query, schema: { type: string } }")]
    [InlineData("{ name: cookie, in: cookie, required: true, schema: { type: string } }")]
    public void Lists_and_optional_parameters_stay_parameters_of_operations(string parameter)
    {
        var client = new ConstructClient(Small(parameter), "internal static class Program { }");

        Assert.Empty(client.Run.CompilerDiagnostics);
        Assert.DoesNotContain("Parameter", client.Run.Files["Consumer.Api.DocumentClient.g.cs"].Split("class DocumentClientOptions")[1].Split("\n}")[0], StringComparison.Ordinal);
    }

    private const string SmallProgram = """
        internal static class Program { public static System.Threading.Tasks.Task A(Consumer.Api.DocumentClient client) => client.Small.AAsync(); }
        """;

    private static string Small(string parameter) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        servers: [{ url: 'https://small.example' }]
        paths:
          /a: { get: { operationId: a, tags: [small], parameters: [{{parameter}}], responses: { '204': { description: ok } } } }
          /b: { get: { operationId: b, tags: [small], parameters: [{{parameter}}], responses: { '204': { description: ok } } } }
        """;
}
