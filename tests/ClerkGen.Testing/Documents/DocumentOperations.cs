using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>One operation, with everything inherited from its path item and from the document resolved into it.</summary>
/// <param name="OperationId">The operation id, or <c>METHOD /path</c> where the document gives none.</param>
/// <param name="Group">Value of <c>x-clerkgen-group</c>, else of <c>x-speakeasy-group</c>, if any.</param>
/// <param name="Name">Value of <c>x-clerkgen-name</c>, else of <c>x-speakeasy-name-override</c>, if any.</param>
/// <param name="Tags">Names of the tags, in document order.</param>
/// <param name="Method">The HTTP method, as it is sent.</param>
/// <param name="Path">The path template as written.</param>
/// <param name="Parameters">Parameters of the operation and of its path item; the operation's win.</param>
/// <param name="RequestBody">The request body, if the operation has one.</param>
/// <param name="Responses">Responses by status: <c>200</c>, <c>4XX</c>, <c>default</c>.</param>
/// <param name="Security">Alternatives of which one has to be met; empty when the operation wants no credential.</param>
/// <param name="IsDeprecated">Whether the operation is marked deprecated.</param>
public sealed record DocumentOperation(
    string OperationId,
    string? Group,
    string? Name,
    IReadOnlyList<string> Tags,
    string Method,
    string Path,
    IReadOnlyList<IOpenApiParameter> Parameters,
    IOpenApiRequestBody? RequestBody,
    IReadOnlyDictionary<string, IOpenApiResponse> Responses,
    IReadOnlyList<OpenApiSecurityRequirement> Security,
    bool IsDeprecated)
{
    /// <summary>The response of <paramref name="status"/>: exactly, by range, or by <c>default</c>; null when none is documented.</summary>
    public IOpenApiResponse? Response(int status) =>
        Responses.GetValueOrDefault($"{status}")
        ?? Responses.GetValueOrDefault($"{status / 100}XX")
        ?? Responses.GetValueOrDefault("default");

    /// <summary>The status a server answers with when all is well: the first 2xx documented, else the first status, else 200.</summary>
    public int SuccessStatus
    {
        get
        {
            string[] statuses = [.. Responses.Keys];
            return statuses.Select(ConcreteStatus).Where(status => status is >= 200 and < 300).FirstOrDefault() is int success and > 0
                ? success
                : statuses.Select(ConcreteStatus).FirstOrDefault() is int first and > 0 ? first : 200;
        }
    }

    /// <summary>A number for a status key: <c>200</c> is 200, <c>4XX</c> is 400, <c>default</c> is 200.</summary>
    public static int ConcreteStatus(string key) => key switch
    {
        [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] => (key[0] - '0') * 100,
        _ => int.TryParse(key, out int status) ? status : 200,
    };
}

/// <summary>Reads all operations of a document.</summary>
public static class DocumentOperations
{
    /// <summary>The operations below <c>paths</c>, in document order.</summary>
    public static IReadOnlyList<DocumentOperation> Read(OpenApiDocument document)
    {
        var operations = new List<DocumentOperation>();
        foreach ((string path, IOpenApiPathItem item) in document.Paths ?? [])
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                operations.Add(Read(document, path, item, method, operation));
            }
        }

        return operations;
    }

    private static DocumentOperation Read(
        OpenApiDocument document, string path, IOpenApiPathItem item, HttpMethod method, OpenApiOperation operation)
    {
        var parameters = new List<IOpenApiParameter>(operation.Parameters ?? []);
        parameters.AddRange((item.Parameters ?? []).Where(inherited =>
            !parameters.Any(own => own.Name == inherited.Name && own.In == inherited.In)));
        // A parameter of the path that is not declared is a string.
        parameters.AddRange(new PathTemplate(path).Names
            .Where(name => !parameters.Any(own => own.In == ParameterLocation.Path && own.Name == name))
            .Distinct()
            .Select(name => new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }));
        // In additionalOperations the document spells the method as it is sent (OpenAPI 3.2, section 4.9.1).
        string verb = method.Method;
        return new DocumentOperation(
            operation.OperationId ?? $"{verb} {path}",
            Extension(operation, "x-clerkgen-group") ?? Extension(operation, "x-speakeasy-group"),
            Extension(operation, "x-clerkgen-name") ?? Extension(operation, "x-speakeasy-name-override"),
            [.. (operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name ?? tag.Reference.Id ?? "")],
            verb,
            path,
            parameters,
            operation.RequestBody,
            (operation.Responses ?? []).ToDictionary(response => response.Key, response => response.Value),
            [.. operation.Security ?? document.Security ?? []],
            operation.Deprecated);
    }

    private static string? Extension(OpenApiOperation operation, string name) =>
        operation.Extensions?.TryGetValue(name, out IOpenApiExtension? extension) == true
        && extension is JsonNodeExtension { Node: JsonValue value }
            ? value.ToString()
            : null;
}
