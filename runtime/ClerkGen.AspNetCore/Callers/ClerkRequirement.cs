namespace ClerkGen.AspNetCore;

/// <summary>Describes the requirements that a caller must meet. All parts that are set must be met.</summary>
public sealed record ClerkRequirement
{
    private const string RolePrefix = "org:";

    /// <summary>Gets the role in the active organization, with or without <c>org:</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Gets a permission in the active organization, with or without <c>org:</c>.</summary>
    /// <remarks>System permissions (<c>org:sys_…</c>) are never in a token, so no caller has one.</remarks>
    public string? Permission { get; init; }

    /// <summary>
    /// Gets a feature of organization or user, such as <c>invoices</c>; <c>org:invoices</c> or <c>user:invoices</c> for one of them.
    /// </summary>
    public string? Feature { get; init; }

    /// <summary>Gets a plan of organization or user, such as <c>team</c>; <c>org:team</c> or <c>user:team</c> for one of them.</summary>
    public string? Plan { get; init; }

    /// <summary>Gets how recently the user must have verified their identity.</summary>
    public ClerkReverification? Reverification { get; init; }

    internal bool IsEmpty => (Role ?? Permission ?? Feature ?? Plan) is null && Reverification is null;

    internal bool IsMetBy(SessionDetails session) =>
        !IsEmpty && IsMetButForReverification(session) && (Reverification is null || Reverification.IsMetBy(session.FactorVerificationAge));

    internal bool IsMetButForReverification(SessionDetails session) =>
        (Role is null || (session.OrganizationId is not null && session.OrganizationRole is { } role && WithPrefix(role) == WithPrefix(Role)))
        && (Permission is null || HasPermission(session, WithPrefix(Permission)))
        && (Feature is null || session.Features.Has(Feature))
        && (Plan is null || session.Plans.Has(Plan));

    internal static bool IsSystemPermission(string permission) => WithPrefix(permission).StartsWith("org:sys_", StringComparison.Ordinal);

    private static bool HasPermission(SessionDetails session, string permission)
    {
        if (session.OrganizationId is null || session.OrganizationPermissions is not { } permissions)
        {
            return false;
        }

        foreach (string granted in permissions)
        {
            if (granted == permission)
            {
                return true;
            }
        }

        return false;
    }

    private static string WithPrefix(string name)
    {
        ReadOnlySpan<char> bare = name;
        while (bare.StartsWith(RolePrefix, StringComparison.Ordinal))
        {
            bare = bare[RolePrefix.Length..];
        }

        return string.Concat(RolePrefix, bare);
    }
}
