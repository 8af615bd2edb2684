using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <summary>Finds the caller that Clerk authenticated.</summary>
public static class ClerkCallerExtensions
{
    /// <summary>Gets the caller of a request; null if Clerk did not authenticate it.</summary>
    /// <param name="context">The request.</param>
    public static ClerkCaller? GetClerk(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.User.GetClerk();
    }

    /// <summary>Gets the caller of a principal; null if Clerk did not authenticate it.</summary>
    /// <param name="user">The principal.</param>
    public static ClerkCaller? GetClerk(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        foreach (ClaimsIdentity identity in user.Identities)
        {
            if (identity is ClerkIdentity clerk)
            {
                return clerk.Caller;
            }
        }

        return null;
    }
}
