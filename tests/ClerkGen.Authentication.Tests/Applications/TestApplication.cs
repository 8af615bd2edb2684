using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Authentication.Tests;

/// <summary>An application on Kestrel and loopback, with an endpoint for each kind of token and each policy.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    /// <summary>The key of the instance <c>clerk.acme.test</c>.</summary>
    public const string PublishableKey = "pk_live_Y2xlcmsuYWNtZS50ZXN0JA";

    private readonly WebApplication _application;

    private TestApplication(WebApplication application, Lines log)
    {
        _application = application;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new Uri(application.Urls.Single()),
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public HttpClient Http { get; }

    public Lines Log { get; }

    public static async Task<TestApplication> StartAsync(
        Action<ClerkAuthenticationOptions>? configure = null,
        Dictionary<string, string?>? configuration = null,
        Action<WebApplication>? map = null,
        Action<AuthenticationBuilder>? add = null,
        Action<WebApplication>? before = null)
    {
        var log = new Lines();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration ?? []);
        builder.Services.AddRoutingCore();
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Information);
        AuthenticationBuilder authentication = builder.Services.AddAuthentication(ClerkDefaults.AuthenticationScheme).AddClerk(configure);
        add?.Invoke(authentication);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("admins", policy => policy.RequireClerkRole("admin"))
            .AddPolicy("readers", policy => policy.RequireClerkPermission("invoices:read").RequireClerkFeature("invoices"));
        WebApplication application = builder.Build();
        application.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("sorry")));
        before?.Invoke(application);
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGet("/public", (HttpContext context) => context.GetClerk()?.Subject ?? "nobody");
        application.MapGet("/me", (ClerkCaller caller) => $"{TokenKinds.Word(caller.TokenKind)} {caller.Subject} {caller.SessionId}").RequireAuthorization();
        application.MapPost("/me", (ClerkCaller caller) => caller.Subject).RequireAuthorization();
        application.MapGet("/claims", (HttpContext context) =>
            string.Join('\n', context.User.Claims.Select(claim => $"{claim.Type}={claim.Value}"))).RequireAuthorization();
        application.MapGet("/name", (HttpContext context) => $"{context.User.Identity!.Name} {context.User.IsInRole("org:admin")}").RequireAuthorization();
        application.MapGet("/admins", () => "yes").RequireAuthorization("admins");
        application.MapGet("/readers", () => "yes").RequireAuthorization("readers");
        application.MapGet("/role", () => "yes").RequireClerkRole("org:admin");
        application.MapGet("/permission", () => "yes").RequireClerkPermission("org:invoices:export");
        application.MapGet("/feature", () => "yes").RequireClerkFeature("user:themes");
        application.MapGet("/plan", () => "yes").RequireClerkPlan("org:team");
        application.MapGet("/strict", () => "yes").RequireClerkReverification(ClerkReverification.Strict);
        application.MapGet("/within", () => "yes").RequireClerkReverification(ClerkReverification.Within(ClerkFactorLevel.MultiFactor, 7));
        application.MapGet("/strict-admins", () => "yes").RequireClerkRole("admin").RequireClerkReverification(ClerkReverification.Lax);
        application.MapGet("/error-page", string () => throw new InvalidOperationException("broken")).RequireAuthorization();
        map?.Invoke(application);
        await application.StartAsync();
        return new TestApplication(application, log);
    }

    /// <summary>An application that knows the key of <see cref="TokenForge.Shared"/>, at the time of its tokens.</summary>
    public static Task<TestApplication> StartWithKeyAsync(
        Action<ClerkAuthenticationOptions>? change = null, Action<WebApplication>? map = null, Action<WebApplication>? before = null) =>
        StartAsync(
            options =>
            {
                options.JwtKeys.Add(TokenForge.Shared.Pem);
                options.TimeProvider = new Clock(TokenForge.Now);
                change?.Invoke(options);
            },
            map: map,
            before: before);

    public async Task<Answer> GetAsync(string path, string? token = null, string? cookies = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (cookies is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Http.SendAsync(request);
        return new Answer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.TryGetValues("x-clerk-auth-reason", out IEnumerable<string>? reasons) ? reasons.Single() : null,
            response.Headers.WwwAuthenticate.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, string Body, string? Reason, string Challenge);

    internal sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
