using Clerk.Backend;
using ClerkGen;

/// <summary>Calls that change nothing, for a real instance.</summary>
internal static class LookAround
{
    public static async Task RunAsync(ClerkClient clerk)
    {
        ApiResponse<TotalCount> users = await clerk.Users.CountWithResponseAsync();
        Console.WriteLine($"This instance has {users.Value.Count} users (request {users.RequestId}).");

        await foreach (Organization organization in clerk.Organizations.ListAllAsync())
        {
            Console.WriteLine($"  {organization.Name} ({organization.Id})");
            OrganizationInvitations pending = await clerk.OrganizationInvitations.ListAsync(
                organization.Id, new() { Status = OrganizationInvitationStatus.Pending, Limit = 10 });
            Console.WriteLine($"    {pending.TotalCount} invitations wait for an answer");
        }
    }
}
