using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Tokens of the client credentials grant: asked for once, kept, renewed ahead of their expiry (RFC 6749, section 4.4).</summary>
public sealed class ClientCredentialsTests
{
    private const string Secret = "secret-of-the-client";

    private int _issued;

    [Fact]
    public async Task Request_has_the_grants_parameters_and_the_secret_in_one_header()
    {
        await using FaultServer server = Issuing();
        var tokens = new ClientCredentialsTokens(new Uri(server.Address, "/oauth/token?tenant=a"), "id of: client", Secret)
        {
            Scope = "read write",
            Parameters = new Dictionary<string, string> { ["audience"] = "https://api.example/" },
        };

        Assert.Equal("token-1", await tokens.GetTokenAsync());

        FaultRequest request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/oauth/token?tenant=a"), (request.Method, request.Target));
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal("grant_type=client_credentials&scope=read+write&audience=https%3A%2F%2Fapi.example%2F", request.Text);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("id+of%3A+client:" + Secret)), request.Header("Authorization"));
    }

    [Fact]
    public async Task Secret_is_sent_in_the_body_if_the_server_requires_it()
    {
        await using FaultServer server = Issuing();

        await Tokens(server, sendsSecretInBody: true).GetTokenAsync();

        FaultRequest request = Assert.Single(server.Requests);
        Assert.Null(request.Header("Authorization"));
        Assert.Equal($"grant_type=client_credentials&client_id=id&client_secret={Secret}", request.Text);
    }

    [Fact]
    public async Task Token_is_kept_until_it_expires()
    {
        await using FaultServer server = Issuing();
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.Zero);

        string first = await tokens.GetTokenAsync();
        time.Advance(TimeSpan.FromSeconds(99));
        string second = await tokens.GetTokenAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        string third = await tokens.GetTokenAsync();

        Assert.Equal(("token-1", "token-1", "token-2"), (first, second, third));
    }

    [Fact]
    public async Task Token_is_renewed_ahead_of_its_expiry_while_calls_go_on_with_it()
    {
        await using FaultServer server = Issuing();
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.FromSeconds(20));
        await tokens.GetTokenAsync();

        time.Advance(TimeSpan.FromSeconds(79));
        Assert.Equal("token-1", await tokens.GetTokenAsync());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-1", await tokens.GetTokenAsync());

        Assert.Equal("token-2", await UntilAsync(tokens, static token => token != "token-1"));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Short_token_is_renewed_no_earlier_than_after_half_of_its_life()
    {
        await using FaultServer server = Issuing();
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.FromHours(1));
        await tokens.GetTokenAsync();

        time.Advance(TimeSpan.FromSeconds(49));
        await tokens.GetTokenAsync();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_failed_renewal_has_no_effect_while_the_token_is_valid()
    {
        int count = 0;
        await using var server = new FaultServer(_ => Interlocked.Increment(ref count) == 2 ? FaultAnswer.Nothing(500) : Token());
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.FromSeconds(20));
        await tokens.GetTokenAsync();

        time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("token-1", await tokens.GetTokenAsync());

        Assert.Equal("token-2", await UntilAsync(tokens, static token => token == "token-2"));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_not_asked_by_every_call()
    {
        bool isDown = false;
        await using var server = new FaultServer(_ => Volatile.Read(ref isDown) ? FaultAnswer.Nothing(500) : Token());
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.FromSeconds(20));
        await tokens.GetTokenAsync();

        // Ahead of its expiry the token serves.
        Volatile.Write(ref isDown, true);
        time.Advance(TimeSpan.FromSeconds(90));
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal("token-1", await tokens.GetTokenAsync());
            await Task.Delay(2);
        }

        Assert.InRange(server.Requests.Count, 2, 3);

        // Afterwards calls fail as the last request did.
        time.Advance(TimeSpan.FromSeconds(10));
        for (int i = 0; i < 100; i++)
        {
            TokenRequestException error = await Assert.ThrowsAsync<TokenRequestException>(async () => await tokens.GetTokenAsync());
            Assert.Equal(500, error.StatusCode);
        }

        Assert.InRange(server.Requests.Count, 3, 4);

        Volatile.Write(ref isDown, false);
        time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal("token-2", await tokens.GetTokenAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_expired_token_is_not_used_though_the_clock_is_set(int days)
    {
        await using FaultServer server = Issuing();
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.Zero);
        await tokens.GetTokenAsync();

        time.Jump(TimeSpan.FromDays(days));
        time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal("token-2", await tokens.GetTokenAsync());
        time.Advance(TimeSpan.FromSeconds(99));
        Assert.Equal("token-2", await tokens.GetTokenAsync());
    }

    [Fact]
    public async Task Many_callers_at_once_send_one_request()
    {
        await using FaultServer server = Issuing();
        ClientCredentialsTokens tokens = Tokens(server);

        string[] all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await tokens.GetTokenAsync())));

        Assert.All(all, static token => Assert.Equal("token-1", token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_affect_the_others()
    {
        await using FaultServer server = Issuing();
        ClientCredentialsTokens tokens = Tokens(server);

        using var given = new CancellationTokenSource();
        Task<string> first = tokens.GetTokenAsync(given.Token).AsTask();
        Task<string> second = tokens.GetTokenAsync().AsTask();
        await given.CancelAsync();

        Assert.Equal("token-1", await second);
        Assert.True(first.IsCanceled || await first == "token-1");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Failure_is_thrown_and_the_next_call_asks_again()
    {
        int count = 0;
        await using var server = new FaultServer(_ => Interlocked.Increment(ref count) == 1
            ? FaultAnswer.Json($$"""{"error":"invalid_client","error_description":"{{Secret}} is\nwrong"}""", 401)
            : Token());
        ClientCredentialsTokens tokens = Tokens(server);

        TokenRequestException error = await Assert.ThrowsAsync<TokenRequestException>(async () => await tokens.GetTokenAsync());
        Assert.Equal((401, "invalid_client"), (error.StatusCode, error.Error));
        Assert.Equal("The token endpoint returned status 401: invalid_client (*** is wrong).", error.Message);
        Assert.Equal("token-1", await tokens.GetTokenAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":{"a":"b"}}""")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""")]
    public async Task Answer_without_a_bearer_token_is_an_error(string body)
    {
        await using var server = new FaultServer(_ => FaultAnswer.Json(body));

        await Assert.ThrowsAsync<TokenRequestException>(async () => await Tokens(server).GetTokenAsync());
    }

    [Theory]
    [InlineData("""{"access_token":"a","token_type":"bearer","expires_in":"100"}""", 100)]
    [InlineData("""{"access_token":"a","expires_in":100.0,"scope":["x"]}""", 100)]
    [InlineData("""{"access_token":"a","token_type":"Bearer"}""", 300)]
    public async Task Lifetime_is_read_as_servers_write_it(string body, int seconds)
    {
        await using var server = new FaultServer(_ => FaultAnswer.Json(body));
        var time = new ManualTime();
        ClientCredentialsTokens tokens = Tokens(server, time, TimeSpan.Zero);

        await tokens.GetTokenAsync();
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await tokens.GetTokenAsync();
        Assert.Single(server.Requests);
        time.Advance(TimeSpan.FromSeconds(1));
        await tokens.GetTokenAsync();
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Token_that_is_no_longer_accepted_can_be_dropped()
    {
        await using FaultServer server = Issuing();
        ClientCredentialsTokens tokens = Tokens(server);
        await tokens.GetTokenAsync();

        tokens.Invalidate();

        Assert.Equal("token-2", await tokens.GetTokenAsync());
    }

    [Fact]
    public async Task Calls_of_a_client_carry_the_token()
    {
        await using FaultServer issuer = Issuing();
        await using var server = new PetServer(FaultKind.None);
        ClientCredentialsTokens tokens = Tokens(issuer);
        PetClient client = server.Client(options => options.SecretKeyProvider = tokens.GetTokenAsync);

        await client.Pets.GetAsync("a");
        await client.Pets.GetAsync("b");

        Assert.All(server.Requests, static request => Assert.Equal("Bearer token-1", request.Header("Authorization")));
        Assert.Single(issuer.Requests);
    }

    [Theory]
    [InlineData("http://tokens.example/token")]
    [InlineData("https://user:password@tokens.example/token")]
    [InlineData("https://tokens.example/token#fragment")]
    [InlineData("/token")]
    public void Address_that_would_give_the_secret_away_is_refused(string address) => Assert.Throws<ArgumentException>(
        () => new ClientCredentialsTokens(new Uri(address, UriKind.RelativeOrAbsolute), "id", Secret));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(25)]
    [InlineData(10_000_000)]
    public void A_time_limit_that_no_timer_can_have_is_refused_when_it_is_set(int days) => Assert.Equal(
        "Timeout",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ClientCredentialsTokens(new Uri("https://tokens.example/token"), "id", Secret) { Timeout = TimeSpan.FromDays(days) }).ParamName);

    [Fact]
    public async Task Nothing_prints_the_secret()
    {
        ClientCredentialsTokens tokens = new(new Uri("http://127.0.0.1:1/token"), "id", Secret);

        TokenRequestException error = await Assert.ThrowsAsync<TokenRequestException>(async () => await tokens.GetTokenAsync());

        Assert.DoesNotContain(Secret, error + tokens.ToString(), StringComparison.Ordinal);
    }

    private static ClientCredentialsTokens Tokens(FaultServer server, TimeProvider? time = null, TimeSpan? ahead = null, bool sendsSecretInBody = false) =>
        new(new Uri(server.Address, "/token"), "id", Secret)
        {
            TimeProvider = time ?? TimeProvider.System,
            RefreshAhead = ahead ?? TimeSpan.FromSeconds(60),
            SendsSecretInBody = sendsSecretInBody,
        };

    // A renewal goes on behind the calls.
    private static async Task<string> UntilAsync(ClientCredentialsTokens tokens, Predicate<string> isEnough)
    {
        string token = await tokens.GetTokenAsync();
        for (int i = 0; i < 1000 && !isEnough(token); i++)
        {
            await Task.Delay(10);
            token = await tokens.GetTokenAsync();
        }

        return token;
    }

    private FaultServer Issuing() => new(_ => Token());

    private FaultAnswer Token() =>
        FaultAnswer.Json($$"""{"access_token":"token-{{Interlocked.Increment(ref _issued)}}","token_type":"Bearer","expires_in":100}""");
}
