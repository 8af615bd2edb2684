using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Every body of a success gives its value or a typed error.</summary>
public sealed class SuccessBodyTests
{
    private static readonly byte[] Pet = Encoding.UTF8.GetBytes(PetServer.PetJson);

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"; profile=x")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.pets.v2+json")]
    [InlineData("application/problem+json; charset=utf8")]
    [InlineData("text/json")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("")]
    public async Task Json_under_a_json_type_or_none_is_read(string contentType) => Assert.Equal("Ada", (await GetAsync(Pet, contentType)).Name);

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/xml")]
    [InlineData("image/png")]
    [InlineData("application/jsonp")]
    public async Task Json_under_another_type_is_refused(string contentType)
    {
        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync(Pet, contentType));

        Assert.Equal(ApiResponseProblem.ContentType, error.Problem);
        Assert.Equal(PetServer.PetJson, error.ResponseText);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("text/plain", "UndocumentedMediaType $ GetPet")]
    [InlineData("application/octet-stream", "UndocumentedMediaType $ GetPet")]
    [InlineData("application/vnd.pet+json", "UndocumentedMediaType $ GetPet")]
    [InlineData("", null)]
    public async Task Json_under_an_undocumented_name_is_read_and_reported_and_refused_by_a_strict_client(string contentType, string? expected)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Pet, contentType));
        var reported = new List<string>();

        Pets.Pet pet = await server.Client(options => options.OnDeviation = deviation =>
            reported.Add($"{deviation.Kind} {deviation.Path} {deviation.OperationId}")).Pets.GetAsync("a");
        PetClient strict = server.Client(static options => options.StrictReading = true);

        Assert.Equal("Ada", pet.Name);
        Assert.Equal(expected is null ? [] : [expected], reported);
        if (expected is null)
        {
            await strict.Pets.GetAsync("a");
        }
        else
        {
            Assert.Equal(ApiResponseProblem.ContentType, (await Assert.ThrowsAsync<ApiResponseFormatException>(() => strict.Pets.GetAsync("a"))).Problem);
        }
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    public async Task Marks_and_charsets_of_unicode_are_understood(string charset, bool isNamed)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = [.. encoding.GetPreamble(), .. encoding.GetBytes("""{"id":"a","name":"Ädä"}""")];

        Assert.Equal("Ädä", (await GetAsync(body, isNamed ? $"application/json; charset={charset}" : "application/json")).Name);
    }

    [Theory]
    [InlineData("", ApiResponseProblem.Empty)]
    [InlineData("null", ApiResponseProblem.Empty)]
    [InlineData("  ", ApiResponseProblem.Truncated)]
    [InlineData("{", ApiResponseProblem.Truncated)]
    [InlineData("{\"id\":\"a\"", ApiResponseProblem.Truncated)]
    [InlineData("{\"id\":\"a", ApiResponseProblem.Truncated)]
    [InlineData("[]", ApiResponseProblem.Deviation)]
    [InlineData("42", ApiResponseProblem.Deviation)]
    [InlineData("{} trailing", ApiResponseProblem.Malformed)]
    [InlineData("{\"id\":\"a\"}{}", ApiResponseProblem.Malformed)]
    [InlineData("{'id':1}", ApiResponseProblem.Malformed)]
    [InlineData("nothing", ApiResponseProblem.Malformed)]
    public async Task A_body_that_is_not_the_value_reports_the_problem(string body, ApiResponseProblem problem)
    {
        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync(Encoding.UTF8.GetBytes(body), "application/json"));

        Assert.Equal(problem, error.Problem);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.False(error.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(FaultKind.None, 200, true)]
    [InlineData(FaultKind.None, 204, true)]
    [InlineData(FaultKind.CutAtClose, 200, false)]
    public async Task Any_JSON_is_null_where_the_response_has_none(FaultKind kind, int status, bool isWhole)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(kind, [], "", status));
        List<ApiDeviation> deviations = [];
        PetClient client = server.Client(options => options.OnDeviation = deviations.Add);
        if (!isWhole)
        {
            Assert.Equal(ApiResponseProblem.Empty, (await Assert.ThrowsAsync<ApiResponseFormatException>(() => new Anything(client).GetAsync())).Problem);
            return;
        }

        Assert.Equal(JsonValueKind.Null, (await new Anything(client).GetAsync()).ValueKind);
        Assert.Equal((ApiDeviationKind.NullValue, "$"), (Assert.Single(deviations).Kind, deviations[0].Path));
        PetClient strict = server.Client(static options => options.StrictReading = true);
        await Assert.ThrowsAsync<ApiResponseFormatException>(() => new Anything(strict).GetAsync());
    }

    [Fact]
    public async Task Bytes_that_are_not_in_their_charset_are_an_error() =>
        Assert.Equal(
            ApiResponseProblem.Charset,
            (await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync([.. "{\"id\":\""u8, 0xFF, .. "\"}"u8], "application/json"))).Problem);

    [Fact]
    public async Task Depth_is_limited()
    {
        byte[] body = Encoding.UTF8.GetBytes($"{{\"id\":\"a\",\"x\":{new string('[', 70)}{new string(']', 70)}}}");

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync(body, "application/json"));

        Assert.Equal(ApiResponseProblem.TooDeep, error.Problem);
        Assert.Equal("a", (await GetAsync(body, "application/json", static options => options.MaxDepth = 100)).Id);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(101, 100, false)]
    [InlineData(5000, 4999, false)]
    [InlineData(5000, 5000, true)]
    [InlineData(200_000, 199_999, false)]
    [InlineData(200_000, 200_000, true)]
    public async Task Size_is_limited_with_and_without_a_length(int size, int limit, bool fits)
    {
        byte[] body = Encoding.UTF8.GetBytes($"{{\"id\":\"a\",\"name\":\"{new string('n', size - 20)}\"}}");
        Assert.Equal(size, body.Length);
        foreach (string headers in (string[])["", "Content-Encoding: gzip\r\n"])
        {
            byte[] sent = headers.Length == 0 ? body : Compress(static stream => new GZipStream(stream, CompressionLevel.Fastest), body);
            await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, sent, "application/json", Headers: headers));
            PetClient client = server.Client(options => options.MaxResponseBytes = limit);
            if (fits)
            {
                Assert.Equal("a", (await client.Pets.GetAsync("a")).Id);
            }
            else
            {
                ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Pets.GetAsync("a"));
                Assert.Equal(ApiResponseProblem.TooLarge, error.Problem);
                Assert.Equal(1, error.Attempts);
            }
        }
    }

    [Fact]
    public async Task A_bomb_is_left_before_it_unfolds()
    {
        await using var server = new PetServer(FaultKind.CompressionBomb);
        PetClient client = server.Client(static options => options.MaxResponseBytes = 100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => client.Pets.GetAsync("a"));

        Assert.Equal(ApiResponseProblem.TooLarge, error.Problem);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 30_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task Compressed_bodies_are_read(string encoding)
    {
        byte[] body = encoding switch
        {
            "br" => Compress(static stream => new BrotliStream(stream, CompressionLevel.Fastest), Pet),
            "deflate" => Compress(static stream => new ZLibStream(stream, CompressionLevel.Fastest), Pet),
            "identity" => Pet,
            _ => Compress(static stream => new GZipStream(stream, CompressionLevel.Fastest), Pet),
        };
        foreach (bool isOwn in (bool[])[true, false])
        {
            await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, body, "application/json", Headers: $"Content-Encoding: {encoding}\r\n"));
            using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });

            Assert.Equal("Ada", (await new PetClient(server.Options(), isOwn ? null : http).Pets.GetAsync("a")).Name);
        }
    }

    [Fact]
    public async Task A_compression_that_was_not_requested_is_an_error()
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, Pet, "application/json", Headers: "Content-Encoding: zstd\r\n"));

        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client().Pets.GetAsync("a"));

        Assert.Equal(ApiResponseProblem.Encoding, error.Problem);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Any_success_status_is_read_as_documented(int status)
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json(PetServer.PetJson, status));

        ApiResponse<Pet> response = await server.Client().Pets.GetWithResponseAsync("a");

        Assert.Equal(("Ada", status), (response.Value.Name, (int)response.StatusCode));
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(205, "")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    public async Task A_missing_value_is_null_where_it_may_be_missing_and_an_error_where_not(int status, string body)
    {
        await using PetServer server = PetServer.Answering(status == 200 ? FaultAnswer.Json(body) : FaultAnswer.Nothing(status));

        Assert.Null(await server.Client().Pets.FindAsync());
        ApiResponseFormatException error = await Assert.ThrowsAsync<ApiResponseFormatException>(() => server.Client().Pets.CreateAsync(new Pet { Id = "a" }));
        Assert.Equal(ApiResponseProblem.Empty, error.Problem);
        Assert.False(error.IsOutcomeUnknown);
    }

    [Fact]
    public async Task Each_status_has_its_own_value()
    {
        await using PetServer server = PetServer.Answering(
            FaultAnswer.Json(PetServer.PetJson),
            new FaultAnswer(FaultKind.None, "later"u8.ToArray(), "text/plain", 202),
            FaultAnswer.Nothing(204),
            FaultAnswer.Json(PetServer.PetJson, 203));
        PetClient client = server.Client();

        Assert.Equal("Ada", Assert.IsType<Pet>(await client.Pets.EitherAsync()).Name);
        Assert.Equal("later", await client.Pets.EitherAsync());
        Assert.Null(await client.Pets.EitherAsync());
        Assert.IsType<Pet>(await client.Pets.EitherAsync());
    }

    [Fact]
    public async Task A_call_without_value_reads_no_body()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Json("not json at all", headers: "X-Request-Id: r1\r\nX-A: 1\r\nX-A: 2\r\n"));

        await server.Client().Pets.DeleteAsync("a");
        ApiResponse response = await server.Client().Pets.DeleteWithResponseAsync("a");

        Assert.Equal((HttpStatusCode.OK, "r1", 1), (response.StatusCode, response.RequestId, response.Attempts));
        Assert.True(response.Headers.TryGetValue("x-a", out string? values));
        Assert.Equal("1, 2", values);
        Assert.Equal(["1", "2"], response.Headers.GetValues("X-A"));
        Assert.Equal("200 OK", response.ToString());
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData("")]
    public async Task Text_is_text(string contentType)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, "\uFEFFschön"u8.ToArray(), contentType));

        Assert.Equal("schön", await server.Client().Pets.DescribeAsync("a"));
    }

    [Fact]
    public async Task Differences_are_reported_and_a_strict_client_refuses_them()
    {
        var heard = new List<ApiDeviation>();
        byte[] body = """{"name":null,"surprise":1}"""u8.ToArray();

        await GetAsync(body, "application/json", options => options.OnDeviation = heard.Add);
        ApiResponseFormatException error =
            await Assert.ThrowsAsync<ApiResponseFormatException>(() => GetAsync(body, "application/json", static options => options.StrictReading = true));

        Assert.Contains(heard, static deviation => deviation is { Kind: ApiDeviationKind.MissingMember, Path: "$.id", OperationId: "GetPet" });
        Assert.Equal(ApiResponseProblem.Deviation, error.Problem);
        Assert.NotNull(error.Path);
        Assert.Contains(error.Path, error.Message, StringComparison.Ordinal);
    }

    private sealed class Anything(PetClient client) : ApiOperationGroup(client)
    {
        private static readonly ApiOperation<JsonElement> Operation = new("Anything", "GET", "/anything", ApiResults.Json<JsonElement, ElementJson>());

        internal Task<JsonElement> GetAsync() => SendAsync(Operation, new ApiRequest("/anything"), null, default);
    }

    private static async Task<Pet> GetAsync(byte[] body, string contentType, Action<PetClientOptions>? change = null)
    {
        await using PetServer server = PetServer.Answering(new FaultAnswer(FaultKind.None, body, contentType));
        return await server.Client(change).Pets.GetAsync("pet_1");
    }

    private static byte[] Compress(Func<Stream, Stream> open, byte[] bytes)
    {
        using var output = new MemoryStream();
        using (Stream stream = open(output))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }
}
