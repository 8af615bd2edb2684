using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ClerkGen.Samples;
using Microsoft.OpenApi;

namespace ClerkGen.Testing.Tests;

/// <summary>Runs scenarios against the samples' server, and checks each request and response against the bundled document.</summary>
public sealed class ClerkServerTests : IAsyncLifetime
{
    private const string Organization = $"/organizations/{ClerkServer.OrganizationId}";

    private static readonly LoadedDocument Document = LoadedDocument.Bundled();

    private readonly HttpClient _client = new();
    private ClerkServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await ClerkServer.StartAsync("sk_test_server");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_server");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk_test_other")]
    public async Task Without_the_right_key_every_call_is_unauthorized(string? key)
    {
        _client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        JsonNode error = await SendAsync("GET", "/users", null, HttpStatusCode.Unauthorized);

        Assert.DoesNotContain("sk_test", error.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_invitation_is_created_found_revoked_and_not_revoked_twice()
    {
        JsonNode created = await SendAsync("POST", $"{Organization}/invitations", $$"""
            {
                "email_address": "new@example.com", "role": "org:member", "inviter_user_id": "{{ClerkServer.AdminId}}",
                "public_metadata": { "a": [1] }
            }
            """);
        string address = $"{Organization}/invitations/{created["id"]}";

        Assert.Equal(ClerkServer.AdminId, (string?)created["public_inviter_data"]!["user_id"]);
        Assert.Empty(JsonDiff.Compare(created, await SendAsync("GET", address)));
        Assert.Equal(1, (int)(await SendAsync("GET", $"{Organization}/invitations?status=pending"))["total_count"]!);
        Assert.Equal(1, (int)(await SendAsync("GET", $"{Organization}/invitations/pending"))["total_count"]!);
        JsonNode revoked = await SendAsync("POST", $"{address}/revoke", $$"""{"requesting_user_id":"{{ClerkServer.AdminId}}"}""");
        Assert.Equal("revoked", (string?)revoked["status"]);
        Assert.Equal(0, (int)(await SendAsync("GET", $"{Organization}/invitations/pending"))["total_count"]!);
        await SendAsync("POST", $"{address}/revoke", "{}", HttpStatusCode.BadRequest);
        await SendAsync("GET", $"{Organization}/invitations/orginv_none", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Organization_invitations_are_created_in_bulk_and_listed_for_the_instance()
    {
        JsonNode created = await SendAsync("POST", $"{Organization}/invitations/bulk", """
            [{"email_address":"a@example.com","role":"org:admin"},{"email_address":"b@example.com","role":"org:member"}]
            """);
        JsonNode listed = await SendAsync("GET", "/organization_invitations?limit=1&offset=1&order_by=email_address");

        Assert.Equal(2, created["data"]!.AsArray().Count);
        Assert.Equal(2, (int)listed["total_count"]!);
        Assert.Equal("b@example.com", (string?)Assert.Single(listed["data"]!.AsArray())!["email_address"]);
        Assert.Equal("Example", (string?)listed["data"]![0]!["public_organization_data"]!["name"]);
    }

    [Theory]
    [InlineData("""{"role":"org:member"}""", HttpStatusCode.UnprocessableEntity, "form_param_missing")]
    [InlineData("""{"email_address":"x","role":"org:member"}""", HttpStatusCode.UnprocessableEntity, "form_param_format_invalid")]
    [InlineData("""{"email_address":"x@example.com","role":"org:king"}""", HttpStatusCode.UnprocessableEntity, "form_param_value_invalid")]
    [InlineData("""{"email_address":"x@example.com","role":"org:member","inviter_user_id":"user_x"}""", HttpStatusCode.Forbidden,
        "not_an_admin_in_organization")]
    [InlineData("[]", HttpStatusCode.BadRequest, "request_body_invalid")]
    public async Task A_wrong_organization_invitation_is_refused(string body, HttpStatusCode status, string code)
    {
        JsonNode error = await SendAsync("POST", $"{Organization}/invitations", body, status);

        Assert.Equal(code, (string?)error["errors"]![0]!["code"]);
        Assert.NotNull((string?)error["clerk_trace_id"]);
    }

    [Fact]
    public async Task Invitations_are_created_listed_by_page_and_revoked()
    {
        string body = string.Join(',', Enumerable.Range(0, 10).Select(i => $$"""{"email_address":"p{{i}}@example.com"}"""));
        await SendAsync("POST", "/invitations/bulk", $"[{body}]");
        JsonNode created = await SendAsync("POST", "/invitations", """
            {"email_address":"last@example.com","expires_in_days":1,"public_metadata":{"x":[1]}}
            """);

        Assert.Equal(11, (await SendAsync("GET", "/invitations")).AsArray().Count);
        Assert.Equal("last@example.com", (string?)(await SendAsync("GET", "/invitations?paginated=true&limit=5"))[0]!["email_address"]);
        Assert.Single((await SendAsync("GET", "/invitations?paginated=true&limit=5&offset=10")).AsArray());
        Assert.Equal(86_400_000, (long)created["expires_at"]! - (long)created["created_at"]!);
        await SendAsync("POST", "/invitations", """{"email_address":"last@example.com"}""", HttpStatusCode.BadRequest);
        await SendAsync("POST", $"/invitations/{created["id"]}/revoke");
        Assert.Single((await SendAsync("GET", "/invitations?status=revoked")).AsArray());
        await SendAsync("POST", "/invitations", """{"email_address":"last@example.com"}""");
        await SendAsync("POST", $"/invitations/{created["id"]}/revoke", null, HttpStatusCode.BadRequest);
        await SendAsync("POST", "/invitations/inv_none/revoke", null, HttpStatusCode.NotFound);
        await SendAsync("POST", "/invitations/bulk", "[]", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_membership_is_created_changed_and_deleted()
    {
        string memberships = $"{Organization}/memberships";
        await SendAsync("POST", memberships, $$"""{"user_id":"{{ClerkServer.GuestId}}","role":"org:member"}""");
        await SendAsync("POST", memberships, $$"""{"user_id":"{{ClerkServer.GuestId}}","role":"org:member"}""", HttpStatusCode.BadRequest);
        JsonNode updated = await SendAsync("PATCH", $"{memberships}/{ClerkServer.GuestId}", """{"role":"org:admin"}""");

        Assert.Equal("org:admin", (string?)updated["role"]);
        Assert.Equal(3, (int)(await SendAsync("GET", $"{memberships}?order_by=created_at&limit=2"))["total_count"]!);
        Assert.Equal(2, (int)(await SendAsync("GET", $"{memberships}?role=org:admin"))["total_count"]!);
        Assert.Equal(3, (int)(await SendAsync("GET", "/organization_memberships"))["total_count"]!);
        await SendAsync("DELETE", $"{memberships}/{ClerkServer.GuestId}");
        await SendAsync("DELETE", $"{memberships}/{ClerkServer.GuestId}", null, HttpStatusCode.NotFound);
        await SendAsync("GET", $"{memberships}?limit=0", null, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Metadata_is_merged_deeply_and_null_removes_a_key()
    {
        JsonNode membership = await SendAsync("PATCH", $"{Organization}/memberships/{ClerkServer.MemberId}/metadata", """
            {"public_metadata":{"team":{"floor":null,"size":7},"new":[1,{"x":null}]},"private_metadata":{"k":{"n":null,"v":1}}}
            """);

        Assert.Empty(JsonDiff.Compare(
            """{"team":{"name":"Support","size":7},"new":[1,{"x":null}]}""", membership["public_metadata"]!.ToJsonString()));
        Assert.Empty(JsonDiff.Compare("""{"k":{"v":1}}""", membership["private_metadata"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_user_is_found_and_only_sent_members_change()
    {
        Assert.Equal(3, (await SendAsync("GET", "/users")).AsArray().Count);
        Assert.Equal(3, (int)(await SendAsync("GET", "/users/count"))["total_count"]!);
        JsonNode found = await SendAsync("GET", "/users?email_address=member%40example.com");
        Assert.Equal(ClerkServer.MemberId, (string?)Assert.Single(found.AsArray())!["id"]);
        await SendAsync("PATCH", $"/users/{ClerkServer.AdminId}", """{"external_id":"42","last_name":null}""");
        JsonNode user = await SendAsync("GET", $"/users/{ClerkServer.AdminId}");

        Assert.Equal(("42", "First"), ((string?)user["external_id"], (string?)user["first_name"]));
        Assert.Null(user["last_name"]);
        await SendAsync("PATCH", $"/users/{ClerkServer.AdminId}", """{"username":"member"}""", HttpStatusCode.UnprocessableEntity);
        await SendAsync("PATCH", $"/users/{ClerkServer.AdminId}/metadata", """{"public_metadata":{"a":1}}""");
        await SendAsync("DELETE", $"/users/{ClerkServer.AdminId}");
        await SendAsync("GET", $"/users/{ClerkServer.AdminId}", null, HttpStatusCode.NotFound);
        Assert.Equal(1, (int)(await SendAsync("GET", $"{Organization}/memberships"))["total_count"]!);
    }

    [Fact]
    public async Task Organizations_and_users_are_created()
    {
        JsonNode user = await SendAsync("POST", "/users", """{"email_address":["owner@example.com"],"first_name":"Owner"}""");
        JsonNode organization = await SendAsync("POST", "/organizations", $$"""{"name":"Second One","created_by":"{{user["id"]}}"}""");

        Assert.Equal("second-one", (string?)organization["slug"]);
        Assert.Equal(1, (int)organization["members_count"]!);
        Assert.Equal(2, (int)(await SendAsync("GET", "/organizations?order_by=name"))["total_count"]!);
        await SendAsync("GET", "/organizations/second-one");
        await SendAsync("GET", "/organizations/org_none", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_servers_show_the_same_ids_and_times()
    {
        await using ClerkServer other = await ClerkServer.StartAsync("sk_test_server");
        string[] bodies = new string[2];
        foreach ((int i, Uri address) in new[] { (0, _server.BaseAddress), (1, other.BaseAddress) })
        {
            using var content = new StringContent("""{"email_address":"x@example.com"}""", Encoding.UTF8, "application/json");
            HttpResponseMessage response = await _client.PostAsync(new Uri($"{address}/invitations"), content);
            bodies[i] = await response.Content.ReadAsStringAsync();
        }

        Assert.Equal(bodies[0], bodies[1]);
    }

    private async Task<JsonNode> SendAsync(string method, string target, string? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"{_server.BaseAddress}{target}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await _client.SendAsync(request);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.True(status == response.StatusCode, $"{method} {target} answered {(int)response.StatusCode}: {answer}");

        string[] pathAndQuery = $"{target}?".Split('?');
        DocumentOperation operation = Assert.NotNull(Document.Match(method, pathAndQuery[0], pathAndQuery[1])).Operation;
        IOpenApiSchema schema = operation.Response((int)status)?.Content?["application/json"].Schema ?? Document.Schema("ClerkErrors");
        Assert.Empty(SchemaChecker.Check(answer, schema, Direction.Response));
        return answer;
    }
}
