using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Authentication.Tests;

public sealed class RemoteKeysTests : IDisposable
{
    private readonly TokenForge _forge = TokenForge.Shared;
    private readonly Clock _clock = new(TokenForge.Now);
    private readonly ClerkStandIn _clerk = new();
    private readonly Lines _log = new();

    public RemoteKeysTests() => Serve(_forge.Jwks);

    [Fact]
    public async Task Keys_come_from_the_Backend_API_with_the_secret_key()
    {
        Assert.True((await Verifier().VerifyAsync(_forge.Session())).IsAccepted);
        Assert.Equal("GET /v1/jwks Bearer sk_test_1", Assert.Single(_clerk.Asked));
    }

    [Fact]
    public async Task Keys_come_from_the_issuer_without_any_secret()
    {
        Assert.True((await Verifier(options =>
        {
            options.SecretKey = null;
            options.PublishableKey = "pk_live_Y2xlcmsuYWNtZS50ZXN0JA";
        }).VerifyAsync(_forge.Session())).IsAccepted);
        Assert.Equal("GET /.well-known/jwks.json", Assert.Single(_clerk.Asked));
    }

    [Fact]
    public async Task A_thousand_first_requests_cost_one_fetch()
    {
        var gate = new TaskCompletionSource();
        _clerk.Gate = gate.Task;
        ClerkTokenVerifier verifier = Verifier();
        string token = _forge.Session();
        Task<ClerkVerification>[] requests = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(async () => await verifier.VerifyAsync(token)))];
        gate.SetResult();
        Assert.All(await Task.WhenAll(requests), verification => Assert.True(verification.IsAccepted));
        Assert.Equal(1, _clerk.Count);
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_costs_one_fetch_a_minute()
    {
        ClerkTokenVerifier verifier = Verifier();
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        using var attacker = new TokenForge("ins_x");
        for (int minute = 1; minute <= 3; minute++)
        {
            for (int i = 0; i < 1000; i++)
            {
                JsonObject header = attacker.Header();
                header["kid"] = $"ins_{minute}_{i}";
                string token = $"{TokenForge.Encode(header.ToJsonString())}.{TokenForge.Encode(TokenForge.SessionClaims().ToJsonString())}.AAAA";
                Assert.Equal(ClerkReason.KeyMismatch, (await verifier.VerifyAsync(token)).Reason);
            }

            Assert.Equal(1 + minute, _clerk.Count);
            _clock.Advance(TimeSpan.FromSeconds(61));
        }
    }

    [Fact]
    public async Task A_flood_of_forged_signatures_costs_one_fetch_a_minute()
    {
        ClerkTokenVerifier verifier = Verifier();
        using var attacker = new TokenForge(_forge.Kid);
        string token = attacker.Session();
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(ClerkReason.TokenInvalidSignature, (await verifier.VerifyAsync(token)).Reason);
        }

        Assert.Equal(1, _clerk.Count);
        _clock.Advance(TimeSpan.FromSeconds(61));
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(ClerkReason.TokenInvalidSignature, (await verifier.VerifyAsync(token)).Reason);
        }

        Assert.Equal(2, _clerk.Count);
    }

    [Fact]
    public async Task A_rotation_under_load_that_keeps_the_id_gives_no_wrong_answer()
    {
        ClerkTokenVerifier verifier = Verifier();
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        using var next = new TokenForge(_forge.Kid);
        _clock.Advance(TimeSpan.FromSeconds(61));
        Serve(next.Jwks);

        string old = _forge.Session("user_old", claims => claims["exp"] = TokenForge.Now + 500);
        string young = next.Session("user_new", claims => claims["exp"] = TokenForge.Now + 500);
        Task<(bool IsYoung, ClerkVerification Verification)>[] requests = [.. Enumerable.Range(0, 2000).Select(i => Task.Run(async () =>
            (i % 2 == 0, await verifier.VerifyAsync(i % 2 == 0 ? young : old))))];
        foreach ((bool isYoung, ClerkVerification verification) in await Task.WhenAll(requests))
        {
            // The old key serves until the new one is there, and no longer.
            Assert.Equal(isYoung ? "user_new" : verification.IsAccepted ? "user_old" : null, verification.Caller?.UserId);
            Assert.True(isYoung || verification.Reason is null or ClerkReason.TokenInvalidSignature);
        }

        Assert.Equal(2, _clerk.Count);
        Assert.Equal(ClerkReason.TokenInvalidSignature, (await verifier.VerifyAsync(old)).Reason);
    }

    [Fact]
    public async Task A_rotation_with_both_keys_under_one_id_accepts_both()
    {
        using var next = new TokenForge(_forge.Kid);
        Serve(TokenForge.JwksOf(_forge, next));
        ClerkTokenVerifier verifier = Verifier();
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        Assert.True((await verifier.VerifyAsync(next.Session())).IsAccepted);
    }

    [Fact]
    public async Task Keys_are_renewed_in_the_background_before_they_are_too_old()
    {
        ClerkTokenVerifier verifier = Verifier();
        await verifier.VerifyAsync(_forge.Session());
        _clock.Advance(RemoteKeys.Renewed);
        var gate = new TaskCompletionSource();
        _clerk.Gate = gate.Task;
        ValueTask<ClerkVerification> verification = verifier.VerifyAsync(LongToken());
        Assert.True(verification.IsCompleted);
        Assert.True((await verification).IsAccepted);
        gate.SetResult();
        await Eventually(() => _clerk.Count == 2);
    }

    [Fact]
    public async Task Expired_keys_are_not_used_while_new_ones_can_be_fetched()
    {
        ClerkTokenVerifier verifier = Verifier();
        string token = LongToken();
        await verifier.VerifyAsync(token);
        using var next = new TokenForge("ins_2");
        Serve(next.Jwks);
        _clock.Advance(RemoteKeys.Fresh);
        Assert.Equal(ClerkReason.KeyMismatch, (await verifier.VerifyAsync(token)).Reason);
        Assert.Equal(2, _clerk.Count);
    }

    [Fact]
    public async Task Old_keys_serve_for_fifteen_minutes_while_newer_ones_cannot_be_had()
    {
        ClerkTokenVerifier verifier = Verifier();
        string token = LongToken();
        await verifier.VerifyAsync(token);
        _clerk.Answer = (_, _) => (HttpStatusCode.NotFound, "{}");
        _clock.Advance(RemoteKeys.Fresh);
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
        Assert.Contains(_log.All, line => line.Contains("stale", StringComparison.OrdinalIgnoreCase));
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
        Assert.Equal(2, _clerk.Count);
        _clock.Advance(RemoteKeys.Stale - RemoteKeys.Fresh);
        ClerkVerification verification = await verifier.VerifyAsync(token);
        Assert.Equal(ClerkReason.KeysNotLoaded, verification.Reason);
        Assert.True(verification.IsServerFault);
        Serve(_forge.Jwks);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
    }

    [Fact]
    public async Task Nobody_waits_for_fetches_of_an_outage_while_old_keys_serve()
    {
        ClerkTokenVerifier verifier = Verifier();
        string token = LongToken();
        await verifier.VerifyAsync(token);
        var never = new TaskCompletionSource();
        _clerk.Gate = never.Task;
        _clock.Advance(RemoteKeys.Renewed);
        Assert.True(verifier.VerifyAsync(token).AsTask().IsCompleted);
        await Eventually(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            return _log.All.Any(line => line.Contains("stale", StringComparison.OrdinalIgnoreCase));
        });
        _clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(1));
        int asked = _clerk.Count;
        ValueTask<ClerkVerification> verification = verifier.VerifyAsync(token);
        Assert.True(verification.IsCompleted);
        Assert.True((await verification).IsAccepted);
        await Eventually(() => _clerk.Count > asked);
        Assert.True(verifier.VerifyAsync(token).AsTask().IsCompleted);

        // A token with a new key waits: that fetch may bring it.
        using var next = new TokenForge("ins_2");
        Task<ClerkVerification> rotated = verifier.VerifyAsync(next.Session(change: claims => claims["exp"] = TokenForge.Now + 10_000)).AsTask();
        Assert.False(rotated.IsCompleted);
        Serve(TokenForge.JwksOf(_forge, next));
        never.SetResult();
        Assert.True((await rotated).IsAccepted);
    }

    [Fact]
    public async Task Setting_the_clock_fetches_nothing_and_keeps_no_key_longer()
    {
        ClerkTokenVerifier verifier = Verifier();
        string token = _forge.Session(change: claims =>
        {
            claims["exp"] = TokenForge.Now + 1_000_000;
            claims.Remove("nbf");
            claims.Remove("iat");
        });
        await verifier.VerifyAsync(token);
        _clock.Jump(TimeSpan.FromDays(3));
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
        _clock.Jump(TimeSpan.FromDays(-6));
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
        Assert.Equal(1, _clerk.Count);
        _clock.Advance(RemoteKeys.Fresh);
        Assert.True((await verifier.VerifyAsync(token)).IsAccepted);
        Assert.Equal(2, _clerk.Count);
    }

    [Fact]
    public async Task A_secret_key_that_Clerk_refuses_is_a_fault_of_ours_and_is_asked_once()
    {
        _clerk.Answer = (_, _) => (HttpStatusCode.Unauthorized, """{"errors":[{"code":"clerk_key_invalid"}]}""");
        ClerkVerification verification = await Verifier().VerifyAsync(_forge.Session());
        Assert.Equal((ClerkReason.SecretKeyInvalid, true), (verification.Reason, verification.IsServerFault));
        Assert.Equal(1, _clerk.Count);
        Assert.Contains(_log.All, line => line.Contains(ClerkReason.SecretKeyInvalid, StringComparison.Ordinal));
        Assert.DoesNotContain(_log.All, line => line.Contains("sk_test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outage_is_tried_six_times_and_then_left_alone_for_a_while()
    {
        _clerk.Answer = (_, _) => (HttpStatusCode.BadGateway, "");
        ClerkTokenVerifier verifier = Verifier();
        Task<ClerkVerification> first = verifier.VerifyAsync(_forge.Session()).AsTask();
        await Eventually(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            return first.IsCompleted;
        });
        Assert.Equal(ClerkReason.KeysNotLoaded, (await first).Reason);
        Assert.Equal(6, _clerk.Count);
        for (int i = 0; i < 100; i++)
        {
            Assert.True((await verifier.VerifyAsync(_forge.Session())).IsServerFault);
        }

        Assert.Equal(6, _clerk.Count);
        Serve(_forge.Jwks);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await verifier.VerifyAsync(LongToken())).IsAccepted);
    }

    [Fact]
    public async Task An_outage_that_ends_at_the_third_try_is_not_noticed()
    {
        _clerk.Answer = (_, _) => _clerk.Count < 3 ? (HttpStatusCode.ServiceUnavailable, "") : (HttpStatusCode.OK, _forge.Jwks);
        Task<ClerkVerification> request = Verifier().VerifyAsync(LongToken()).AsTask();
        await Eventually(() =>
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            return request.IsCompleted;
        });
        Assert.True((await request).IsAccepted);
        Assert.Equal(3, _clerk.Count);
    }

    [Fact]
    public async Task A_cancelled_caller_does_not_stop_the_fetch_for_others()
    {
        var gate = new TaskCompletionSource();
        _clerk.Gate = gate.Task;
        ClerkTokenVerifier verifier = Verifier();
        using var gone = new CancellationTokenSource();
        Task<ClerkVerification> first = verifier.VerifyAsync(_forge.Session(), gone.Token).AsTask();
        Task<ClerkVerification> second = verifier.VerifyAsync(_forge.Session()).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.True((await second).IsAccepted);
        Assert.Equal(1, _clerk.Count);
    }

    [Fact]
    public async Task Instances_with_one_key_id_keep_their_keys_apart()
    {
        using var other = new TokenForge(_forge.Kid);
        var otherClerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, other.Jwks) };
        ClerkTokenVerifier one = Verifier(), two = Verifier(options => options.BackchannelHandler = otherClerk);
        Assert.True((await one.VerifyAsync(_forge.Session())).IsAccepted);
        Assert.True((await two.VerifyAsync(other.Session())).IsAccepted);
        Assert.Equal(ClerkReason.TokenInvalidSignature, (await one.VerifyAsync(other.Session())).Reason);
        Assert.Equal(ClerkReason.TokenInvalidSignature, (await two.VerifyAsync(_forge.Session())).Reason);
    }

    [Theory]
    [InlineData("""{"keys":[]}""", ClerkReason.KeysNotLoaded)]
    [InlineData("""{}""", ClerkReason.KeysInvalid)]
    [InlineData("""[]""", ClerkReason.KeysInvalid)]
    [InlineData("""<html>""", ClerkReason.KeysInvalid)]
    [InlineData("""{"keys":[{"kty":"EC","kid":"ins_forge","crv":"P-256"}]}""", ClerkReason.KeysMissing)]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"ins_forge","n":"AQAB","e":"AQAB"}]}""", ClerkReason.KeysMissing)]
    [InlineData("""{"keys":[{"kty":"RSA","n":"!","e":"AQAB","kid":7},null,1,"x"]}""", ClerkReason.KeysMissing)]
    public async Task A_key_set_that_cannot_serve_is_a_fault_of_ours(string jwks, string reason)
    {
        Serve(jwks);
        ClerkVerification verification = await Verifier().VerifyAsync(_forge.Session());
        Assert.Equal((reason, true), (verification.Reason, verification.IsServerFault));
    }

    [Fact]
    public async Task Unusable_keys_are_skipped_and_usable_ones_kept()
    {
        using var small = new TokenForge(_forge.Kid, bits: 1024);
        JsonObject encryption = _forge.Jwk;
        encryption["use"] = "enc";
        encryption["kid"] = "ins_enc";
        string odd = """{"kty":"RSA","kid":"\ud800","n":"AQAB","e":"AQAB"}""";
        Serve(new JsonObject { ["keys"] = new JsonArray(small.Jwk, encryption, _forge.Jwk) }.ToJsonString().Replace("[{", $"[{odd},{{", StringComparison.Ordinal));
        ClerkTokenVerifier verifier = Verifier();
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        Assert.Equal(ClerkReason.TokenInvalidSignature, (await verifier.VerifyAsync(small.Session())).Reason);
    }

    [Fact]
    public async Task A_token_without_a_key_id_names_no_key()
    {
        JsonObject header = _forge.Header();
        header.Remove("kid");
        Assert.Equal(ClerkReason.KeyMismatch, (await Verifier().VerifyAsync(_forge.Sign(header, TokenForge.SessionClaims()))).Reason);
    }

    public void Dispose() => _clerk.Dispose();

    private void Serve(string jwks) => _clerk.Answer = (_, _) => (HttpStatusCode.OK, jwks);

    private string LongToken() => _forge.Session(change: claims => claims["exp"] = TokenForge.Now + 10_000);

    private ClerkTokenVerifier Verifier(Action<ClerkAuthenticationOptions>? change = null)
    {
        var options = new ClerkAuthenticationOptions { SecretKey = "sk_test_1", BackchannelHandler = _clerk, TimeProvider = _clock };
        change?.Invoke(options);
        return new ClerkTokenVerifier(options, _log);
    }

    private static async Task Eventually(Func<bool> isSo)
    {
        for (int i = 0; i < 3000; i++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail("It never came to that.");
    }

    private sealed class Lines : ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));
    }
}
