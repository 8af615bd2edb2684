using System.Net;
using ClerkGen.Runtime.Tests.Transport.Pets;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>
/// A client whose handler behaves as a browser's fetch does: answers are decompressed already and keep their header fields, and redirects
/// that it was told not to follow say nothing but that they are some.
/// </summary>
public sealed class BrowserTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    public async Task A_response_that_fetch_has_decompressed_is_read_unchanged(string coding)
    {
        using var handler = new RecordingHandler(_ => Decompressed(PetServer.PetJson, "application/json", coding));

        Pet pet = await Client(handler).Pets.GetAsync("a");

        Assert.Equal("pet_1", pet.Id);
    }

    [Fact]
    public async Task A_stream_that_fetch_has_decompressed_is_read_unchanged()
    {
        using var handler = new RecordingHandler(_ => Decompressed("plain", "text/plain", "gzip"));
        PetClient client = Client(handler);

        using var reader = new StreamReader(await client.Pets.DownloadAsync("a"));

        Assert.Equal("plain", await reader.ReadToEndAsync());
        Assert.Equal("plain", await client.Pets.DescribeAsync("a"));
    }

    [Fact]
    public async Task Fetch_follows_no_redirects_and_sets_its_own_header_fields()
    {
        IDictionary<string, object>? options = null;
        using var handler = new RecordingHandler(request =>
        {
            request.Options.TryGetValue(new HttpRequestOptionsKey<IDictionary<string, object>>("WebAssemblyFetchOptions"), out options);
            return RecordingHandler.Json(PetServer.PetJson);
        });

        await Client(handler).Pets.GetAsync("a");

        Assert.Equal("manual", options!["redirect"]);
        string headers = Assert.Single(handler.Requests).Headers;
        Assert.DoesNotContain("User-Agent", headers, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Accept-Encoding", headers, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_answer_that_is_handed_on_arrives_as_a_stream()
    {
        var seen = new List<bool>();
        using var handler = new RecordingHandler(request =>
        {
            seen.Add(request.Options.TryGetValue(new HttpRequestOptionsKey<bool>("WebAssemblyEnableStreamingResponse"), out bool isOn) && isOn);
            return RecordingHandler.Json(PetServer.PetJson);
        });
        PetClient client = Client(handler);

        await client.Pets.GetAsync("a");
        await (await client.Pets.DownloadAsync("a")).DisposeAsync();

        Assert.Equal([false, true], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redirect_that_fetch_did_not_follow_is_a_redirect(bool isWrite)
    {
        using var handler = new RecordingHandler(static _ => new HttpResponseMessage(0) { ReasonPhrase = "opaqueredirect", Content = new ByteArrayContent([]) });
        PetClient client = Client(handler);

        ApiRedirectException error = await Assert.ThrowsAsync<ApiRedirectException>(
            () => isWrite ? client.Pets.CreateAsync(new Pet { Id = "a" }) : client.Pets.GetAsync("a"));

        Assert.False(error.WasFollowed);
        Assert.False(error.IsOutcomeUnknown);
        Assert.Null(error.StatusCode);
        Assert.Single(handler.Requests);
    }

    private static PetClient Client(RecordingHandler handler) =>
        new(new PetClientOptions { SecretKey = PetServer.Key, IsInBrowser = true }, new HttpClient(handler));

    private static HttpResponseMessage Decompressed(string body, string contentType, string coding)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new(contentType);
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        content.Headers.TryAddWithoutValidation("Content-Length", "999");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
