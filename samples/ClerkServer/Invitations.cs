using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Invitations to the application.</summary>
internal sealed class Invitations(ClerkStore store)
{
    public JsonArray List(ClerkRequest request)
    {
        string? status = request.Query("status");
        string? query = request.Query("query");
        IReadOnlyList<JsonObject> invitations = Listing.Sorted(
            request,
            store.Invitations.Where(invitation => (status is null || (string?)invitation["status"] == status)
                && Listing.Matches(query, (string?)invitation["email_address"], (string?)invitation["id"])),
            "created_at", "email_address", "expires_at");
        // Without this parameter the API returns the whole list and ignores limit and offset.
        return request.Query("paginated") == "true" ? Listing.Page(request, invitations) : Listing.All(invitations);
    }

    public JsonNode Create(JsonObject body)
    {
        Check(body);
        return Add(body);
    }

    public JsonArray CreateBulk(JsonObject[] bodies)
    {
        InvitationRules.CheckCount(bodies);
        foreach (JsonObject body in bodies)
        {
            Check(body);
        }

        return [.. bodies.Select(Add)];
    }

    public JsonNode Revoke(string id)
    {
        JsonObject invitation = ClerkStore.Find(store.Invitations, "invitation", id);
        InvitationRules.CheckPending(invitation);
        invitation["status"] = "revoked";
        invitation["revoked"] = true;
        invitation["updated_at"] = store.Tick();
        return invitation.DeepClone();
    }

    private void Check(JsonObject body)
    {
        string address = Fields.MailAddress(body);
        if (store.Users.Exists(user => Users.Addresses(user).Contains(address)))
        {
            throw new ClerkErrorException(
                400, "form_identifier_exists", "already exists", $"{address} belongs to a user.", "email_address");
        }

        bool ignoreExisting = body["ignore_existing"] is JsonValue value && value.TryGetValue(out bool ignore) && ignore;
        if (!ignoreExisting && store.Invitations.Exists(invitation =>
            (string?)invitation["email_address"] == address && (string?)invitation["status"] == "pending"))
        {
            throw new ClerkErrorException(
                400, "duplicate_record", "duplicate invitation", $"{address} is already invited.", "email_address");
        }
    }

    private JsonNode Add(JsonObject body)
    {
        long now = store.Tick();
        string id = store.NewId("inv");
        var invitation = new JsonObject
        {
            ["object"] = "invitation",
            ["id"] = id,
            ["email_address"] = Fields.MailAddress(body),
            ["public_metadata"] = Fields.Metadata(body, "public_metadata"),
            ["revoked"] = false,
            ["status"] = "pending",
            ["url"] = $"https://accounts.example.com/invitations/{id}",
            ["expires_at"] = InvitationRules.ExpiresAt(body, now),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
        store.Invitations.Add(invitation);
        return invitation.DeepClone();
    }
}
