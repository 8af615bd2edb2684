using System.Net;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Simmy;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// Microsoft's standard resilience handler around a client, as hosts add it to all of theirs. Deliveries are counted at the server.
/// </summary>
public sealed class ResilienceTests
{
    public static TheoryData<string> Writes => ["create", "ban", "update", "replace", "delete"];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_fails_is_delivered_once_and_its_status_is_known(string write)
    {
        await using var server = new PetServer(FaultKind.Status503);
        await using ServiceProvider host = Host();

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => WriteAsync(Client(host, server), write));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, server.Server.Heads);
    }

    [Fact]
    public async Task A_read_that_fails_is_delivered_once_by_each_attempt_of_the_client()
    {
        await using var server = new PetServer(FaultKind.Status503);
        await using ServiceProvider host = Host();

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Client(host, server).Pets.GetAsync("a"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, server.Server.Heads);
    }

    [Fact]
    public async Task A_write_that_is_idempotent_is_repeated_by_the_client_alone()
    {
        await using var server = new PetServer(FaultKind.Status502);
        await using ServiceProvider host = Host();

        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => Client(host, server).Pets.CreateAsync(new Pet { Id = "a" }, new RequestOptions { IsIdempotent = true }));

        Assert.Equal(3, error.Attempts);
        Assert.Equal(3, server.Server.Heads);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task The_host_repeats_requests_if_the_options_allow_it(string write)
    {
        await using var server = new PetServer(FaultKind.Status503);
        await using ServiceProvider host = Host();

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(
            () => WriteAsync(Client(host, server, static options => options.RetryHandling = RetryHandling.Host), write));

        Assert.Equal(4, error.Attempts);
        Assert.Equal(4, server.Server.Heads);
    }

    [Fact]
    public async Task A_success_after_retries_of_the_host_counts_them()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(503), FaultAnswer.Nothing(503), FaultAnswer.Json(PetServer.PetJson));
        await using ServiceProvider host = Host();

        ApiResponse<Pet> response = await Client(host, server, static options => options.RetryHandling = RetryHandling.Host)
            .Pets.GetWithResponseAsync("a");

        Assert.Equal(3, response.Attempts);
        Assert.Equal("pet_1", response.Value.Id);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_whose_connection_broke_is_delivered_once_and_its_outcome_is_unknown(string write)
    {
        await using var server = new PetServer(FaultKind.CloseAfterRead);
        await using ServiceProvider host = Host();

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => WriteAsync(Client(host, server), write));

        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(1, server.Server.Heads);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_given_client_with_such_a_handler_delivers_a_write_once(string write)
    {
        await using var server = new PetServer(FaultKind.Status503);
        await using ServiceProvider host = Host(primary: static () => new SocketsHttpHandler { AllowAutoRedirect = false });

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => WriteAsync(Client(host, server), write));

        Assert.Equal(ApiConnectionProblem.Aborted, error.Problem);
        Assert.True(error.IsOutcomeUnknown);
        Assert.Contains("RetryHandling", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Server.Heads);
    }

    [Fact]
    public async Task The_timeout_of_a_handler_is_reported_as_its_own()
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        await using ServiceProvider host = Host(static options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(400);
            options.Retry.ShouldHandle = static _ => new ValueTask<bool>(false);
        });
        PetClient client = Client(host, server, static options => options.MaxRetries = 0);

        ApiTimeoutException write = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));
        ApiTimeoutException read = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"));

        Assert.True(write.IsOfHttpClient && read.IsOfHttpClient);
        Assert.False(write.IsOverall || read.IsOverall);
        Assert.True(write.IsOutcomeUnknown);
        Assert.False(read.IsOutcomeUnknown);
        Assert.Equal("TimeoutRejectedException", write.InnerException!.GetType().Name);
    }

    [Fact]
    public async Task An_open_circuit_is_a_connection_that_was_not_made()
    {
        await using var server = new PetServer(FaultKind.Status500);
        await using ServiceProvider host = Host(static options =>
        {
            options.CircuitBreaker.MinimumThroughput = 2;
            options.CircuitBreaker.FailureRatio = 0.1;
            options.CircuitBreaker.BreakDuration = TimeSpan.FromMinutes(5);
            options.Retry.ShouldHandle = static _ => new ValueTask<bool>(false);
        });
        PetClient client = Client(host, server, static options => options.MaxRetries = 0);
        for (int i = 0; i < 2; i++)
        {
            await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));
        }

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.Equal(ApiConnectionProblem.Aborted, error.Problem);
        Assert.False(error.IsOutcomeUnknown);
        Assert.Equal("BrokenCircuitException", error.InnerException!.GetType().Name);
        Assert.Equal(2, server.Server.Heads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_hedges_gets_the_answer_of_the_one_request_that_is_sent(bool isWrite)
    {
        await using var server = new PetServer(static _ =>
        {
            Thread.Sleep(700);
            return FaultAnswer.Json(PetServer.PetJson);
        });
        var services = new ServiceCollection();
        services.AddHttpClient("pets", static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ApiHttpHandler.Create)
            .AddStandardHedgingHandler().Configure(static options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50));
        await using ServiceProvider host = services.BuildServiceProvider();
        PetClient client = Client(host, server);

        Pet pet = await (isWrite ? client.Pets.CreateAsync(new Pet { Id = "a" }) : client.Pets.GetAsync("a"));

        Assert.Equal("pet_1", pet.Id);
        Assert.Equal(1, server.Server.Heads);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_handler_that_copies_the_request_delivers_a_write_once(string write)
    {
        foreach (HttpMessageHandler copying in (HttpMessageHandler[])[new CopyingHandler(ApiHttpHandler.Create()), new CloningHandler(ApiHttpHandler.Create())])
        {
            await using var server = new PetServer(FaultKind.Status503);
            using var http = new HttpClient(copying) { Timeout = Timeout.InfiniteTimeSpan };
            var client = new PetClient(server.Options(), http);

            ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => WriteAsync(client, write));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
            Assert.True(error.IsOutcomeUnknown);
            Assert.Equal(1, server.Server.Heads);
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_handler_that_writes_the_same_address_anew_sends_the_request(string write)
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient(new LookupHandler(ApiHttpHandler.Create())) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new PetClient(server.Options(), http);

        await WriteAsync(client, write);
        await client.Pets.GetAsync("a b");

        Assert.Equal(2, server.Server.Heads);
    }

    [Theory]
    [InlineData("retries of every failure")]
    [InlineData("limiter")]
    [InlineData("timeout within retries")]
    [InlineData("retries within timeout")]
    public async Task Other_strategies_of_a_host_deliver_a_write_once_too(string strategy)
    {
        await using var server = new PetServer(FaultKind.Status503);
        var services = new ServiceCollection();
        var retry = new HttpRetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(1) };
        services.AddHttpClient("pets", static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ApiHttpHandler.Create)
            .AddResilienceHandler("own", pipeline => _ = strategy switch
            {
                "limiter" => pipeline.AddConcurrencyLimiter(1, 0).AddRetry(retry),
                "timeout within retries" => pipeline.AddRetry(retry).AddTimeout(TimeSpan.FromSeconds(30)),
                "retries within timeout" => pipeline.AddTimeout(TimeSpan.FromSeconds(30)).AddRetry(retry),
                _ => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(1), ShouldHandle = static _ => new ValueTask<bool>(true) }),
            });
        await using ServiceProvider host = services.BuildServiceProvider();

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => Client(host, server).Pets.BanAsync("a"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true, 1), (error.StatusCode, error.IsOutcomeUnknown, server.Server.Heads));
    }

    [Fact]
    public async Task A_fault_that_a_strategy_injects_is_the_cause_of_one_exception()
    {
        await using var server = new PetServer(FaultKind.None);
        var services = new ServiceCollection();
        services.AddHttpClient("pets", static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ApiHttpHandler.Create)
            .AddResilienceHandler("chaos", static pipeline => pipeline.AddChaosFault(1.0, static () => new InvalidOperationException("chaos")));
        await using ServiceProvider host = services.BuildServiceProvider();

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => Client(host, server).Pets.BanAsync("a"));

        Assert.Equal((ApiConnectionProblem.Aborted, false, 0), (error.Problem, error.IsOutcomeUnknown, server.Server.Heads));
    }

    [Fact]
    public async Task A_response_that_a_handler_disposed_of_is_broken_with_its_status()
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient(new DisposingHandler(ApiHttpHandler.Create())) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new PetClient(server.Options(), http);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.Equal((ApiConnectionProblem.Broken, HttpStatusCode.OK), (error.Problem, error.StatusCode));
        Assert.True(error.IsOutcomeUnknown);
    }

    private static ServiceProvider Host(Action<HttpStandardResilienceOptions>? configure = null, Func<HttpMessageHandler>? primary = null)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        }));
        services.AddHttpClient("pets", static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(primary ?? ApiHttpHandler.Create);
        return services.BuildServiceProvider();
    }

    private static PetClient Client(IServiceProvider host, PetServer server, Action<PetClientOptions>? change = null) =>
        new(server.Options(change), host.GetRequiredService<IHttpClientFactory>().CreateClient("pets"));

    private static Task WriteAsync(PetClient client, string write) => write switch
    {
        "create" => client.Pets.CreateAsync(new Pet { Id = "a" }),
        "ban" => client.Pets.BanAsync("a"),
        "update" => client.Pets.UpdateAsync("a", new Pet { Id = "a" }),
        "replace" => client.Pets.ReplaceAsync("a", new Pet { Id = "a" }),
        _ => client.Pets.DeleteAsync("a"),
    };

    /// <summary>Sends a failed request again as a new message, as retry handlers by hand do, because a message can be sent only once.</summary>
    private sealed class CopyingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode < 500)
            {
                return response;
            }

            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version };
            foreach ((string name, IEnumerable<string> values) in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(name, values);
            }

            return await base.SendAsync(copy, cancellationToken);
        }
    }

    /// <summary>Sends a failed request again as a message that has nothing of the first but its bytes.</summary>
    private sealed class CloningHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            HttpResponseMessage response = await base.SendAsync(Clone(), cancellationToken);
            return (int)response.StatusCode < 500 ? response : await base.SendAsync(Clone(), cancellationToken);

            HttpRequestMessage Clone()
            {
                var clone = new HttpRequestMessage(request.Method, request.RequestUri!.AbsoluteUri) { Content = new ByteArrayContent(body), Version = request.Version };
                foreach ((string name, IEnumerable<string> values) in request.Headers)
                {
                    clone.Headers.TryAddWithoutValidation(name, values);
                }

                return clone;
            }
        }
    }

    /// <summary>Puts the address that it found into the request and takes it out again, as the handler of a service discovery does.</summary>
    private sealed class LookupHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri address = request.RequestUri!;
            request.RequestUri = new UriBuilder(address) { Host = address.Host, Port = address.Port }.Uri;
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = address;
            }
        }
    }

    /// <summary>Disposes of each response, as a handler with one <c>using</c> too many does.</summary>
    private sealed class DisposingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return response;
        }
    }
}
