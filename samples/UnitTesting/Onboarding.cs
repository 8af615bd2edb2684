using System.Net;
using Clerk.Backend;

/// <summary>The code under test: invites somebody, and asks before it invites twice.</summary>
internal sealed class Onboarding(ClerkClient clerk)
{
    /// <summary>Invites an address, unless an invitation waits for an answer already.</summary>
    /// <returns>Whether somebody was invited.</returns>
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
