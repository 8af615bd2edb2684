using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Memberships of users in organizations.</summary>
internal sealed class OrganizationMemberships(ClerkStore store, Organizations organizations)
{
    private static readonly string[] Roles = ["org:admin", "org:member"];

    private static readonly string[] AdminPermissions =
        ["org:sys_memberships:manage", "org:sys_memberships:read", "org:sys_profile:manage", "org:sys_profile:delete"];

    private static readonly string[] MemberPermissions = ["org:sys_memberships:read"];

    /// <summary>The organization of a membership.</summary>
    public static string? OrganizationId(JsonObject membership) => (string?)membership["organization"]!["id"];

    /// <summary>The user of a membership.</summary>
    public static string? UserId(JsonObject membership) => (string?)membership["public_user_data"]!["user_id"];

    public JsonObject ListForInstance(ClerkRequest request) =>
        Listing.PageWithTotal(request, Listing.Sorted(request, store.Memberships, "created_at"));

    public JsonObject List(string organization, ClerkRequest request)
    {
        organizations.Get(organization);
        string[] roles = request.QueryList("role");
        string[] users = request.QueryList("user_id");
        string? query = request.Query("query");
        IEnumerable<JsonObject> memberships = store.Memberships.Where(membership =>
            OrganizationId(membership) == organization
            && (roles.Length == 0 || roles.Contains((string?)membership["role"]))
            && (users.Length == 0 || users.Contains(UserId(membership)))
            && Listing.Matches(query, UserId(membership), (string?)membership["public_user_data"]!["identifier"]));
        return Listing.PageWithTotal(request, Listing.Sorted(request, memberships, "created_at"));
    }

    public JsonNode Create(string organization, JsonObject body)
    {
        JsonNode shown = organizations.Get(organization);
        string userId = Fields.Required(body, "user_id");
        JsonObject user = ClerkStore.Find(store.Users, "user", userId);
        string role = Role(body);
        if (store.Memberships.Exists(membership => OrganizationId(membership) == organization && UserId(membership) == userId))
        {
            throw new ClerkErrorException(
                400, "already_a_member_in_organization", "already a member", $"{userId} is a member of the organization.", "user_id");
        }

        long now = store.Tick();
        var membership = new JsonObject
        {
            ["object"] = "organization_membership",
            ["id"] = store.NewId("orgmem"),
            ["role"] = role,
            ["role_name"] = RoleName(role),
            ["permissions"] = Permissions(role),
            ["public_metadata"] = Fields.Metadata(body, "public_metadata"),
            ["private_metadata"] = Fields.Metadata(body, "private_metadata"),
            ["organization"] = shown.DeepClone(),
            ["public_user_data"] = PublicUserData(user),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
        store.Memberships.Add(membership);
        return membership.DeepClone();
    }

    public JsonNode Update(string organization, string user, JsonObject body)
    {
        JsonObject membership = Find(organization, user);
        string role = Role(body);
        membership["role"] = role;
        membership["role_name"] = RoleName(role);
        membership["permissions"] = Permissions(role);
        membership["updated_at"] = store.Tick();
        return membership.DeepClone();
    }

    public JsonNode UpdateMetadata(string organization, string user, JsonObject body)
    {
        JsonObject membership = Find(organization, user);
        foreach (string name in new[] { "public_metadata", "private_metadata" })
        {
            Fields.Merge((JsonObject)membership[name]!, Fields.Metadata(body, name));
        }

        membership["updated_at"] = store.Tick();
        return membership.DeepClone();
    }

    public JsonNode Delete(string organization, string user)
    {
        JsonObject membership = Find(organization, user);
        store.Memberships.Remove(membership);
        return membership;
    }

    private JsonObject Find(string organization, string user) =>
        store.Memberships.Find(membership => OrganizationId(membership) == organization && UserId(membership) == user)
        ?? throw ClerkErrorException.NotFound("organization membership", user);

    /// <summary>The required role of a body.</summary>
    /// <exception cref="ClerkErrorException">It is missing or unknown.</exception>
    public static string Role(JsonObject body)
    {
        string role = Fields.Required(body, "role");
        return Roles.Contains(role)
            ? role
            : throw ClerkErrorException.Unprocessable(
                "form_param_value_invalid", "is invalid", $"role must be one of {string.Join(", ", Roles)}.", "role");
    }

    /// <summary>The name shown for a role.</summary>
    public static string RoleName(string role) => role == "org:admin" ? "Admin" : "Member";

    private static JsonArray Permissions(string role) =>
        [.. (role == "org:admin" ? AdminPermissions : MemberPermissions).Select(permission => (JsonNode?)permission)];

    private static JsonObject PublicUserData(JsonObject user) => new()
    {
        ["user_id"] = (string?)user["id"],
        ["first_name"] = (string?)user["first_name"],
        ["last_name"] = (string?)user["last_name"],
        ["profile_image_url"] = null,
        ["image_url"] = (string?)user["image_url"],
        ["has_image"] = (bool)user["has_image"]!,
        ["identifier"] = Users.Addresses(user).FirstOrDefault(),
        ["username"] = (string?)user["username"],
    };
}
