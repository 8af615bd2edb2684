using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.Authentication.Tests;

public sealed class SessionRenewalTests
{
    private static readonly TokenForge Forge = TokenForge.Shared;

    [Theory]
    [InlineData("GET", true, HttpStatusCode.OK, null)]
    [InlineData("POST", true, HttpStatusCode.Unauthorized, "session-token-expired-refresh-non-eligible-non-get")]
    [InlineData("GET", false, HttpStatusCode.Unauthorized, "session-token-expired-refresh-unexpected-bapi-error")]
    public async Task An_expired_session_of_a_cookie_is_renewed_by_its_refresh_cookie(string method, bool isGiven, HttpStatusCode status, string? reason)
    {
        string renewed = $"__session_NCjI4dCB={Forge.Session("user_1")}; Path=/";
        using var clerk = new ClerkStandIn
        {
            Answer = (_, _) => isGiven ? (HttpStatusCode.OK, new JsonObject { ["cookies"] = new JsonArray(renewed) }.ToJsonString()) : (HttpStatusCode.Unauthorized, "{}"),
        };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options => Renew(options, clerk));
        string expired = Forge.Session(change: claims => claims["exp"] = TokenForge.Now - 60);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/me");
        request.Headers.Add("Cookie", $"__session_NCjI4dCB={expired}; __client_uat_NCjI4dCB={TokenForge.Now - 500}; __refresh_NCjI4dCB=refresh_1");
        using HttpResponseMessage response = await application.Http.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(reason, response.Headers.TryGetValues("x-clerk-auth-reason", out IEnumerable<string>? reasons) ? reasons.Single() : null);
        Assert.Equal(reason is null ? renewed : null, response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? cookies.Single() : null);
        if (method == "GET")
        {
            string asked = Assert.Single(clerk.Asked);
            Assert.StartsWith("POST /v1/sessions/sess_1/refresh Bearer sk_test_1", asked);
            Assert.Contains("\"refresh_token\":\"refresh_1\"", asked);
            Assert.Contains("\"suffixed_cookies\":true", asked);
        }
    }

    [Fact]
    public async Task A_renewed_session_survives_an_error_page_and_reaches_no_cache()
    {
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, Cookies(Forge.Session("user_1"))) };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(
            options => Renew(options, clerk),
            map => map.MapGet("/public-page", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=600";
                return context.GetClerk()!.Subject;
            }));
        foreach ((string path, HttpStatusCode status) in new[]
        {
            ("/me", HttpStatusCode.OK), ("/role", HttpStatusCode.Forbidden), ("/public-page", HttpStatusCode.OK), ("/error-page", HttpStatusCode.InternalServerError),
        })
        {
            using HttpRequestMessage request = WithExpired(path, "refresh_1");
            using HttpResponseMessage response = await application.Http.SendAsync(request);
            Assert.Equal((path, status), (path, response.StatusCode));
            Assert.StartsWith("__session_NCjI4dCB=", Assert.Single(response.Headers.GetValues("Set-Cookie")));
            Assert.Equal((true, true, false), (response.Headers.CacheControl!.NoStore, response.Headers.CacheControl.NoCache, response.Headers.CacheControl.Public));
        }
    }

    [Fact]
    public async Task Requests_of_one_page_share_one_renewal()
    {
        var gate = new TaskCompletionSource();
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, Cookies(Forge.Session("user_1"))), Gate = gate.Task };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options => Renew(options, clerk));
        Task<HttpResponseMessage>[] requests = [.. Enumerable.Range(0, 30).Select(_ => application.Http.SendAsync(WithExpired("/me", "refresh_1")))];
        gate.SetResult();
        foreach (HttpResponseMessage response in await Task.WhenAll(requests))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Single(response.Headers.GetValues("Set-Cookie"));
            response.Dispose();
        }

        Assert.Equal(1, clerk.Count);

        // The refresh cookie is a secret of the browser that has it.
        using HttpResponseMessage other = await application.Http.SendAsync(WithExpired("/me", "refresh_2"));
        Assert.Equal(2, clerk.Count);

        // Cookies may be those of one host.
        HttpRequestMessage elsewhere = WithExpired("/me", "refresh_1");
        elsewhere.Headers.Host = "other.acme.test";
        using HttpResponseMessage there = await application.Http.SendAsync(elsewhere);
        Assert.Equal(3, clerk.Count);
    }

    [Fact]
    public async Task An_expired_token_of_ones_own_drives_no_flood_of_renewals()
    {
        var clock = new Clock(TokenForge.Now);
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.Unauthorized, "{}") };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options =>
        {
            Renew(options, clerk);
            options.TimeProvider = clock;
        });
        for (int second = 0; second < 20; second++)
        {
            for (int i = 0; i < 10; i++)
            {
                using HttpResponseMessage response = await application.Http.SendAsync(WithExpired("/me", $"forged_{second}_{i}"));
                Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
                Assert.Equal("session-token-expired-refresh-unexpected-bapi-error", Assert.Single(response.Headers.GetValues("x-clerk-auth-reason")));
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, clerk.Count);
    }

    private static void Renew(ClerkAuthenticationOptions options, ClerkStandIn clerk)
    {
        options.SecretKey = "sk_test_1";
        options.PublishableKey = TestApplication.PublishableKey;
        options.BackchannelHandler = clerk;
    }

    private static string Cookies(string session) =>
        new JsonObject { ["cookies"] = new JsonArray($"__session_NCjI4dCB={session}; Path=/") }.ToJsonString();

    private static HttpRequestMessage WithExpired(string path, string refresh)
    {
        string expired = Forge.Session(change: claims => claims["exp"] = TokenForge.Now - 60);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"__session_NCjI4dCB={expired}; __client_uat_NCjI4dCB={TokenForge.Now - 500}; __refresh_NCjI4dCB={refresh}");
        return request;
    }
}
