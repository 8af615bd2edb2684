using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>
/// The facts of one published operation; references to parameters, bodies and responses are followed, those to schemas kept.
/// </summary>
/// <param name="Id">The operation id.</param>
/// <param name="Path">The path template.</param>
/// <param name="Method">The method, in lower case.</param>
/// <param name="Facts">The operation's own keywords.</param>
/// <param name="Parameters">The parameters in order.</param>
/// <param name="Body">The request body, if there is one.</param>
/// <param name="Responses">The responses by status code, in order.</param>
internal sealed record PublishedOperation(
    string Id,
    string Path,
    string Method,
    JsonObject Facts,
    IReadOnlyList<JsonObject> Parameters,
    JsonObject? Body,
    IReadOnlyList<(string Status, JsonObject Response)> Responses)
{
    /// <summary>Gets the published group of methods, if the document names one.</summary>
    public string? Group => Facts["x-speakeasy-group"]?.GetValue<string>();

    /// <summary>Gets the published method name, if the document names one.</summary>
    public string? Name => Facts["x-speakeasy-name-override"]?.GetValue<string>();
}
