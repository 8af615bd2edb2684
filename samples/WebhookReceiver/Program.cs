using System.Text;
using Clerk.Backend;
using Clerk.Events;
using ClerkGen.Samples;

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_webhooks");

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddClerkClient(options =>
{
    options.SecretKey = "sk_test_webhooks";
    options.BaseAddress = server.BaseAddress;
});
await using WebApplication application = builder.Build();
application.Urls.Add("http://127.0.0.1:0");

// Without a verifier, the secret comes from CLERK_WEBHOOK_SIGNING_SECRET. This one is invented.
var verifier = new WebhookVerifier("whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("a secret of thirty-two characters")));

// A sender repeats a webhook until it gets a response, so process each id once. A real application stores the ids.
HashSet<string> seen = [];
application.MapWebhook<WebhookEvent>(
    "/webhooks",
    async (received, headers, context) =>
    {
        if (!seen.Add(headers.Id!))
        {
            Console.WriteLine($"{headers.Id} was received before.");
            return;
        }

        ClerkClient clerk = context.RequestServices.GetRequiredService<ClerkClient>();
        switch (received.Value)
        {
            case UserCreated created:
                await clerk.Users.UpdateMetadataAsync(created.Data.Id, new(), cancellationToken: context.RequestAborted);
                Console.WriteLine($"{created.Data.FirstName} signed up and got metadata.");
                break;
            case UserDeleted deleted:
                Console.WriteLine($"{deleted.Data.Id} was deleted.");
                break;
            default:
                Console.WriteLine($"{received.Value} is ignored.");
                break;
        }
    },
    verifier);
await application.StartAsync();

// A real application would call application.Run(). This one sends itself a few webhooks and stops.
using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
string signUp = $$$"""{"type":"user.created","data":{"id":"{{{ClerkServer.GuestId}}}","first_name":"Guest"}}""";
await SendAsync("msg_1", signUp, verifier);
await SendAsync("msg_1", signUp, verifier);
await SendAsync("msg_2", """{"type":"user.deleted","data":{"id":"user_2"}}""", verifier);
await SendAsync("msg_3", """{"type":"role.created","data":{"id":"role_1"}}""", verifier);
await SendAsync("msg_4", signUp, new WebhookVerifier("whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes("another secret of thirty-two chars"))));

async Task SendAsync(string id, string body, WebhookVerifier sender)
{
    byte[] bytes = Encoding.UTF8.GetBytes(body);
    WebhookHeaders headers = sender.Sign(bytes, id);
    using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks") { Content = new ByteArrayContent(bytes) };
    request.Headers.Add("svix-id", headers.Id);
    request.Headers.Add("svix-timestamp", headers.Timestamp);
    request.Headers.Add("svix-signature", headers.Signature);
    using HttpResponseMessage response = await http.SendAsync(request);
    Console.WriteLine($"POST /webhooks, {id}: {(int)response.StatusCode}");
}
