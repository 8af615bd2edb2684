using System.Net;
using System.Runtime.CompilerServices;

namespace ClerkGen.Authentication.Tests;

public sealed class MachineTokenTests : IDisposable
{
    private readonly Clock _clock = new(TokenForge.Now);
    private readonly ClerkStandIn _clerk = new();

    [Theory]
    [InlineData("mt_1", "POST /v1/m2m_tokens/verify Bearer sk_test_1 {\"token\":\"mt_1\"}", ClerkTokenKind.MachineToMachine)]
    [InlineData("oat_1", "POST /v1/oauth_applications/access_tokens/verify Bearer sk_test_1 {\"access_token\":\"oat_1\"}", ClerkTokenKind.OAuth)]
    [InlineData("ak_1", "POST /v1/api_keys/verify Bearer sk_test_1 {\"secret\":\"ak_1\"}", ClerkTokenKind.ApiKey)]
    public async Task Each_kind_of_token_is_verified_by_its_operation(string token, string asked, ClerkTokenKind kind)
    {
        Serve("""{"id":"id_1","subject":"user_1","scopes":["read","write"],"claims":{"tier":"gold"},"client_id":"client_1","revoked":false,"expired":false,"expiration":null}""");
        ClerkVerification verification = await Verifier().VerifyAsync(token);
        Assert.Equal(asked, Assert.Single(_clerk.Asked));
        ClerkCaller caller = verification.Caller!;
        Assert.Equal((kind, "user_1", "id_1", "client_1"), (caller.TokenKind, caller.UserId, caller.TokenId, caller.ClientId));
        Assert.Equal(["read", "write"], caller.Scopes);
        Assert.Equal("gold", caller.Claims.GetProperty("tier").GetString());
        Assert.False(caller.Has(new ClerkRequirement { Role = "admin" }));
    }

    [Fact]
    public async Task A_machine_secret_key_asks_about_machine_tokens_alone()
    {
        Serve("""{"subject":"mch_1"}""");
        ClerkTokenVerifier verifier = Verifier(options => options.MachineSecretKey = "ak_machine");
        ClerkCaller caller = (await verifier.VerifyAsync("mt_1")).Caller!;
        await verifier.VerifyAsync("oat_1");
        Assert.Contains("Bearer ak_machine", _clerk.Asked[0]);
        Assert.Contains("Bearer sk_test_1", _clerk.Asked[1]);
        Assert.False(caller.IsUser);
        Assert.Throws<InvalidOperationException>(() => caller.UserId);
    }

