using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>Ends an operation with an error in Clerk's shape.</summary>
internal sealed class ClerkErrorException(int status, string code, string message, string longMessage, string? parameter = null)
    : Exception(message)
{
    /// <summary>The HTTP status of the response.</summary>
    public int Status => status;

    /// <summary>404 for a resource that does not exist.</summary>
    public static ClerkErrorException NotFound(string kind, string id) =>
        new(404, "resource_not_found", "not found", $"No {kind} was found with id {id}.");

    /// <summary>422 for an invalid parameter.</summary>
    public static ClerkErrorException Unprocessable(string code, string message, string longMessage, string parameter) =>
        new(422, code, message, longMessage, parameter);

    /// <summary>422 for a required parameter that is missing.</summary>
    public static ClerkErrorException Missing(string parameter) =>
        Unprocessable("form_param_missing", "is missing", $"{parameter} must be included.", parameter);

    /// <summary>The body of the response.</summary>
    public JsonObject ToBody(string traceId) => new()
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = Message,
            ["long_message"] = longMessage,
            ["code"] = code,
            ["meta"] = parameter is null ? [] : new JsonObject { ["param_name"] = parameter },
        }),
        ["clerk_trace_id"] = traceId,
    };
}
