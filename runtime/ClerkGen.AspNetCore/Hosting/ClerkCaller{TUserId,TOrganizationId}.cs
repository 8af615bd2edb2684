using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace ClerkGen.AspNetCore;

/// <summary>Gives a caller's ids the client's own types, so that a user's id cannot be used as an organization's.</summary>
/// <remarks>
/// Name it once: <c>global using Caller = ClerkGen.AspNetCore.ClerkCaller&lt;Clerk.Backend.UserId, Clerk.Backend.OrganizationId&gt;;</c>
/// </remarks>
/// <typeparam name="TUserId">Type of users' ids, emitted with the option <c>StrongIds</c>.</typeparam>
/// <typeparam name="TOrganizationId">Type of organizations' ids.</typeparam>
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

    /// <summary>Gets the caller with all other details.</summary>
    public ClerkCaller Caller { get; }

    /// <summary>Gets the user's id.</summary>
    /// <exception cref="InvalidOperationException">The caller is not a user.</exception>
    public TUserId UserId => TUserId.Parse(Caller.UserId, CultureInfo.InvariantCulture);

    /// <summary>Gets the active organization's id; null without one.</summary>
    public TOrganizationId? OrganizationId =>
        Caller.OrganizationId is { } id ? TOrganizationId.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns whether the caller meets all parts of a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    public bool Has(ClerkRequirement requirement) => Caller.Has(requirement);

    /// <summary>Binds a parameter of an endpoint to the request's caller; null if no user is signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">Not used.</param>
    public static ValueTask<ClerkCaller<TUserId, TOrganizationId>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.GetClerk() is { } caller ? new ClerkCaller<TUserId, TOrganizationId>(caller) : null);
}
