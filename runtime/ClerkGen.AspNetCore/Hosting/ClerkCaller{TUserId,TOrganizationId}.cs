using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <summary>
/// A caller whose ids have the client's own types, so that a user's id cannot be taken for an organization's. Name it once:
/// <c>global using Caller = ClerkGen.AspNetCore.ClerkCaller&lt;Clerk.Backend.UserId, Clerk.Backend.OrganizationId&gt;;</c>.
/// </summary>
/// <typeparam name="TUserId">The type of users' ids; emitted with the option <c>StrongIds</c>.</typeparam>
/// <typeparam name="TOrganizationId">The type of organizations' ids.</typeparam>
public sealed class ClerkCaller<TUserId, TOrganizationId> : IBindableFromHttpContext<ClerkCaller<TUserId, TOrganizationId>>
    where TUserId : struct, IParsable<TUserId>
    where TOrganizationId : struct, IParsable<TOrganizationId>
{
    /// <summary>Creates a caller with typed ids.</summary>
    /// <param name="caller">The caller.</param>
    public ClerkCaller(ClerkCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        Caller = caller;
    }

    /// <summary>Gets everything else about the caller.</summary>
    public ClerkCaller Caller { get; }

    /// <summary>Gets the user's id.</summary>
    /// <exception cref="InvalidOperationException">The caller is no user.</exception>
    public TUserId UserId => TUserId.Parse(Caller.UserId, CultureInfo.InvariantCulture);

    /// <summary>Gets the active organization's id; null without one.</summary>
    public TOrganizationId? OrganizationId =>
        Caller.OrganizationId is { } id ? TOrganizationId.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the caller meets all parts of a requirement.</summary>
    /// <param name="requirement">What is asked.</param>
    public bool Has(ClerkRequirement requirement) => Caller.Has(requirement);

    /// <summary>Binds a parameter of an endpoint to the request's caller; null when nobody is signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used.</param>
    public static ValueTask<ClerkCaller<TUserId, TOrganizationId>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.GetClerk() is { } caller ? new ClerkCaller<TUserId, TOrganizationId>(caller) : null);
}
