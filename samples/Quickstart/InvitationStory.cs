using System.Net;
using System.Text.Json;
using Clerk.Backend;
using ClerkGen.Samples;

/// <summary>Creates, lists and revokes invitations, changes a membership, and catches an error by its type.</summary>
internal static class InvitationStory
{
    private const string OrganizationId = ClerkServer.OrganizationId;

    public static async Task RunAsync(ClerkClient clerk)
    {
        OrganizationInvitation invitation = await clerk.OrganizationInvitations.CreateAsync(
            OrganizationId, new() { EmailAddress = "ada@example.com", Role = "org:admin" });
        Console.WriteLine($"Invited {invitation.EmailAddress} as {invitation.Role}: {invitation.Status}");

        OrganizationInvitations bulk = await clerk.OrganizationInvitations.BulkCreateAsync(
            OrganizationId,
            [
                new() { EmailAddress = "grace@example.com", Role = "org:member" },
                new() { EmailAddress = "edsger@example.com", Role = "org:member" },
            ]);
        Console.WriteLine($"Invited {bulk.Data.Count} more at once");

        OrganizationInvitations page = await clerk.OrganizationInvitations.ListAsync(
            OrganizationId, new() { Status = OrganizationInvitationStatus.Pending, Limit = 2 });
        Console.WriteLine($"\nThe first {page.Data.Count} of {page.TotalCount} pending invitations:");
        foreach (OrganizationInvitation item in page.Data)
        {
            Console.WriteLine($"  {item.Id}  {item.EmailAddress}");
        }

        OrganizationInvitation revoked = await clerk.OrganizationInvitations.RevokeAsync(OrganizationId, invitation.Id);
        OrganizationInvitation again = await clerk.OrganizationInvitations.GetAsync(OrganizationId, invitation.Id);
        Console.WriteLine($"\nRevoked {revoked.Id}; its status is now {again.Status}");

        await foreach (OrganizationMembership membership in clerk.OrganizationMemberships.ListAllAsync(OrganizationId))
        {
            Console.WriteLine($"  member {membership.PublicUserData?.Identifier} is {membership.Role}, metadata {membership.PublicMetadata}");
        }

        // The server removes members that are null, and keeps members that are not sent.
        using JsonDocument changes = JsonDocument.Parse("""{ "team": { "floor": null }, "seat": 12 }""");
        OrganizationMembership updated = await clerk.OrganizationMemberships.UpdateMetadataAsync(
            OrganizationId, ClerkServer.MemberId, new() { PublicMetadata = changes.RootElement });
        Console.WriteLine($"\nThe membership's metadata is now {updated.PublicMetadata}");

        try
        {
            await clerk.OrganizationInvitations.CreateAsync(OrganizationId, new() { EmailAddress = "not an address", Role = "org:member" });
        }
        catch (ClerkErrorsException e) when (e.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            Console.WriteLine($"\nRefused, as expected: {e.Error.Errors[0].Code} (trace {e.TraceId})");
        }
    }
}
