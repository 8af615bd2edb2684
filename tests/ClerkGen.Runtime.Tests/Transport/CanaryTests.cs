using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// A canary key, and canary values in paths and queries, through every kind of fault with everything listening that can: the key
/// leaves in its header and appears nowhere else, and no value appears in telemetry, messages or logs.
/// </summary>
[Collection("Alone")]
public sealed class CanaryTests
{
    private const string Canary = "sk_test_only_in_these_tests_0123456789";
    private const string Personal = "personal-canary";

    [Fact]
    public async Task The_key_and_personal_values_leave_only_in_the_request()
    {
        using var heard = new Everything();
        // Stalls wait for time alone; each kind has a server of its own, so all of them can happen at once.
        int[] calls = await Task.WhenAll(Enum.GetValues<FaultKind>().Select(kind => CallAllAsync(heard, kind)));

        Assert.True(calls.Sum() > 100);
        Assert.True(heard.Count > 500, $"only {heard.Count} texts were heard");
        string[] leaks = heard.Holding(Canary);
        Assert.True(leaks.Length == 0, leaks.Length == 0 ? "" : leaks[0]);
        string[] personal = heard.Holding(Personal);
        Assert.True(personal.Length == 0, personal.Length == 0 ? "" : personal[0]);
    }

    [Fact]
    public void Options_clients_and_requests_print_nothing_secret()
    {
        var options = new PetClientOptions { SecretKey = Canary, UserPassword = "user:" + Canary, HeaderKey = Canary };
        var client = new PetClient(options);

        Assert.Equal("PetClientOptions", options.ToString());
        Assert.Equal("Pet API", client.ToString());
        foreach (object thing in (object[])[options, client, client.Pets, new RequestOptions { Headers = { ["X"] = Canary } }])
        {
            Assert.DoesNotContain(Canary, thing.ToString(), StringComparison.Ordinal);
            string? display = thing.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value;
            Assert.True(display is null or "{ToString(),nq}", display);
        }
    }

    [Fact]
    public async Task Hooks_never_see_a_credential()
    {
        await using var server = new PetServer(FaultKind.None);
        var client = new HookedClient(server.Options(static options => (options.SecretKey, options.HeaderKey, options.CookieKey) = (Canary, Canary, Canary)));

        await client.Pets.GetAsync("a");
        await client.Pets.AnyKeyAsync();

        Assert.Equal(4, client.Seen.Count);
        Assert.All(client.Seen, static text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        Assert.Equal("Bearer " + Canary, server.Requests[0].Header("Authorization"));
        Assert.Equal(Canary, server.Requests[1].Header("X-Pet-Key"));
    }

    [Fact]
    public async Task Hooks_never_see_a_credential_in_the_query_either()
    {
        await using var server = new PetServer(FaultKind.None);
        var client = new HookedClient(new PetClientOptions { BaseAddress = server.Address, QueryKey = Canary });

        await client.Pets.AnyKeyAsync();

        Assert.Equal(2, client.Seen.Count);
        Assert.All(client.Seen, static text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        Assert.Equal($"/any-key?pet%20key={Canary}", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_key_that_a_server_gives_back_in_a_header_is_masked()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("{}", 500, $"X-Echo: Bearer {Canary}\r\n"), FaultAnswer.Json(PetServer.PetJson, headers: $"X-Echo: {Canary}\r\n"));
        PetClient client = server.Client(static options => (options.SecretKey, options.MaxRetries) = (Canary, 0));

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.GetAsync("a"));
        ApiResponse<Pet> response = await client.Pets.GetWithResponseAsync("a");

        Assert.True(error.Headers.TryGetValue("X-Echo", out string? echo));
        Assert.Equal("Bearer ***", echo);
        Assert.Equal(["***"], response.Headers.GetValues("X-Echo"));
    }

    /// <summary>Makes each kind of call to a server with a fault.</summary>
    /// <returns>Number of calls.</returns>
    private static async Task<int> CallAllAsync(Everything heard, FaultKind kind)
    {
        await using var server = new PetServer(
            request => kind == FaultKind.None
                ? FaultAnswer.Json($$"""{"errors":[{"code":"{{Canary}}","message":"{{request.Header("Authorization")}}"}],"pet_trace_id":"{{Canary}}"}""", 422)
                : FaultAnswer.Faulty(kind, PetServer.PetJson),
            kind);
        PetClient client = server.Client(options =>
        {
            options.SecretKey = Canary;
            options.AttemptTimeout = PetServer.AttemptTimeoutOf(kind);
            options.MaxRetries = 1;
            options.OnAttempt = attempt => heard.Add(attempt.ToString());
            options.OnDeviation = deviation => heard.Add(deviation.ToString());
        });
        heard.Add(client.ToString());
        heard.Add(client.Pets.ToString());
        Func<Task>[] calls =
        [
            () => client.Pets.GetAsync(Personal),
            () => client.Pets.ListAsync(new() { Query = Personal }),
            () => client.Pets.CreateAsync(new Pet { Id = Personal, Name = Personal }),
            () => client.Pets.DeleteAsync(Personal),
            () => client.Pets.GetWithResponseAsync(Personal),
            async () => await (await client.Pets.DownloadAsync(Personal)).DisposeAsync(),
            () => client.Pets.UploadAsync(Personal, ApiFile.FromBytes(new byte[1000], Personal)),
        ];
        foreach (Func<Task> call in calls)
        {
            await CallAsync(heard, call);
        }

        return calls.Length;
    }

    private static async Task CallAsync(Everything heard, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ApiException exception)
        {
            for (Exception? current = exception; current is not null; current = current.InnerException)
            {
                heard.Add(current.ToString());
                foreach (object? value in current.Data.Values)
                {
                    heard.Add(value?.ToString());
                }
            }

            heard.Add(exception.RequestId);
            heard.Add(exception.ResponseText);
            heard.Add(exception.Headers.ToString());
            heard.Add(string.Join(' ', exception.ErrorCodes));
        }
    }

