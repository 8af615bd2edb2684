using System.Net;
using System.Text;
using ClerkGen.Runtime.Tests.Transport.Pets;
using ClerkGen.Testing.Faults;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Credentials: where they stand, which are refused, and how they rotate.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" sk_test_1")]
    [InlineData("sk_test_1 ")]
    [InlineData("sk_test_1\n")]
    [InlineData("sk_test_1\r\n")]
    [InlineData("sk_\0test")]
    [InlineData("pk_test_Y2xlcms")]
    [InlineData("pk_live_Y2xlcms")]
    [InlineData("Bearer sk_test_1")]
    [InlineData("\"sk_test_1\"")]
    public void A_malformed_or_publishable_key_is_refused_at_once_without_being_repeated(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PetClientOptions { SecretKey = key });

        Assert.StartsWith("PetClientOptions.SecretKey ", error.Message, StringComparison.Ordinal);
        Assert.True(key.Trim().Length < 3 || !error.Message.Contains(key.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_wherever_it_would_be_sent()
    {
        // Metadata of attributes cannot have one.
        foreach (string half in (string[])["\uD800", "\uDC00", "\uDC00\uD800"])
        {
            Assert.Throws<ArgumentException>(() => new PetClientOptions { SecretKey = $"sk_{half}key" });
            Assert.Throws<ArgumentException>(() => new PetClientOptions { UserPassword = $"user:{half}" });
            ArgumentException error = Assert.Throws<ArgumentException>(() => new PetClientOptions { QueryKey = half + "key" });
            Assert.Contains("half a surrogate pair", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("key_\U0001F600", new PetClientOptions { QueryKey = "key_\U0001F600" }.QueryKey);
    }

    [Theory]
    [InlineData("pk_0123456789")]
    [InlineData("pk_test")]
    public async Task A_secret_that_begins_like_a_publishable_key_is_sent(string key)
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client(options => options.SecretKey = key).Pets.GetAsync("a");

        Assert.Contains("Authorization: Bearer " + key, server.Requests.Single().Headers);
    }

    [Theory]
    [InlineData("sk test")]
    [InlineData("sk_té")]
    [InlineData("pk_live_Y2xlcms")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_malformed_key_of_a_provider_is_refused_before_anything_is_sent(string? key)
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client(options => options.SecretKeyProvider = _ => new ValueTask<string>(key!));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Pets.GetAsync("a"));

        Assert.StartsWith("The credential of PetClientOptions.SecretKeyProvider ", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("\uFEFFsk_test_1")]
    [InlineData("sk_test_1\uFEFF")]
    [InlineData("sk_\u200Btest_1")]
    [InlineData("sk_test_1\u200D")]
    [InlineData("sk_\u00ADtest")]
    [InlineData("sk test_1")]
    [InlineData("sk\u00A0test_1")]
    [InlineData("sk_t\u00E9st")]
    public void A_key_that_cannot_be_sent_is_refused_when_it_is_set(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PetClientOptions { SecretKey = key });

        Assert.StartsWith("PetClientOptions.SecretKey contains ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("test_1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_key_at_all_is_refused_when_it_is_set()
    {
        Assert.Contains("PetClientOptions.SecretKey", Assert.Throws<ArgumentNullException>(() => new PetClientOptions { SecretKey = null }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new PetClientOptions { HeaderKey = null });
        Assert.Throws<ArgumentException>(() => new PetClientOptions { HeaderKey = "\u200Bkey" });
        Assert.Throws<ArgumentException>(() => new PetClientOptions { CookieKey = "a;b" });
        Assert.Throws<ArgumentException>(() => new PetClientOptions { UserPassword = "no colon" });
    }

    [Fact]
    public async Task A_missing_key_throws_before_anything_is_sent()
    {
        await using var server = new PetServer(FaultKind.None);

        InvalidOperationException error =
            await Assert.ThrowsAsync<InvalidOperationException>(() => new PetClient(new PetClientOptions { BaseAddress = server.Address }).Pets.GetAsync("a"));

        Assert.Equal("'GetPet' needs a credential. Set PetClientOptions.SecretKey ('SecretKey' in a configuration section that is bound, or the environment variable "
            + "PET_SECRET_KEY with FromEnvironment), or RequestOptions.Credential for this call.", error.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_key_of_the_call_takes_the_place_of_the_clients()
    {
        await using var server = new PetServer(FaultKind.None);
        var options = new RequestOptions { Credential = "sk_test_tenant" };

        await server.Client().Pets.GetAsync("a", options: options);
        await new PetClient(new PetClientOptions { BaseAddress = server.Address }).Pets.GetAsync("a", options: options);
        await server.Client().Pets.GetAsync("a");

        Assert.Equal(
            ["Authorization: Bearer sk_test_tenant", "Authorization: Bearer sk_test_tenant", "Authorization: Bearer " + PetServer.Key],
            server.Requests.Select(static request => request.Headers.Single(static line => line.StartsWith("Authorization", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("pk_test_Y2xlcms", "is a publishable key")]
    [InlineData("sk_test_1\n", "contains a line end")]
    public async Task A_key_of_the_call_is_checked_before_anything_is_sent(string key, string fault)
    {
        await using var server = new PetServer(FaultKind.None);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.Client().Pets.GetAsync("a", options: new RequestOptions { Credential = key }));

        Assert.StartsWith("The credential of RequestOptions.Credential " + fault, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim(), error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_token_in_place_of_options_cancels_the_call()
    {
        await using var server = new PetServer(FaultKind.None);
        using var cancelled = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        await cancelled.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Pets.GetAsync("a", options: cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().Pets.GetAsync("a", options: cancelled.Token, cancellationToken: other.Token));
        await server.Client().Pets.GetAsync("a", options: other.Token);

        Assert.Equal(cancelled.Token, error.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_bearer_key_is_sent_in_one_header()
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.GetAsync("a");

        FaultRequest request = Assert.Single(server.Requests);
        Assert.Equal(["Authorization: Bearer " + PetServer.Key], request.Headers.Where(static line => line.Contains(PetServer.Key, StringComparison.Ordinal)));
        Assert.DoesNotContain(PetServer.Key, request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_without_security_sends_no_credential()
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client().Pets.OpenAsync();

        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_first_alternative_whose_credentials_are_all_set_is_taken()
    {
        await using var server = new PetServer(FaultKind.None);

        await server.Client(static options => options.QueryKey = "q/1&x").Pets.AnyKeyAsync();
        await server.Client(static options => (options.QueryKey, options.UserPassword) = ("query-key", "ada:päss word")).Pets.AnyKeyAsync();
        await server.Client(static options => (options.HeaderKey, options.CookieKey, options.UserPassword) = ("header-key", "cookie-key", "a:b")).Pets.AnyKeyAsync();
        await server.Client(static options => options.HeaderKey = "header-key").Pets.AnyKeyAsync();

        Assert.Equal("/any-key?pet%20key=q%2F1%26x", server.Requests[0].Target);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:päss word")), server.Requests[1].Header("Authorization"));
        Assert.Equal("/any-key", server.Requests[1].Target);
        Assert.Equal(("header-key", "pet-key=cookie-key", null), (server.Requests[2].Header("X-Pet-Key"), server.Requests[2].Header("Cookie"), server.Requests[2].Header("Authorization")));
        Assert.Equal((null, null), (server.Requests[3].Header("X-Pet-Key"), server.Requests[3].Header("Authorization")));
    }

    [Theory]
    [InlineData("no-colon")]
    public void A_user_without_password_is_refused(string text)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new PetClientOptions { UserPassword = text });

        Assert.StartsWith("PetClientOptions.UserPassword does not have the form user:password", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_is_asked_at_each_attempt_so_that_a_rotated_key_is_picked_up()
    {
        await using PetServer server = PetServer.Answering(FaultAnswer.Faulty(FaultKind.Status503, "{}"), FaultAnswer.Json(PetServer.PetJson));
        int asked = 0;
        PetClient client = server.Client(options => options.SecretKeyProvider = _ => new ValueTask<string>($"sk_test_{++asked}"));

        await client.Pets.GetAsync("a");
        await client.Pets.GetAsync("a");

        Assert.Equal(["Bearer sk_test_1", "Bearer sk_test_2", "Bearer sk_test_3"], server.Requests.Select(static request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_provider_that_fails_is_the_callers_to_see()
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client(options => options.SecretKeyProvider = static _ => throw new HttpRequestException("vault"));

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => client.Pets.GetAsync("a"));

        Assert.Equal("vault", error.Message);
    }

    [Fact]
    public async Task A_provider_that_hangs_ends_with_the_attempt()
    {
        await using var server = new PetServer(FaultKind.None);
        PetClient client = server.Client(static options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(50);
            options.MaxRetries = 0;
            options.SecretKeyProvider = static _ => new ValueTask<string>(new TaskCompletionSource<string>().Task);
        });

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.Pets.CreateAsync(new Pet { Id = "a" }));

        Assert.False(error.IsOutcomeUnknown);
        Assert.False(error.IsOverall);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Options_cannot_change_under_a_client()
    {
        var options = new PetClientOptions { SecretKey = PetServer.Key };
        _ = new PetClient(options);

        Assert.Throws<InvalidOperationException>(() => options.SecretKey = "sk_test_other");
        Assert.Throws<InvalidOperationException>(() => options.SecretKey = PetServer.Key);
        Assert.Throws<InvalidOperationException>(() => options.SecretKeyProvider = null);
        Assert.Throws<InvalidOperationException>(() => options.MaxRetries = 1);
        Assert.Throws<InvalidOperationException>(() => options.BaseAddress = null);
        Assert.Throws<InvalidOperationException>(() => options.Region = "eu");
        _ = new PetClient(options);
    }

    [Fact]
    public async Task Two_clients_over_one_handler_share_nothing()
    {
        await using var server = new PetServer(FaultKind.None);
        using var http = new HttpClient();
        var first = new PetClient(server.Options(static options => options.SecretKey = "sk_test_first"), http);
        var second = new PetClient(server.Options(static options => options.SecretKey = "sk_test_second"), http);

        await first.Pets.GetAsync("a");
        await second.Pets.GetAsync("a");

        Assert.Equal(["Bearer sk_test_first", "Bearer sk_test_second"], server.Requests.Select(static request => request.Header("Authorization")));
        Assert.Empty(http.DefaultRequestHeaders);
    }

    [Fact]
    public async Task A_proxys_password_stays_out_of_errors()
    {
        await using var proxy = new FaultServer(_ => FaultAnswer.Nothing(407));
        using var http = new HttpClient(new SocketsHttpHandler
        {
            Proxy = new WebProxy($"http://user:proxy-canary@127.0.0.1:{proxy.Port}"),
            UseProxy = true,
        });
        var client = new PetClient(new PetClientOptions { SecretKey = PetServer.Key, MaxRetries = 0 }, http);

        ApiConnectionException error = await Assert.ThrowsAsync<ApiConnectionException>(() => client.Pets.GetAsync("a"));

        Assert.Equal(ApiConnectionProblem.Proxy, error.Problem);
        Assert.DoesNotContain("proxy-canary", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(proxy.Requests, static request => request.Header("Authorization") is not null);
    }
}
