using System.Collections.Concurrent;
using System.Globalization;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing;
using ClerkGen.Testing.Faults;
using Xunit.Abstractions;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>One client, many threads: nothing lost, nothing mixed up, nothing leaked.</summary>
[Collection("Alone")]
public sealed class ConcurrencyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thousand_parallel_callers_with_a_tenth_of_faults_lose_and_leak_nothing(bool isGivenClient)
    {
        FaultKind[] faults =
        [
            FaultKind.ResetBeforeHeaders, FaultKind.ResetAfterHeaders, FaultKind.ResetInBody, FaultKind.CloseAfterRead, FaultKind.CutWithLength,
            FaultKind.CutChunked, FaultKind.CutAtClose, FaultKind.Status429, FaultKind.Status500, FaultKind.Status503, FaultKind.HtmlBadGateway,
            FaultKind.EmptyBody, FaultKind.WrongContentType, FaultKind.MalformedJson, FaultKind.CutCompression, FaultKind.Redirect,
        ];
        int count = 0;
        await using PetServer server = new(request =>
        {
            int number = Interlocked.Increment(ref count);
            string id = request.Target[(request.Target.LastIndexOf('/') + 1)..];
            return number % 10 == 0
                ? FaultAnswer.Faulty(faults[number / 10 % faults.Length], PetServer.PetJson)
                : FaultAnswer.Json($"{{\"id\":\"{(request.Method == "POST" ? request.Text : id)}\",\"name\":\"{new string('n', number % 5000)}\"}}");
        });
        using var answers = new CountingHandler { InnerHandler = GeneratedSupport.ApiHttpHandler.Create() };
        using var http = new HttpClient(answers) { Timeout = Timeout.InfiniteTimeSpan };
        PetClientOptions options = server.Options(static options => options.Timeout = options.AttemptTimeout = TimeSpan.FromSeconds(60));
        PetClient client = isGivenClient ? new PetClient(options, http) : new PetClient(options);
        using var stop = new CancellationTokenSource(TestSizes.Soak);
        var outcomes = new ConcurrentDictionary<string, int>();
        long started = 0;
        long ended = 0;

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(async caller =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"pet_{caller}_{i}");
                Interlocked.Increment(ref started);
                try
                {
                    Pet pet = await client.Pets.GetAsync(id);
                    Assert.True(pet.Id == id || pet.Id == "pet_1", $"asked for {id}, got {pet.Id}");
                    outcomes.AddOrUpdate("value", 1, static (_, n) => n + 1);
                }
                catch (ApiException exception)
                {
                    outcomes.AddOrUpdate(exception.GetType().Name, 1, static (_, n) => n + 1);
                }

                Interlocked.Increment(ref ended);
            }
        }));

        output.WriteLine(
            $"{(isGivenClient ? "given client" : "shared pool")}, {TestSizes.Soak.TotalSeconds} s: {started} calls, {started - ended} lost, {server.Requests.Count} requests, "
            + $"{answers.Open} of {answers.All} answers left open, {server.Server.MostOpen} sockets at most; {string.Join(", ", outcomes.OrderBy(static outcome => outcome.Key))}");
        Assert.Equal(started, ended);
        Assert.Equal(0, answers.Open);
        Assert.True(answers.All >= ended || !isGivenClient);
        Assert.Equal(ended, outcomes.Values.Sum());
        Assert.True(outcomes["value"] > ended / 2, string.Join(' ', outcomes));
        Assert.True(ended >= 1000);
        Assert.True(server.Server.MostOpen <= 256 + 50, $"{server.Server.MostOpen} sockets");
    }

    [Fact]
    public async Task A_thousand_retries_over_one_connection_dispose_of_every_answer()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 429, "Retry-After: 0\r\n"));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false });
        var client = new PetClient(server.Options(), http);
        int attempts = 0;
        for (int i = 0; i < 400; i++)
        {
            attempts += (await Assert.ThrowsAsync<ApiException>(() => client.Pets.GetAsync("a", new() { MaxRetries = 10 }))).Attempts;
        }

        Assert.Equal(attempts, server.Requests.Count);
        Assert.True(attempts >= 400);
        Assert.Equal(1, server.Server.Connections);
    }

    [Fact]
    public async Task Unread_responses_free_their_connection()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{\"unread\":true}"));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var client = new PetClient(server.Options(), http);
        for (int i = 0; i < 50; i++)
        {
            await client.Pets.DeleteAsync("a");
            await using Stream stream = await client.Pets.DownloadAsync("a");
        }

        Assert.Equal(100, server.Requests.Count);
    }

    [Fact]
    public async Task A_given_client_is_never_disposed_of()
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient();
        await new PetClient(server.Options(), http).Pets.GetAsync("a");
        GC.Collect();
        GC.WaitForPendingFinalizers();

        using HttpResponseMessage response = await http.GetAsync(server.Address);

        Assert.True(response.IsSuccessStatusCode);
        Assert.False(typeof(IDisposable).IsAssignableFrom(typeof(PetClient)));
    }

    [Fact]
    public async Task Disposing_of_a_given_client_under_calls_ends_them()
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        var http = new HttpClient();
        var client = new PetClient(server.Options(static options => options.MaxRetries = 0), http);
        Task<Exception?>[] calls = [.. Enumerable.Range(0, 50).Select(_ => Record.ExceptionAsync(() => client.Pets.GetAsync("a")))];
        await Task.Delay(100);

        http.Dispose();

        foreach (Task<Exception?> call in calls)
        {
            Assert.NotNull(await call);
        }

        Assert.NotNull(await Record.ExceptionAsync(() => client.Pets.GetAsync("a")));
    }

    [Fact]
    public async Task Requests_of_one_client_reuse_connections()
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client();
        for (int i = 0; i < 100; i++)
        {
            await client.Pets.CreateAsync(new Pet { Id = "a", Name = new string('x', i * 100) });
        }

        Assert.Equal(1, server.Server.Connections);
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => i == 0 ? 20 : 20 + (i * 100)), server.Requests.Select(static request => request.Body.Length));
    }

    /// <summary>Counts the answers that are not disposed of.</summary>
    private sealed class CountingHandler : DelegatingHandler
    {
        private int _all;
        private int _open;

        internal int All => Volatile.Read(ref _all);

        internal int Open => Volatile.Read(ref _open);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _all);
            Interlocked.Increment(ref _open);
            response.Content = new CountedContent(response.Content, this);
            return response;
        }

        private sealed class CountedContent : HttpContent
        {
            private readonly HttpContent _inner;
            private readonly CountingHandler _handler;
            private int _isDisposed;

            internal CountedContent(HttpContent inner, CountingHandler handler)
            {
                (_inner, _handler) = (inner, handler);
                foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in inner.Headers.NonValidated)
                {
                    Headers.TryAddWithoutValidation(header.Key, header.Value);
                }
            }

            protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => _inner.CopyToAsync(stream, context);

            protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

            protected override bool TryComputeLength(out long length)
            {
                length = _inner.Headers.ContentLength ?? 0;
                return _inner.Headers.ContentLength is not null;
            }

            protected override void Dispose(bool disposing)
            {
                if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
                {
                    Interlocked.Decrement(ref _handler._open);
                    _inner.Dispose();
                }

                base.Dispose(disposing);
            }
        }
    }
}
