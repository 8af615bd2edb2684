using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Organizations.</summary>
internal sealed class Organizations(ClerkStore store)
{
    private const string Kind = "organization";

    public JsonObject List(ClerkRequest request)
    {
        string[] ids = request.QueryList("organization_id");
        string[] users = request.QueryList("user_id");
        string? query = request.Query("query");
        IEnumerable<JsonObject> organizations = store.Organizations.Where(organization =>
            (ids.Length == 0 || ids.Contains((string?)organization["id"]))
            && (users.Length == 0 || store.Memberships.Exists(membership =>
                OrganizationMemberships.OrganizationId(membership) == (string?)organization["id"]
                && users.Contains(OrganizationMemberships.UserId(membership))))
            && (query is null || (string?)organization["id"] == query
                || Listing.Matches(query, (string?)organization["name"], (string?)organization["slug"])));
        return Listing.PageWithTotal(request, Listing.Sorted(request, organizations.Select(Shown), "created_at", "name", "members_count"));
    }

    /// <summary>Finds by id or by slug.</summary>
    public JsonNode Get(string idOrSlug) => Shown(store.Organizations.Find(organization => (string?)organization["slug"] == idOrSlug)
        ?? ClerkStore.Find(store.Organizations, Kind, idOrSlug));

    public JsonNode Create(JsonObject body) => Create(store.NewId("org"), body);

    public JsonNode Create(string id, JsonObject body)
    {
        string name = Fields.Required(body, "name");
        long now = store.Tick();
        var organization = new JsonObject
        {
            ["object"] = "organization",
            ["id"] = id,
            ["name"] = name,
            ["slug"] = Fields.Optional(body, "slug") ?? name.ToLowerInvariant().Replace(' ', '-'),
            ["image_url"] = "https://images.example.com/organization.png",
            ["has_image"] = false,
            ["max_allowed_memberships"] = 5,
            ["admin_delete_enabled"] = true,
            ["public_metadata"] = Fields.Metadata(body, "public_metadata"),
            ["private_metadata"] = Fields.Metadata(body, "private_metadata"),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
        string? creator = Fields.Optional(body, "created_by");
        if (creator is not null)
        {
            ClerkStore.Find(store.Users, "user", creator);
            organization["created_by"] = creator;
        }

        store.Organizations.Add(organization);
        if (creator is not null)
        {
            new OrganizationMemberships(store, this).Create(id, new JsonObject { ["user_id"] = creator, ["role"] = "org:admin" });
        }

        return Shown(organization);
    }

    private JsonObject Shown(JsonObject organization)
    {
        var shown = (JsonObject)organization.DeepClone();
        string? id = (string?)organization["id"];
        shown["members_count"] = store.Memberships.Count(membership => OrganizationMemberships.OrganizationId(membership) == id);
        shown["pending_invitations_count"] = store.OrganizationInvitations.Count(invitation =>
            (string?)invitation["organization_id"] == id && (string?)invitation["status"] == "pending");
        return shown;
    }
}