    [Theory]
    [InlineData("""{"subject":"user_1","revoked":true}""", ClerkReason.TokenInvalid)]
    [InlineData("""{"subject":"user_1","expired":true}""", ClerkReason.TokenExpired)]
    [InlineData("""{"subject":"user_1","expiration":1790000000000}""", ClerkReason.TokenExpired)]
    [InlineData("""{"subject":"user_1","expiration":1790000000}""", ClerkReason.TokenExpired)]
    [InlineData("""{"active":false}""", ClerkReason.TokenInvalid)]
    [InlineData("""{"active":false,"subject":"user_1"}""", ClerkReason.TokenInvalid)]
    [InlineData("""{}""", ClerkReason.TokenInvalid)]
    [InlineData("""null""", ClerkReason.TokenInvalid)]
    [InlineData("""no json""", ClerkReason.TokenInvalid)]
    public async Task A_success_is_not_yet_a_yes(string answer, string reason)
    {
        Serve(answer);
        Assert.Equal(reason, (await Verifier().VerifyAsync("oat_1")).Reason);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, ClerkReason.TokenInvalid, false)]
    [InlineData(HttpStatusCode.BadRequest, ClerkReason.TokenVerificationFailed, false)]
    [InlineData(HttpStatusCode.Unauthorized, ClerkReason.SecretKeyInvalid, true)]
    [InlineData(HttpStatusCode.TooManyRequests, ClerkReason.UnexpectedError, true)]
    [InlineData(HttpStatusCode.InternalServerError, ClerkReason.UnexpectedError, true)]
    [InlineData(HttpStatusCode.Redirect, ClerkReason.UnexpectedError, true)]
    public async Task A_refusal_differs_from_a_server_fault(HttpStatusCode status, string reason, bool isFault)
    {
        _clerk.Answer = (_, _) => (status, "{}");
        ClerkVerification verification = await Verifier().VerifyAsync("ak_1");
        Assert.Equal((reason, isFault), (verification.Reason, verification.IsServerFault));
    }

    [Fact]
    public async Task A_handler_that_throws_is_a_fault_of_ours()
    {
        _clerk.Answer = (_, _) => throw new HttpRequestException("no network");
        Assert.True((await Verifier().VerifyAsync("mt_1")).IsServerFault);
        Assert.True((await Verifier(options => options.SecretKey = null).VerifyAsync("mt_1")).IsServerFault);
    }

    [Fact]
    public async Task Acceptance_is_cached_for_a_minute_and_refusal_for_five_seconds()
    {
        Serve("""{"subject":"mch_1"}""");
        ClerkTokenVerifier verifier = Verifier();
        await Ask(verifier, "mt_1", 59, 1);
        await Ask(verifier, "mt_1", 1, 1);
        await Ask(verifier, "mt_1", 0, 2);
        _clerk.Answer = (_, _) => (HttpStatusCode.NotFound, "{}");
        await Ask(verifier, "mt_2", 4, 3);
        await Ask(verifier, "mt_2", 1, 3);
        await Ask(verifier, "mt_2", 0, 4);
    }

    [Fact]
    public async Task A_yes_is_kept_no_longer_than_the_token_lives()
    {
        Serve("""{"subject":"mch_1","expiration":1790000010000}""");
        ClerkTokenVerifier verifier = Verifier();
        await Ask(verifier, "mt_1", 11, 1);
        Assert.Equal(ClerkReason.TokenExpired, (await verifier.VerifyAsync("mt_1")).Reason);
        Assert.Equal(2, _clerk.Count);
    }

    [Fact]
    public async Task API_keys_are_verified_each_time_by_default()
    {
        Serve("""{"subject":"org_1"}""");
        ClerkTokenVerifier verifier = Verifier();
        await Ask(verifier, "ak_1", 0, 1);
        await Ask(verifier, "ak_1", 0, 2);
        ClerkTokenVerifier keeping = Verifier(options => options.CacheApiKeys = true);
        await Ask(keeping, "ak_1", 0, 3);
        await Ask(keeping, "ak_1", 0, 3);
        Assert.Equal("org_1", (await keeping.VerifyAsync("ak_1")).Caller!.OrganizationId);
    }

    [Fact]
    public async Task Many_requests_with_one_token_ask_once()
    {
        var gate = new TaskCompletionSource();
        _clerk.Gate = gate.Task;
        Serve("""{"subject":"mch_1"}""");
        ClerkTokenVerifier verifier = Verifier();
        Task<ClerkVerification>[] requests = [.. Enumerable.Range(0, 200).Select(_ => verifier.VerifyAsync("mt_1").AsTask())];
        gate.SetResult();
        Assert.All(await Task.WhenAll(requests), verification => Assert.True(verification.IsAccepted));
        Assert.Equal(1, _clerk.Count);
    }

    [Theory]
    [InlineData("mt_a b")]
    [InlineData("mt_a\r\nx: y")]
    [InlineData("ak_ü")]
    public async Task Text_that_cannot_be_a_token_causes_no_request(string token)
    {
        Assert.Equal(ClerkReason.TokenInvalid, (await Verifier().VerifyAsync(token)).Reason);
        Assert.Equal(0, _clerk.Count);
    }

    [Fact]
    public async Task Kinds_that_are_not_accepted_are_not_asked_about()
    {
        ClerkTokenVerifier verifier = Verifier(options => options.AcceptedTokens.Remove(ClerkTokenKind.ApiKey));
        Assert.Equal(ClerkReason.TokenTypeMismatch, (await verifier.VerifyAsync("ak_1")).Reason);
        Assert.Equal(0, _clerk.Count);
    }

    [Fact]
    public void Fifty_thousand_tokens_are_not_all_kept()
    {
        var cache = new VerificationCache(_clock);
        for (int i = 0; i < 50_000; i++)
        {
            cache.Keep($"{i}", ClerkVerification.Refuse(ClerkReason.TokenInvalid), TimeSpan.FromSeconds(60));
        }

        Assert.Null(cache.Find("0"));
        Assert.NotNull(cache.Find("49999"));
    }

    [Fact]
    public void Expired_entries_do_not_stay_in_memory()
    {
        var cache = new VerificationCache(_clock);
        var kept = new List<WeakReference>();
        for (int minute = 0; minute < 3; minute++)
        {
            kept.Add(Keep(cache, $"{minute}"));
            _clock.Advance(TimeSpan.FromSeconds(61));
        }

        GC.Collect();
        Assert.False(kept[0].IsAlive);
        GC.KeepAlive(cache);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Keep(VerificationCache cache, string key)
    {
        string reason = new('x', 10);
        cache.Keep(key, ClerkVerification.Refuse(reason), TimeSpan.FromMinutes(5));
        return new WeakReference(reason);
    }

    public void Dispose() => _clerk.Dispose();

    private async Task Ask(ClerkTokenVerifier verifier, string token, int thenSeconds, int count)
    {
        await verifier.VerifyAsync(token);
        Assert.Equal(count, _clerk.Count);
        _clock.Advance(TimeSpan.FromSeconds(thenSeconds));
    }

    private void Serve(string answer) => _clerk.Answer = (_, _) => (HttpStatusCode.OK, answer);

    private ClerkTokenVerifier Verifier(Action<ClerkAuthenticationOptions>? change = null)
    {
        var options = new ClerkAuthenticationOptions { SecretKey = "sk_test_1", BackchannelHandler = _clerk, TimeProvider = _clock };
        options.AcceptedTokens.UnionWith(Enum.GetValues<ClerkTokenKind>());
        change?.Invoke(options);
        return new ClerkTokenVerifier(options);
    }
}
