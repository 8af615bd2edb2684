using System.Text.Json;
using Clerk.Backend;
using ClerkGen.Samples;

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_typed_metadata");
var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_typed_metadata", BaseAddress = server.BaseAddress });

// Sends and reads the application's own record.
await clerk.Users.UpdateMetadataAsync(ClerkServer.AdminId, new() { PublicMetadata = new() { Theme = "dark", Seats = 3 } });
await clerk.Users.UpdateMetadataAsync(ClerkServer.AdminId, new() { PublicMetadata = new() { Seats = 4 } });
User user = await clerk.Users.GetAsync(ClerkServer.AdminId);
Console.WriteLine($"{user.FirstName} {user.LastName} has {user.PublicMetadata?.Seats} seats and a {user.PublicMetadata?.Theme} theme.");

// Unset, null and a value are three different requests.
var options = new JsonSerializerOptions { TypeInfoResolver = ClerkClient.JsonTypeInfoResolver };
CreateOrganizationInvitationRequest[] requests =
[
    new() { EmailAddress = "unset@example.com", Role = "org:member" },
    new() { EmailAddress = "null@example.com", Role = "org:member", PublicMetadata = null },
    new() { EmailAddress = "value@example.com", Role = "org:member", PublicMetadata = new() { Theme = "light" } },
];
foreach (CreateOrganizationInvitationRequest request in requests)
{
    OrganizationInvitation invitation = await clerk.OrganizationInvitations.CreateAsync(ClerkServer.OrganizationId, request);
    string sent = JsonSerializer.Serialize(request, options.GetTypeInfo(typeof(CreateOrganizationInvitationRequest)));
    Console.WriteLine($"{sent}\n  is stored as: {invitation.PublicMetadata?.Theme ?? "no theme"}");
}
