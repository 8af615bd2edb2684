using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>Who acts in a user's place: somebody of the team who impersonates the user, or an agent.</summary>
/// <param name="Subject">Id of who really acts.</param>
/// <param name="SessionId">Their own session, if known.</param>
/// <param name="Type">The kind of actor, such as <c>agent</c>; null for a person.</param>
/// <param name="Claims">The whole claim as JSON.</param>
public sealed record ClerkActor(string? Subject, string? SessionId, string? Type, JsonElement Claims);
