using System.Diagnostics;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Deadlines cover connecting, header fields, body and waits, and are never mistaken for the caller's cancellation.</summary>
public sealed class DeadlineTests
{
    // Far above what is measured, far below the stall it is compared with, which lasts for ever.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    public static TheoryData<FaultKind> Stalls => new(
        FaultKind.StallBeforeReading,
        FaultKind.StallAfterReading,
        FaultKind.StallInStatusLine,
        FaultKind.StallInHeaders,
        FaultKind.StallBeforeBody,
        FaultKind.StallInBody);

    [Theory]
    [MemberData(nameof(Stalls))]
    public async Task A_stall_ends_with_the_attempt(FaultKind stall)
    {
        await using var server = new PetServer(stall);
        PetClient client = server.Client(static options => options.AttemptTimeout = TimeSpan.FromMilliseconds(100));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"));

        Assert.False(error.IsOverall);
        Assert.Equal(TimeSpan.FromMilliseconds(100), error.Timeout);
        Assert.Equal(3, error.Attempts);
        Assert.Contains("0.1 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stalls))]
    public async Task A_stall_ends_with_the_call(FaultKind stall)
    {
        await using var server = new PetServer(stall);
        // Long enough to have sent it, on a busy machine too.
        PetClient client = server.Client(static options => options.Timeout = TimeSpan.FromSeconds(1));

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.BanAsync("a"));

        Assert.True(error.IsOverall);
        Assert.Equal(TimeSpan.FromSeconds(1), error.Timeout);
        Assert.Equal(1, error.Attempts);
        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_call_can_set_its_own_times()
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        PetClient client = server.Client();

        ApiTimeoutException overall =
            await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a", new() { Timeout = TimeSpan.FromMilliseconds(50) }));
        ApiTimeoutException attempt = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => client.Pets.GetAsync("a", new() { AttemptTimeout = TimeSpan.FromMilliseconds(50), MaxRetries = 0 }));

        Assert.True(overall.IsOverall);
        Assert.False(attempt.IsOverall);
    }

    [Theory]
    [MemberData(nameof(Stalls))]
    public async Task A_cancellation_ends_a_stall_and_is_not_a_timeout(FaultKind stall)
    {
        await using var server = new PetServer(stall);
        PetClient client = server.Client(static options => options.Timeout = options.AttemptTimeout = Timeout.InfiniteTimeSpan);
        using var source = new CancellationTokenSource();
        Task<Pet> call = client.Pets.GetAsync("a", cancellationToken: source.Token);
        await Task.Delay(100);
        long started = Stopwatch.GetTimestamp();

        await source.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Equal(TaskStatus.Canceled, call.Status);
        Assert.True(Stopwatch.GetElapsedTime(started) < Generous);
        Assert.True(server.Requests.Count <= 1);
    }

    [Fact]
    public async Task A_cancellation_before_the_call_sends_nothing()
    {
        await using var server = new PetServer(FaultKind.None);
        var token = new CancellationToken(canceled: true);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Pets.GetAsync("a", cancellationToken: token));

        Assert.Equal(token, error.CancellationToken);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_cancellation_ends_a_wait_before_a_retry()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 429, "Retry-After: 15\r\n"));
        using var source = new CancellationTokenSource();
        PetClient client = server.Client(options => options.OnAttempt = _ => source.CancelAfter(50));

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Pets.GetAsync("a", cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("sending")]
    [InlineData("received")]
    [InlineData("upload")]
    public async Task A_cancellation_ends_even_a_handler_that_ignores_it(string where)
    {
        await using var server = new PetServer(FaultKind.None);
        PetClientOptions options = server.Options(options =>
        {
            if (where == "provider")
            {
                options.SecretKeyProvider = static _ => new ValueTask<string>(new TaskCompletionSource<string>().Task);
            }
        });
        var client = new HangingClient(options, where);
        using var source = new CancellationTokenSource(50);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => where == "upload"
            ? client.Pets.UploadAsync("a", ApiFile.FromStream(new OneWayStream(new byte[10], stalls: true)), cancellationToken: source.Token)
            : client.Pets.GetAsync("a", cancellationToken: source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Cancellations_at_any_time_end_calls_and_are_never_repeated()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 503));
        PetClient client = server.Client(static options => options.Random = new Random(1));
        var calls = new List<Task>();
        var sources = new List<CancellationTokenSource>();
        for (int i = 0; i < 100; i++)
        {
            var source = new CancellationTokenSource(i % 20);
            sources.Add(source);
            calls.Add(Record.ExceptionAsync(() => client.Pets.GetAsync("a", cancellationToken: source.Token)));
        }

        foreach (Task<Exception?> call in calls.Cast<Task<Exception?>>())
        {
            Assert.True(await call is OperationCanceledException or ApiException);
        }

        sources.ForEach(static source => source.Dispose());
    }

    [Fact]
    public async Task The_timeout_of_a_given_client_is_a_timeout_too()
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };

        ApiTimeoutException error =
            await Assert.ThrowsAsync<ApiTimeoutException>(() => new PetClient(server.Options(static options => options.MaxRetries = 0), http).Pets.BanAsync("a"));

        Assert.True(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_handler_that_ignores_cancellation_does_not_hold_a_call()
    {
        using var http = new HttpClient(new DeafHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        PetClient client = new(new PetClientOptions { SecretKey = PetServer.Key, Timeout = TimeSpan.FromMilliseconds(100) }, http);

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"));

        Assert.True(error.IsOverall);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(3_000_000_000L)]
    public void Times_have_a_range(long milliseconds)
    {
        TimeSpan time = TimeSpan.FromMilliseconds(milliseconds);

        Assert.Throws<ArgumentOutOfRangeException>(() => new PetClientOptions { Timeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PetClientOptions { AttemptTimeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PetClientOptions { StreamIdleTimeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestOptions { Timeout = time });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestOptions { AttemptTimeout = time });
    }

    private sealed class HangingClient(PetClientOptions options, string where) : PetClient(options)
    {
        protected internal override ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken) =>
            where == "sending" ? new ValueTask(new TaskCompletionSource().Task) : default;

        protected internal override ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken) =>
            where == "received" ? new ValueTask(new TaskCompletionSource().Task) : default;
    }

    private sealed class DeafHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new TaskCompletionSource<HttpResponseMessage>().Task;
    }
}
