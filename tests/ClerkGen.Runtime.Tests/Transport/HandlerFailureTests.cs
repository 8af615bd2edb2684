using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// Whatever a handler of the caller does, a call ends in a value or in one exception of the client. Only mistakes in the call itself, and
/// exceptions after which no process can go on, reach the caller as they are.
/// </summary>
[SuppressMessage("Usage", "CA2201", Justification = "Handlers throw what mistakes in them cause.")]
public sealed class HandlerFailureTests
{
    public static TheoryData<string> Exceptions =>
    [
        "InvalidOperation", "Disposed", "NullReference", "Format", "Argument", "ArgumentNull", "NotSupported", "NotImplemented", "KeyNotFound",
        "Json", "Uri", "Authentication", "Socket", "FileNotFound", "DirectoryNotFound", "Unauthorized", "InvalidCast", "Index", "InvalidData",
        "Aggregate", "Win32", "Own", "Api",
    ];

    public static TheoryData<string> Bodies => ["InvalidOperation", "Disposed", "NullReference", "Format", "NotSupported", "Canceled", "Own"];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_of_a_handler_before_it_sends_is_the_cause_of_one_with_what_to_do(string kind)
    {
        Exception thrown = Made(kind, "not set up");
        foreach (bool isAsynchronous in (bool[])[false, true])
        {
            using var http = new HttpClient(new BrokenHandler(null, isAsynchronous, thrown));
            var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, Random = new PetServer.NoRandom() }, http);

            foreach (Func<Task> call in (Func<Task>[])[() => client.Pets.GetAsync("a"), () => client.Pets.CreateAsync(new Pet { Id = "a" }), () => client.Pets.DownloadAsync("a")])
            {
                ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(call);

                Assert.Equal(ApiConnectionProblem.Aborted, error.Problem);
                Assert.Same(thrown, error.InnerException);
                Assert.Null(error.StatusCode);
                Assert.Equal(1, error.Attempts);
                Assert.False(error.IsOutcomeUnknown);
                Assert.EndsWith($"failed: the given HttpClient, or one of its handlers, threw an exception ({thrown.GetType().Name}). The inner exception has the reason.", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task An_exception_of_a_handler_after_it_sent_leaves_the_outcome_of_a_write_unknown(string kind)
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient(new BrokenHandler(ApiHttpHandler.Create(), isAsynchronous: true, Made(kind, "not set up")));
        var client = new PetClient(server.Options(), http);

        ApiConnectionException write = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.BanAsync("a"));
        ApiConnectionException read = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.GetAsync("a"));

