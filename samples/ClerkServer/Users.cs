using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Users.</summary>
internal sealed class Users(ClerkStore store)
{
    private const string Kind = "user";

    private static readonly string[] Named = ["id", "first_name", "last_name", "username"];

    private static readonly string[] Texts = ["external_id", "first_name", "last_name", "username", "locale"];

    private static readonly string[] OrderFields = ["created_at", "updated_at", "first_name", "last_name", "username"];

    private static readonly string[] Flags = ["delete_self_enabled", "create_organization_enabled", "bypass_client_trust"];

    private static readonly string[] Metadata = ["public_metadata", "private_metadata", "unsafe_metadata"];

    public JsonArray List(ClerkRequest request) => Listing.Page(request, Listing.Sorted(request, Filtered(request), OrderFields));

    public JsonObject Count(ClerkRequest request) => new() { ["object"] = "total_count", ["total_count"] = Filtered(request).Count() };

    public JsonNode Get(string id) => ClerkStore.Find(store.Users, Kind, id).DeepClone();

    public JsonNode Create(JsonObject body) => Create(store.NewId("user"), body);

    public JsonNode Create(string id, JsonObject body)
    {
        string[] addresses = body["email_address"] is JsonArray items ? [.. items.Select(item => item?.ToString() ?? "")] : [];
        foreach (string address in addresses)
        {
            if (store.Users.Exists(user => Addresses(user).Contains(address)))
            {
                throw ClerkErrorException.Unprocessable(
                    "form_identifier_exists", "already exists", $"{address} is taken.", "email_address");
            }
        }

        long now = store.Tick();
        JsonObject user = NewUser(id, now);
        foreach (string address in addresses)
        {
            string addressId = store.NewId("idn");
            user["email_addresses"]!.AsArray().Add((JsonNode)MailAddress(addressId, address, now));
            user["primary_email_address_id"] ??= addressId;
        }

        Apply(user, body);
        store.Users.Add(user);
        return user.DeepClone();
    }

    public JsonNode Update(string id, JsonObject body)
    {
        JsonObject user = ClerkStore.Find(store.Users, Kind, id);
        if (Fields.Optional(body, "username") is { } username
            && store.Users.Exists(other => other != user && (string?)other["username"] == username))
        {
            throw ClerkErrorException.Unprocessable(
                "form_identifier_exists", "already exists", $"{username} is taken.", "username");
        }

        Apply(user, body);
        user["updated_at"] = store.Tick();
        return user.DeepClone();
    }

    public JsonNode UpdateMetadata(string id, JsonObject body)
    {
        JsonObject user = ClerkStore.Find(store.Users, Kind, id);
        foreach (string name in Metadata)
        {
            if (user[name] is JsonObject metadata)
            {
                Fields.Merge(metadata, Fields.Metadata(body, name));
            }
        }

        user["updated_at"] = store.Tick();
        return user.DeepClone();
    }

    public JsonObject Delete(string id)
    {
        JsonObject user = ClerkStore.Find(store.Users, Kind, id);
        store.Users.Remove(user);
        store.Memberships.RemoveAll(membership => OrganizationMemberships.UserId(membership) == id);
        return new JsonObject { ["object"] = "user", ["id"] = id, ["deleted"] = true };
    }

    /// <summary>The mail addresses of a user.</summary>
    public static IEnumerable<string?> Addresses(JsonObject user) =>
        user["email_addresses"]!.AsArray().Select(address => (string?)address!["email_address"]);

    private IEnumerable<JsonObject> Filtered(ClerkRequest request)
    {
        string[] addresses = request.QueryList("email_address");
        string[] ids = request.QueryList("user_id");
        string[] externalIds = request.QueryList("external_id");
        string[] usernames = request.QueryList("username");
        string[] organizations = request.QueryList("organization_id");
        string? query = request.Query("query");
        return store.Users.Where(user =>
            (addresses.Length == 0 || Addresses(user).Any(address => addresses.Contains(address)))
            && (ids.Length == 0 || ids.Contains((string?)user["id"]))
            && (externalIds.Length == 0 || externalIds.Contains((string?)user["external_id"]))
            && (usernames.Length == 0 || usernames.Contains((string?)user["username"]))
            && (organizations.Length == 0 || store.Memberships.Exists(membership =>
                OrganizationMemberships.UserId(membership) == (string?)user["id"]
                && organizations.Contains(OrganizationMemberships.OrganizationId(membership))))
            && Listing.Matches(query, [.. Named.Select(name => (string?)user[name]), .. Addresses(user)]));
    }

    // Only what is in the body changes; a null in the body clears.
    private static void Apply(JsonObject user, JsonObject body)
    {
        foreach (string name in Texts)
        {
            if (body.ContainsKey(name))
            {
                user[name] = Fields.Optional(body, name);
            }
        }

        foreach (string name in Flags)
        {
            if (body[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            {
                user[name] = (bool)value;
            }
        }

        foreach (string name in Metadata)
        {
            if (body[name] is not null)
            {
                user[name] = Fields.Metadata(body, name);
            }
        }
    }

    private static JsonObject MailAddress(string id, string address, long now) => new()
    {
        ["id"] = id,
        ["object"] = "email_address",
        ["email_address"] = address,
        ["reserved"] = false,
        ["verification"] = new JsonObject
        {
            ["object"] = "verification_admin",
            ["status"] = "verified",
            ["strategy"] = "admin",
            ["attempts"] = null,
            ["expire_at"] = null,
        },
        ["linked_to"] = new JsonArray(),
        ["matches_sso_connection"] = false,
        ["created_at"] = now,
        ["updated_at"] = now,
    };

    private static JsonObject NewUser(string id, long now) => new()
    {
        ["id"] = id,
        ["object"] = "user",
        ["external_id"] = null,
        ["primary_email_address_id"] = null,
        ["primary_phone_number_id"] = null,
        ["primary_web3_wallet_id"] = null,
        ["username"] = null,
        ["first_name"] = null,
        ["last_name"] = null,
        ["locale"] = null,
        ["image_url"] = "https://images.example.com/user.png",
        ["has_image"] = false,
        ["public_metadata"] = new JsonObject(),
        ["private_metadata"] = new JsonObject(),
        ["unsafe_metadata"] = new JsonObject(),
        ["email_addresses"] = new JsonArray(),
        ["phone_numbers"] = new JsonArray(),
        ["web3_wallets"] = new JsonArray(),
        ["passkeys"] = new JsonArray(),
        ["password_enabled"] = false,
        ["two_factor_enabled"] = false,
        ["totp_enabled"] = false,
        ["backup_code_enabled"] = false,
        ["mfa_enabled_at"] = null,
        ["mfa_disabled_at"] = null,
        ["external_accounts"] = new JsonArray(),
        ["saml_accounts"] = new JsonArray(),
        ["enterprise_accounts"] = new JsonArray(),
        ["last_sign_in_at"] = null,
        ["banned"] = false,
        ["locked"] = false,
        ["lockout_expires_in_seconds"] = null,
        ["verification_attempts_remaining"] = 100,
        ["created_at"] = now,
        ["updated_at"] = now,
        ["delete_self_enabled"] = true,
        ["create_organization_enabled"] = true,
        ["last_active_at"] = null,
        ["legal_accepted_at"] = null,
    };
}
