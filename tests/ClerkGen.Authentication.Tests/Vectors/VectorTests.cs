using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Authentication.Tests;

/// <summary>All 128 vectors, each a case of its own.</summary>
public sealed class VectorTests
{
    public static TheoryData<int, string> Jwts => VectorFile.Cases("jwt");

    public static TheoryData<int, string> Masks => VectorFile.Cases("fpm");

    public static TheoryData<int, string> Questions => VectorFile.Cases("has");

    public static TheoryData<int, string> Suffixes => VectorFile.Cases("cookieSuffix");

    public static TheoryData<int, string> Webhooks => VectorFile.Cases("webhooks");

    public static TheoryData<int, string> Requests => VectorFile.Cases("requests");

    [Fact]
    public void There_are_128_vectors() =>
        Assert.Equal(128, Jwts.Count + Masks.Count + Questions.Count + Suffixes.Count + Webhooks.Count + Requests.Count);

    [Theory]
    [MemberData(nameof(Jwts))]
    public async Task A_token_is_accepted_or_refused_for_its_reason(int index, string name)
    {
        JsonElement vector = VectorFile.Case("jwt", index);
        JsonElement expected = vector.GetProperty("expect");
        ClerkTokenKind kind = vector.Text("kind") switch
        {
            "m2m" => ClerkTokenKind.MachineToMachine,
            "oauth" => ClerkTokenKind.OAuth,
            _ => ClerkTokenKind.Session,
        };
        ClerkAuthenticationOptions options = Options(kind);
        JsonElement given = vector.GetProperty("options");
        foreach (string party in given.Texts("authorizedParties") ?? [])
        {
            options.AuthorizedParties.Add(party);
        }

        foreach (string audience in given.Texts("audience") ?? [])
        {
            options.Audiences.Add(audience);
        }

        var verifier = new ClerkTokenVerifier(options);
        string token = vector.Text("token")!;
        ClerkVerification verification = await verifier.VerifyAsync(token);
        Assert.True(expected.GetProperty("ok").GetBoolean() == verification.IsAccepted, $"{name}: {verification.Reason}");
        if (!verification.IsAccepted)
        {
            Assert.Equal(expected.Text("reason") ?? expected.Text("code"), verification.Reason);
            if (expected.Text("requestReason") is { } requestReason)
            {
                ClerkVerification request = await new RequestVerifier(verifier).VerifyAsync(GivenRequest.Bearer(token), default);
                Assert.Equal(requestReason, request.Reason);
            }

            return;
        }

        await AssertCaller(verification.Caller, expected, verifier, token);
    }

    [Theory]
    [MemberData(nameof(Masks))]
    public async Task Permissions_are_decoded(int index, string name)
    {
        JsonElement vector = VectorFile.Case("fpm", index);
        ClerkCaller caller = await CallerOf(new JsonObject
        {
            ["sub"] = "user_1",
            ["exp"] = TokenForge.Now + 60,
            ["v"] = 2,
            ["fea"] = vector.Text("fea"),
            ["o"] = new JsonObject { ["id"] = "org_1", ["per"] = vector.Text("per"), ["fpm"] = vector.Text("fpm") },
        });
        Assert.True(vector.Texts("permissions")!.SequenceEqual(caller.OrganizationPermissions!), name);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Questions_are_answered(int index, string name)
    {
        JsonElement vector = VectorFile.Case("has", index);
        JsonElement claims = vector.GetProperty("claims");
        ClerkCaller caller = await CallerOf(new JsonObject
        {
            ["sub"] = "user_1",
            ["exp"] = TokenForge.Now + 60,
            ["org_id"] = claims.Text("orgId"),
            ["org_role"] = claims.Text("orgRole"),
            ["org_permissions"] = JsonNode.Parse(claims.GetProperty("orgPermissions").GetRawText()),
            ["fea"] = claims.Text("fea"),
            ["pla"] = claims.Text("pla"),
            ["fva"] = JsonNode.Parse(claims.GetProperty("fva").GetRawText()),
        });
        JsonElement ask = vector.GetProperty("ask");
        var requirement = new ClerkRequirement
        {
            Role = ask.Text("role"),
            Permission = ask.Text("permission"),
            Feature = ask.Text("feature"),
            Plan = ask.Text("plan"),
            Reverification = ask.TryGetProperty("reverification", out JsonElement reverification) ? Reverification(reverification) : null,
        };
        Assert.True(vector.GetProperty("has").GetBoolean() == caller.Has(requirement), name);
    }

    [Theory]
    [MemberData(nameof(Suffixes))]
    public void Cookies_are_named_after_the_instance(int index, string name)
    {
        JsonElement vector = VectorFile.Case("cookieSuffix", index);
        PublishableKey key = PublishableKey.Read(vector.Text("publishableKey")!);
        Assert.Equal(vector.Text("frontendApi"), key.Host);
        Assert.True(vector.Text("suffix") == key.CookieSuffix, name);
        Assert.Equal(vector.Text("sessionCookie"), "__session_" + key.CookieSuffix);
    }

    [Theory]
    [MemberData(nameof(Webhooks))]
    public void A_webhook_is_accepted_or_refused(int index, string name)
    {
        JsonElement vector = VectorFile.Case("webhooks", index);
        var verifier = new WebhookVerifier(vector.Text("secret")!, new Clock(VectorFile.Now));
        WebhookHeaders headers = WebhookHeaders.From(
            vector.GetProperty("headers").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!)));
        Exception? refusal = Record.Exception(() => verifier.Verify(Encoding.UTF8.GetBytes(vector.Text("body")!), headers));
        Assert.True(vector.GetProperty("ok").GetBoolean() == refusal is null, $"{name}: {refusal?.Message}");
        Assert.True(refusal is null or WebhookException);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_is_signed_in_or_refused_for_its_reason(int index, string name)
    {
        JsonElement vector = VectorFile.Case("requests", index);
        JsonElement expected = vector.GetProperty("expect");
        ClerkVerification verification = await new RequestVerifier(new ClerkTokenVerifier(OptionsOf(vector)))
            .VerifyAsync(GivenRequest.Of(vector), default);
        if (name == "lower-case scheme")
        {
            // RFC 9110, section 11.1: schemes are case-insensitive. Clerk's JavaScript SDK compares by case, and sees no token.
            Assert.Equal("user_1", verification.Caller?.UserId);
            return;
        }

        // Where the SDK redirects, nobody is signed in, for the same reason.
        Assert.Equal(expected.Text("reason"), verification.Reason);
        Assert.Equal(expected.Text("subject"), verification.Caller?.Subject);
        if (verification.IsAccepted)
        {
            Assert.Equal(expected.Text("tokenType"), TokenKinds.Word(verification.Caller.TokenKind));
        }
    }

