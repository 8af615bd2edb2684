using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Invitations to organizations.</summary>
internal sealed class OrganizationInvitations(ClerkStore store)
{
    public JsonObject ListForInstance(ClerkRequest request)
    {
        JsonObject page = Listing.PageWithTotal(request, Filtered(request, store.OrganizationInvitations));
        foreach (JsonNode? invitation in page["data"]!.AsArray())
        {
            JsonObject organization = ClerkStore.Find(store.Organizations, "organization", (string)invitation!["organization_id"]!);
            var publicData = new JsonObject();
            foreach (string name in new[] { "id", "name", "slug", "image_url", "has_image" })
            {
                publicData[name] = organization[name]!.DeepClone();
            }

            invitation["public_organization_data"] = publicData;
        }

        return page;
    }

    public JsonObject List(string organization, ClerkRequest request) =>
        Listing.PageWithTotal(request, Filtered(request, Of(organization)));

    public JsonObject ListPending(string organization, ClerkRequest request) => Listing.PageWithTotal(
        request, Listing.Sorted(request, Of(organization).Where(invitation => (string?)invitation["status"] == "pending"), "created_at"));

    public JsonNode Get(string organization, string id) => Find(organization, id).DeepClone();

    public JsonNode Create(string organization, JsonObject body)
    {
        Check(organization, body);
        return Add(organization, body);
    }

    public JsonObject CreateBulk(string organization, JsonObject[] bodies)
    {
        InvitationRules.CheckCount(bodies);
        foreach (JsonObject body in bodies)
        {
            Check(organization, body);
        }

        return new JsonObject
        {
            ["data"] = new JsonArray([.. bodies.Select(body => Add(organization, body))]),
            ["total_count"] = bodies.Length,
        };
    }

    public JsonNode Revoke(string organization, string id, JsonObject body)
    {
        JsonObject invitation = Find(organization, id);
        if (Fields.Optional(body, "requesting_user_id") is { } user)
        {
            CheckAdministrator(organization, user, "requesting_user_id");
        }

        InvitationRules.CheckPending(invitation);
        invitation["status"] = "revoked";
        invitation["updated_at"] = store.Tick();
        return invitation.DeepClone();
    }

    private IEnumerable<JsonObject> Of(string organization)
    {
        ClerkStore.Find(store.Organizations, "organization", organization);
        return store.OrganizationInvitations.Where(invitation => (string?)invitation["organization_id"] == organization);
    }

    private JsonObject Find(string organization, string id) => ClerkStore.Find([.. Of(organization)], "organization invitation", id);

    private static IReadOnlyList<JsonObject> Filtered(ClerkRequest request, IEnumerable<JsonObject> invitations)
    {
        string[] statuses = request.QueryList("status");
        string? address = request.Query("email_address");
        string? query = request.Query("query");
        return Listing.Sorted(
            request,
            invitations.Where(invitation => (statuses.Length == 0 || statuses.Contains((string?)invitation["status"]))
                && (address is null || (string?)invitation["email_address"] == address)
                && Listing.Matches(query, (string?)invitation["email_address"])),
            "created_at", "email_address");
    }

    private void Check(string organization, JsonObject body)
    {
        IEnumerable<JsonObject> existing = Of(organization);
        string address = Fields.MailAddress(body);
        OrganizationMemberships.Role(body);
        if (Fields.Optional(body, "inviter_user_id") is { } inviter)
        {
            CheckAdministrator(organization, inviter, "inviter_user_id");
        }

        if (existing.Any(invitation => (string?)invitation["email_address"] == address && (string?)invitation["status"] == "pending"))
        {
            throw new ClerkErrorException(
                400, "duplicate_record", "duplicate invitation", $"{address} is already invited.", "email_address");
        }
    }

    private void CheckAdministrator(string organization, string user, string parameter)
    {
        if (!store.Memberships.Exists(membership => OrganizationMemberships.OrganizationId(membership) == organization
            && OrganizationMemberships.UserId(membership) == user && (string?)membership["role"] == "org:admin"))
        {
            throw new ClerkErrorException(
                403, "not_an_admin_in_organization", "not an administrator", $"{user} is no administrator of the organization.", parameter);
        }
    }

    private JsonNode Add(string organization, JsonObject body)
    {
        long now = store.Tick();
        string id = store.NewId("orginv");
        string role = OrganizationMemberships.Role(body);
        string? inviter = Fields.Optional(body, "inviter_user_id");
        var invitation = new JsonObject
        {
            ["object"] = "organization_invitation",
            ["id"] = id,
            ["email_address"] = Fields.MailAddress(body),
            ["role"] = role,
            ["role_name"] = OrganizationMemberships.RoleName(role),
            ["organization_id"] = organization,
            ["inviter_id"] = inviter,
            ["public_inviter_data"] = inviter is null ? null : PublicInviterData(ClerkStore.Find(store.Users, "user", inviter)),
            ["status"] = "pending",
            ["public_metadata"] = Fields.Metadata(body, "public_metadata"),
            ["private_metadata"] = Fields.Metadata(body, "private_metadata"),
            ["url"] = $"https://accounts.example.com/organization-invitations/{id}",
            ["expires_at"] = InvitationRules.ExpiresAt(body, now),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
        store.OrganizationInvitations.Add(invitation);
        return invitation.DeepClone();
    }

    private static JsonObject PublicInviterData(JsonObject user) => new()
    {
        ["user_id"] = (string?)user["id"],
        ["first_name"] = (string?)user["first_name"],
        ["last_name"] = (string?)user["last_name"],
        ["image_url"] = (string?)user["image_url"],
        ["has_image"] = (bool)user["has_image"]!,
        ["identifier"] = Users.Addresses(user).FirstOrDefault() ?? "",
    };
}
