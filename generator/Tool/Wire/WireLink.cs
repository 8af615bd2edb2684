using System.Text.Json.Nodes;

namespace ClerkGen.Tool.Wire;

/// <summary>A link of a response: an operation that can be called next. The normal form has no expressions of its arguments.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OperationId">The operation's id, or null when the link has a reference.</param>
/// <param name="OperationPointer">Pointer of the operation, or null when the link has an id.</param>
/// <param name="Description">Its description, or null.</param>
internal sealed record WireLink(string Name, string? OperationId, string? OperationPointer, string? Description)
{
    public static WireLink Of(string name, JsonObject node) => new(
        name,
        Json.Text(node["operationId"]),
        Json.Text(node["operationRef"]) is { } reference && reference.IndexOf('#', StringComparison.Ordinal) is >= 0 and int at ? reference[(at + 1)..] : null,
        Json.Text(node["description"]));
}
