using System.Collections.Concurrent;
using System.Diagnostics;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Calls as OpenTelemetry's own SDK records them.</summary>
[Collection("Alone")]
public sealed class TelemetryTests
{
    private const string Name = "ClerkGen.Runtime";

    [Fact]
    public async Task Each_attempt_is_a_span_by_the_conventions_for_http_clients()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Json(PetServer.PetJson));
        using var spans = new Spans(server.Server.Port);

        await server.Client().Pets.GetAsync("personal-canary");
        Activity[] seen = spans.Take(2);

        foreach (Activity span in seen)
        {
            Assert.Equal("GET /pets/{pet_id}", span.DisplayName);
            Assert.Equal(ActivityKind.Client, span.Kind);
            Assert.Equal("GET", span.GetTagItem("http.request.method"));
            Assert.Equal("127.0.0.1", span.GetTagItem("server.address"));
            Assert.Equal(server.Server.Port, span.GetTagItem("server.port"));
            Assert.Equal("http", span.GetTagItem("url.scheme"));
            Assert.Equal("/pets/{pet_id}", span.GetTagItem("url.template"));
            Assert.Equal($"http://127.0.0.1:{server.Server.Port}/pets/{{pet_id}}", span.GetTagItem("url.full"));
            Assert.Equal("1.1", span.GetTagItem("network.protocol.version"));
            Assert.Equal("GetPet", span.GetTagItem("clerkgen.operation.id"));
        }

        Assert.Equal((503, "503", ActivityStatusCode.Error), (seen[0].GetTagItem("http.response.status_code"), seen[0].GetTagItem("error.type"), seen[0].Status));
        Assert.Null(seen[0].GetTagItem("http.request.resend_count"));
        Assert.Equal((200, null, ActivityStatusCode.Unset), (seen[1].GetTagItem("http.response.status_code"), seen[1].GetTagItem("error.type"), seen[1].Status));
        Assert.Equal((1, "503"), (seen[1].GetTagItem("http.request.resend_count"), seen[1].GetTagItem("clerkgen.retry.reason")));
        Assert.Equal(
            seen.Select(static span => $"00-{span.TraceId}-{span.SpanId}-01"),
            server.Requests.Select(static request => request.Header("traceparent")));
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, "connection_error")]
    [InlineData(FaultKind.UnknownHost, "name_resolution_error")]
    [InlineData(FaultKind.TlsFailure, "secure_connection_error")]
    [InlineData(FaultKind.ResetBeforeHeaders, "connection_broken")]
    [InlineData(FaultKind.StallAfterReading, "timeout")]
    [InlineData(FaultKind.CutAtClose, "response_cut_off")]
    [InlineData(FaultKind.WrongContentType, "response_unreadable")]
    [InlineData(FaultKind.Redirect, "307")]
    public async Task The_error_is_one_word(FaultKind kind, string word)
    {
        await using var server = new PetServer(kind);
        using var spans = new Spans(server.Address.Port);
        PetClient client = server.Client(options =>
        {
            options.AttemptTimeout = PetServer.AttemptTimeoutOf(kind);
            options.MaxRetries = 0;
        });

        await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.BanAsync("a"));

        Activity span = Assert.Single(spans.Take(1));
        Assert.Equal((word, ActivityStatusCode.Error, null), (span.GetTagItem("error.type"), span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task A_cancellation_is_a_span_too_and_the_callers_span_is_the_parent()
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        using var spans = new Spans(server.Server.Port);
        using var source = new CancellationTokenSource(200);
        using var parent = new Activity("parent").Start();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Pets.GetAsync("a", cancellationToken: source.Token));

        Activity span = Assert.Single(spans.Take(1));
        Assert.Equal("cancelled", span.GetTagItem("error.type"));
        Assert.Equal(parent.SpanId, span.ParentSpanId);
        Assert.Same(parent, Activity.Current);
    }

    [Fact]
    public async Task A_client_of_a_host_hands_the_trace_context_on_and_reports_each_attempt_once()
    {
        await using var server = new PetServer(FaultKind.None);
        using var spans = new Spans(server.Server.Port, "System.Net.Http");
        using var http = new HttpClient(GeneratedSupport.ApiHttpHandler.Create());

        await new PetClient(server.Options(), http).Pets.GetAsync("a");

        Activity span = Assert.Single(spans.Take(1));
        Assert.Equal($"00-{span.TraceId}-{span.SpanId}-01", Assert.Single(server.Requests).Header("traceparent"));
    }

    [Fact]
    public async Task The_trace_context_of_the_caller_is_sent_without_a_listener()
    {
        await using var server = new PetServer(FaultKind.None);
        using var parent = new Activity("parent").SetIdFormat(ActivityIdFormat.W3C).Start();

        await server.Client().Pets.GetAsync("a");

        Assert.StartsWith($"00-{parent.TraceId}-", Assert.Single(server.Requests).Header("traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_instrument_counts_what_the_platforms_handler_counts()
    {
        var instruments = new System.Collections.Concurrent.ConcurrentBag<(string Meter, string Name)>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, _) => instruments.Add((instrument.Meter.Name, instrument.Name)),
        };
        listener.Start();
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.GetAsync("a");

        string[] own = [.. instruments.Where(static each => each.Meter == "ClerkGen.Runtime").Select(static each => each.Name).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["clerkgen.client.active_attempts", "clerkgen.client.attempt.duration", "clerkgen.client.call.duration", "clerkgen.client.retries"], own);
    }

    [Fact]
    public async Task Durations_active_requests_and_retries_are_metrics()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Json(PetServer.PetJson));
        var metrics = new Metrics();
        using (MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(Name).AddReader(new BaseExportingMetricReader(metrics)).Build())
        {
            await server.Client().Pets.GetAsync("personal-canary");
            provider.ForceFlush();
        }

        string port = $"server.port={server.Server.Port}";
        Assert.Contains(metrics.Seen, point => Holds(point, "clerkgen.client.attempt.duration [s] Histogram 1", "http.response.status_code=503", "error.type=503", "url.template=/pets/{pet_id}", port));
        Assert.Contains(metrics.Seen, point => Holds(point, "clerkgen.client.attempt.duration [s] Histogram 1", "http.response.status_code=200", "http.request.method=GET", "network.protocol.version=1.1", port));
        Assert.Contains(metrics.Seen, point => Holds(point, "clerkgen.client.active_attempts [{attempt}] LongSumNonMonotonic 0", port));
        Assert.Contains(metrics.Seen, static point => Holds(point, "clerkgen.client.retries [{retry}] LongSum ", "clerkgen.operation.id=GetPet", "clerkgen.retry.reason=503"));
        Assert.Contains(metrics.Seen, static point => Holds(point, "clerkgen.client.call.duration [s] Histogram ", "clerkgen.operation.id=GetPet"));
        Assert.DoesNotContain(metrics.Seen, static point => point.Contains("personal-canary", StringComparison.Ordinal) || point.Contains("sk_", StringComparison.Ordinal));
    }

    private static bool Holds(string point, params string[] parts) => Array.TrueForAll(parts, part => point.Contains(part, StringComparison.Ordinal));

    /// <summary>The spans of one server, as the SDK exports them.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _seen = new();
        private readonly TracerProvider _provider;

        internal Spans(int port, params string[] others) => _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource([Name, .. others])
            .SetSampler(new AlwaysOnSampler())
            .AddProcessor(new SimpleActivityExportProcessor(new Exporter(_seen, port)))
            .Build();

        public void Dispose() => _provider.Dispose();

        internal Activity[] Take(int count)
        {
            Assert.Equal(count, _seen.Count);
            return [.. _seen];
        }

        private sealed class Exporter(ConcurrentQueue<Activity> seen, int port) : BaseExporter<Activity>
        {
            public override ExportResult Export(in Batch<Activity> batch)
            {
                foreach (Activity activity in batch)
                {
                    if (Equals(activity.GetTagItem("server.port"), port))
                    {
                        seen.Enqueue(activity);
                    }
                }

                return ExportResult.Success;
            }
        }
    }

    /// <summary>Metric points as text, as the SDK exports them.</summary>
    private sealed class Metrics : BaseExporter<Metric>
    {
        internal List<string> Seen { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (Metric metric in batch)
            {
                foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
                {
                    long value = metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong();
                    var tags = new List<string>();
                    foreach (KeyValuePair<string, object?> tag in point.Tags)
                    {
                        tags.Add($"{tag.Key}={tag.Value}");
                    }

                    Seen.Add($"{metric.Name} [{metric.Unit}] {metric.MetricType} {value} {string.Join(' ', tags)}");
                }
            }

            return ExportResult.Success;
        }
    }
}
