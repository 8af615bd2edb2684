using System.Diagnostics;
using System.Globalization;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing;
using ClerkGen.Testing.Faults;
using Xunit.Abstractions;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// From the caller's cancellation to the call's end, in every state that a call can be in, under a clock that never moves: nothing waits for a
/// timer. How long it takes is printed; what is asserted is that it ends, and that nothing is sent again.
/// </summary>
[Collection("Alone")]
public sealed class CancellationTests(ITestOutputHelper output)
{
    // A hang is what is looked for, so a busy machine makes no difference.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    public static TheoryData<string> States =>
        new("credential", "hook", "connecting", "header fields", "body", "error body", "wait before a retry", "upload", "stream", "page");

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_cancellation_ends_a_call_without_waiting_for_any_clock(string state)
    {
        await using var server = new PetServer(request => Answer(state, request));
        using var connecting = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Stream.Null;
            },
        });
        var reached = new StateCounter();
        PetClientOptions Options() => server.Options(options =>
        {
            options.TimeProvider = new FrozenTime();
            options.Random = new Random(1);
            options.OnAttempt = attempt => reached.Add(attempt.RetryDelay is not null);
            if (state == "credential")
            {
                options.SecretKeyProvider = static _ => new ValueTask<string>(new TaskCompletionSource<string>().Task);
            }
        });
        var times = new List<double>();
        for (int i = 0; i < TestSizes.Cancellations; i++)
        {
            int before = server.Server.Heads;
            reached.Reset();

            // A client of its own for each round: one budget for retries would not do for all of them.
            PetClient client = state == "connecting" ? new PetClient(Options(), connecting) : new HookedClient(Options(), state == "hook");
            using var source = new CancellationTokenSource();
            Task call = CallAsync(client, state, source.Token);
            await (state switch
            {
                "credential" or "hook" or "connecting" => Task.Delay(5),
                "wait before a retry" => reached.Reached.WaitAsync(Generous),
                _ => server.Server.UntilHeadsAsync(before + 1).WaitAsync(Generous),
            });
            await Task.Delay(i % 4 * 5);
            long started = Stopwatch.GetTimestamp();
            await source.CancelAsync();

            OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Generous));

            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Equal(TaskStatus.Canceled, call.Status);
            Assert.InRange(server.Server.Heads, before, before + 1);
        }

        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{state}: {times.Count} cancellations, p50 {times[times.Count / 2]:0.00} ms, p99 {times[(int)Math.Ceiling(times.Count * 0.99) - 1]:0.00} ms, latest {times[^1]:0.00} ms"));
    }

    private static FaultAnswer Answer(string state, FaultRequest request) => state switch
    {
        "body" or "stream" or "page" => FaultAnswer.Faulty(FaultKind.StallInBody, PetServer.PetJson),
        "error body" => FaultAnswer.Faulty(FaultKind.StallInBody, PetServer.PetJson) with { Status = 422 },
        "wait before a retry" => FaultAnswer.Json("{}", 429, "Retry-After: 15\r\n"),
        "upload" => FaultAnswer.Faulty(FaultKind.StallBeforeReading, PetServer.PetJson),
        _ => FaultAnswer.Faulty(FaultKind.StallAfterReading, PetServer.PetJson),
    };

    private static async Task CallAsync(PetClient client, string state, CancellationToken cancellationToken)
    {
        switch (state)
        {
            case "upload":
                await client.Pets.UploadAsync("a", ApiFile.FromBytes(new byte[20_000_000], "a.bin"), cancellationToken: cancellationToken);
                break;
            case "stream":
                await using (Stream photo = await client.Pets.DownloadAsync("a", cancellationToken: cancellationToken))
                {
                    await photo.CopyToAsync(Stream.Null, cancellationToken);
                }

                break;
            case "page":
                await foreach (Pet _ in client.Pets.ListAllAsync(cancellationToken: cancellationToken))
                {
                }

                break;
            default:
                await client.Pets.GetAsync("a", cancellationToken: cancellationToken);
                break;
        }
    }

    private sealed class HookedClient(PetClientOptions options, bool hangs) : PetClient(options)
    {
        protected internal override ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken) =>
            hangs ? new ValueTask(new TaskCompletionSource().Task) : default;
    }

    /// <summary>Knows when an attempt has ended and another one is waited for.</summary>
    private sealed class StateCounter
    {
        private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Reached => _reached.Task;

        internal void Reset() => _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Add(bool waits)
        {
            if (waits)
            {
                _reached.TrySetResult();
            }
        }
    }

    /// <summary>Stands still: no timer ever fires.</summary>
    private sealed class FrozenTime : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
