using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClerkGen.Authentication.Tests;

public sealed class AuthenticationOptionsTests
{
    private static readonly TokenForge Forge = TokenForge.Shared;

    [Fact]
    public async Task Options_come_from_the_configuration()
    {
        await using TestApplication application = await TestApplication.StartAsync(
            options => options.TimeProvider = new Clock(TokenForge.Now),
            new()
            {
                ["Clerk:JwtKey"] = Forge.Pem.ReplaceLineEndings("\\n"),
                ["Clerk:AuthorizedParties:0"] = "https://app.acme.test",
                ["Clerk:AuthorizedParties:1"] = "https://admin.acme.test",
                ["Clerk:AcceptedTokens"] = "session_token, m2m_token",
                ["Clerk:ClockSkew"] = "00:00:01",
            });
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", Forge.Session())).Status);
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", Forge.Machine())).Status);
        Assert.Equal(ClerkReason.TokenTypeMismatch, (await application.GetAsync("/me", Forge.OAuth())).Reason);
        string other = Forge.Session(change: claims => claims["azp"] = "https://other.test");
        Assert.Equal(ClerkReason.TokenInvalidAuthorizedParties, (await application.GetAsync("/me", other)).Reason);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me", Forge.Session(change: claims => claims["exp"] = TokenForge.Now - 2))).Status);
    }

    [Fact]
    public async Task Options_come_from_Clerks_environment_variables()
    {
        await using TestApplication application = await TestApplication.StartAsync(
            options => options.TimeProvider = new Clock(TokenForge.Now),
            new() { ["CLERK_JWT_KEY"] = Forge.Pem, ["CLERK_PUBLISHABLE_KEY"] = TestApplication.PublishableKey, ["CLERK_SECRET_KEY"] = "" });
        string suffixed = $"__session_NCjI4dCB={Forge.Session()}; __client_uat_NCjI4dCB={TokenForge.Now - 100}";
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", cookies: suffixed)).Status);
        string other = Forge.Session(change: claims => claims["iss"] = "https://clerk.other.test");
        Assert.Equal(ClerkReason.TokenInvalidIssuer, (await application.GetAsync("/me", other)).Reason);
    }

    [Theory]
    [InlineData("Clerk:SecretKey", "", "Clerk has no keys")]
    [InlineData("Clerk:SecretKey", "pk_test_abc", "publishable key")]
    [InlineData("Clerk:SecretKey", "sk_test_abc\n", "end of its line")]
    [InlineData("Clerk:PublishableKey", "sk_test_abc", "secret key")]
    [InlineData("Clerk:PublishableKey", "pk_test_abc", "truncated")]
    [InlineData("Clerk:JwtKey", "nonsense", "JWT key")]
    [InlineData("Clerk:AuthorizedParties:0", "app.acme.test", "not an origin")]
    [InlineData("Clerk:ApiAddress", "http://api.clerk.com", "https")]
    [InlineData("Clerk:AcceptedTokens", "cookies", "session_token")]
    [InlineData("Clerk:ClockSkew", "soon", "00:00:05")]
    [InlineData("Clerk:MachineSecretKey", "ak_1", "Clerk has no keys")]
    public async Task A_mistake_in_the_options_is_found_when_the_application_starts(string name, string value, string message)
    {
        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => TestApplication.StartAsync(configuration: new() { [name] = value }));
        Assert.True(refusal is OptionsValidationException or ArgumentException, refusal.ToString());
        Assert.Contains(message, refusal.Message);
        Assert.DoesNotContain("abc", refusal.Message);
    }

    [Theory]
    [InlineData(ClerkTokenKind.ApiKey, "SecretKey")]
    [InlineData((ClerkTokenKind)7, "does not exist")]
    public async Task A_kind_that_cannot_be_verified_is_found_when_the_application_starts(ClerkTokenKind kind, string message)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            async () => await TestApplication.StartWithKeyAsync(options => options.AcceptedTokens.Add(kind)));
        Assert.Contains(message, exception.Message);
    }

    [Fact]
    public async Task A_handler_that_follows_redirects_is_found_when_the_application_starts()
    {
        foreach (HttpMessageHandler handler in new HttpMessageHandler[]
        {
            new HttpClientHandler(), new SocketsHttpHandler(), new TestHandler { InnerHandler = new TestHandler { InnerHandler = new SocketsHttpHandler() } },
        })
        {
            OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
                async () => await TestApplication.StartWithKeyAsync(options => options.BackchannelHandler = handler));
            Assert.Contains("AllowAutoRedirect", exception.Message);
            handler.Dispose();
        }

        using var steady = new TestHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        await using TestApplication application = await TestApplication.StartWithKeyAsync(options => options.BackchannelHandler = steady);
    }

    [Fact]
    public async Task Reloaded_options_do_not_lose_keys_that_are_at_hand()
    {
        using var clerk = new ClerkStandIn { Answer = (_, _) => (HttpStatusCode.OK, Forge.Jwks) };
        var clock = new Clock(TokenForge.Now);
        IConfigurationRoot? configuration = null;
        await using TestApplication application = await TestApplication.StartAsync(
            options =>
            {
                options.BackchannelHandler = clerk;
                options.TimeProvider = clock;
            },
            new() { ["Clerk:SecretKey"] = "sk_test_1" },
            map => configuration = (IConfigurationRoot)map.Services.GetRequiredService<IConfiguration>());
        string token = Forge.Session();
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", token)).Status);

        clerk.Answer = (_, _) => (HttpStatusCode.NotFound, "");
        configuration!["Clerk:AuthorizedParties"] = "https://other.acme.test";
        configuration.Reload();
        Assert.Equal(ClerkReason.TokenInvalidAuthorizedParties, (await application.GetAsync("/me", token)).Reason);
        Assert.Equal(1, clerk.Count);

        // Another secret key is another instance, perhaps.
        configuration["Clerk:SecretKey"] = "sk_test_2";
        configuration.Reload();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await application.GetAsync("/me", token)).Status);
    }

    [Fact]
    public async Task A_second_instance_does_not_accept_the_tokens_of_the_first()
    {
        using var other = new TokenForge("ins_other");
        await using TestApplication application = await TestApplication.StartAsync(
            options => options.TimeProvider = new Clock(TokenForge.Now),
            new() { ["CLERK_JWT_KEY"] = Forge.Pem, ["CLERK_SECRET_KEY"] = "sk_test_1" },
            map => map.MapGet("/other", (ClerkCaller caller) => caller.Subject)
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes("Other").RequireAuthenticatedUser()),
            authentication => authentication.AddClerk(
                "Other",
                options =>
                {
                    options.JwtKeys.Add(other.Pem);
                    options.TimeProvider = new Clock(TokenForge.Now);
                },
                "OtherClerk"));
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/me", Forge.Session())).Status);
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync("/other", other.Session())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/me", other.Session())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await application.GetAsync("/other", Forge.Session())).Status);
    }

    private sealed class TestHandler : DelegatingHandler;
}
