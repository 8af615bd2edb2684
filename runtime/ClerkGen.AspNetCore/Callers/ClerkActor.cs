using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Describes who acts for a user: a team member who impersonates the user, or an agent.</summary>
/// <param name="Subject">Id of the actor.</param>
/// <param name="SessionId">Session of the actor, if known.</param>
/// <param name="Type">The kind of actor, such as <c>agent</c>; null for a person.</param>
/// <param name="Claims">The whole claim as JSON.</param>
public sealed record ClerkActor(string? Subject, string? SessionId, string? Type, JsonElement Claims);
