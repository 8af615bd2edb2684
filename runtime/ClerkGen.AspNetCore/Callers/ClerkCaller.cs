using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.AspNetCore;

/// <summary>Describes the caller by a verified token. Thread-safe.</summary>
/// <remarks>Members are read from the token at the first access.</remarks>
public sealed partial class ClerkCaller
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly MachineDetails? _machine;
    private SessionDetails? _session;
    private Parsed? _claims;

    private ClerkCaller(string token, ClerkTokenKind kind, string subject, ReadOnlyMemory<byte> json, MachineDetails? machine, bool isPending)
    {
        Token = token;
        TokenKind = kind;
        Subject = subject;
        _json = json;
        _machine = machine;
        IsPending = isPending;
    }

    /// <summary>Gets the kind of the token.</summary>
    public ClerkTokenKind TokenKind { get; }

    /// <summary>Gets the token, for calls in the caller's name. It is a secret: do not log it. JSON of the caller does not contain it.</summary>
    [JsonIgnore]
    public string Token { get; }

    /// <summary>Gets the token's subject: <c>user_…</c>, or <c>org_…</c> for API keys and <c>mch_…</c> for machines.</summary>
    public string Subject { get; }

    /// <summary>Gets whether the caller is a user, or a token that acts for one.</summary>
    public bool IsUser => TokenKind == ClerkTokenKind.Session || Subject.StartsWith("user_", StringComparison.Ordinal);

    /// <summary>Gets the user's id.</summary>
    /// <exception cref="InvalidOperationException">The caller is a machine, or the API key of an organization; see <see cref="IsUser"/>.</exception>
    public string UserId => IsUser
        ? Subject
        : throw new InvalidOperationException(
            $"The caller is not a user: its token has the kind '{TokenKinds.Word(TokenKind)}'. Check 'IsUser', or accept sessions only.");

    /// <summary>Gets the session's id; null for tokens of other kinds.</summary>
    public string? SessionId => Session.SessionId;

    /// <summary>Gets the session's status: <c>active</c> or <c>pending</c>; null for tokens of other kinds.</summary>
    public string? SessionStatus => TokenKind == ClerkTokenKind.Session ? IsPending ? "pending" : "active" : null;

    /// <summary>Gets the actor, if the user is impersonated; else null.</summary>
    public ClerkActor? Actor => Session.Actor;

    /// <summary>Gets the id of the session's active organization, or of the organization of an API key; null if there is none.</summary>
    public string? OrganizationId => TokenKind == ClerkTokenKind.Session ? Session.OrganizationId
        : TokenKind == ClerkTokenKind.ApiKey && Subject.StartsWith("org_", StringComparison.Ordinal) ? Subject
        : null;

    /// <summary>Gets the active organization's slug.</summary>
    public string? OrganizationSlug => Session.OrganizationSlug;

    /// <summary>Gets the user's role in the active organization, such as <c>org:admin</c>.</summary>
    public string? OrganizationRole => Session.OrganizationRole;

    /// <summary>Gets the user's permissions in the active organization, such as <c>org:invoices:read</c>; null without an organization.</summary>
    /// <remarks>System permissions (<c>org:sys_…</c>) are never in a token.</remarks>
    public IReadOnlyList<string>? OrganizationPermissions => Session.OrganizationPermissions;

    /// <summary>Gets the age of the factor verifications; null if the token does not have it.</summary>
    public ClerkFactorAge? FactorVerificationAge => Session.FactorVerificationAge;

    /// <summary>Gets features, such as <c>o:invoices</c> of the organization and <c>u:themes</c> of the user.</summary>
    public IReadOnlyList<string> Features => Session.Features.Texts;

    /// <summary>Gets plans, such as <c>o:team</c> of the organization.</summary>
    public IReadOnlyList<string> Plans => Session.Plans.Texts;

    /// <summary>Gets the token's own id; null when it has none.</summary>
    public string? TokenId => _machine?.Id ?? (TokenKind == ClerkTokenKind.Session ? Text("jti") : null);

    /// <summary>Gets the scopes of a machine, OAuth or API-key token; empty for sessions.</summary>
    public IReadOnlyList<string> Scopes => _machine?.Scopes ?? [];

    /// <summary>Gets the OAuth application; null for tokens of other kinds.</summary>
    public string? ClientId => _machine?.ClientId;

    /// <summary>Gets the claims as JSON; <c>undefined</c> if there are none.</summary>
    /// <remarks>All claims of a session or an OAuth token; those that the issuer added to a machine token or an API key.</remarks>
    public JsonElement Claims => _machine is { } machine ? machine.Claims : Root;

    internal bool IsPending { get; }

    /// <summary>Returns whether the caller meets all parts of a requirement. False for machines, and for an empty or malformed requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    public bool Has(ClerkRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return TokenKind == ClerkTokenKind.Session && requirement.IsMetBy(Session);
    }

    internal static ClerkCaller OfJwt(in Jwt jwt, ClerkTokenKind kind)
    {
        MachineDetails? machine = kind switch
        {
            ClerkTokenKind.MachineToMachine => MachineDetails.OfMachineJwt(jwt.Payload),
            ClerkTokenKind.OAuth => MachineDetails.OfOAuthJwt(jwt.Payload),
            _ => null,
        };
        return new ClerkCaller(jwt.Token, kind, jwt.Claims.Subject!, jwt.Payload, machine, jwt.Claims.IsPending);
    }

    internal static ClerkCaller OfOpaque(string token, ClerkTokenKind kind, MachineDetails details) =>
        new(token, kind, details.Subject, default, details, isPending: false);

    internal SessionDetails Session => _session ??= TokenKind == ClerkTokenKind.Session ? SessionDetails.Read(Root) : SessionDetails.None;

    private JsonElement Root => (_claims ??= new Parsed(_json)).Element;

    private string? Text(string name) => SessionDetails.Text(Root, name);

    private sealed class Parsed
    {
        internal Parsed(ReadOnlyMemory<byte> json)
        {
            if (!json.IsEmpty)
            {
                using JsonDocument document = JsonDocument.Parse(json);
                Element = document.RootElement.Clone();
            }
        }

        internal JsonElement Element { get; }
    }
}
