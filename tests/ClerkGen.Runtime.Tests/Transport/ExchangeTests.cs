using System.Collections.Concurrent;
using System.Net;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Requests and answers that a developer looks at.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public async Task Each_attempt_shows_request_and_answer_without_the_credential()
    {
        await using PetServer server = PetServer.Answering(
            FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Json($$"""{"id":"pet_1","name":"{{PetServer.Key}}"}"""));
        ConcurrentQueue<ApiExchange> exchanges = new();

        await server.Client(options => options.OnExchange = exchanges.Enqueue).Pets.GetAsync("a b");

        Assert.Equal([1, 2], exchanges.Select(static exchange => exchange.Attempt));
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], exchanges.Select(static exchange => exchange.StatusCode));
        Assert.Equal(["503", null], exchanges.Select(static exchange => exchange.Error));
        ApiExchange last = exchanges.Last();
        Assert.Equal(("GetPet", "GET", new Uri(server.Address, "/pets/a%20b").OriginalString), (last.OperationId, last.Method, last.Url));
        Assert.Equal("***", Assert.Single(last.RequestHeaders.GetValues("Authorization")));
        Assert.Equal("""{"id":"pet_1","name":"***"}""", last.ResponseText);
        Assert.Contains("\n200 OK\n", last.ToString(), StringComparison.Ordinal);
        Assert.All(exchanges, static exchange => Assert.DoesNotContain(PetServer.Key, exchange.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_without_an_answer_is_shown_without_its_credential()
    {
        await using var server = new PetServer(FaultKind.ConnectionRefused);
        ConcurrentQueue<ApiExchange> exchanges = new();

        await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client(options =>
        {
            options.MaxRetries = 0;
            options.OnExchange = exchanges.Enqueue;
        }).Pets.GetAsync("a"));

        ApiExchange exchange = Assert.Single(exchanges);
        Assert.Null(exchange.StatusCode);
        Assert.Equal("connection_error", exchange.Error);
        Assert.DoesNotContain(PetServer.Key, exchange.ToString(), StringComparison.Ordinal);
    }
}
