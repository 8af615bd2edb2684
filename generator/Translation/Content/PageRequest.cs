using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Finds out whether an operation asks for one page of a list, before its parameters have types.</summary>
internal static class PageRequest
{
    private static readonly string[] Names = [.. PagingNames.Limit, .. PagingNames.Offset, .. PagingNames.Page, .. PagingNames.Cursor];

    /// <summary>Whether an operation takes a page's size, place or cursor.</summary>
    public static bool Is(OperationSource source)
    {
        JsonNode? extension = ChosenNames.Node(source.Operation.Extensions, PagingNames.Extension);
        if (source.Method is not ("GET" or "QUERY") || extension?.GetValueKind() == JsonValueKind.False)
        {
            return false;
        }

        return extension is JsonObject
            || source.Parameters.Any(static parameter => parameter.Place == ParameterPlace.Query && Is(parameter));
    }

    private static bool Is(ParameterSource source) =>
        IsName(source.Name) || (SchemaShapes.Resolve(source.Parameter.Schema)?.Properties?.Keys.Any(IsName) ?? false);

    private static bool IsName(string name) => PagingNames.IndexOf(Names, name) >= 0;
}
