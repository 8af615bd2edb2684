using System.Net;
using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Answers whose header fields say that the body is not a whole one, or that nobody can know. None of them is a success.</summary>
public sealed class FramingTests
{
    [Theory]
    [InlineData("Content-Length: 3\nContent-Length: 5", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: 3, 5", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: -5", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: +3", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: 0x3", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: 99999999999999999999", ApiResponseProblem.Malformed)]
    [InlineData("Transfer-Encoding: gzip", ApiResponseProblem.Encoding)]
    [InlineData("Transfer-Encoding: x-unknown", ApiResponseProblem.Encoding)]
    [InlineData("Transfer-Encoding: chunked, chunked", ApiResponseProblem.Encoding)]
    [InlineData("Content-Length: 1e3", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: 5;6", ApiResponseProblem.Malformed)]
    [InlineData("Content-Length: 5 5", ApiResponseProblem.Malformed)]
    [InlineData("Content-Encoding: gzip, br", ApiResponseProblem.Encoding)]
    [InlineData("Content-Encoding: gzip\nContent-Encoding: br", ApiResponseProblem.Encoding)]
    [InlineData("Content-Encoding: zstd", ApiResponseProblem.Encoding)]
    [InlineData("Content-Encoding: aws-chunked", ApiResponseProblem.Encoding)]
    [InlineData("Content-Encoding: compress", ApiResponseProblem.Encoding)]
    public async Task A_body_whose_end_is_described_wrongly_is_refused(string fields, ApiResponseProblem problem)
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain\n" + fields, "abc"u8.ToArray());

        ApiResponseFormatException text = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client.Pets.DescribeAsync("a"));
        ApiResponseFormatException file = await Assert.ThrowsAsync<ApiResponseFormatException>(() => DownloadAsync(server.Client));

        Assert.Equal((problem, problem), (text.Problem, file.Problem));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (text.StatusCode, file.StatusCode));
    }

    [Theory]
    [InlineData("Content-Length: 3, 3", "abc")]
    [InlineData("Content-Length: 3\nContent-Length: 3", "abc")]
    [InlineData("Transfer-Encoding: chunked", "3;name=value\r\nabc\r\n0;last\r\nX-Trailer: 1\r\n\r\n")]
    public async Task A_body_whose_end_is_described_in_an_odd_way_is_read(string fields, string body)
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain\n" + fields, Encoding.ASCII.GetBytes(body));

        Assert.Equal("abc", await server.Client.Pets.DescribeAsync("a"));
        Assert.Equal(3, await DownloadAsync(server.Client));
    }

