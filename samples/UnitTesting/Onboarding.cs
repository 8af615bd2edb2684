using System.Net;
using Clerk.Backend;

/// <summary>Invites people, once each. This is the code under test.</summary>
internal sealed class Onboarding(ClerkClient clerk)
{
    /// <summary>Invites an address, unless it has a pending invitation.</summary>
    /// <returns>True if an invitation was created.</returns>
    public async Task<bool> InviteAsync(string organizationId, string emailAddress)
    {
        await foreach (OrganizationInvitation pending in clerk.OrganizationInvitations.ListAllAsync(
            organizationId, new() { Status = OrganizationInvitationStatus.Pending }))
        {
            if (pending.EmailAddress == emailAddress)
            {
                return false;
            }
        }

        try
        {
            await clerk.OrganizationInvitations.CreateAsync(organizationId, new() { EmailAddress = emailAddress, Role = "org:member" });
            return true;
        }
        catch (ClerkErrorsException e) when (e.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return false;
        }
    }
}
