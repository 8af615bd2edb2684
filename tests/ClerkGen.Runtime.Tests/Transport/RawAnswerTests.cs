using System.Net;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Answers as they come: of every operation, and of addresses that the document does not have.</summary>
public sealed class RawAnswerTests
{
    [Theory]
    [InlineData(200, "{\"id\":")]
    [InlineData(202, "later")]
    [InlineData(302, "")]
    [InlineData(304, "")]
    [InlineData(404, "{\"errors\":[]}")]
    [InlineData(418, "<p>")]
    public async Task Any_answer_of_an_operation_is_handed_out_as_it_came(int status, string body)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), "text/odd", status, "X-A: b\r\nLocation: /c\r\n"));

        ApiResponse<Stream> answer = await server.Client().SendRawAsync(options => CallAsync(server, options));

        Assert.Equal((status, body), ((int)answer.StatusCode, await TextAsync(answer)));
        Assert.Equal("b", answer.Headers.GetValues("X-A").Single());
        Assert.Equal(new Uri("/c", UriKind.Relative), answer.Location);
        Assert.Equal("Bearer " + PetServer.Key, server.Requests.Single().Header("Authorization"));

        static Task CallAsync(PetServer server, RequestOptions options) => server.Client().Pets.GetAsync("a", options);
    }

    [Fact]
    public async Task An_error_is_returned_only_after_the_retries()
    {
        await using PetServer server = PetServer.Answering(
            FaultAnswer.Json("{}", 503), FaultAnswer.Json("{\"id\":\"a\"}"), FaultAnswer.Json("{}", 503), FaultAnswer.Json("{}", 503), FaultAnswer.Json("{\"last\":1}", 503));
        PetClient client = server.Client();

        ApiResponse<Stream> success = await client.SendRawAsync(options => client.Pets.GetAsync("a", options));
        ApiResponse<Stream> error = await client.SendRawAsync(options => client.Pets.GetAsync("a", options));

        Assert.Equal((HttpStatusCode.OK, 2, "{\"id\":\"a\"}"), (success.StatusCode, success.Attempts, await TextAsync(success)));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 3, "{\"last\":1}"), (error.StatusCode, error.Attempts, await TextAsync(error)));
    }

    [Fact]
    public async Task The_options_of_the_call_count()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 503));
        PetClient client = server.Client();

        ApiResponse<Stream> answer = await client.SendRawAsync(
            options => client.Pets.GetAsync("a", options), new() { MaxRetries = 0, Headers = { ["X-Extra"] = "e" }, IdempotencyKey = "k" });

        Assert.Equal((1, "{}"), (answer.Attempts, await TextAsync(answer)));
        Assert.Equal(("e", "k"), (server.Requests.Single().Header("X-Extra"), server.Requests.Single().Header("Idempotency-Key")));
    }

    [Fact]
    public async Task A_function_that_makes_no_call_or_two_is_refused()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson));
        PetClient client = server.Client();

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendRawAsync(static _ => Task.CompletedTask));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendRawAsync(async options =>
        {
            await client.Pets.GetAsync("a", options);
            await client.Pets.GetAsync("b", options);
        }));
        Assert.Equal("/pets/a", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeHeaders)]
    public async Task Without_an_answer_there_is_an_exception(FaultKind kind)
    {
        await using var server = new PetServer(kind);
        PetClient client = server.Client();

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendRawAsync(options => client.Pets.GetAsync("a", options)));
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(HttpMethod.Get, "/x"));
    }

    [Fact]
    public async Task An_address_beyond_the_document_is_called_with_credentials_and_retries()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 503), FaultAnswer.Json("[1]"), FaultAnswer.Json("no", 404));
        var attempts = new List<string>();
        PetClient client = server.Client(options => options.OnAttempt = attempt => attempts.Add($"{attempt.OperationId} {attempt.Method} {attempt.PathTemplate} {attempt.StatusCode}"));

        ApiResponse<Stream> answer = await client.SendAsync(HttpMethod.Get, "/v9/new?a=b%20c");
        ApiResponse<Stream> missing = await client.SendAsync(HttpMethod.Delete, "/v9/old");

        Assert.Equal((HttpStatusCode.OK, 2, "[1]"), (answer.StatusCode, answer.Attempts, await TextAsync(answer)));
        Assert.Equal((HttpStatusCode.NotFound, "no"), (missing.StatusCode, await TextAsync(missing)));
        Assert.Equal(["GET /v9/new?a=b%20c", "GET /v9/new?a=b%20c", "DELETE /v9/old"], server.Requests.Select(static request => $"{request.Method} {request.Target}"));
        Assert.All(server.Requests, static request => Assert.Equal("Bearer " + PetServer.Key, request.Header("Authorization")));
        Assert.Equal(["SendAsync GET /{path} ServiceUnavailable", "SendAsync GET /{path} OK", "SendAsync DELETE /{path} NotFound"], attempts);
    }

    [Fact]
    public async Task A_body_in_memory_is_sent_again_and_one_that_streams_is_not()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 429), FaultAnswer.Json("{}"), FaultAnswer.Json("{}", 429));
        PetClient client = server.Client();
        using var memory = new StringContent("{\"a\":1}", Encoding.UTF8, "application/json");
        using var streamed = new StreamContent(new OneWayStream("b"u8.ToArray()));

        ApiResponse<Stream> again = await client.SendAsync(HttpMethod.Post, "/new", memory);
        ApiResponse<Stream> once = await client.SendAsync(HttpMethod.Put, "/new", streamed);

        Assert.Equal((2, 1), (again.Attempts, once.Attempts));
        Assert.Equal(["{\"a\":1}", "{\"a\":1}", "b"], server.Requests.Select(static request => request.Text));
        Assert.Equal("application/json; charset=utf-8", server.Requests[1].Header("Content-Type"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("//other.example/x")]
    [InlineData("https://other.example/x")]
    [InlineData("/\\other.example")]
    [InlineData("/a/../b")]
    [InlineData("/a/%2e%2E/b")]
    [InlineData("/a b")]
    [InlineData("/a#b")]
    [InlineData("/a\r\nX: y")]
    [InlineData("/ü")]
    public async Task A_path_on_another_server_is_refused_before_anything_is_sent(string path)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}"));

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => server.Client().SendAsync(HttpMethod.Get, path));

        Assert.Equal("path", refused.ParamName);
        Assert.Empty(server.Requests);
    }

    private static async Task<string> TextAsync(ApiResponse<Stream> answer)
    {
        using var reader = new StreamReader(answer.Value);
        return await reader.ReadToEndAsync();
    }
}
