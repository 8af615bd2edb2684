using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>The facts in a session's claims, in either version. Immutable.</summary>
internal sealed class SessionDetails
{
    internal static readonly SessionDetails None = new();

    internal string? SessionId { get; private init; }

    internal ClerkActor? Actor { get; private init; }

    internal string? OrganizationId { get; private init; }

    internal string? OrganizationSlug { get; private init; }

    internal string? OrganizationRole { get; private init; }

    internal string[]? OrganizationPermissions { get; private init; }

    internal ClerkFactorAge? FactorVerificationAge { get; private init; }

    internal ScopedNames Features { get; private init; } = ScopedNames.None;

    internal ScopedNames Plans { get; private init; } = ScopedNames.None;

    /// <summary>Reads claims; a member of another form than Clerk's counts as missing.</summary>
    internal static SessionDetails Read(JsonElement claims)
    {
        ScopedNames features = ScopedNames.Read(Text(claims, "fea"));
        bool isSecondVersion = claims.TryGetProperty("v"u8, out JsonElement version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetDouble(out double number) && number == 2;
        JsonElement organization = default;
        bool hasOrganization = isSecondVersion
            && claims.TryGetProperty("o"u8, out organization) && organization.ValueKind == JsonValueKind.Object;
        return new SessionDetails
        {
            SessionId = Text(claims, "sid"),
            Actor = ReadActor(claims),
            OrganizationId = isSecondVersion ? Member(hasOrganization, organization, "id") : Text(claims, "org_id"),
            OrganizationSlug = isSecondVersion ? Member(hasOrganization, organization, "slg") : Text(claims, "org_slug"),
            OrganizationRole = isSecondVersion ? RoleOf(Member(hasOrganization, organization, "rol")) : Text(claims, "org_role"),
            OrganizationPermissions = !isSecondVersion ? Texts(claims, "org_permissions")
                : hasOrganization ? FeaturePermissions.Decode(features.Organization, Text(organization, "per"), Text(organization, "fpm"))
                : null,
            FactorVerificationAge = ClerkFactorAge.Read(claims),
            Features = features,
            Plans = ScopedNames.Read(Text(claims, "pla")),
        };
    }

    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The strings of a list; null when the member is no list.</summary>
    internal static string[]? Texts(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<string> texts = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
        }

        return [.. texts];
    }

    private static string? Member(bool isThere, JsonElement element, string name) => isThere ? Text(element, name) : null;

    // The second version leaves the prefix out.
    private static string? RoleOf(string? role) =>
        role is null || role.StartsWith("org:", StringComparison.Ordinal) ? role : "org:" + role;

    private static ClerkActor? ReadActor(JsonElement claims) =>
        claims.TryGetProperty("act"u8, out JsonElement actor) && actor.ValueKind == JsonValueKind.Object
            ? new ClerkActor(Text(actor, "sub"), Text(actor, "sid"), Text(actor, "type"), actor)
            : null;
}
