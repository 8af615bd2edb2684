using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>An operation as in the document.</summary>
/// <param name="path">Key of the path item: a path template, or the name of a webhook.</param>
/// <param name="method">HTTP method as it is sent.</param>
/// <param name="operation">The operation.</param>
/// <param name="item">Its path item.</param>
/// <param name="itemPointer">JSON pointer of the path item.</param>
/// <param name="pointer">JSON pointer of the operation.</param>
internal sealed class OperationSource(
    string path, string method, OpenApiOperation operation, IOpenApiPathItem item, string itemPointer, string pointer)
{
    private readonly DiagnosticBag _problems = new();
    private List<ParameterSource>? _parameters;
    private List<StatusRange>? _responses;

    public string Path { get; } = WithBraces(path, operation, item);

    public string Method { get; } = method;

    public OpenApiOperation Operation { get; } = operation;

    /// <summary>
    /// The parameters of the operation: those of its path item, overridden by its own (OpenAPI 3.2, section
    /// 4.9.1), without those that cannot be sent. <see cref="Report"/> tells which.
    /// </summary>
    public IReadOnlyList<ParameterSource> Parameters => _parameters ??= ParameterSource.Collect(this, _problems);

    /// <summary>The documented responses, most specific first, then by status, without those whose keys are no statuses.</summary>
    public List<StatusRange> Responses => _responses ??= StatusRange.Read(this, _problems);

    public IOpenApiPathItem Item { get; } = item;

    public string ItemPointer { get; } = itemPointer;

    public string Pointer { get; } = pointer;

    /// <summary>The operation id, or null when there is none or it is blank.</summary>
    public string? Id { get; } = string.IsNullOrWhiteSpace(operation.OperationId) ? null : operation.OperationId!.Trim();

    /// <summary>JSON pointer of the request body, behind a reference to it.</summary>
    public string BodyPointer => Operation.RequestBody is OpenApiRequestBodyReference { Reference.Id: { } id }
        ? JsonPointers.Join("/components/requestBodies", id)
        : JsonPointers.Join(Pointer, "requestBody");

    /// <summary>Reports parameters and responses that are left out.</summary>
    public void Report(DiagnosticBag diagnostics)
    {
        _ = Parameters;
        _ = Responses;
        diagnostics.Add(_problems);
    }

    /// <summary>For messages: <c>GET /users</c>.</summary>
    public string Title => Method + " " + Path;

    /// <summary>An order that does not depend on the document's: by path, then by method.</summary>
    public static int Compare(OperationSource left, OperationSource right)
    {
        int order = string.CompareOrdinal(left.Path, right.Path);
        return order != 0 ? order : string.CompareOrdinal(left.Method, right.Method);
    }

    // Routers of JavaScript write '/users/:id'. Such a segment is a parameter where one of that name is declared.
    private static string WithBraces(string path, OpenApiOperation operation, IOpenApiPathItem item)
    {
        if (path.IndexOf("/:", StringComparison.Ordinal) < 0)
        {
            return path;
        }

        HashSet<string> names = new(
            (operation.Parameters ?? []).Concat(item.Parameters ?? []).Where(static parameter => parameter?.In == ParameterLocation.Path).Select(static parameter => parameter.Name ?? ""),
            StringComparer.Ordinal);
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length > 1 && segments[i][0] == ':' && names.Contains(segments[i].Substring(1)))
            {
                segments[i] = "{" + segments[i].Substring(1) + "}";
            }
        }

        return string.Join("/", segments);
    }
}
