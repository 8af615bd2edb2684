using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>Finds out whether an operation responds with a list, before its response has a type.</summary>
internal static class ListShape
{
    /// <summary>Whether a success is a list, or an object with one list among its properties.</summary>
    public static bool IsReturned(OperationSource source) =>
        Success(source) is { } schema && (SchemaShapes.IsList(schema) || Lists(schema).Count == 1);

    /// <summary>
    /// Whether it certainly lists resources, whatever its name. The path does not end in a parameter, and a success is a list, or an object
    /// around one named <c>data</c>, <c>items</c>, <c>results</c> ….
    /// </summary>
    public static bool IsListing(OperationSource source) =>
        Success(source) is { } schema
        && (SchemaShapes.IsList(schema)
            || (!source.Path.TrimEnd('/').EndsWith("}", StringComparison.Ordinal)
                && Lists(schema) is { Count: 1 } lists && PagingNames.IndexOf(PagingNames.Items, lists[0]) >= 0));

    private static List<string> Lists(IOpenApiSchema schema) =>
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(static property => SchemaShapes.IsList(property.Value)).Select(static property => property.Key)];

    private static IOpenApiSchema? Success(OperationSource source)
    {
        foreach (StatusRange range in source.Responses)
        {
            if (range.IsSuccess && MediaTypes.Find(range.Content, MediaTypeKind.Json) is { } json && SchemaShapes.Resolve(json.Content.Schema) is { } schema)
            {
                return schema;
            }
        }

        return null;
    }
}
