using System.Security.Claims;
using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Represents a Clerk caller as an identity. Its claims have Clerk's own names.</summary>
/// <remarks>
/// <c>sub</c> is the name and <c>org_role</c> the role. The active organization is <c>org_id</c>, <c>org_slug</c>, <c>org_role</c> and
/// <c>org_permissions</c>, in either version of tokens. These, and the <c>scope</c> of machine tokens, never come from claims that an issuer added.
/// </remarks>
public sealed class ClerkIdentity : ClaimsIdentity
{
    private const string NameClaim = "sub";
    private const string RoleClaim = "org_role";
    private const string ScopeClaim = "scope";

    // Claims that follow from the caller's kind. A machine chooses further claims of its own tokens, and identities find claims ignoring case.
    private static readonly HashSet<string> Derived =
        new(StringComparer.OrdinalIgnoreCase) { NameClaim, "org_id", "org_slug", RoleClaim, "org_permissions" };

    /// <summary>Creates an identity.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="authenticationType">The scheme that authenticated it.</param>
    public ClerkIdentity(ClerkCaller caller, string authenticationType)
        : base(ClaimsOf(caller), authenticationType, NameClaim, RoleClaim) => Caller = caller;

    private ClerkIdentity(ClerkIdentity other)
        : base(other) => Caller = other.Caller;

    /// <summary>Gets the caller.</summary>
    public ClerkCaller Caller { get; }

    /// <inheritdoc/>
    public override ClaimsIdentity Clone() => new ClerkIdentity(this);

    private static List<Claim> ClaimsOf(ClerkCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        List<Claim> claims = [new(NameClaim, caller.Subject)];
        if (caller.Claims.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty claim in caller.Claims.EnumerateObject())
            {
                bool isScope = caller.TokenKind != ClerkTokenKind.Session && claim.Name.Equals(ScopeClaim, StringComparison.OrdinalIgnoreCase);
                if (!isScope && !Derived.Contains(claim.Name))
                {
                    Add(claims, claim.Name, claim.Value);
                }
            }
        }

        Add(claims, "org_id", caller.OrganizationId);
        Add(claims, "org_slug", caller.OrganizationSlug);
        Add(claims, RoleClaim, caller.OrganizationRole);
        foreach (string permission in caller.OrganizationPermissions ?? [])
        {
            Add(claims, "org_permissions", permission);
        }

        if (caller.TokenKind != ClerkTokenKind.Session)
        {
            foreach (string scope in caller.Scopes)
            {
                Add(claims, ScopeClaim, scope);
            }
        }

        return claims;
    }

    private static void Add(List<Claim> claims, string name, string? value)
    {
        if (value is not null)
        {
            claims.Add(new Claim(name, value));
        }
    }

    private static void Add(List<Claim> claims, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                claims.Add(new Claim(name, value.GetString()!));
                break;
            case JsonValueKind.Number:
                claims.Add(new Claim(name, value.GetRawText(), value.TryGetInt64(out _) ? ClaimValueTypes.Integer64 : ClaimValueTypes.Double));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                claims.Add(new Claim(name, value.GetRawText(), ClaimValueTypes.Boolean));
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                claims.Add(new Claim(name, value.GetRawText(), "JSON"));
                break;
        }
    }
}
