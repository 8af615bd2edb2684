using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>
/// The part of a document by which requests and responses are checked: what operations take and give, and the schemas of it, each at its
/// pointer in the document. Words, examples, servers and credentials are left out.
/// </summary>
internal static class CheckedDocument
{
    private static readonly HashSet<string> OfDocument = new(StringComparer.Ordinal) { "paths", "components" };

    private static readonly HashSet<string> OfComponents = new(StringComparer.Ordinal)
    {
        "schemas", "responses", "parameters", "requestBodies", "headers", "pathItems", "mediaTypes",
    };

    // Members that do not constrain a value, of OpenAPI's objects and of schemas.
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "$comment", "callbacks", "contact", "default", "deprecated", "description", "example", "examples", "externalDocs", "links", "security",
        "servers", "summary", "tags", "title", "xml",
    };

    // Members whose own members are called as the document likes.
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "$defs", "additionalOperations", "content", "definitions", "dependentSchemas", "encoding", "headers", "parameters", "pathItems", "paths",
        "patternProperties", "properties", "requestBodies", "responses", "schemas", "mediaTypes",
    };

    // The normal form's name of `nullable` where there is no type.
    private const string Nullable = "x-nullable";

    private static readonly HashSet<string> Verbatim = new(StringComparer.Ordinal) { "const", "enum", "mapping", "required" };

    /// <summary>The part.</summary>
    /// <param name="root">The document in its normal form.</param>
    /// <param name="budget">The document's budget.</param>
    public static JsonObject Of(JsonNode root, WorkBudget budget)
    {
        JsonObject document = [];
        foreach (KeyValuePair<string, JsonNode?> member in (JsonObject)root)
        {
            if (OfDocument.Contains(member.Key) && member.Value is JsonObject value)
            {
                document.Add(member.Key, member.Key == "components" ? Components(value, budget) : Copy(value, isMap: true, budget));
            }
        }

        return document;
    }

    private static JsonObject Components(JsonObject components, WorkBudget budget)
    {
        JsonObject copy = [];
        foreach (KeyValuePair<string, JsonNode?> member in components)
        {
            if (OfComponents.Contains(member.Key))
            {
                copy.Add(member.Key, Copy(member.Value, isMap: true, budget));
            }
        }

        return copy;
    }

    private static JsonNode? Copy(JsonNode? node, bool isMap, WorkBudget budget)
    {
        budget.Spend();
        if (node is JsonArray array)
        {
            JsonArray items = [];
            foreach (JsonNode? item in array)
            {
                items.Add(Copy(item, isMap: false, budget));
            }

            return items;
        }

        if (node is not JsonObject value)
        {
            return node?.DeepClone();
        }

        JsonObject copy = [];
        foreach (KeyValuePair<string, JsonNode?> member in value)
        {
            if (isMap)
            {
                copy.Add(member.Key, Copy(member.Value, isMap: false, budget));
            }
            else if (Verbatim.Contains(member.Key))
            {
                copy.Add(member.Key, member.Value?.DeepClone());
            }
            else if (member.Key == Nullable)
            {
                copy["nullable"] = member.Value?.DeepClone();
            }
            else if (!Skipped.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                copy.Add(member.Key, Copy(member.Value, Maps.Contains(member.Key), budget));
            }
        }

        return copy;
    }
}
