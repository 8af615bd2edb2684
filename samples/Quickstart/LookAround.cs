using Clerk.Backend;

/// <summary>Reads from a real instance, and changes nothing.</summary>
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
            Console.WriteLine($"    {pending.TotalCount} invitations are pending");
        }
    }
}
