using System.IO.Compression;
using System.Net;
using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Responses;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Half an answer is never a success, however it is framed and compressed.</summary>
public sealed class HalfAnswerTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 4000).Select(static i => $"{i * 7919} "));

    public static TheoryData<string> Codings => ["gzip", "x-gzip", "deflate", "bare deflate", "br"];

    public static TheoryData<FaultKind, string> Cuts
    {
        get
        {
            var cuts = new TheoryData<FaultKind, string>();
            foreach (string coding in (string[])["", "gzip", "deflate", "br"])
            {
                cuts.Add(FaultKind.CutWithLength, coding);
                cuts.Add(FaultKind.CutChunked, coding);
                cuts.Add(FaultKind.ResetInBody, coding);
                if (coding.Length > 0)
                {
                    // Without compression nobody can know where a body ends that ends with its connection.
                    cuts.Add(FaultKind.CutAtClose, coding);
                }
            }

            return cuts;
        }
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_whole_answer_is_read_and_one_that_is_cut_anywhere_is_not(string coding)
    {
        byte[] whole = Compress(Encoding.UTF8.GetBytes(Text), coding);
        byte[] sent = whole;
        await using var server = new PetServer(_ => Answer(FaultKind.None, sent, coding));
        PetClient client = server.Client(static options => options.MaxRetries = 0);

        Assert.Equal(Text, await client.Pets.DescribeAsync("a"));
        Assert.Equal(Text, await DownloadAsync(client));
        foreach (int length in (int[])[1, 2, 11, whole.Length / 3, whole.Length / 2, whole.Length - 9, whole.Length - 8, whole.Length - 4, whole.Length - 1])
        {
            sent = whole[..length];

            ApiResponseFormatException text = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Pets.DescribeAsync("a"));
            ApiResponseFormatException file = await Assert.ThrowsAsync<ApiResponseFormatException>(() => DownloadAsync(client));

            Assert.Equal((ApiResponseProblem.Truncated, ApiResponseProblem.Truncated), (text.Problem, file.Problem));
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task A_response_whose_connection_ends_early_is_not_a_success(FaultKind kind, string coding)
    {
        await using var server = new PetServer(_ => Answer(kind, Compress(Encoding.UTF8.GetBytes(Text), coding), coding));
        PetClient client = server.Client(static options => options.MaxRetries = 0);

        ApiException text = await Assert.ThrowsAnyAsync<ApiException>(() => client.Pets.DescribeAsync("a"));
        ApiException file = await Assert.ThrowsAnyAsync<ApiException>(() => DownloadAsync(client));

        Assert.Equal(HttpStatusCode.OK, text.StatusCode);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.All([text, file], static error => Assert.True(
            error is ApiConnectionException { Problem: ApiConnectionProblem.Broken } or ApiResponseFormatException { Problem: ApiResponseProblem.Truncated }));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Plain_text_declared_as_compressed_is_not_reported_as_cut_off(string coding)
    {
        await using var server = new PetServer(_ => Answer(FaultKind.None, "only plain text, more of it than any header has"u8.ToArray(), coding));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(
            () => server.Client(static options => options.MaxRetries = 0).Pets.DescribeAsync("a"));

        Assert.Equal(ApiResponseProblem.Encoding, error.Problem);
        Assert.Contains("declared content encoding", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8192)]
    [InlineData(100_000)]
    public async Task Gzip_is_read_in_any_chunks_with_all_members_and_any_header(int arriving)
    {
        byte[] first = Compress(Encoding.UTF8.GetBytes(Text), "gzip");
        byte[] header = [0x1F, 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3, .. "name\0"u8, .. "comment\0"u8, 9, 9];
        byte[] second = [.. header, .. Compress([1, 2, 3], "gzip")[10..]];
        byte[] empty = Compress([], "gzip");
        foreach (byte[] behind in (byte[][])[[], [0], [0, 0, 0, 0, 0, 0, 0, 0, 0], "garbage"u8.ToArray()])
        {
            using var body = new GzipBody(new Pieces([.. first, .. second, .. empty, .. behind], arriving));
            using var read = new MemoryStream();
            await body.CopyToAsync(read);

            Assert.Equal([.. Encoding.UTF8.GetBytes(Text), 1, 2, 3], read.ToArray());
        }

        // One byte of another member may be anything.
        for (int length = 2; length < second.Length; length++)
        {
            using var body = new GzipBody(new Pieces([.. first, .. second[..length]], arriving));
            await Assert.ThrowsAsync<CutOffException>(() => body.CopyToAsync(Stream.Null));
        }
    }

    [Fact]
    public async Task A_wrong_checksum_is_an_error()
    {
        byte[] compressed = Compress(Encoding.UTF8.GetBytes(Text), "gzip");
        compressed[^6] ^= 1;
        using var body = new GzipBody(new Pieces(compressed, 1000));

        await Assert.ThrowsAsync<CutOffException>(() => body.CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_shorter_than_its_length_is_truncated_with_any_handler(bool isStream)
    {
        using var handler = new RecordingHandler(static _ =>
        {
            var content = new ByteArrayContent("half"u8.ToArray());
            content.Headers.ContentType = new("text/plain");
            content.Headers.ContentLength = 8;
            return new HttpResponseMessage { Content = content };
        });
        using var http = new HttpClient(handler);
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, http);

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(
            () => isStream ? DownloadAsync(client) : client.Pets.DescribeAsync("a"));

        Assert.Equal(ApiResponseProblem.Truncated, error.Problem);
    }

    [Theory]
    [InlineData("data: {\"id\":\"a\"}\n\nda", true)]
    [InlineData("data: {\"id\":\"a\"}\n\nevent: x", true)]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: {\"id\":\"b\"}", true)]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: {\"id\":\"b\"}\n", true)]
    [InlineData("data: {\"id\":\"a\"}\n\n: still he", false)]
    [InlineData("data: {\"id\":\"a\"}\n\ndata: [DONE]", false)]
    [InlineData("data: {\"id\":\"a\"}\n\nid: 7\n", false)]
    [InlineData("data: {\"id\":\"a\"}\r\n\r\n", false)]
    public async Task Events_that_end_within_a_line_or_an_event_are_truncated(string text, bool isCut)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        foreach (string length in (string[])["", $"\nContent-Length: {body.Length}"])
        {
            await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/event-stream" + length, body);
            var ids = new List<string>();

            Exception? error = await Record.ExceptionAsync(async () =>
            {
                await foreach (Pet pet in server.Client.Pets.WatchAsync())
                {
                    ids.Add(pet.Id);
                }
            });

            Assert.Equal(["a"], ids);
            Assert.Equal(isCut, error is ApiResponseFormatException { Problem: ApiResponseProblem.Truncated });
            Assert.True(isCut || error is null, error?.Message);
        }
    }

    [Theory]
    [InlineData("application/json-seq", "\u001E1\n\u001E23\n", true, "1 23")]
    [InlineData("application/json-seq", "\u001E1\n\u001E2", true, "1 cut")]
    [InlineData("application/json-seq", "\u001E1\n\u001E2", false, "1 cut")]
    [InlineData("application/jsonl", "1\n23\n", false, "1 23")]
    [InlineData("application/jsonl", "1\n2", false, "1 cut")]
    [InlineData("application/jsonl", "1\n2", true, "1 2")]
    public async Task The_digits_of_a_number_at_the_end_may_be_the_first_ones(string contentType, string text, bool hasLength, string expected)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        await using var server = RawServer.Of(
            $"HTTP/1.1 200 OK\nContent-Type: {contentType}{(hasLength ? $"\nContent-Length: {body.Length}" : "")}", body);
        var seen = new List<string>();
        try
        {
            await foreach (long number in new Numbers(server.Client).All())
            {
                seen.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        catch (ApiResponseFormatException exception) when (exception.Problem == ApiResponseProblem.Truncated)
        {
            seen.Add("cut");
        }

        Assert.Equal(expected, string.Join(' ', seen));
    }

    private static async Task<string> DownloadAsync(PetClient client)
    {
        using var reader = new StreamReader(await client.Pets.DownloadAsync("a"));
        return await reader.ReadToEndAsync();
    }

    private static FaultAnswer Answer(FaultKind kind, byte[] body, string coding) =>
        new(kind, body, "text/plain", Headers: coding.Length == 0 ? "" : $"Content-Encoding: {coding.Split(' ')[^1]}\r\n");

    private static byte[] Compress(byte[] plain, string coding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "" => compressed,
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "bare deflate" => new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }

    private sealed class Numbers(PetClient client) : ApiOperationGroup(client)
    {
        private static readonly ApiOperation<IAsyncEnumerable<long>> Operation =
            new("Numbers", "GET", "/numbers", ApiResults.JsonLines<long, Int64Json>());

        internal IAsyncEnumerable<long> All() => StreamAsync(Operation, new ApiRequest("/numbers"), null, default);
    }

    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