        Assert.True(write.IsOutcomeUnknown);
        Assert.Contains("outcome is unknown", write.Message, StringComparison.Ordinal);
        Assert.False(read.IsOutcomeUnknown);
        Assert.Equal(2, server.Server.Heads);
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(409, 1)]
    [InlineData(503, 3)]
    [InlineData(307, 1)]
    public async Task A_status_that_a_handler_makes_an_exception_of_is_known(int status, int attempts)
    {
        foreach (bool isRegistered in (bool[])[false, true])
        {
            await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(status, "X-Request-Id: req_1\r\n"));
            using var http = new HttpClient(new EnsuringHandler(isRegistered ? ApiHttpHandler.Create() : new SocketsHttpHandler { AllowAutoRedirect = false }));
            var client = new PetClient(server.Options(), http);

            ApiException read = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a"));
            ApiException write = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.BanAsync("a"));
            ApiResponse<Stream> raw = await client.SendAsync(HttpMethod.Post, "/x");

            Assert.Equal((status, status, status), ((int)read.StatusCode!, (int)write.StatusCode!, (int)raw.StatusCode));
            Assert.Equal((attempts, 1, status == 503), (read.Attempts, write.Attempts, write.IsOutcomeUnknown));
            Assert.Equal(status == 307, read is ApiRedirectException { WasFollowed: false });
            Assert.Equal(isRegistered ? "req_1" : null, read.RequestId);
        }
    }

    [Fact]
    public async Task A_status_that_a_registered_handler_saw_is_known_whatever_another_one_throws()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 409));
        using var http = new HttpClient(new BrokenHandler(ApiHttpHandler.Create(), isAsynchronous: true, new JsonException("not what I expect")));

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => new PetClient(server.Options(), http).Pets.BanAsync("a"));

        Assert.Equal((ApiConnectionProblem.Aborted, HttpStatusCode.Conflict), (error.Problem, error.StatusCode));
        Assert.IsType<JsonException>(error.InnerException);
    }

    [Fact]
    public async Task A_handler_without_an_inner_one_is_one_exception()
    {
        using var http = new HttpClient(new EnsuringHandler(null));

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(
            () => new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http).Pets.GetAsync("a"));

        Assert.Contains("inner handler", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_without_a_response_is_one_that_failed()
    {
        using var http = new HttpClient(new RecordingHandler(static _ => null!));
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.GetAsync("a"));
        ApiConnectionException raw = await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(HttpMethod.Get, "/x"));

        Assert.Equal((ApiConnectionProblem.Aborted, ApiConnectionProblem.Aborted), (error.Problem, raw.Problem));
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_throws_is_a_broken_response_with_its_status(string kind)
    {
        foreach (bool breaksAtOnce in (bool[])[false, true])
        {
            using var http = new HttpClient(new RecordingHandler(_ => Broken(HttpStatusCode.OK, Made(kind, "half"), breaksAtOnce)));
            var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, http);

            foreach (Func<Task> call in (Func<Task>[])[() => client.Pets.GetAsync("a"), () => client.Pets.DescribeAsync("a"), () => ReadAsync(client.Pets.DownloadAsync("a")), () => client.Pets.ExportAsync().GetAsyncEnumerator().MoveNextAsync().AsTask()])
            {
                ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(call);

                Assert.Equal((ApiConnectionProblem.Broken, HttpStatusCode.OK), (error.Problem, error.StatusCode));
            }

            ApiConnectionException write = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.BanAsync("a"));
            Assert.True(write.IsOutcomeUnknown);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_status_of_an_error_survives_a_body_that_throws(string kind)
    {
        using var http = new HttpClient(new RecordingHandler(_ => Broken(HttpStatusCode.Conflict, Made(kind, "half"), breaksAtOnce: true)));
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
    }

    [Fact]
    public async Task A_body_that_throws_when_it_is_disposed_of_takes_no_value_away()
    {
        using var http = new HttpClient(new RecordingHandler(static _ => new HttpResponseMessage
        {
            Content = new StreamContent(new UndisposableStream()) { Headers = { ContentType = new("application/json") } },
        }));
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        Assert.Equal("a", (await client.Pets.GetAsync("a")).Id);
        Assert.Equal("a", (await client.Pets.CreateAsync(new Pet { Id = "a" })).Id);
        Assert.Equal(10, await ReadAsync(client.Pets.DownloadAsync("a")));
    }

    [Fact]
    public async Task A_handler_without_a_task_is_one_exception()
    {
        using var http = new HttpClient(new TasklessHandler());
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.BanAsync("a"));

        Assert.Equal((ApiConnectionProblem.Aborted, false), (error.Problem, error.IsOutcomeUnknown));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public async Task A_body_that_counts_wrongly_is_broken(int count)
    {
        using var http = new HttpClient(new RecordingHandler(_ => new HttpResponseMessage { Content = new StreamContent(new MiscountingStream(count)) }));
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, http);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.GetAsync("a"));

        Assert.Equal(ApiConnectionProblem.Broken, error.Problem);
    }

    [Fact]
    public async Task The_callers_cancellation_wins_over_what_a_handler_throws_because_of_it()
    {
        foreach (string kind in (string[])["InvalidOperation", "NullReference", "Own", "Socket"])
        {
            using var cancelled = new CancellationTokenSource();
            using var http = new HttpClient(new RecordingHandler(_ =>
            {
                cancelled.Cancel();
                throw Made(kind, "cancelled");
            }));
            var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

            OperationCanceledException error = await Assert.ThrowsAsync<OperationCanceledException>(() => client.Pets.GetAsync("a", cancellationToken: cancelled.Token));

            Assert.Equal(cancelled.Token, error.CancellationToken);
        }
    }

    [Fact]
    public async Task A_disposed_HttpClient_is_a_mistake_of_the_caller()
    {
        var http = new HttpClient();
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);
        http.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Pets.GetAsync("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));
    }

    [Fact]
    public async Task A_process_without_memory_is_told_so()
    {
        using var http = new HttpClient(new RecordingHandler(static _ => throw new InsufficientMemoryException()));
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http);

        await Assert.ThrowsAsync<InsufficientMemoryException>(() => client.Pets.GetAsync("a"));
    }

    [Theory]
    [InlineData("InvalidOperation")]
    [InlineData("Http")]
    [InlineData("IO")]
    [InlineData("Aggregate")]
    [InlineData("Timeout")]
    public async Task A_credential_in_the_text_of_a_handlers_exception_is_masked(string kind)
    {
        foreach (string text in (string[])[$"Authorization: Bearer {PetServer.Key}", Uri.EscapeDataString(PetServer.Key)])
        {
            using var http = new HttpClient(new RecordingHandler(_ => throw Made(kind, text)));
            var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, http);
            using var broken = new HttpClient(new RecordingHandler(_ => Broken(HttpStatusCode.OK, Made(kind, text), breaksAtOnce: true)));
            var reading = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, broken);

            foreach (Func<Task> call in (Func<Task>[])[() => client.Pets.GetAsync("a"), () => reading.Pets.GetAsync("a"), () => ReadAsync(reading.Pets.DownloadAsync("a"))])
            {
                ApiException error = await Assert.ThrowsAnyAsync<ApiException>(call);

                Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
                Assert.Contains("***", error.InnerException!.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Exceptions_of_the_callers_own_content_reach_the_caller_unchanged()
    {
        foreach (bool isGiven in (bool[])[false, true])
        {
            await using var server = new PetServer(FaultKind.None);
            using var http = new HttpClient();
            var client = new PetClient(server.Options(), isGiven ? http : null);

            FormatException error = await Assert.ThrowsAsync<FormatException>(
                () => client.SendAsync(HttpMethod.Post, "/x", new ThrowingContent(new FormatException("mine"))));

            Assert.Equal("mine", error.Message);
        }
    }

    [Fact]
    public async Task The_last_delivery_of_a_host_that_repeats_does_not_hide_the_earlier_ones()
    {
        await using var server = new PetServer(FaultKind.Status503);
        using var http = new HttpClient(new FailingOverHandler(ApiHttpHandler.Create())) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new PetClient(server.Options(static options => options.RetryHandling = RetryHandling.Host), http);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.True(error.IsOutcomeUnknown);
        Assert.Equal(2, error.Attempts);
        Assert.Equal(1, server.Server.Heads);
    }

    [Fact]
    public async Task A_request_for_a_token_fails_with_one_exception_too()
    {
        foreach (string kind in (string[])["InvalidOperation", "NullReference", "Http", "Own", "Timeout"])
        {
            using var http = new HttpClient(new RecordingHandler(_ => throw Made(kind, "client_secret_0123456789 is wrong")));
            var tokens = new ClientCredentialsTokens(new Uri("https://auth.example/token"), "id", "client_secret_0123456789", http);

            TokenRequestException error = await Assert.ThrowsAsync<TokenRequestException>(() => tokens.GetTokenAsync().AsTask());

            Assert.NotNull(error.InnerException);
            Assert.DoesNotContain("0123456789", error.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<int> ReadAsync(Task<Stream> download)
    {
        await using Stream stream = await download;
        return await stream.ReadAsync(new byte[100]) + await stream.ReadAsync(new byte[100]);
    }

    private static Exception Made(string kind, string text) => kind switch
    {
        "InvalidOperation" => new InvalidOperationException(text),
        "Disposed" => new ObjectDisposedException("Handler", text),
        "NullReference" => new NullReferenceException(text),
        "Format" => new FormatException(text),
        "Argument" => new ArgumentException(text, nameof(text)),
        "ArgumentNull" => new ArgumentNullException(nameof(text), text),
        "NotSupported" => new NotSupportedException(text),
        "NotImplemented" => new NotImplementedException(text),
        "KeyNotFound" => new KeyNotFoundException(text),
        "Json" => new JsonException(text),
        "Uri" => new UriFormatException(text),
        "Authentication" => new AuthenticationException(text),
        "Socket" => new SocketException((int)SocketError.HostUnreachable),
        "FileNotFound" => new FileNotFoundException(text),
        "DirectoryNotFound" => new DirectoryNotFoundException(text),
        "Unauthorized" => new UnauthorizedAccessException(text),
        "InvalidCast" => new InvalidCastException(text),
        "Index" => new IndexOutOfRangeException(text),
        "InvalidData" => new InvalidDataException(text),
        "Aggregate" => new AggregateException(new InvalidOperationException(text)),
        "Win32" => new Win32Exception(5, text),
        "Api" => new ApiException(HttpStatusCode.BadGateway, text),
        "Canceled" => new OperationCanceledException(text),
        "Http" => new HttpRequestException(text),
        "IO" => new IOException(text),
        "Timeout" => new TimeoutException(text),
        _ => new OwnException(text),
    };

    private static HttpResponseMessage Broken(HttpStatusCode status, Exception exception, bool breaksAtOnce) =>
        new(status) { Content = new StreamContent(new ThrowingStream(exception, breaksAtOnce)) { Headers = { ContentType = new("text/plain") } } };

    private sealed class OwnException(string message) : Exception(message);

    /// <summary>Throws: at once, or after the request was sent.</summary>
    private sealed class BrokenHandler(HttpMessageHandler? inner, bool isAsynchronous, Exception exception) : DelegatingHandler
    {
        private readonly HttpMessageInvoker? _inner = inner is null ? null : new HttpMessageInvoker(inner);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            isAsynchronous ? FailAsync(request, cancellationToken) : throw exception;

        protected override void Dispose(bool disposing)
        {
            _inner?.Dispose();
            base.Dispose(disposing);
        }

        private async Task<HttpResponseMessage> FailAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            using HttpResponseMessage? response = _inner is null ? null : await _inner.SendAsync(request, cancellationToken);
            throw exception;
        }
    }

    /// <summary>Throws for each status that is no success, as handlers for other clients do.</summary>
    private sealed class EnsuringHandler : DelegatingHandler
    {
        internal EnsuringHandler(HttpMessageHandler? inner)
        {
            if (inner is not null)
            {
                InnerHandler = inner;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (await base.SendAsync(request, cancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>Sends a failed request again, to a server that does not exist.</summary>
    private sealed class FailingOverHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            Uri target = request.RequestUri!;
            request.RequestUri = new Uri("https://nobody.invalid/");
            request.Content = new ByteArrayContent([]);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = target;
            }
        }
    }

    private sealed class ThrowingStream(Exception exception, bool breaksAtOnce) : MemoryStream("{\"id\":"u8.ToArray())
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            breaksAtOnce || Position == Length ? throw exception : base.ReadAsync(buffer, cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw exception;
    }

    private sealed class UndisposableStream() : MemoryStream("{\"id\":\"a\"}"u8.ToArray())
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            throw new InvalidOperationException("not disposable");
        }
    }

    private sealed class TasklessHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => null!;
    }

    private sealed class MiscountingStream(int count) : MemoryStream(new byte[10])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(count);
    }

    private sealed class ThrowingContent(Exception exception) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.FromException(exception);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
