using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Samples;

/// <summary>
/// An in-memory fake of Clerk's Backend API on a loopback port, so that samples run without an account. It keeps state, checks the
/// secret key, and returns Clerk's errors. Ids and times are the same in every run. Thread-safe.
/// </summary>
public sealed class ClerkServer : IAsyncDisposable
{
    /// <summary>The organization that exists from the start.</summary>
    public const string OrganizationId = Seed.OrganizationId;

    /// <summary>A user that administers <see cref="OrganizationId"/>.</summary>
    public const string AdminId = Seed.AdminId;

    /// <summary>A user that is a member of <see cref="OrganizationId"/>.</summary>
    public const string MemberId = Seed.MemberId;

    /// <summary>A user that belongs to no organization.</summary>
    public const string GuestId = Seed.GuestId;

    private readonly WebApplication _application;
    private readonly ClerkApi _api;

    private ClerkServer(string secretKey)
    {
        _api = new ClerkApi(secretKey);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>The client's base address, with the version path and without a trailing slash.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>Starts a server on a free port of 127.0.0.1.</summary>
    /// <param name="secretKey">The only key that it accepts.</param>
    /// <exception cref="ArgumentException"><paramref name="secretKey"/> is empty.</exception>
    public static async Task<ClerkServer> StartAsync(string secretKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(secretKey);
        var server = new ClerkServer(secretKey);
        await server._application.StartAsync();
        IFeatureCollection features = server._application.Services.GetRequiredService<IServer>().Features;
        server.BaseAddress = new Uri($"{features.Get<IServerAddressesFeature>()!.Addresses.Single()}/v1");
        return server;
    }

    /// <summary>Signs a user in for a minute, with the second version of Clerk's claims.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="role">The user's role in <see cref="OrganizationId"/>, without <c>org:</c>; null for no active organization.</param>
    /// <param name="verifiedMinutesAgo">Minutes since the user last verified their identity.</param>
    /// <returns>The session token.</returns>
    public string SignIn(string userId, string? role = null, int verifiedMinutesAgo = 0)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["azp"] = "http://localhost:3000",
            ["exp"] = now + 60,
            ["fva"] = new JsonArray(verifiedMinutesAgo, -1),
            ["iat"] = now,
            ["nbf"] = now - 10,
            ["sid"] = "sess_sample",
            ["sub"] = userId,
            ["v"] = 2,
        };
        if (role is not null)
        {
            claims["o"] = new JsonObject { ["id"] = OrganizationId, ["slg"] = "example", ["rol"] = role };
        }

        return _api.Sign(claims);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _api.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        ClerkResponse response = _api.Handle(new ClerkRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.Authorization.ToString(),
            body.ToArray()));
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }
}
