using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Authentication.Tests;

public sealed class HostileTokenTests
{
    private readonly TokenForge _forge = TokenForge.Shared;
    private readonly Clock _clock = new(TokenForge.Now);
    private readonly ClerkTokenVerifier _verifier;

    public HostileTokenTests() => _verifier = new ClerkTokenVerifier(Options());

    [Fact]
    public async Task A_right_token_is_accepted() => Assert.Equal("user_1", (await _verifier.VerifyAsync(_forge.Session())).Caller?.UserId);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("ES256")]
    [InlineData("PS256")]
    [InlineData("EdDSA")]
    [InlineData("rs256")]
    [InlineData("RS256 ")]
    [InlineData("")]
    public async Task Another_algorithm_is_refused_although_the_signature_is_right(string algorithm)
    {
        JsonObject header = _forge.Header();
        header["alg"] = algorithm;
        await Refuses(ClerkReason.TokenInvalidAlgorithm, _forge.Sign(header, TokenForge.SessionClaims()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("256")]
    [InlineData("[\"RS256\"]")]
    [InlineData("{\"a\":\"RS256\"}")]
    public async Task An_algorithm_that_is_not_a_string_is_refused(string algorithm) => await Refuses(
        ClerkReason.TokenInvalidAlgorithm,
        _forge.SignText($$"""{"alg":{{algorithm}},"typ":"JWT"}""", TokenForge.SessionClaims().ToJsonString()));

    [Fact]
    public async Task A_token_without_a_signature_is_refused_with_any_algorithm()
    {
        string[] parts = _forge.Session().Split('.');
        await Refuses(ClerkReason.TokenInvalidSignature, $"{parts[0]}.{parts[1]}.");
        await Refuses(ClerkReason.TokenInvalidAlgorithm, $"{TokenForge.Encode("""{"alg":"none"}""")}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_that_is_signed_with_the_public_key_as_a_secret_is_refused()
    {
        foreach (string secret in (string[])[_forge.Pem, _forge.Jwk["n"]!.GetValue<string>()])
        {
            string input = TokenForge.Encode("""{"alg":"HS256","typ":"JWT"}""") + "." + TokenForge.Encode(TokenForge.SessionClaims().ToJsonString());
            byte[] signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(input));
            await Refuses(ClerkReason.TokenInvalidAlgorithm, input + "." + Base64Url.EncodeToString(signature));
        }
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    [InlineData("crit")]
    public async Task A_key_that_a_token_brings_along_is_not_used(string member)
    {
        using var attacker = new TokenForge(_forge.Kid);
        JsonObject header = attacker.Header();
        header[member] = member switch
        {
            "jwk" => attacker.Jwk,
            "x5c" => new JsonArray(attacker.Pem),
            "crit" => new JsonArray("jwk"),
            _ => "https://attacker.example/jwks.json",
        };
        await Refuses(ClerkReason.TokenInvalidSignature, attacker.Sign(header, TokenForge.SessionClaims()));
    }

    [Fact]
    public async Task An_exchanged_part_is_refused()
    {
        string[] one = _forge.Session("user_1").Split('.');
        string[] two = _forge.Session("user_2").Split('.');
        await Refuses(ClerkReason.TokenInvalidSignature, $"{one[0]}.{two[1]}.{one[2]}");
        string otherHeader = TokenForge.Encode($$"""{"alg":"RS256","kid":"{{_forge.Kid}}"}""");
        await Refuses(ClerkReason.TokenInvalidSignature, $"{otherHeader}.{one[1]}.{one[2]}");
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(Jwt.MaximumLength + 1)]
    public async Task A_token_that_is_too_long_is_refused_unread(int length)
    {
        string token = _forge.Session(change: claims => claims["padding"] = new string('x', length));
        await Refuses(ClerkReason.TokenInvalid, token);
        await Refuses(ClerkReason.TokenInvalid, new string('.', length));
        await Refuses(ClerkReason.TokenInvalid, new string('a', length));
        await Refuses(ClerkReason.TokenTypeMismatch, "ak_" + new string('a', length));
    }

    [Fact]
    public async Task A_long_token_within_the_limit_is_accepted() =>
        Assert.True((await _verifier.VerifyAsync(_forge.Session(change: claims => claims["metadata"] = new string('x', 10_000)))).IsAccepted);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a..c")]
    [InlineData("not a token")]
    [InlineData("e30.e30.e30 ")]
    [InlineData("e30=.e30.e30")]
    [InlineData("e30.e+0.e30")]
    [InlineData("e30.e30.e")]
    [InlineData("W10.e30.e30")]
    [InlineData("\u0661.e30.e30")]
    public async Task A_token_that_is_not_a_JWT_is_refused(string token) => await Refuses(ClerkReason.TokenInvalid, token);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("{\"sub\":\"user_1\"")]
    [InlineData("{'sub':'user_1'}")]
    public async Task A_payload_that_is_not_an_object_is_refused(string payload) =>
        await Refuses(ClerkReason.TokenInvalid, _forge.SignText(_forge.Header().ToJsonString(), payload));

    [Fact]
    public async Task Spare_bits_of_base64_do_not_give_a_token_a_second_text()
    {
        string token = _forge.Session();
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        // A signature of 256 bytes has 342 characters, and the last one four spare bits.
        string other = token[..^1] + Alphabet[Alphabet.IndexOf(token[^1]) | 1];
        await Refuses(ClerkReason.TokenInvalidSignature, other);
    }

    [Fact]
    public async Task The_last_value_of_a_duplicate_claim_counts_everywhere()
    {
        string claims = $$"""{"sub":"user_1","exp":{{TokenForge.Now + 50}},"sub":"user_2","sid":"sess_1","sid":"sess_2"}""";
        ClerkVerification verification = await _verifier.VerifyAsync(_forge.SignText(_forge.Header().ToJsonString(), claims));
        Assert.Equal(("user_2", "sess_2"), (verification.Caller?.UserId, verification.Caller?.SessionId));
        Assert.Equal("user_2", verification.Caller?.Claims.GetProperty("sub").GetString());
    }

    [Fact]
    public async Task Escaped_names_of_claims_are_the_same_names()
    {
        string claims = $$"""{"\u0073ub":"user_1","\u0065xp":{{TokenForge.Now - 500}}}""";
        await Refuses(ClerkReason.TokenExpired, _forge.SignText(_forge.Header().ToJsonString(), claims));
    }

    [Fact]
    public async Task A_payload_that_is_not_UTF_8_is_refused()
    {
        string input = TokenForge.Encode("""{"alg":"RS256"}""") + "." + Base64Url.EncodeToString([.. "{\"sub\":\""u8, 0xFF, .. "\"}"u8]);
        await Refuses(ClerkReason.TokenInvalid, input + ".e30");
    }

    [Theory]
    [InlineData("exp", "1790000050", null)]
    [InlineData("exp", "1789999995", ClerkReason.TokenExpired)]
    [InlineData("exp", "1789999995.001", null)]
    [InlineData("exp", "1789999994.5", ClerkReason.TokenExpired)]
    [InlineData("exp", "1.79000005e9", null)]
    [InlineData("exp", "1e400", ClerkReason.TokenVerificationFailed)]
    [InlineData("exp", "-1", ClerkReason.TokenExpired)]
    [InlineData("exp", "null", ClerkReason.TokenVerificationFailed)]
    [InlineData("exp", "\"1790000050\"", ClerkReason.TokenVerificationFailed)]
    [InlineData("exp", "[1790000050]", ClerkReason.TokenVerificationFailed)]
    [InlineData("exp", "{\"exp\":1790000050}", ClerkReason.TokenVerificationFailed)]
    [InlineData("nbf", "1790000005", null)]
    [InlineData("nbf", "1790000005.001", ClerkReason.TokenNotActiveYet)]
    [InlineData("nbf", "\"0\"", ClerkReason.TokenVerificationFailed)]
    [InlineData("nbf", "1e308", ClerkReason.TokenNotActiveYet)]
    [InlineData("iat", "1790000005", null)]
    [InlineData("iat", "1790000006", ClerkReason.TokenIssuedInTheFuture)]
    [InlineData("iat", "true", ClerkReason.TokenVerificationFailed)]
    [InlineData("sub", "null", ClerkReason.TokenVerificationFailed)]
    [InlineData("sub", "1", ClerkReason.TokenVerificationFailed)]
    [InlineData("sub", "[\"user_1\"]", ClerkReason.TokenVerificationFailed)]
    public async Task Claims_of_any_form_are_judged(string claim, string json, string? reason)
    {
        string token = _forge.Session(change: claims => claims[claim] = "@");
        string claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1])).Replace("\"@\"", json);
        Assert.Equal(reason, (await _verifier.VerifyAsync(_forge.SignText(_forge.Header().ToJsonString(), claims))).Reason);
    }

    [Fact]
    public async Task Tokens_follow_a_changed_clock()
    {
        string token = _forge.Session();
        _clock.Jump(TimeSpan.FromHours(1));
        await Refuses(ClerkReason.TokenExpired, token);
        _clock.Jump(TimeSpan.FromHours(-2));
        await Refuses(ClerkReason.TokenNotActiveYet, token);
        _clock.Jump(TimeSpan.FromHours(1));
        Assert.True((await _verifier.VerifyAsync(token)).IsAccepted);
    }

    [Theory]
    [InlineData("https://app.acme.test/")]
    [InlineData("https://APP.acme.test")]
    [InlineData("https://app.acme.test.attacker.example")]
    [InlineData("")]
    public async Task Parties_are_compared_exactly(string party)
    {
        ClerkAuthenticationOptions options = Options();
        options.AuthorizedParties.Add("https://app.acme.test");
        var verifier = new ClerkTokenVerifier(options);
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        ClerkVerification verification = await verifier.VerifyAsync(_forge.Session(change: claims => claims["azp"] = party));
        Assert.Equal(ClerkReason.TokenInvalidAuthorizedParties, verification.Reason);
    }

    [Fact]
    public async Task A_missing_party_is_accepted_only_when_that_is_allowed()
    {
        ClerkAuthenticationOptions options = Options();
        options.AuthorizedParties.Add("https://app.acme.test");
        string token = _forge.Session(change: claims => claims.Remove("azp"));
        Assert.Equal(ClerkReason.TokenInvalidAuthorizedParties, (await new ClerkTokenVerifier(options).VerifyAsync(token)).Reason);
        options.AllowMissingAuthorizedParty = true;
        Assert.True((await new ClerkTokenVerifier(options).VerifyAsync(token)).IsAccepted);
    }

    [Fact]
    public async Task The_publishable_key_names_the_issuer()
    {
        ClerkAuthenticationOptions options = Options();
        options.PublishableKey = "pk_live_Y2xlcmsuYWNtZS50ZXN0JA";
        var verifier = new ClerkTokenVerifier(options);
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        foreach (string? issuer in (string?[])["https://clerk.other.test", "https://clerk.acme.test/", null])
        {
            string token = _forge.Session(change: claims => claims["iss"] = issuer);
            Assert.Equal(ClerkReason.TokenInvalidIssuer, (await verifier.VerifyAsync(token)).Reason);
        }
    }

    [Fact]
    public async Task A_forged_token_is_refused_before_its_claims_are_checked()
    {
        using var attacker = new TokenForge(_forge.Kid);
        ClerkAuthenticationOptions options = Options();
        options.AuthorizedParties.Add("https://app.acme.test");
        options.Issuers.Add("https://clerk.acme.test");
        var verifier = new ClerkTokenVerifier(options);
        foreach (string claim in (string[])["azp", "iss", "exp", "nbf", "iat", "sub"])
        {
            string token = attacker.Session(change: claims => claims[claim] = "wrong");
            Assert.Equal(ClerkReason.TokenInvalidSignature, (await verifier.VerifyAsync(token)).Reason);
        }
    }

    [Theory]
    [InlineData("cl_B7d4PD222AAA")]
    [InlineData("cl_B7d4PD333AAA")]
    [InlineData("cl_something_new")]
    [InlineData("")]
    public async Task Tokens_of_other_categories_are_not_sessions(string category) =>
        await Refuses(ClerkReason.TokenTypeMismatch, _forge.Sign(_forge.Header(category), TokenForge.SessionClaims()));

    [Fact]
    public async Task All_keys_in_PEM_serve_during_a_rotation()
    {
        using var next = new TokenForge("ins_next");
        ClerkAuthenticationOptions options = Options();
        options.JwtKeys.Add(next.Pem);
        var verifier = new ClerkTokenVerifier(options);
        Assert.True((await verifier.VerifyAsync(_forge.Session())).IsAccepted);
        Assert.True((await verifier.VerifyAsync(next.Session())).IsAccepted);
    }

    [Fact]
    public async Task A_key_in_PEM_is_read_in_the_forms_that_environment_variables_leave()
    {
        string pem = _forge.Pem;
        string[] forms =
        [
            pem.ReplaceLineEndings("\\n"), pem.ReplaceLineEndings("\\r\\n"), pem.ReplaceLineEndings(""), pem.ReplaceLineEndings("\r\n"), $"\"{pem}\"",
            "  " + pem + "\n", Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)), pem.ReplaceLineEndings(" "),
        ];
        foreach (string form in forms)
        {
            var options = new ClerkAuthenticationOptions { JwtKeys = { form }, TimeProvider = _clock };
            Assert.True((await new ClerkTokenVerifier(options).VerifyAsync(_forge.Session())).IsAccepted);
        }
    }

    [Fact]
    public void A_key_that_cannot_serve_is_refused_and_not_repeated()
    {
        using var small = new TokenForge(bits: 1024);
        using var rsa = RSA.Create(2048);
        foreach (string pem in (string[])[small.Pem, rsa.ExportPkcs8PrivateKeyPem(), "secret", "-----BEGIN PUBLIC KEY-----secret-----END PUBLIC KEY-----"])
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(
                () => new ClerkTokenVerifier(new ClerkAuthenticationOptions { JwtKeys = { pem } }));
            Assert.DoesNotContain("secret", refusal.Message);
        }
    }

    private ClerkAuthenticationOptions Options() => new() { JwtKeys = { _forge.Pem }, TimeProvider = _clock };

    private async Task Refuses(string reason, string token) => Assert.Equal(reason, (await _verifier.VerifyAsync(token)).Reason);
}
