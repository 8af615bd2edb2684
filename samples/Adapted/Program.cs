using Clerk.Backend;
using ClerkGen.Samples;

await using ClerkServer server = await ClerkServer.StartAsync("sk_test_adapted");
var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_adapted", BaseAddress = server.BaseAddress });

// Strings convert to identifiers implicitly. Identifiers of different resources never convert to each other.
OrganizationId organization = ClerkServer.OrganizationId;
Console.WriteLine($"Members of {organization}:");
await foreach (Membership membership in clerk.OrganizationMemberships.ListAllAsync(organization))
{
    if (membership.Person?.UserId is UserId id)
    {
        User user = await clerk.Users.GetAsync(id);
        Console.WriteLine($"{user.DisplayName} is {membership.Role}");
    }
}

// This is cached: nothing is sent.
Console.WriteLine($"From the cache: {(await clerk.Users.GetAsync(ClerkServer.AdminId)).DisplayName}");
