using ClerkGen.Retries;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Bodies, responses, hooks and streams that outlive their call, because other code ignores cancellation, do no harm.</summary>
public sealed class LifetimeTests
{
    // Long enough to reach the handler first, on a busy machine too.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_body_is_refused_to_a_handler_that_sends_it_after_the_call_has_ended()
    {
        var late = new LateHandler();
        using var http = new HttpClient(late);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Timeout = Short }, http);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));
        late.GoOn.SetResult();

        InvalidOperationException error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => late.Reading);
        Assert.Contains("after its call had ended", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, late.Read.Length);
    }

    [Fact]
    public async Task A_body_that_is_still_being_sent_when_the_call_ends_keeps_its_memory()
    {
        var late = new LateHandler { ReadsAtOnce = true };
        using var http = new HttpClient(late);
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Timeout = Short }, http);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.CreateAsync(new Pet { Id = "a", Name = new string('n', 3000) }));
        using (var other = new HttpClient(new RecordingHandler(_ => RecordingHandler.Json(PetServer.PetJson))))
        {
            // Bodies of the same size, which would take the memory over.
            PetClient others = new(new PetClientOptions { SecretKey = PetServer.Key }, other);
            for (int i = 0; i < 20; i++)
            {
                await others.Pets.CreateAsync(new Pet { Id = "b", Name = new string('x', 3000) });
            }
        }

        late.GoOn.SetResult();
        await late.Reading;

        Assert.Equal($$"""{"id":"a","name":"{{new string('n', 3000)}}"}""", System.Text.Encoding.UTF8.GetString(late.Read.ToArray()));
    }

    [Fact]
    public async Task A_response_that_arrives_after_the_call_is_disposed_of()
    {
        var content = new WatchedContent();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var http = new HttpClient(new AnsweringHandler(() => answer.Task));
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Timeout = Short }, http);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"));
        Assert.False(content.IsDisposed);
        answer.SetResult(new HttpResponseMessage { Content = content });

        await content.Disposed.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_late_exception_of_the_callers_code_is_observed()
    {
        const string Words = "thrown too late by a test";
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) =>
            unobserved += e.Exception.ToString().Contains(Words, StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(static _ => FailLateAsync(Words)));
            for (int i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unobserved);
    }

    [Fact]
    public async Task A_stream_that_can_be_read_once_is_not_sent_again_by_a_handler_either()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 503), FaultAnswer.Json(PetServer.PetJson));
        using var http = new HttpClient(new TwiceHandler { InnerHandler = new SocketsHttpHandler() });
        var client = new PetClient(server.Options(static options => options.RetryHandling = RetryHandling.Host), http);

        Exception error = await Assert.ThrowsAnyAsync<Exception>(
            () => client.Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream([1, 2, 3]), "a.bin")));

        Assert.Contains("read only once", error.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_that_an_abandoned_attempt_still_reads_is_not_read_by_another_one()
    {
        await using var server = new PetServer(FaultKind.None);
        var stream = new StallingStream();
        PetClient client = server.Client(static options => options.AttemptTimeout = Short);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => client.Pets.UploadAsync("a", ApiFile.FromStream(stream, "a.bin"), options: new() { IsIdempotent = true }));

        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, stream.Reads);
    }

    [Fact]
    public async Task An_answer_whose_call_fails_after_all_frees_its_connection()
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var failing = new PetClient(server.Options(static options => options.OnAttempt = static _ => throw new NotSupportedException("log is full")), http);
        var client = new PetClient(server.Options(), http);

        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => failing.Pets.DownloadAsync("a"));
            await client.Pets.GetAsync("a");
        }

        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Clients_of_the_same_options_share_one_budget_for_retries()
    {
        using var handler = new RecordingHandler(_ => RecordingHandler.Json("{}", 503));
        using var http = new HttpClient(handler);
        var options = new PetClientOptions { SecretKey = PetServer.Key, Random = new PetServer.NoRandom() };
        const int Calls = 200;
        for (int i = 0; i < Calls; i++)
        {
            // As a host does it: a client for each request that it serves.
            await Assert.ThrowsAnyAsync<ApiException>(() => new PetClient(options, http).Pets.GetAsync("a"));
        }

        Assert.Equal(Calls + (RetryBudget.Capacity / RetryBudget.Cost), handler.Requests.Count);
    }

    private static async Task FailLateAsync(string words)
    {
        var goOn = new TaskCompletionSource();
        using var http = new HttpClient(new AnsweringHandler(async () =>
        {
            await goOn.Task;
            throw new NotSupportedException(words);
        }));
        PetClientOptions Options() => new() { SecretKey = PetServer.Key, Timeout = Short };
        PetClientOptions slow = Options();
        slow.SecretKeyProvider = async _ =>
        {
            await goOn.Task;
            throw new NotSupportedException(words);
        };
        PetClient[] clients = [new(Options(), http), new(slow, http), new HookedClient(Options(), goOn.Task, words)];
        await Task.WhenAll(clients.Select(static client => Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"))));
        goOn.SetResult();
    }

    private sealed class HookedClient(PetClientOptions options, Task goOn, string words) : PetClient(options)
    {
        protected internal override async ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await goOn;
            throw new NotSupportedException(words);
        }
    }

    private sealed class AnsweringHandler(Func<Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer();
    }

    /// <summary>Ignores cancellation and reads the request's content when it is told to go on.</summary>
    private sealed class LateHandler : HttpMessageHandler
    {
        internal TaskCompletionSource GoOn { get; } = new();

        internal bool ReadsAtOnce { get; init; }

        internal MemoryStream Read { get; } = new();

        internal Task Reading { get; private set; } = Task.CompletedTask;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Reading = ReadAsync(request.Content!);
            await Reading;
            return new HttpResponseMessage();
        }

        private async Task ReadAsync(HttpContent content)
        {
            if (!ReadsAtOnce)
            {
                await GoOn.Task;
            }

            await content.CopyToAsync(new SlowStream(Read, GoOn.Task), CancellationToken.None);
        }
    }

    /// <summary>Takes what is written only when it is told to.</summary>
    private sealed class SlowStream(MemoryStream target, Task goOn) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await goOn;
            target.Write(buffer.Span);
        }
    }

    private sealed class WatchedContent : HttpContent
    {
        private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Disposed => _disposed.Task;

        internal bool IsDisposed => _disposed.Task.IsCompleted;

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            _disposed.TrySetResult();
            base.Dispose(disposing);
        }
    }

    /// <summary>Can seek, never gives anything, and ignores its token.</summary>
    private sealed class StallingStream() : MemoryStream(new byte[10])
    {
        internal int Reads { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            await new TaskCompletionSource().Task;
            return 0;
        }
    }
}
