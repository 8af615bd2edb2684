using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ClerkGen.Authentication.Tests;

public sealed class AuthenticationTests
{
    private static readonly TokenForge Forge = TokenForge.Shared;

    [Fact]
    public async Task Each_kind_of_token_signs_in_where_it_is_accepted()
    {
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, """{"id":"x","subject":"user_9"}""") };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options =>
        {
            options.SecretKey = "sk_test_1";
            options.BackchannelHandler = clerk;
            options.AcceptedTokens.UnionWith(Enum.GetValues<ClerkTokenKind>());
        });
        (string Token, string Expected)[] tokens =
        [
            (Forge.Session(), "session_token user_1 sess_1"), (Forge.Machine(), "m2m_token mch_1 "), (Forge.OAuth(), "oauth_token user_1 "),
            ("mt_1", "m2m_token user_9 "), ("oat_1", "oauth_token user_9 "), ("ak_1", "api_key user_9 "),
        ];
        foreach ((string token, string expected) in tokens)
        {
            TestApplication.Answer answer = await application.GetAsync("/me", token);
            Assert.Equal((HttpStatusCode.OK, expected), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task Only_sessions_are_accepted_by_default()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        foreach (string token in (string[])[Forge.Machine(), Forge.OAuth(), "mt_1", "oat_1", "ak_1"])
        {
            TestApplication.Answer answer = await application.GetAsync("/me", token);
            Assert.Equal((HttpStatusCode.Unauthorized, ClerkReason.TokenTypeMismatch), (answer.Status, answer.Reason));
        }
    }

    [Fact]
    public async Task Without_a_token_the_challenge_names_no_error()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        TestApplication.Answer answer = await application.GetAsync("/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer", ""), (answer.Status, answer.Challenge, answer.Body));
        Assert.Equal("nobody", (await application.GetAsync("/public")).Body);
        Assert.Equal("user_1", (await application.GetAsync("/public", Forge.Session())).Body);
        Assert.Equal("nobody", (await application.GetAsync("/public", "wrong")).Body);
    }

    [Fact]
    public async Task The_reason_reaches_the_challenge_and_the_log_and_the_token_neither()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string token = Forge.Session(change: claims => claims["exp"] = TokenForge.Now - 60);
        TestApplication.Answer answer = await application.GetAsync("/me", token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal($"Bearer error=\"invalid_token\", error_description=\"{ClerkReason.ExpiredWithoutRefreshCookie}\"", answer.Challenge);
        Assert.Contains(application.Log.All, line => line.Contains(ClerkReason.ExpiredWithoutRefreshCookie, StringComparison.Ordinal));
        foreach (string part in token.Split('.'))
        {
            Assert.DoesNotContain(application.Log.All, line => line.Contains(part, StringComparison.Ordinal));
            Assert.DoesNotContain(part, answer.Challenge + answer.Body);
        }
    }

    [Theory]
    [InlineData("Bearer ", true)]
    [InlineData("bearer ", true)]
    [InlineData("BEARER   ", true)]
    [InlineData("", true)]
    [InlineData("Basic ", false)]
    [InlineData("Bearer: ", false)]
    [InlineData("Token ", false)]
    public async Task The_scheme_is_compared_ignoring_case(string scheme, bool isSignedIn)
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.TryAddWithoutValidation("Authorization", scheme + Forge.Session());
        Assert.Equal(isSignedIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await application.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_request_with_two_authorization_headers_is_not_authenticated()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string answer = await RawAsync(
            application, $"GET /me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {Forge.Session("user_1")}\r\nAuthorization: Bearer {Forge.Session("user_2")}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401", answer);
        Assert.Contains(ClerkReason.TokenInvalid, answer);
    }

    [Fact]
    public async Task The_first_of_two_cookies_with_one_name_counts_in_one_header_and_in_two()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string one = "__session=" + Forge.Session("user_1"), two = "__session=" + Forge.Session("user_2"), client = $"__client_uat={TokenForge.Now - 100}";
        Assert.Contains("user_1", (await application.GetAsync("/me", cookies: $"{one}; {two}; {client}")).Body);
        Assert.Contains("user_2", (await application.GetAsync("/me", cookies: $"{two}; {client}; {one}")).Body);
        string answer = await RawAsync(
            application, $"GET /me HTTP/1.1\r\nHost: a\r\nCookie: {one}; {client}\r\nCookie: {two}\r\nConnection: close\r\n\r\n");
        Assert.Contains("user_1", answer);
    }

    [Theory]
    [InlineData("x=__session=")]
    [InlineData("x__session=")]
    [InlineData("__session_other=")]
    [InlineData("__Session=")]
    [InlineData("x=a%3B__session=")]
    public async Task A_cookie_is_found_by_its_whole_name(string name)
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string cookies = $"{name}{Forge.Session()}; __client_uat={TokenForge.Now - 100}";
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me", cookies: cookies)).Status);
    }

    [Fact]
    public async Task A_cookie_is_decoded_after_it_is_cut_out()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string token = Forge.Session().Replace(".", "%2E", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", cookies: $"a=b;  __session=\"{token}\" ;__client_uat={TokenForge.Now - 100}")).Status);
    }

    [Fact]
    public async Task The_header_wins_over_cookies_even_when_it_is_wrong()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string cookies = $"__session={Forge.Session("user_2")}; __client_uat={TokenForge.Now - 100}";
        Assert.Contains("user_1", (await application.GetAsync("/me", Forge.Session("user_1"), cookies)).Body);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me", "wrong", cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me", "", cookies)).Status);
    }

    [Theory]
    [InlineData(15_000, HttpStatusCode.OK)]
    [InlineData(30_000, HttpStatusCode.Unauthorized)]
    public async Task A_token_of_any_length_gets_an_answer(int length, HttpStatusCode status)
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string token = Forge.Session(change: claims => claims["padding"] = new string('x', length * 3 / 4 - 600));
        Assert.Equal(status, (await application.GetAsync("/me", token)).Status);
    }

    [Fact]
    public async Task A_token_of_a_megabyte_is_refused_before_it_reaches_anything()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string answer = await RawAsync(application, $"GET /me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {new string('a', 1024 * 1024)}\r\n\r\n");
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 431", StringComparison.Ordinal), answer);
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", Forge.Session())).Status);
    }

    [Fact]
    public async Task Each_policy_admits_only_callers_that_meet_it()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string member = Forge.Session(change: claims =>
        {
            claims["fea"] = "o:invoices,u:themes";
            claims["pla"] = "o:team";
            claims["fva"] = new JsonArray(3, -1);
            claims["o"] = new JsonObject { ["id"] = "org_9", ["slg"] = "acme", ["rol"] = "admin", ["per"] = "read,write,export", ["fpm"] = "5" };
        });
        string stranger = Forge.Session(change: claims =>
        {
            claims["fea"] = "o:themes,u:invoices";
            claims["pla"] = "u:team";
            claims["fva"] = new JsonArray(11, 12);
            claims["o"] = new JsonObject { ["id"] = "org_9", ["slg"] = "acme", ["rol"] = "member", ["per"] = "write", ["fpm"] = "1" };
        });
        foreach (string path in (string[])["/admins", "/readers", "/role", "/permission", "/feature", "/plan", "/strict", "/within", "/strict-admins"])
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await application.GetAsync(path, member)).Status));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await application.GetAsync(path, stranger)).Status));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, (await application.GetAsync(path)).Status));
        }
    }

    [Fact]
    public async Task Machines_meet_no_policy_of_users()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options => options.AcceptedTokens.Add(ClerkTokenKind.MachineToMachine));
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", Forge.Machine())).Status);
        TestApplication.Answer answer = await application.GetAsync("/strict", Forge.Machine());
        Assert.Equal((HttpStatusCode.Forbidden, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_missing_reverification_is_reported_in_the_format_of_Clerks_front_ends()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string token = Forge.Session(change: claims => claims["fva"] = new JsonArray(11, -1));
        TestApplication.Answer strict = await application.GetAsync("/strict", token);
        Assert.Equal(HttpStatusCode.Forbidden, strict.Status);
        Assert.Equal("""{"clerk_error":{"type":"forbidden","reason":"reverification-error","metadata":{"reverification":"strict"}}}""", strict.Body);
        Assert.Equal(
            """{"clerk_error":{"type":"forbidden","reason":"reverification-error","metadata":{"reverification":{"level":"multi_factor","afterMinutes":7}}}}""",
            (await application.GetAsync("/within", token)).Body);

        // It would not help: the role is missing too.
        Assert.Equal("", (await application.GetAsync("/strict-admins", Forge.Session())).Body);
    }

    [Fact]
    public async Task Claims_have_Clerks_names_in_both_versions()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync();
        string second = Forge.Session(change: claims => claims["o"] = new JsonObject { ["id"] = "org_9", ["slg"] = "acme", ["rol"] = "admin" });
        string first = Forge.Session(change: claims =>
        {
            claims.Remove("v");
            claims["org_id"] = "org_9";
            claims["org_slug"] = "acme";
            claims["org_role"] = "org:admin";
        });
        foreach (string token in (string[])[first, second])
        {
            string[] claims = (await application.GetAsync("/claims", token)).Body.Split('\n');
            Assert.Equal(["org_id=org_9", "org_role=org:admin", "org_slug=acme", "sub=user_1"], claims
                .Where(claim => claim.StartsWith("org_", StringComparison.Ordinal) || claim.StartsWith("sub=", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Equal("user_1 True", (await application.GetAsync("/name", token)).Body);
        }
    }

    [Fact]
    public async Task Pending_sessions_are_signed_out_unless_allowed()
    {
        string token = Forge.Session(change: claims => claims["sts"] = "pending");
        await using TestApplication strict = await TestApplication.StartWithKeyAsync();
        Assert.Equal(ClerkReason.SessionPending, (await strict.GetAsync("/me", token)).Reason);
        await using TestApplication lenient = await TestApplication.StartWithKeyAsync(options => options.AllowPendingSessions = true);
        Assert.Equal(HttpStatusCode.OK, (await lenient.GetAsync("/me", token)).Status);
    }

    [Fact]
    public async Task When_keys_cannot_be_had_the_answer_is_503_and_a_line_in_the_log()
    {
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.Unauthorized, """{"errors":[{"code":"clerk_key_invalid"}]}""") };
        await using TestApplication application = await TestApplication.StartAsync(options =>
        {
            options.SecretKey = "sk_test_wrong";
            options.BackchannelHandler = clerk;
        });
        TestApplication.Answer answer = await application.GetAsync("/me", Forge.Session());
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ClerkReason.SecretKeyInvalid, ""), (answer.Status, answer.Reason, answer.Challenge));
        Assert.Contains(application.Log.All, line => line.Contains("keys cannot be loaded", StringComparison.Ordinal));
        Assert.DoesNotContain(application.Log.All, line => line.Contains("sk_test_wrong", StringComparison.Ordinal));
        Assert.Equal("nobody", (await application.GetAsync("/public", Forge.Session())).Body);
    }

    [Fact]
    public void A_system_permission_is_refused_when_the_policy_is_made() => Assert.Contains(
        "Tokens never contain those",
        Assert.Throws<ArgumentException>(() => new AuthorizationPolicyBuilder().RequireClerkPermission("org:sys_memberships:read")).Message);

    [Fact]
    public async Task A_typed_caller_has_the_clients_ids()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync(map: application =>
            application.MapGet("/typed", (ClerkCaller<Guid, Guid>? caller) => caller?.UserId.ToString() ?? "nobody"));
        Assert.Equal("nobody", (await application.GetAsync("/typed")).Body);
        var id = Guid.NewGuid();
        Assert.Equal(id.ToString(), (await application.GetAsync("/typed", Forge.Session(id.ToString()))).Body);
    }

    [Fact]
    public async Task A_machine_cannot_add_claims_that_pass_for_a_role_a_permission_or_a_scope()
    {
        string added = """{"ORG_ROLE":"org:admin","Org_Permissions":"org:invoices:delete","SUB":"user_root","Org_Id":"org_9","scope":"everything","tier":"gold"}""";
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, $$"""{"subject":"mch_1","scopes":["mch_2"],"claims":{{added}}}""") };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(
            options =>
            {
                options.SecretKey = "sk_test_1";
                options.BackchannelHandler = clerk;
                options.AcceptedTokens.Add(ClerkTokenKind.MachineToMachine);
            },
            map =>
            {
                map.MapGet("/by-role", () => "yes").RequireAuthorization(policy => policy.RequireRole("org:admin"));
                map.MapGet("/by-permission", () => "yes").RequireAuthorization(policy => policy.RequireClaim("org_permissions", "org:invoices:delete"));
                map.MapGet("/by-user", () => "yes").RequireAuthorization(policy => policy.RequireClaim("sub", "user_root"));
                map.MapGet("/by-organization", () => "yes").RequireAuthorization(policy => policy.RequireClaim("org_id", "org_9"));
                map.MapGet("/by-scope", () => "yes").RequireAuthorization(policy => policy.RequireClaim("scope", "everything"));
                map.MapGet("/by-own-scope", () => "yes").RequireAuthorization(policy => policy.RequireClaim("scope", "mch_2").RequireClaim("tier", "gold"));
            });
        JsonObject claims = JsonNode.Parse(added)!.AsObject();
        claims["sub"] = "mch_1";
        claims["scopes"] = "mch_2";
        claims["exp"] = TokenForge.Now + 300;
        foreach (string token in new[] { "mt_1", Forge.Sign(Forge.Header("cl_B7d4PD333AAA"), claims) })
        {
            foreach (string path in new[] { "/by-role", "/by-permission", "/by-user", "/by-organization", "/by-scope" })
            {
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await application.GetAsync(path, token)).Status));
            }

            Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/by-own-scope", token)).Status);
        }
    }

    [Fact]
    public async Task A_token_in_the_query_counts_only_where_the_application_moves_it_into_the_header()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync(
            map: map => map.MapGet("/hubs/chat", (ClerkCaller caller) => caller.Subject).RequireAuthorization(),
            before: map => map.Use((context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/hubs") && context.Request.Query["access_token"] is [{ } token])
                {
                    context.Request.Headers.Authorization = "Bearer " + token;
                }

                return next(context);
            }));
        string query = "?access_token=" + Forge.Session();
        Assert.Equal("user_1", (await application.GetAsync("/hubs/chat" + query)).Body);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me" + query)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/hubs/chat?access_token=a&access_token=b")).Status);
    }

    [Fact]
    public async Task JSON_of_a_caller_does_not_contain_the_token()
    {
        await using TestApplication application = await TestApplication.StartWithKeyAsync(
            map: map => map.MapGet("/caller", (ClerkCaller caller) => caller).RequireAuthorization());
        string token = Forge.Session();
        string json = (await application.GetAsync("/caller", token)).Body;
        Assert.Contains("\"userId\":\"user_1\"", json);
        Assert.DoesNotContain(token, json);
    }

    [Fact]
    public async Task Ten_thousand_concurrent_requests_get_no_wrong_answer()
    {
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, Forge.Jwks) };
        await using TestApplication application = await TestApplication.StartAsync(options =>
        {
            options.SecretKey = "sk_test_1";
            options.BackchannelHandler = clerk;
            options.TimeProvider = new Clock(TokenForge.Now);
        });
        using var attacker = new TokenForge(Forge.Kid);
        string[] tokens = [.. Enumerable.Range(0, 50).Select(user => Forge.Session($"user_{user}"))];
        string[] forged = [.. Enumerable.Range(0, 10).Select(user => attacker.Session($"user_{user}"))];
        TestApplication.Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(
            i => i % 10 == 9 ? application.GetAsync("/me", forged[i / 10 % 10]) : application.GetAsync("/me", tokens[i % 50])));
        for (int i = 0; i < answers.Length; i++)
        {
            if (i % 10 == 9)
            {
                Assert.Equal((HttpStatusCode.Unauthorized, ClerkReason.TokenInvalidSignature), (answers[i].Status, answers[i].Reason));
            }
            else
            {
                Assert.Equal((HttpStatusCode.OK, $"session_token user_{i % 50} sess_1"), (answers[i].Status, answers[i].Body));
            }
        }

        Assert.Equal(1, clerk.Count);
    }

    [Fact]
    public async Task Every_vector_of_a_request_is_answered_over_the_wire()
    {
        foreach (JsonElement vector in VectorFile.Root.GetProperty("requests").EnumerateArray())
        {
            using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, VectorFile.Jwks) };
            ClerkAuthenticationOptions given = VectorTests.OptionsOf(vector);
            await using TestApplication application = await TestApplication.StartAsync(options =>
            {
                options.SecretKey = given.SecretKey;
                options.PublishableKey = given.PublishableKey;
                options.BackchannelHandler = clerk;
                options.TimeProvider = given.TimeProvider;
                options.ValidateIssuer = false;
                options.AcceptedTokens.Clear();
                options.AcceptedTokens.UnionWith(given.AcceptedTokens);
            });
            using var request = new HttpRequestMessage(new HttpMethod(vector.Text("method")!), "/me" + new Uri(vector.Text("url")!).Query);
            foreach (JsonProperty header in vector.GetProperty("headers").EnumerateObject())
            {
                request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }

            request.Headers.TryAddWithoutValidation(
                "Cookie", string.Join("; ", vector.GetProperty("cookies").EnumerateObject().Select(cookie => $"{cookie.Name}={cookie.Value.GetString()}")));
            TestApplication.Answer answer = await application.SendAsync(request);
            JsonElement expected = vector.GetProperty("expect");
            bool isSignedIn = expected.Text("subject") is not null || vector.Text("name") == "lower-case scheme";
            Assert.Equal((vector.Text("name"), isSignedIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized), (vector.Text("name"), answer.Status));
            Assert.Equal(isSignedIn ? null : expected.Text("reason"), answer.Reason);
        }
    }

    private static async Task<string> RawAsync(TestApplication application, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(application.Http.BaseAddress!.Host, application.Http.BaseAddress.Port);
        NetworkStream stream = socket.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // A server may close while it is still being written to.
        }

        return Encoding.ASCII.GetString(answer.ToArray());
    }
}
