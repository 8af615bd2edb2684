using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <summary>Adds a <see cref="ClerkRequirement"/> to a policy. It is its own handler.</summary>
public sealed class ClerkAuthorizationRequirement : AuthorizationHandler<ClerkAuthorizationRequirement>, IAuthorizationRequirement
{
    /// <summary>Creates a requirement of a policy.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <exception cref="ArgumentException">
    /// The requirement is empty, or requires a system permission. No token has one; check those with the Backend API.
    /// </exception>
    public ClerkAuthorizationRequirement(ClerkRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        if (requirement.IsEmpty)
        {
            throw new ArgumentException("The requirement is empty, so no caller can meet it.", nameof(requirement));
        }

        if (requirement.Permission is { } permission && ClerkRequirement.IsSystemPermission(permission))
        {
            throw new ArgumentException(
                $"'{permission}' is a system permission. Tokens never contain those, so no caller can meet the requirement. Use a custom permission or a role.",
                nameof(requirement));
        }

        Requirement = requirement;
    }

    /// <summary>Gets the requirements that the caller must meet.</summary>
    public ClerkRequirement Requirement { get; }

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ClerkAuthorizationRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        ClerkCaller? caller = context.User.GetClerk();
        if (caller?.Has(requirement.Requirement) == true)
        {
            context.Succeed(requirement);
        }
        else if (caller is not null && context.Resource is HttpContext http)
        {
            ReverificationAnswer.Note(http, caller, requirement.Requirement);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => Requirement.ToString();
}
