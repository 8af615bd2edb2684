using Clerk.Backend;
using ClerkGen.Samples;

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_minimal_api");

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddClerkClient(options =>
{
    options.SecretKey = builder.Configuration["Clerk:SecretKey"] ?? "sk_test_minimal_api";
    options.BaseAddress = server.BaseAddress;
});

// Serializes emitted types without reflection.
builder.Services.ConfigureHttpJsonOptions(options =>
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, ClerkClient.JsonTypeInfoResolver));

await using WebApplication application = builder.Build();
application.Urls.Add("http://127.0.0.1:0");

// Healthy if Clerk responds to one attempt within two seconds.
application.MapGet("/health", async (ClerkClient clerk, CancellationToken cancellationToken) =>
{
    try
    {
        await clerk.Users.CountAsync(
            options: new() { MaxRetries = 0, Timeout = TimeSpan.FromSeconds(2) }, cancellationToken: cancellationToken);
        return Results.Text("healthy");
    }
    catch (ApiException e)
    {
        return Results.Text(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
});

// Returns one page.
application.MapGet("/organizations/{id}/members", (string id, int? page, ClerkClient clerk, CancellationToken cancellationToken) =>
    clerk.OrganizationMemberships.ListAsync(
        id, new() { Limit = 10, Offset = 10 * Math.Max(0, (page ?? 1) - 1) }, cancellationToken: cancellationToken));

// Writes all pages while they are fetched.
application.MapGet("/organizations/{id}/roles", async (string id, ClerkClient clerk, HttpResponse response, CancellationToken cancellationToken) =>
{
    response.ContentType = "text/plain";
    await foreach (OrganizationMembership membership in clerk.OrganizationMemberships.ListAllAsync(id, cancellationToken: cancellationToken))
    {
        await response.WriteAsync($"{membership.PublicUserData?.Identifier} is {membership.Role}\n", cancellationToken);
    }
});

await application.StartAsync();

// A real application would call application.Run(). This one calls its endpoints once and stops.
using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
foreach (string path in (string[])["/health", $"/organizations/{ClerkServer.OrganizationId}/members?page=1", $"/organizations/{ClerkServer.OrganizationId}/roles"])
{
    Console.WriteLine($"GET {path}\n{await http.GetStringAsync(path)}\n");
}