    [Theory]
    [InlineData("5\r\nabc")]
    [InlineData("3\r\nabc\r\n")]
    [InlineData("3\r\nabc\r\n0\r\n")]
    [InlineData("3\r\nabc\r\n0\r\nX-Trai")]
    [InlineData("3\r\nabc\r\nzz\r\nabc\r\n0\r\n\r\n")]
    [InlineData("3\r\nabc\r\n-1\r\n\r\n")]
    [InlineData("3\r\nabc\r\nFFFFFFFFFFFFFFFFF\r\nabc")]
    public async Task Chunks_that_do_not_end_are_a_broken_connection_with_the_status(string chunks)
    {
        await using var server = RawServer.Of("HTTP/1.1 200 OK\nContent-Type: text/plain\nTransfer-Encoding: chunked", Encoding.ASCII.GetBytes(chunks));

        ApiConnectionException text = await Assert.ThrowsAsync<ApiConnectionException>(() => server.Client.Pets.DescribeAsync("a"));
        ApiConnectionException file = await Assert.ThrowsAsync<ApiConnectionException>(() => DownloadAsync(server.Client));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (text.StatusCode, file.StatusCode));
    }

    [Theory]
    [InlineData("bytes 0-2/100", true)]
    [InlineData("bytes 97-99/100", true)]
    [InlineData("bytes 5-7/*", true)]
    [InlineData("bytes 0-2/3", false)]
    [InlineData("bytes 0-2/*", false)]
    [InlineData("rows 1 of 2", false)]
    public async Task A_part_that_nobody_asked_for_is_not_a_success(string range, bool isRefused)
    {
        await using var server = RawServer.Of(
            "HTTP/1.1 206 Partial Content\nContent-Type: text/plain\nContent-Length: 3\nContent-Range: " + range, "abc"u8.ToArray());

        Exception? text = await Record.ExceptionAsync(() => server.Client.Pets.DescribeAsync("a"));
        Exception? file = await Record.ExceptionAsync(() => DownloadAsync(server.Client));
        using var http = new HttpClient(ApiHttpHandler.Create());
        http.DefaultRequestHeaders.Add("Range", "bytes=0-2");
        Exception? asked = await Record.ExceptionAsync(() => new PetClient(server.Options, http).Pets.DescribeAsync("a"));

        Assert.All([text, file], error => Assert.Equal(isRefused, error is ApiResponseFormatException { Problem: ApiResponseProblem.Truncated }));
        Assert.Null(asked);
    }

    [Theory]
    [InlineData("206 Partial Content", "multipart/byteranges; boundary=THIS")]
    [InlineData("200 OK", "multipart/byteranges; boundary=THIS")]
    [InlineData("200 OK", "Multipart/ByteRanges;boundary=\"THIS\"")]
    [InlineData("203 Non-Authoritative Information", "multipart/byteranges")]
    public async Task Parts_that_nobody_asked_for_are_not_a_success(string status, string contentType)
    {
        byte[] body = "--THIS\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-2/9\r\n\r\nabc\r\n--THIS--\r\n"u8.ToArray();
        await using var server = RawServer.Of($"HTTP/1.1 {status}\nContent-Type: {contentType}\nContent-Length: {body.Length}", body);

        ApiResponseFormatException text = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client.Pets.DescribeAsync("a"));
        ApiResponseFormatException file = await Assert.ThrowsAsync<ApiResponseFormatException>(() => DownloadAsync(server.Client));
        await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client.Pets.GetAsync("a"));
        await using Stream asked = await server.Client.Pets.DownloadAsync("a", new RequestOptions { Headers = { ["Range"] = "bytes=0-2,5-7" } });

        Assert.Equal((ApiResponseProblem.Truncated, ApiResponseProblem.Truncated), (text.Problem, file.Problem));
        Assert.Equal('-', asked.ReadByte());
    }

    [Fact]
    public async Task An_error_in_parts_has_its_status()
    {
        await using var server = RawServer.Of("HTTP/1.1 416 Range Not Satisfiable\nContent-Type: multipart/byteranges\nContent-Length: 3", "abc"u8.ToArray());

        ApiException error = await Assert.ThrowsAsync<ApiException>(() => server.Client.Pets.DescribeAsync("a"));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, error.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Nothing_at_all_of_a_compressed_body_is_not_an_empty_text(string coding)
    {
        await using var cut = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Encoding: {coding}", []);
        await using var empty = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 0\nContent-Encoding: {coding}", []);

        ApiResponseFormatException text = await Assert.ThrowsAsync<ApiResponseFormatException>(() => cut.Client.Pets.DescribeAsync("a"));
        ApiResponseFormatException file = await Assert.ThrowsAsync<ApiResponseFormatException>(() => DownloadAsync(cut.Client));

        Assert.Equal((ApiResponseProblem.Truncated, ApiResponseProblem.Truncated), (text.Problem, file.Problem));
        Assert.Equal("", await empty.Client.Pets.DescribeAsync("a"));
        Assert.Equal(0, await DownloadAsync(empty.Client));
    }

    [Theory]
    [InlineData("Content-Length: 3\nContent-Length: 5")]
    [InlineData("Transfer-Encoding: gzip")]
    [InlineData("Content-Length: -5")]
    public async Task The_status_of_an_error_is_known_however_its_body_ends(string fields)
    {
        await using var server = RawServer.Of("HTTP/1.1 404 Not Found\nX-Request-Id: req_1\n" + fields, "abc"u8.ToArray());

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client.Pets.DescribeAsync("a"));

        Assert.Equal((HttpStatusCode.NotFound, "req_1"), (error.StatusCode, error.RequestId));
    }

    [Theory]
    [InlineData("utf-32", "text/plain")]
    [InlineData("utf-32BE", "text/plain")]
    [InlineData("utf-16", "text/plain")]
    [InlineData("iso-8859-1", "text/plain")]
    [InlineData("utf-8", "text/plain; charset='utf-8'")]
    public async Task A_text_is_read_in_the_encoding_that_it_shows(string encoding, string contentType)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes("Gr\u00FC\u00DFe");
        await using var server = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: {contentType}\nContent-Length: {body.Length}", body);

        Assert.Equal("Gr\u00FC\u00DFe", await server.Client.Pets.DescribeAsync("a"));
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task Json_in_four_bytes_a_character_is_read(string encoding)
    {
        byte[] body = Encoding.GetEncoding(encoding).GetBytes("""{"id":"pet_ü"}""");
        await using var server = RawServer.Of($"HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: {body.Length}", body);

        Assert.Equal("pet_ü", (await server.Client.Pets.GetAsync("a")).Id);
    }

    private static async Task<long> DownloadAsync(PetClient client)
    {
        await using Stream stream = await client.Pets.DownloadAsync("a");
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        return file.Length;
    }
}
