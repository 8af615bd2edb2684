using ClerkGen.Testing.Faults;
using ClerkGen.Testing.Generation;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Which calls a document makes repeatable: <c>QUERY</c>, and those with the header <c>Idempotency-Key</c>.</summary>
public sealed class RepeatableTests
{
    private const string Document = """
        openapi: 3.2.0
        info: { title: Repeatable, version: '1' }
        servers: [{ url: 'https://repeatable.example' }]
        paths:
          /search:
            query:
              operationId: search
              tags: [calls]
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
              responses: { '204': { description: ok } }
          /bare: { query: { operationId: bare, tags: [calls], responses: { '204': { description: ok } } } }
          /orders:
            post:
              operationId: order
              tags: [calls]
              parameters: [{ name: idempotency-key, in: header, required: true, schema: { type: string, maxLength: 255 } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
              responses: { '204': { description: ok } }
          /refunds:
            patch:
              operationId: refund
              tags: [calls]
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string, format: uuid } }]
              responses: { '204': { description: ok } }
          /short:
            post:
              operationId: short
              tags: [calls]
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string, maxLength: 10 } }]
              responses: { '204': { description: ok } }
          /plain: { post: { operationId: plain, tags: [calls], responses: { '204': { description: ok } } } }
        """;

    private const string Program = """
        using System.Threading.Tasks;
        using Consumer.Api;

        internal static class Program
        {
            public static Task Search(DocumentClient client) => client.Calls.SearchAsync(new() { Text = "a" });
            public static Task Bare(DocumentClient client) => client.Calls.BareAsync();
            public static Task Order(DocumentClient client) => client.Calls.OrderAsync(new() { Text = "a" });
            public static Task OrderTwice(DocumentClient client) => Task.WhenAll(Order(client), Order(client));
            public static Task OrderWithKey(DocumentClient client) => client.Calls.OrderAsync(new() { Text = "a" }, new() { IdempotencyKey = "mine" });
            public static Task OrderWithOptions(DocumentClient client) => client.Calls.OrderAsync(
                new() { Text = "a" }, new() { IdempotencyKey = "mine" }, new() { IdempotencyKey = "options" });
            public static Task Refund(DocumentClient client) => client.Calls.RefundAsync();
            public static Task Short(DocumentClient client) => client.Calls.ShortAsync();
            public static Task Plain(DocumentClient client) => client.Calls.PlainAsync();
        }
        """;

    private static readonly ConstructClient Client = new(Document, Program);

    [Theory]
    [InlineData("Search", 2)]
    [InlineData("Bare", 2)]
    [InlineData("Order", 2)]
    [InlineData("OrderWithKey", 2)]
    [InlineData("Refund", 2)]
    [InlineData("Short", 1)]
    [InlineData("Plain", 1)]
    public async Task Call_is_sent_again_after_an_error_of_the_server_where_that_is_safe(string call, int attempts)
    {
        int count = 0;
        await using var server = new FaultServer(_ => Interlocked.Increment(ref count) == 1 ? FaultAnswer.Nothing(503, "Retry-After: 0\r\n") : FaultAnswer.Nothing(204));

        Exception? error = await Record.ExceptionAsync(() => Client.CallAsync(call, server.Address));

        Assert.Equal(attempts, server.Requests.Count);
        Assert.Equal(attempts == 1, error is ApiException);
        Assert.Single(server.Requests.Select(static request => (request.Header("Idempotency-Key"), request.Text)).Distinct());
    }

    [Fact]
    public async Task Key_is_a_uuid_of_the_call_where_the_document_has_the_header_and_only_there()
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        await Client.CallAsync("OrderTwice", server.Address);
        await Client.CallAsync("Refund", server.Address);
        await Client.CallAsync("Plain", server.Address);
        await Client.CallAsync("Short", server.Address);
        await Client.CallAsync("Search", server.Address);

        string?[] keys = [.. server.Requests.Select(static request => request.Header("Idempotency-Key"))];
        Assert.All(keys[..3], static key => Assert.True(Guid.TryParseExact(key, "D", out _)));
        Assert.Equal(3, keys[..3].Distinct().Count());
        Assert.All(keys[3..], Assert.Null);
    }

    [Theory]
    [InlineData("OrderWithKey", "mine")]
    [InlineData("OrderWithOptions", "options")]
    public async Task Key_that_is_given_is_the_one_that_is_sent(string call, string expected)
    {
        await using var server = new FaultServer(static _ => FaultAnswer.Nothing(204));

        await Client.CallAsync(call, server.Address);

        Assert.Equal(["idempotency-key: " + expected], Assert.Single(server.Requests).Headers
            .Where(static line => line.StartsWith("idempotency-key", StringComparison.OrdinalIgnoreCase)).Select(static line => "idempotency-key" + line["idempotency-key".Length..]));
    }

    [Theory]
    [InlineData("", "A,B,C,D")]
    [InlineData("false", "A,B,C,D")]
    [InlineData("true", "A,D")]
    public void Internal_operations_are_excluded_on_request(string value, string expected)
    {
        const string document = """
            openapi: 3.0.3
            info: { title: Internal, version: '1' }
            servers: [{ url: 'https://internal.example' }]
            paths:
              /a: { get: { operationId: a, tags: [calls], x-internal: false, responses: { '204': { description: ok } } } }
              /b: { get: { operationId: b, tags: [calls], x-internal: true, responses: { '204': { description: ok } } } }
              /c:
                x-internal: true
                get: { operationId: c, tags: [calls], responses: { '204': { description: ok } } }
                post: { operationId: d, tags: [calls], x-internal: false, responses: { '204': { description: ok } } }
            """;
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document, metadata: ("ExcludeInternal", value)));

        Assert.Empty(run.CompilerDiagnostics);
        Assert.Equal(expected.Split(','), run.Compilation.GetTypeByMetadataName("Consumer.Api.CallsOperations")!.GetMembers()
            .Select(static member => member.Name).Where(static name => name.Length == 6 && name.EndsWith("Async", StringComparison.Ordinal)).Select(static name => name[..1]).Order());
        Assert.Equal(value == "true" ? "Filters keep 2 of 4 operations: ExcludeInternal matches 2" : null, run.Diagnostics.SingleOrDefault()?.GetMessage());
    }
}