    private sealed class HookedClient(PetClientOptions options) : PetClient(options)
    {
        internal List<string> Seen { get; } = [];

        protected internal override ValueTask OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add($"{call} {request}");
            return default;
        }

        protected internal override ValueTask OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
        {
            Seen.Add($"{call} {response} {response.RequestMessage}");
            return default;
        }
    }

    /// <summary>Listens to activities, meters, diagnostic and event sources, all of them at their most talkative.</summary>
    private sealed class Everything : EventListener
    {
        [ThreadStatic]
        private static bool _isInside;

        private readonly ConcurrentQueue<string> _heard = new();
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters;
        private readonly IDisposable _diagnostics;

        internal Everything()
        {
            _activities = new ActivityListener
            {
                ShouldListenTo = static _ => true,
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(static e => e.Tags))}"),
            };
            ActivitySource.AddActivityListener(_activities);
            _meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
            _meters.Start();
            AppDomain.CurrentDomain.FirstChanceException += OnFirstChance;
            _diagnostics = DiagnosticListener.AllListeners.Subscribe(new DiagnosticObserver(this));
        }

        internal int Count => _heard.Count;

        public override void Dispose()
        {
            AppDomain.CurrentDomain.FirstChanceException -= OnFirstChance;
            _activities.Dispose();
            _meters.Dispose();
            _diagnostics.Dispose();
            base.Dispose();
        }

        internal void Add(string? text)
        {
            if (text is not null)
            {
                _heard?.Enqueue(text);
            }
        }

        internal string[] Holding(string canary) => [.. _heard.Where(text => text.Contains(canary, StringComparison.Ordinal))];

        // Debuggers and crash reporters see exceptions that are thrown and caught inside the client.
        private void OnFirstChance(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (!_isInside)
            {
                _isInside = true;
                Add($"{e.Exception.GetType()} {e.Exception.Message}");
                _isInside = false;
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // The platform's private sources print whole requests on purpose; they are not logs. The runtime's own is about code and memory.
            if (!eventSource.Name.StartsWith("Private.", StringComparison.Ordinal) && eventSource.Name != "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All, new Dictionary<string, string?> { ["EventCounterIntervalSec"] = "1" });
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Writing down what was heard may itself be heard.
            if (_isInside)
            {
                return;
            }

            _isInside = true;
            Write(eventData);
            _isInside = false;
        }

        private void Write(EventWrittenEventArgs eventData)
        {
            // One event carries the path and query of every request that the process's handlers send; the platform redacts the query.
            if (eventData is { EventSource.Name: "System.Net.Http", EventName: "RequestStart" })
            {
                Add(string.Join(' ', eventData.Payload?.Where((_, index) => eventData.PayloadNames?[index] != "pathAndQuery") ?? []));
                return;
            }

            Add($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
        }

        private void Add(string name, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = new StringBuilder(name).Append(CultureInfo.InvariantCulture, $" {value}");
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                text.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
            }

            Add(text.ToString());
        }

        private sealed class DiagnosticObserver(Everything heard) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
        {
            public void OnNext(DiagnosticListener value) => value.Subscribe(this);

            public void OnNext(KeyValuePair<string, object?> value) => heard.Add($"{value.Key} {value.Value}");

            public void OnCompleted()
            {
            }

            public void OnError(Exception error)
            {
            }
        }
    }
}
