using Clerk.Backend;
using ClerkGen;

// A stub stands in for Clerk, so that the program runs without a key.
var stub = new StubTransport();
stub.On("GetUsersCount").ReturnsJson("""{ "object": "total_count", "total_count": 42 }""");

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Configuration["Clerk:SecretKey"] = "sk_test_native_api";
builder.Configuration["Clerk:MaxRetries"] = "1";
builder.Services.Configure<ClerkClientOptions>(builder.Configuration.GetSection("Clerk"));
builder.Services.AddClerkClient().ConfigurePrimaryHttpMessageHandler(() => stub);
builder.Services.ConfigureHttpJsonOptions(options =>
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, ClerkClient.JsonTypeInfoResolver));

await using WebApplication application = builder.Build();
application.Urls.Add("http://127.0.0.1:0");

// The client, its models and its enums as parameters and results, all known to the generator of request delegates.
application.MapGet("/users/count", (ClerkClient clerk, CancellationToken cancellationToken) =>
    clerk.Users.CountAsync(cancellationToken: cancellationToken));
application.MapGet("/invitations/{status}", (OrganizationInvitationStatus status) => $"{status} is {(status.IsKnown ? "known" : "new")}");
application.MapPost("/invitations", (CreateOrganizationInvitationRequest invitation) => $"{invitation.EmailAddress} as {invitation.Role}");

await application.StartAsync();

// A real application would end with application.Run(). This one asks itself once and stops.
using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
Console.WriteLine(await http.GetStringAsync("/users/count"));
Console.WriteLine(await http.GetStringAsync("/invitations/pending"));
using var body = new StringContent("""{ "email_address": "ada@example.com", "role": "org:admin" }""", System.Text.Encoding.UTF8, "application/json");
using HttpResponseMessage created = await http.PostAsync("/invitations", body);
Console.WriteLine(await created.Content.ReadAsStringAsync());
using var lacking = new StringContent("""{ "role": "org:admin" }""", System.Text.Encoding.UTF8, "application/json");
using HttpResponseMessage refused = await http.PostAsync("/invitations", lacking);
Console.WriteLine($"without email_address: {(int)refused.StatusCode}");
