using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>Finds out whether an operation responds with a list, before its response has a type.</summary>
internal static class ListShape
{
    /// <summary>Whether a success is a list, or an object with one list among its properties.</summary>
    public static bool IsReturned(OpenApiOperation operation) =>
        Success(operation) is { } schema && (SchemaShapes.IsList(schema) || Lists(schema).Count == 1);

    /// <summary>
    /// Whether it certainly lists resources, whatever its name. The path does not end in a parameter, and a success is a list, or an object
    /// around one named <c>data</c>, <c>items</c>, <c>results</c> ….
    /// </summary>
    public static bool IsListing(OperationSource source) =>
        Success(source.Operation) is { } schema
        && (SchemaShapes.IsList(schema)
            || (!source.Path.TrimEnd('/').EndsWith("}", StringComparison.Ordinal)
                && Lists(schema) is { Count: 1 } lists && PagingNames.IndexOf(PagingNames.Items, lists[0]) >= 0));

    private static List<string> Lists(IOpenApiSchema schema) =>
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(static property => SchemaShapes.IsList(property.Value)).Select(static property => property.Key)];

    private static IOpenApiSchema? Success(OpenApiOperation operation)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Responses ?? [])
        {
            if (response.Key.StartsWith("2", StringComparison.Ordinal)
                && MediaTypes.Find(MediaTypes.Read(response.Value?.Content, ""), MediaTypeKind.Json) is { } json
                && SchemaShapes.Resolve(json.Content.Schema) is { } schema)
            {
                return schema;
            }
        }

        return null;
    }
}
