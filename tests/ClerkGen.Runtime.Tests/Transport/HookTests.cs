using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Hooks know their call, may change a request, and take it to no other server.</summary>
public sealed class HookTests
{
    [Fact]
    public async Task Hooks_run_around_each_attempt_and_know_their_call()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Json(PetServer.PetJson));
        var log = new List<string>();
        var client = new HookedClient(server.Options())
        {
            Sending = (call, request) =>
            {
                log.Add($"> {call.ApiName} {call.OperationId} {call.Method} {call.PathTemplate} {call.Attempt}");
                request.Headers.Add("X-Hook", "1");
            },
            Received = (call, response) => log.Add($"< {call.Attempt} {(int)response.StatusCode}"),
        };

        await client.Pets.GetAsync("a");

        Assert.Equal(["> Pet API GetPet GET /pets/{pet_id} 1", "< 1 503", "> Pet API GetPet GET /pets/{pet_id} 2", "< 2 200"], log);
        Assert.All(server.Requests, static request => Assert.Equal("1", request.Header("X-Hook")));
    }

    [Fact]
    public async Task Hooks_of_a_group_run_inside_those_of_the_client_and_are_bound_to_the_same_server()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson));
        var log = new List<string>();
        var client = new HookedClient(server.Options())
        {
            Sending = (_, _) => log.Add("client sends"),
            Received = (_, _) => log.Add("client received"),
        };
        var group = new HookedOperations(client, log);

        await group.GetAsync("a");
        await client.Pets.GetAsync("a");
        group.Target = new Uri("https://evil.example/pets/a");
        await Assert.ThrowsAsync<InvalidOperationException>(() => group.GetAsync("a"));

        Assert.Equal(
            ["client sends", "group sends GetPet", "group received GetPet", "client received", "client sends", "client received", "client sends", "group sends GetPet"],
            log);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("https://evil.example/pets/a")]
    [InlineData("http://127.0.0.1:1/pets/a")]
    [InlineData("/relative")]
    [InlineData(null)]
    public async Task A_hook_cannot_take_a_request_to_another_server(string? target)
    {
        await using var server = new PetServer(FaultKind.None);
        var client = new HookedClient(server.Options())
        {
            Sending = (_, request) => request.RequestUri = target is null ? null : new Uri(target, UriKind.RelativeOrAbsolute),
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Pets.BanAsync("a"));

        Assert.Equal(0, server.Server.Connections);
    }

    [Fact]
    public async Task A_hook_cannot_change_the_method()
    {
        await using var server = new PetServer(FaultKind.None);
        var client = new HookedClient(server.Options()) { Sending = static (_, request) => request.Method = HttpMethod.Delete };

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Pets.GetAsync("a"));

        Assert.Equal(0, server.Server.Connections);
    }

    [Fact]
    public async Task A_request_with_a_hooks_own_content_counts_as_delivered()
    {
        await using var server = new PetServer(FaultKind.ResetBeforeHeaders);
        var client = new HookedClient(server.Options()) { Sending = static (_, request) => request.Content = new StringContent("own") };

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal("own", Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task A_hook_cannot_take_away_the_content_that_keeps_the_handler_from_repeating()
    {
        await using var server = new PetServer(FaultKind.CloseAfterRead);
        var client = new HookedClient(server.Options()) { Sending = static (_, request) => request.Content = null };

        await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.BanAsync("a"));

        Assert.Equal("0", Assert.Single(server.Requests).Header("Content-Length"));
    }

    [Fact]
    public async Task A_hook_can_change_the_path_on_the_same_server()
    {
        await using var server = new PetServer(FaultKind.None);
        var client = new HookedClient(server.Options()) { Sending = (_, request) => request.RequestUri = new Uri(server.Address, "/other?x=1") };

        await client.Pets.BanAsync("a");

        Assert.Equal("/other?x=1", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task An_exception_of_a_hook_reaches_the_caller()
    {
        await using var server = new PetServer(FaultKind.None);
        var sending = new HookedClient(server.Options()) { Sending = static (_, _) => throw new NotSupportedException("no") };
        var received = new HookedClient(server.Options()) { Received = static (_, _) => throw new NotSupportedException("no") };

        await Assert.ThrowsAsync<NotSupportedException>(() => sending.Pets.GetAsync("a"));
        await Assert.ThrowsAsync<NotSupportedException>(() => received.Pets.GetAsync("a"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_exception_of_a_hook_or_listener_is_not_a_broken_connection()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}"));
        var hooked = new HookedClient(server.Options()) { Received = static (_, _) => throw new IOException("log file") };
        PetClient listening = server.Client(static options => options.OnDeviation = static _ => throw new IOException("log file"));

        await Assert.ThrowsAsync<IOException>(() => hooked.Pets.GetAsync("a"));
        await Assert.ThrowsAsync<IOException>(() => listening.Pets.GetAsync("a"));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Handlers_of_a_given_client_find_the_call_in_the_request()
    {
        string? seen = null;
        using var handler = new RecordingHandler(request =>
        {
            Assert.True(request.Options.TryGetValue(ApiCallContext.RequestKey, out ApiCallContext? call));
            seen = call.ToString();
            return RecordingHandler.Json(PetServer.PetJson);
        });
        using var http = new HttpClient(handler);

        await new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http).Pets.GetAsync("a");

        Assert.Equal("GetPet (GET /pets/{pet_id})", seen);
    }

    [Fact]
    public async Task Attempts_are_reported_for_logs()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Faulty(FaultKind.ResetBeforeHeaders, "{}"), FaultAnswer.Json(PetServer.PetJson));
        var attempts = new List<ApiAttempt>();

        await server.Client(options => options.OnAttempt = attempts.Add).Pets.GetAsync("a", new() { MaxRetries = 9 });

        Assert.Equal(("GetPet", "GET", "/pets/{pet_id}", 1), (attempts[0].OperationId, attempts[0].Method, attempts[0].PathTemplate, attempts[0].Attempt));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "503"), (attempts[0].StatusCode, attempts[0].Error));
        Assert.NotNull(attempts[0].RetryDelay);
        Assert.Equal((HttpStatusCode.OK, null, null), (attempts[^1].StatusCode, attempts[^1].Error, attempts[^1].RetryDelay));
        Assert.All(attempts, static attempt => Assert.True(attempt.Duration > TimeSpan.Zero));
    }

    private sealed class HookedClient(PetClientOptions options) : PetClient(options)
    {
        internal Action<ApiCallContext, HttpRequestMessage>? Sending { get; init; }

        internal Action<ApiCallContext, HttpResponseMessage>? Received { get; init; }

        protected internal override async ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Sending?.Invoke(call, request);
        }

        protected internal override async ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Received?.Invoke(call, response);
        }
    }

    private sealed class HookedOperations(PetClient client, List<string> log) : PetOperations(client)
    {
        public Uri? Target { get; set; }

        protected internal override ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            log.Add($"group sends {call.OperationId}");
            request.RequestUri = Target ?? request.RequestUri;
            return default;
        }

        protected internal override ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
        {
            log.Add($"group received {call.OperationId}");
            return default;
        }
    }
}