    internal static ClerkAuthenticationOptions OptionsOf(JsonElement vector)
    {
        ClerkAuthenticationOptions options = Options();
        options.PublishableKey = vector.Text("publishableKey");
        options.AcceptedTokens.Clear();
        JsonElement accepted = vector.GetProperty("acceptsToken");
        foreach (string word in accepted.ValueKind == JsonValueKind.Array ? vector.Texts("acceptsToken")! : [accepted.GetString()!])
        {
            options.AcceptedTokens.UnionWith(word == "any" ? Enum.GetValues<ClerkTokenKind>() : [TokenKinds.Parse(word)!.Value]);
        }

        return options;
    }

    private static async Task AssertCaller(ClerkCaller caller, JsonElement expected, ClerkTokenVerifier verifier, string token)
    {
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string? text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
            switch (property.Name)
            {
                case "ok": break;
                case "userId": Assert.Equal(text, caller.UserId); break;
                case "sessionId": Assert.Equal(text, caller.SessionId); break;
                case "sessionStatus": Assert.Equal(text, caller.SessionStatus); break;
                case "orgId": Assert.Equal(text, caller.OrganizationId); break;
                case "orgSlug": Assert.Equal(text, caller.OrganizationSlug); break;
                case "orgRole": Assert.Equal(text, caller.OrganizationRole); break;
                case "orgPermissions": Assert.Equal(expected.Texts("orgPermissions"), caller.OrganizationPermissions); break;
                case "actor": Assert.Equal(text, caller.Actor?.Subject); break;
                case "id": Assert.Equal(text, caller.TokenId); break;
                case "subject": Assert.Equal(text, caller.Subject); break;
                case "scopes": Assert.Equal(expected.Texts("scopes"), caller.Scopes); break;
                case "clientId": Assert.Equal(text, caller.ClientId); break;
                case "aud": Assert.Equal(expected.Texts("aud"), caller.Claims.Texts("aud") ?? [caller.Claims.Text("aud")!]); break;
                case "claims": Assert.True(JsonElement.DeepEquals(property.Value, caller.Claims)); break;
                case "signedInUnlessPendingAllowed":
                    ClerkVerification request = await new RequestVerifier(verifier).VerifyAsync(GivenRequest.Bearer(token), default);
                    Assert.Equal(property.Value.GetBoolean(), request.IsAccepted);
                    break;
                default: Assert.Fail("not compared: " + property.Name); break;
            }
        }
    }

    private static ClerkAuthenticationOptions Options(params ClerkTokenKind[] accepted)
    {
        var clerk = new ClerkStandIn { Answer = (_, _) => (System.Net.HttpStatusCode.OK, VectorFile.Jwks) };
        var options = new ClerkAuthenticationOptions
        {
            SecretKey = "sk_test_vectors",
            BackchannelHandler = clerk,
            TimeProvider = new Clock(VectorFile.Now),

            // As the SDK's vectors were made.
            ValidateIssuer = false,
        };
        options.AcceptedTokens.Clear();
        options.AcceptedTokens.UnionWith(accepted);
        return options;
    }

    private static async Task<ClerkCaller> CallerOf(JsonObject claims)
    {
        TokenForge forge = TokenForge.Shared;
        var options = new ClerkAuthenticationOptions { JwtKeys = { forge.Pem }, TimeProvider = new Clock(TokenForge.Now) };
        ClerkVerification verification = await new ClerkTokenVerifier(options).VerifyAsync(forge.Sign(forge.Header(), claims));
        Assert.True(verification.IsAccepted, verification.Reason);
        return verification.Caller;
    }

    private static ClerkReverification Reverification(JsonElement asked) => asked.ValueKind == JsonValueKind.Object
        ? ClerkReverification.Within(
            asked.Text("level") switch
            {
                "first_factor" => ClerkFactorLevel.FirstFactor,
                "second_factor" => ClerkFactorLevel.SecondFactor,
                _ => ClerkFactorLevel.MultiFactor,
            },
            asked.GetProperty("afterMinutes").GetInt32())
        : asked.GetString() switch
        {
            "strict_mfa" => ClerkReverification.StrictMfa,
            "strict" => ClerkReverification.Strict,
            "moderate" => ClerkReverification.Moderate,
            _ => ClerkReverification.Lax,
        };
}
