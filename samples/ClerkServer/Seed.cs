using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>The initial data: one organization, its administrator, a member, and a user outside of it.</summary>
internal static class Seed
{
    public const string OrganizationId = "org_2xK7mQpTzVb4LcNfYhRwGdJsA1e";
    public const string AdminId = "user_2xK7nA3dHjWqPzLsTbVcYxMfR8g";
    public const string MemberId = "user_2xK7pC9kFvXwRmQdSgZnBtJhL5y";
    public const string GuestId = "user_2xK7rE6tNbGzVyHsKqDfWcPmX3a";

    public static void Fill(Users users, Organizations organizations, OrganizationMemberships memberships)
    {
        users.Create(AdminId, new JsonObject
        {
            ["email_address"] = new JsonArray("admin@example.com"),
            ["first_name"] = "First",
            ["last_name"] = "Admin",
        });
        users.Create(MemberId, new JsonObject
        {
            ["email_address"] = new JsonArray("member@example.com"),
            ["username"] = "member",
            ["public_metadata"] = new JsonObject { ["plan"] = "free" },
        });
        users.Create(GuestId, new JsonObject { ["email_address"] = new JsonArray("guest@example.com") });
        organizations.Create(OrganizationId, new JsonObject { ["name"] = "Example", ["slug"] = "example", ["created_by"] = AdminId });
        memberships.Create(OrganizationId, new JsonObject
        {
            ["user_id"] = MemberId,
            ["role"] = "org:member",
            ["public_metadata"] = new JsonObject { ["team"] = new JsonObject { ["name"] = "Support", ["floor"] = 2 } },
        });
    }
}
