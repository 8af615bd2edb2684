using ClerkGen.AspNetCore;
using Microsoft.AspNetCore.Authorization;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Requires roles, permissions, features, plans and recent verification of callers, in policies and on endpoints.</summary>
public static class ClerkPolicyExtensions
{
    /// <summary>Requires a role in the active organization.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="role">The role, with or without <c>org:</c>.</param>
    public static AuthorizationPolicyBuilder RequireClerkRole(this AuthorizationPolicyBuilder policy, string role) =>
        policy.RequireClerk(new() { Role = role });

    /// <summary>Requires a permission in the active organization.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="permission">The permission, such as <c>org:invoices:read</c>.</param>
    /// <exception cref="ArgumentException">It is a system permission, which no token has.</exception>
    public static AuthorizationPolicyBuilder RequireClerkPermission(this AuthorizationPolicyBuilder policy, string permission) =>
        policy.RequireClerk(new() { Permission = permission });

    /// <summary>Requires a feature.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="feature">The feature, with or without <c>org:</c> or <c>user:</c>.</param>
    public static AuthorizationPolicyBuilder RequireClerkFeature(this AuthorizationPolicyBuilder policy, string feature) =>
        policy.RequireClerk(new() { Feature = feature });

    /// <summary>Requires a plan.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">The plan, with or without <c>org:</c> or <c>user:</c>.</param>
    public static AuthorizationPolicyBuilder RequireClerkPlan(this AuthorizationPolicyBuilder policy, string plan) =>
        policy.RequireClerk(new() { Plan = plan });

    /// <summary>Requires that the user has verified their identity recently.</summary>
    /// <remarks>Otherwise the response is 403, with a body that lets Clerk's front ends ask the user.</remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="reverification">The factors and the maximum age.</param>
    public static AuthorizationPolicyBuilder RequireClerkReverification(this AuthorizationPolicyBuilder policy, ClerkReverification reverification) =>
        policy.RequireClerk(new() { Reverification = reverification });

    /// <summary>Requires all parts of a requirement.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="requirement">The requirement.</param>
    /// <exception cref="ArgumentException">The requirement is empty, or asks for a system permission.</exception>
    public static AuthorizationPolicyBuilder RequireClerk(this AuthorizationPolicyBuilder policy, ClerkRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.RequireAuthenticatedUser().AddRequirements(new ClerkAuthorizationRequirement(requirement));
    }

    /// <summary>Requires a role in the active organization, on endpoints.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="role">The role, with or without <c>org:</c>.</param>
    public static TBuilder RequireClerkRole<TBuilder>(this TBuilder endpoints, string role)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireClerk(new ClerkRequirement { Role = role });

    /// <summary>Requires a permission in the active organization, on endpoints.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="permission">The permission, such as <c>org:invoices:read</c>.</param>
    /// <exception cref="ArgumentException">It is a system permission, which no token has.</exception>
    public static TBuilder RequireClerkPermission<TBuilder>(this TBuilder endpoints, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireClerk(new ClerkRequirement { Permission = permission });

    /// <summary>Requires a feature, on endpoints.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="feature">The feature, with or without <c>org:</c> or <c>user:</c>.</param>
    public static TBuilder RequireClerkFeature<TBuilder>(this TBuilder endpoints, string feature)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireClerk(new ClerkRequirement { Feature = feature });

    /// <summary>Requires a plan, on endpoints.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="plan">The plan, with or without <c>org:</c> or <c>user:</c>.</param>
    public static TBuilder RequireClerkPlan<TBuilder>(this TBuilder endpoints, string plan)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireClerk(new ClerkRequirement { Plan = plan });

    /// <summary>Requires on endpoints that the user has verified their identity recently.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="reverification">The factors and the maximum age.</param>
    public static TBuilder RequireClerkReverification<TBuilder>(this TBuilder endpoints, ClerkReverification reverification)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireClerk(new ClerkRequirement { Reverification = reverification });

    /// <summary>Requires all parts of a requirement, on endpoints.</summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="requirement">The requirement.</param>
    /// <exception cref="ArgumentException">The requirement is empty, or asks for a system permission.</exception>
    public static TBuilder RequireClerk<TBuilder>(this TBuilder endpoints, ClerkRequirement requirement)
        where TBuilder : IEndpointConventionBuilder
    {
        AuthorizationPolicy policy = new AuthorizationPolicyBuilder().RequireClerk(requirement).Build();
        return endpoints.RequireAuthorization(policy);
    }
}
