using System.Net.Http.Headers;
using Clerk.Backend;
using ClerkGen.AspNetCore;
using ClerkGen.Samples;
using Caller = ClerkGen.AspNetCore.ClerkCaller<Clerk.Backend.UserId, Clerk.Backend.OrganizationId>;

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_signed_in");

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();

// With CLERK_SECRET_KEY in the environment, AddClerk() suffices. This sample calls the fake of Clerk's API.
builder.Services.AddAuthentication(ClerkDefaults.AuthenticationScheme).AddClerk(options =>
{
    options.SecretKey = "sk_test_signed_in";
    options.ApiAddress = server.BaseAddress;
    options.AuthorizedParties.Add("http://localhost:3000");
});
builder.Services.AddAuthorization();
builder.Services.AddClerkClient(options =>
{
    options.SecretKey = "sk_test_signed_in";
    options.BaseAddress = server.BaseAddress;
});

await using WebApplication application = builder.Build();
application.Urls.Add("http://127.0.0.1:0");
application.UseAuthentication();
application.UseAuthorization();

// Endpoints take the HttpContext: in native programs ASP.NET Core's generator reads their signatures, and cannot see emitted types.
application.MapGet("/me", MeAsync).RequireAuthorization();

// Administrators alone: the others get 403.
application.MapGet("/members", MembersAsync).RequireClerkRole("admin");

// For this a user must have proved who they are within ten minutes; otherwise Clerk's front end asks them to.
application.MapDelete("/me", LeaveAsync).RequireClerkReverification(ClerkReverification.Strict);

await application.StartAsync();

// A real application would end with application.Run(). This one asks itself and stops.
using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
string admin = server.SignIn(ClerkServer.AdminId, "admin");
string member = server.SignIn(ClerkServer.MemberId, "member", verifiedMinutesAgo: 30);
await AskAsync("GET", "/me", null);
await AskAsync("GET", "/me", "not a token");
await AskAsync("GET", "/me", admin);
await AskAsync("GET", "/members", admin);
await AskAsync("GET", "/members", member);
await AskAsync("DELETE", "/me", member);
await AskAsync("DELETE", "/me", admin);

async Task AskAsync(string method, string path, string? token)
{
    using var request = new HttpRequestMessage(new HttpMethod(method), path);
    request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    using HttpResponseMessage response = await http.SendAsync(request);
    string who = token is null ? "nobody" : token == admin ? "the administrator" : token == member ? "a member" : "a stranger";
    Console.WriteLine($"{method} {path} by {who}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}{response.Headers.WwwAuthenticate}");
}

static Caller CallerOf(HttpContext context) => new(context.GetClerk() ?? throw new InvalidOperationException("Nobody is signed in."));

static async Task MeAsync(HttpContext context)
{
    Caller caller = CallerOf(context);
    ClerkClient clerk = context.RequestServices.GetRequiredService<ClerkClient>();
    User user = await clerk.Users.GetAsync(caller.UserId, cancellationToken: context.RequestAborted);
    await context.Response.WriteAsync($"{user.FirstName ?? user.Username} of {caller.OrganizationId?.Value ?? "no organization"}");
}

static async Task MembersAsync(HttpContext context)
{
    Caller caller = CallerOf(context);
    ClerkClient clerk = context.RequestServices.GetRequiredService<ClerkClient>();
    OrganizationMemberships members = await clerk.OrganizationMemberships.ListAsync(
        caller.OrganizationId!.Value, cancellationToken: context.RequestAborted);
    await context.Response.WriteAsync($"{members.TotalCount} members");
}

static async Task LeaveAsync(HttpContext context)
{
    Caller caller = CallerOf(context);
    await context.Response.WriteAsync($"Goodbye, {caller.Caller.SessionId}.");
}
