using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>A given <see cref="HttpClient"/> behaves as its owner set it up, and is reported as such.</summary>
public sealed class GivenClientTests
{
    [Theory]
    [InlineData(FaultKind.StallAfterReading)]
    [InlineData(FaultKind.StallInStatusLine)]
    [InlineData(FaultKind.StallInHeaders)]
    public async Task Its_timeout_is_reported_as_its_own(FaultKind kind)
    {
        await using var server = new PetServer(kind);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(500) };
        var client = new PetClient(server.Options(static options => options.MaxRetries = 0), http);

        ApiTimeoutException read = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.GetAsync("a"));
        ApiTimeoutException write = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.Equal(http.Timeout, read.Timeout);
        Assert.True(read.IsOfHttpClient);
        Assert.False(read.IsOverall);
        Assert.Contains("0.5 s (the given HttpClient's timeout)", read.Message, StringComparison.Ordinal);
        Assert.False(read.IsOutcomeUnknown);
        Assert.True(write.IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_cancelled_requests_are_not_timeouts(bool isWrite)
    {
        await using var server = new PetServer(FaultKind.StallAfterReading);
        using var http = new HttpClient();
        var client = new PetClient(server.Options(), http);

        Task call = isWrite ? client.Pets.CreateAsync(new Pet { Id = "a" }) : client.Pets.GetAsync("a");
        await server.Server.UntilHeadsAsync(1);
        while (isWrite && server.Requests.Count == 0)
        {
            await Task.Delay(10);
        }

        http.CancelPendingRequests();
        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => call);

        Assert.Equal(ApiConnectionProblem.Aborted, error.Problem);
        Assert.Equal(isWrite, error.IsOutcomeUnknown);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, server.Server.Heads);
    }

    [Theory]
    [InlineData(307, "create")]
    [InlineData(308, "create")]
    [InlineData(307, "ban")]
    [InlineData(308, "replace")]
    [InlineData(301, "replace")]
    [InlineData(302, "delete")]
    public async Task A_write_that_is_redirected_is_a_redirect_error_without_effect(int status, string write)
    {
        await using var other = new FaultServer(static _ => FaultAnswer.Json(PetServer.PetJson));
        await using PetServer server = PetServer.Answering(FaultAnswer.Nothing(status, $"Location: {other.Address}elsewhere\r\n"));
        using var http = new HttpClient();
        var client = new PetClient(server.Options(), http);

        ApiRedirectException error = await Assert.ThrowsAsync<ApiRedirectException>(() => write switch
        {
            "create" => client.Pets.CreateAsync(new Pet { Id = "secret" }),
            "ban" => client.Pets.BanAsync("a"),
            "replace" => client.Pets.ReplaceAsync("a", new Pet { Id = "secret" }),
            _ => (Task)client.Pets.DeleteAsync("a"),
        });

        Assert.True(error.WasFollowed);
        Assert.False(error.IsOutcomeUnknown);
        Assert.Contains("AllowAutoRedirect", error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("1.1", HttpVersionPolicy.RequestVersionExact)]
    [InlineData("2.0", HttpVersionPolicy.RequestVersionOrLower)]
    [InlineData("3.0", HttpVersionPolicy.RequestVersionOrHigher)]
    public async Task Its_version_of_http_is_taken(string version, HttpVersionPolicy policy)
    {
        (Version, HttpVersionPolicy)? seen = null;
        using var handler = new RecordingHandler(request =>
        {
            seen = (request.Version, request.VersionPolicy);
            return RecordingHandler.Json(PetServer.PetJson);
        });
        using var http = new HttpClient(handler) { DefaultRequestVersion = new Version(version), DefaultVersionPolicy = policy };

        await new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http).Pets.GetAsync("a");

        Assert.Equal((new Version(version), policy), seen);
    }

    [Theory]
    [InlineData("https://given.example/api/", null, "https://given.example/api/pets/a")]
    [InlineData("https://given.example", null, "https://given.example/pets/a")]
    [InlineData("https://given.example/api", "https://options.example/v2", "https://options.example/v2/pets/a")]
    [InlineData(null, null, "https://pets.example/v1/pets/a")]
    public async Task Its_base_address_is_taken_when_the_options_have_none(string? given, string? option, string expected)
    {
        using var handler = new RecordingHandler(static _ => RecordingHandler.Json(PetServer.PetJson));
        using var http = new HttpClient(handler) { BaseAddress = given is null ? null : new Uri(given) };
        var options = new PetClientOptions { SecretKey = PetServer.Key, BaseAddress = option is null ? null : new Uri(option) };

        await new PetClient(options, http).Pets.GetAsync("a");

        Assert.Equal(expected, Assert.Single(handler.Requests).Url);
    }

    [Fact]
    public async Task Its_default_headers_are_sent_unless_the_call_sets_them()
    {
        using var handler = new RecordingHandler(static _ => RecordingHandler.Json(PetServer.PetJson));
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("X-Region", "eu");
        http.DefaultRequestHeaders.Add("X-Team", "default");
        http.DefaultRequestHeaders.Add("User-Agent", "given/1");
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        http.DefaultRequestHeaders.Add("Authorization", "Bearer given");
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, UserAgent = "own/1" }, http);

        await client.Pets.GetAsync("a", new RequestOptions { Headers = { ["X-Team"] = "call" } });

        string[] sent = [.. Assert.Single(handler.Requests).Headers.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        Assert.Contains("X-Region: eu", sent);
        Assert.Contains("X-Team: call", sent);
        Assert.Contains("Authorization: Bearer " + PetServer.Key, sent);
        Assert.Contains(sent, static line => line.StartsWith("User-Agent: ", StringComparison.Ordinal) && line.EndsWith(" own/1", StringComparison.Ordinal));
        Assert.DoesNotContain(sent, static line => line.Contains("given", StringComparison.Ordinal) || line.Contains("text/html", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_base_address_must_be_one_that_credentials_may_go_to()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://given.example") };

        Assert.Throws<ArgumentException>(() => new PetClient(new PetClientOptions { SecretKey = PetServer.Key }, http));
    }

    [Theory]
    [InlineData("HTTP/3 alone", ApiConnectionProblem.Connect)]
    [InlineData("unknown version", ApiConnectionProblem.Aborted)]
    [InlineData("chunked without a body", ApiConnectionProblem.Aborted)]
    [InlineData("connecting throws", ApiConnectionProblem.Connect)]
    [InlineData("connecting returns nothing", ApiConnectionProblem.Connect)]
    [InlineData("filter throws", ApiConnectionProblem.Aborted)]
    [InlineData("scheme of the proxy", ApiConnectionProblem.Aborted)]
    [InlineData("disposed handler", ApiConnectionProblem.Aborted)]
    public async Task A_setting_with_which_nothing_is_sent_is_one_exception_with_its_reason(string setting, ApiConnectionProblem problem)
    {
        await using var server = new PetServer(FaultKind.None);
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler);
        switch (setting)
        {
            case "HTTP/3 alone":
                (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (new Version(3, 0), HttpVersionPolicy.RequestVersionExact);
                break;
            case "unknown version":
                http.DefaultRequestVersion = new Version(5, 0);
                break;
            case "chunked without a body":
                http.DefaultRequestHeaders.TransferEncodingChunked = true;
                break;
            case "connecting throws":
                handler.ConnectCallback = static (_, _) => throw new InvalidOperationException("not set up");
                break;
            case "connecting returns nothing":
                handler.ConnectCallback = static (_, _) => new ValueTask<Stream>((Stream)null!);
                break;
            case "filter throws":
                handler.PlaintextStreamFilter = static (_, _) => throw new FormatException("not set up");
                break;
            case "scheme of the proxy":
                handler.Proxy = new System.Net.WebProxy("ftp://127.0.0.1:1");
                break;
            default:
                handler.Dispose();
                break;
        }

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(
            () => new PetClient(server.Options(static options => options.MaxRetries = 0), http).Pets.GetAsync("a"));

        Assert.Equal(problem, error.Problem);
        Assert.NotNull(error.InnerException);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Its_other_settings_apply_as_they_are()
    {
        await using var server = new PetServer(static _ => FaultAnswer.Json(PetServer.PetJson, headers: "Set-Cookie: a=b\r\n"));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = true, AutomaticDecompression = System.Net.DecompressionMethods.All }) { MaxResponseContentBufferSize = 1 };
        http.DefaultRequestHeaders.ConnectionClose = true;
        http.DefaultRequestHeaders.ExpectContinue = true;
        var client = new PetClient(server.Options(), http);

        await client.Pets.CreateAsync(new Pet { Id = "a" });
        await client.Pets.GetAsync("a");

        Assert.Contains("Connection: close", server.Requests[0].Headers);
        Assert.Contains("Cookie: a=b", server.Requests[1].Headers);
    }
}
