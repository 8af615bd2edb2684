using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Runs operations, one at a time: maps a request to a response, without sockets.</summary>
internal sealed class ClerkApi : IDisposable
{
    private readonly Lock _lock = new();
    private readonly byte[] _authorization;
    private readonly ClerkStore _store = new();
    private readonly Users _users;
    private readonly Organizations _organizations;
    private readonly Invitations _invitations;
    private readonly OrganizationInvitations _organizationInvitations;
    private readonly OrganizationMemberships _memberships;
    private readonly SessionKey _key = new();

    public ClerkApi(string secretKey)
    {
        _authorization = Encoding.UTF8.GetBytes($"Bearer {secretKey}");
        _users = new Users(_store);
        _organizations = new Organizations(_store);
        _invitations = new Invitations(_store);
        _organizationInvitations = new OrganizationInvitations(_store);
        _memberships = new OrganizationMemberships(_store, _organizations);
        Seed.Fill(_users, _organizations, _memberships);
    }

    /// <summary>Signs a session.</summary>
    public string Sign(JsonObject claims) => _key.Sign(claims);

    public void Dispose() => _key.Dispose();

    /// <summary>Returns the response to a request.</summary>
    public ClerkResponse Handle(ClerkRequest request)
    {
        lock (_lock)
        {
            try
            {
                CheckKey(request);
                return Respond(200, Dispatch(request));
            }
            catch (ClerkErrorException e)
            {
                return Respond(e.Status, e.ToBody(_store.NewTraceId()));
            }
        }
    }

    private static ClerkResponse Respond(int status, JsonNode body) => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()));

    private void CheckKey(ClerkRequest request)
    {
        if (request.Authorization.Length == 0)
        {
            throw new ClerkErrorException(401, "authentication_invalid", "Invalid authentication", "There is no Authorization header.");
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Authorization), _authorization))
        {
            throw new ClerkErrorException(401, "clerk_key_invalid", "The secret key is invalid", "The secret key is not this server's.");
        }
    }

    private JsonNode Dispatch(ClerkRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["v1", "jwks"]) => _key.ToKeySet(),
        ("GET", ["v1", "users"]) => _users.List(request),
        ("POST", ["v1", "users"]) => _users.Create(request.Body()),
        ("GET", ["v1", "users", "count"]) => _users.Count(request),
        ("GET", ["v1", "users", var user]) => _users.Get(user),
        ("PATCH", ["v1", "users", var user]) => _users.Update(user, request.Body()),
        ("DELETE", ["v1", "users", var user]) => _users.Delete(user),
        ("PATCH", ["v1", "users", var user, "metadata"]) => _users.UpdateMetadata(user, request.Body()),

        ("GET", ["v1", "organizations"]) => _organizations.List(request),
        ("POST", ["v1", "organizations"]) => _organizations.Create(request.Body()),
        ("GET", ["v1", "organizations", var organization]) => _organizations.Get(organization),

        ("GET", ["v1", "invitations"]) => _invitations.List(request),
        ("POST", ["v1", "invitations"]) => _invitations.Create(request.Body()),
        ("POST", ["v1", "invitations", "bulk"]) => _invitations.CreateBulk(request.BodyList()),
        ("POST", ["v1", "invitations", var invitation, "revoke"]) => _invitations.Revoke(invitation),

        ("GET", ["v1", "organization_invitations"]) => _organizationInvitations.ListForInstance(request),
        ("GET", ["v1", "organizations", var organization, "invitations"]) => _organizationInvitations.List(organization, request),
        ("POST", ["v1", "organizations", var organization, "invitations"]) => _organizationInvitations.Create(organization, request.Body()),
        ("POST", ["v1", "organizations", var organization, "invitations", "bulk"]) =>
            _organizationInvitations.CreateBulk(organization, request.BodyList()),
        ("GET", ["v1", "organizations", var organization, "invitations", "pending"]) =>
            _organizationInvitations.ListPending(organization, request),
        ("GET", ["v1", "organizations", var organization, "invitations", var invitation]) =>
            _organizationInvitations.Get(organization, invitation),
        ("POST", ["v1", "organizations", var organization, "invitations", var invitation, "revoke"]) =>
            _organizationInvitations.Revoke(organization, invitation, request.Body()),

        ("GET", ["v1", "organization_memberships"]) => _memberships.ListForInstance(request),
        ("GET", ["v1", "organizations", var organization, "memberships"]) => _memberships.List(organization, request),
        ("POST", ["v1", "organizations", var organization, "memberships"]) => _memberships.Create(organization, request.Body()),
        ("PATCH", ["v1", "organizations", var organization, "memberships", var user]) =>
            _memberships.Update(organization, user, request.Body()),
        ("DELETE", ["v1", "organizations", var organization, "memberships", var user]) => _memberships.Delete(organization, user),
        ("PATCH", ["v1", "organizations", var organization, "memberships", var user, "metadata"]) =>
            _memberships.UpdateMetadata(organization, user, request.Body()),

        _ => throw new ClerkErrorException(
            404, "resource_not_found", "not found", $"This server has no {request.Method} /{string.Join('/', request.Segments)}."),
    };
}
