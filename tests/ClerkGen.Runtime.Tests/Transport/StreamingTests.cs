using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Answers that are handed on while they arrive: streams, server-sent events and JSON lines.</summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task A_stream_is_read_without_being_collected()
    {
        byte[] photo = new byte[20_000_000];
        new Random(1).NextBytes(photo);
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, photo, "image/png"));
        PetClient client = server.Client(static options => options.MaxResponseBytes = 1000);

        await using Stream stream = await client.Pets.DownloadAsync("a");
        byte[] buffer = new byte[81920];
        int total = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer)) > 0)
        {
            Assert.True(buffer.AsSpan(0, count).SequenceEqual(photo.AsSpan(total, count)));
            total += count;
        }

        Assert.Equal(photo.Length, total);
        Assert.True(stream is { CanRead: true, CanSeek: false, CanWrite: false });
    }

    [Fact]
    public async Task A_stream_can_be_read_without_tasks()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "photo"u8.ToArray(), "image/png"));

        using Stream stream = await server.Client().Pets.DownloadAsync("a");
        using var reader = new StreamReader(stream);

        Assert.Equal("photo", reader.ReadToEnd());
    }

    [Fact]
    public async Task A_stream_outlives_the_token_of_its_call()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "photo"u8.ToArray(), "image/png"));
        using var source = new CancellationTokenSource();

        await using Stream stream = await server.Client().Pets.DownloadAsync("a", cancellationToken: source.Token);
        await source.CancelAsync();

        Assert.Equal(5, await stream.ReadAsync(new byte[10]));
    }

    [Theory]
    [InlineData(FaultKind.StallInBody)]
    [InlineData(FaultKind.CutWithLength)]
    [InlineData(FaultKind.CutChunked)]
    [InlineData(FaultKind.ResetInBody)]
    public async Task A_stream_that_breaks_or_stalls_is_a_typed_error(FaultKind kind)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(kind, new byte[2000], "image/png"));
        PetClient client = server.Client(options => options.StreamIdleTimeout = IdleTimeoutOf(kind));
        await using Stream stream = await client.Pets.DownloadAsync("a");

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(kind == FaultKind.StallInBody, error is ApiTimeoutException);
        Assert.Equal(kind != FaultKind.StallInBody, error is ApiConnectionException);
        Assert.Equal("DownloadPhoto", error.OperationId);
        Assert.False(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task A_read_of_a_stream_can_be_cancelled()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.StallBeforeBody, new byte[2000], "image/png"));
        await using Stream stream = await server.Client().Pets.DownloadAsync("a");
        using var source = new CancellationTokenSource(50);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.ReadAsync(new byte[10], source.Token).AsTask());

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Disposing_of_a_stream_ends_its_connection()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "photo"u8.ToArray(), "image/png"));
        Stream stream = await server.Client().Pets.DownloadAsync("a");

        await stream.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(new byte[1]).AsTask());
    }

    [Theory]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: {\"id\":\"b\"}\n\n", "a b")]
    [InlineData("data:{\"id\":\"a\"}\r\n\r\ndata: {\"id\":\"b\"}\r\n\r\n", "a b")]
    [InlineData("data: {\"id\":\"a\"}\r\rdata: {\"id\":\"b\"}\r\r", "a b")]
    [InlineData("\uFEFFdata: {\"id\":\"a\"}\n\n", "a")]
    [InlineData(": comment\nevent: pet\nid: 7\nretry: 10\ndata: {\"id\":\ndata: \"a\"}\n\n", "a")]
    [InlineData("event: ping\n\ndata: {\"id\":\"a\"}\n\n: bye\n\n", "a")]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"id\":\"b\"}\n\n", "a")]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: [DONE]", "a")]
    [InlineData("datax: 1\nda: 2\n\ndata: {\"id\":\"a\"}\n\n", "a")]
    [InlineData("", "")]
    public async Task Events_are_read_by_the_standard(string body, string ids)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), "text/event-stream; charset=utf-8"));

        Assert.Equal(ids, await IdsAsync(server.Client().Pets.WatchAsync()));
        Assert.Equal("text/event-stream", server.Requests[0].Header("Accept"));
    }

    [Fact]
    public async Task Events_of_any_size_are_cut_at_any_byte()
    {
        var body = new StringBuilder();
        for (int i = 0; i < 300; i++)
        {
            body.Append("data: {\"id\":\"").Append(i).Append("\",\"name\":\"").Append('n', i * 7).Append("\"}\r\n\r\n");
        }

        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body.ToString()), "text/event-stream"));

        Assert.Equal(string.Join(' ', Enumerable.Range(0, 300)), await IdsAsync(server.Client().Pets.WatchAsync()));
    }

    [Fact]
    public async Task An_event_without_its_end_is_an_error_and_not_lost_in_silence()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "data: {\"id\":\"a\"}\n\ndata: {\"id\""u8.ToArray(), "text/event-stream"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => IdsAsync(server.Client().Pets.WatchAsync()));

        Assert.Equal(ApiResponseProblem.Truncated, error.Problem);
    }

    [Fact]
    public async Task Events_under_another_type_are_refused()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "<html>"u8.ToArray(), "text/html"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => IdsAsync(server.Client().Pets.WatchAsync()));

        Assert.Equal(ApiResponseProblem.ContentType, error.Problem);
    }

    [Theory]
    [InlineData("text/event-stream", "data: ")]
    [InlineData("application/jsonl", "")]
    public async Task One_item_is_limited_in_size(string contentType, string prefix)
    {
        string body = $"{prefix}{{\"id\":\"{new string('x', 50_000)}\"}}\n\n";
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), contentType));
        PetClient client = server.Client(static options => options.MaxResponseBytes = 10_000);

        ApiResponseFormatException error =
            await Assert.ThrowsAsync<ApiResponseFormatException>(() => IdsAsync(prefix.Length > 0 ? client.Pets.WatchAsync() : client.Pets.ExportAsync()));

        Assert.Equal(ApiResponseProblem.TooLarge, error.Problem);
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "application/jsonl", "a b")]
    [InlineData("{\"id\":\"a\"}\r\n\r\n  {\"id\":\"b\"}", "application/x-ndjson", "a b")]
    [InlineData("\u001e{\"id\":\"a\"}\n\u001e{\"id\":\n\"b\"}\n", "application/json-seq", "a b")]
    [InlineData("", "application/jsonl", "")]
    [InlineData("\n\n", "application/jsonl", "")]
    public async Task Lines_are_read_one_by_one(string body, string contentType, string ids)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Encoding.UTF8.GetBytes(body), contentType));

        Assert.Equal(ids, await IdsAsync(server.Client().Pets.ExportAsync()));
    }

    [Theory]
    [InlineData(FaultKind.CutWithLength)]
    [InlineData(FaultKind.CutAtClose)]
    [InlineData(FaultKind.StallInBody)]
    public async Task Lines_that_break_off_are_an_error(FaultKind kind)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(kind, "{\"id\":\"a\"}\n{\"id\":\"bbbbbbbbbbbbbbbbbbbb\"}\n"u8.ToArray(), "application/jsonl"));
        PetClient client = server.Client(options => options.StreamIdleTimeout = IdleTimeoutOf(kind));
        var seen = new List<string>();

        await Assert.ThrowsAnyAsync<ApiException>(async () =>
        {
            await foreach (Pet pet in client.Pets.ExportAsync())
            {
                seen.Add(pet.Id);
            }
        });

        Assert.Equal(["a"], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_enumeration_can_be_cancelled(bool byEnumerator)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.StallInBody, "data: {\"id\":\"a\"}\n\ndata: {\"id\":\"bbbbbbbb\"}\n\n"u8.ToArray(), "text/event-stream"));
        using var source = new CancellationTokenSource();
        IAsyncEnumerable<Pet> events = server.Client().Pets.WatchAsync(cancellationToken: byEnumerator ? default : source.Token);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Pet pet in events.WithCancellation(byEnumerator ? source.Token : default))
            {
                Assert.Equal("a", pet.Id);
                source.CancelAfter(20);
            }
        });

        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_sequence_sends_its_request_at_each_enumeration()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "data: {\"id\":\"a\"}\n\n"u8.ToArray(), "text/event-stream"));
        IAsyncEnumerable<Pet> events = server.Client().Pets.WatchAsync();
        Assert.Empty(server.Requests);

        Assert.Equal("a", await IdsAsync(events));
        Assert.Equal("a", await IdsAsync(events));
        Assert.Equal(2, server.Requests.Count);

        ApiResponse<ApiEventStream<Pet>> response = await server.Client().Pets.WatchWithResponseAsync();
        Assert.Equal("a", await IdsAsync(response.Value));
        await Assert.ThrowsAsync<InvalidOperationException>(() => IdsAsync(response.Value));
    }

    private static async Task<string> IdsAsync(IAsyncEnumerable<Pet> pets)
    {
        var ids = new List<string>();
        await foreach (Pet pet in pets)
        {
            ids.Add(pet.Id);
        }

        return string.Join(' ', ids);
    }

    // Only a stall ends by it; what breaks off must be seen to do so, and what came before it to come, on a busy machine too.
    private static TimeSpan IdleTimeoutOf(FaultKind kind) => TimeSpan.FromSeconds(kind == FaultKind.StallInBody ? 1 : 30);
}
