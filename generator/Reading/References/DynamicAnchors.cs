using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.References;

/// <summary>
/// Reads the dynamic anchors of a schema. Authors of OpenAPI documents seldom give schemas an <c>$id</c>, so that the whole document would be one
/// resource with the same anchor many times. So an anchor belongs to the schema that has it, or that has it among its <c>$defs</c>.
/// </summary>
internal static class DynamicAnchors
{
    /// <summary>The anchor that <c>$recursiveAnchor</c> makes (JSON Schema 2019-09).</summary>
    public const string Recursive = "";

    // These do not constrain a value.
    private static readonly HashSet<string> Silent = new(
        ["$dynamicAnchor", "$anchor", "$id", "$comment", "title", "description", "not"], StringComparer.Ordinal);

    /// <summary>Whether a text has references whose meaning depends on a scope.</summary>
    public static bool AreUsed(string text) =>
        text.IndexOf("$dynamicRef", StringComparison.Ordinal) >= 0 || text.IndexOf("$recursiveRef", StringComparison.Ordinal) >= 0;

    /// <summary>The anchors of a schema.</summary>
    public static List<DynamicAnchor> Of(ObjectNode schema)
    {
        List<DynamicAnchor> anchors = [];
        if (schema["$recursiveAnchor"] is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" })
        {
            anchors.Add(new DynamicAnchor(Recursive, schema, false));
        }

        bool refers = schema["$ref"] is not null || schema["allOf"] is not null;
        AddDefinitions(schema["$defs"], refers, anchors);
        AddDefinitions(schema["definitions"], refers, anchors);
        if (NameOf(schema) is { } own && !anchors.Exists(other => other.Name == own))
        {
            anchors.Add(new DynamicAnchor(own, schema, false));
        }

        return anchors;
    }

    /// <summary>Whether a schema has an anchor and nothing else, so it is a placeholder.</summary>
    public static bool IsOpen(ObjectNode schema)
    {
        foreach (Member member in schema)
        {
            if (!Silent.Contains(member.Key))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a schema allows nothing. Generic schemas require a binding of their anchor that way.</summary>
    public static bool IsUnusable(ObjectNode schema) => schema["not"] is not null && IsOpen(schema);

    private static void AddDefinitions(DocumentNode? definitions, bool refers, List<DynamicAnchor> anchors)
    {
        if (definitions is not ObjectNode map)
        {
            return;
        }

        foreach (Member member in map)
        {
            if (member.Value is ObjectNode definition && NameOf(definition) is { } name && !anchors.Exists(other => other.Name == name))
            {
                anchors.Add(new DynamicAnchor(name, definition, refers && !IsOpen(definition)));
            }
        }
    }

    private static string? NameOf(ObjectNode schema) =>
        schema["$dynamicAnchor"] is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } name ? name.Text : null;
}

/// <summary>A dynamic anchor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The schema that has it.</param>
/// <param name="IsGiven">Whether it is an argument next to a reference, and not only a placeholder.</param>
internal readonly record struct DynamicAnchor(string Name, ObjectNode Node, bool IsGiven);
