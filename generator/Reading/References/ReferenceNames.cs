using System.Text;

namespace ClerkGen.Generator.Reading.References;

/// <summary>Proposes a component's name for the target of a reference that does not lie under <c>components</c>.</summary>
internal static class ReferenceNames
{
    // Words of the document's structure do not describe a part.
    private static readonly HashSet<string> Structural = new(
        [
            "components", "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks",
            "pathItems", "mediaTypes", "definitions", "$defs", "paths", "properties", "patternProperties", "content", "schema", "requestBody",
            "allOf", "oneOf", "anyOf", "additionalProperties", "application/json",
        ],
        StringComparer.Ordinal);

    /// <summary>The name: the key of a definition, the name of a file, or the telling part of a longer way.</summary>
    public static string Propose(in ReferenceTarget target)
    {
        List<string> segments = target.Segments;
        if (segments.Count == 0)
        {
            return target.Resource;
        }

        StringBuilder name = new();
        foreach (string segment in segments)
        {
            if (Structural.Contains(segment))
            {
                continue;
            }

            string part = segment.Trim('/');
            if (part.Length > 0)
            {
                name.Append(name.Length == 0 ? "" : "_").Append(part.Replace("/", "_").Replace("{", "").Replace("}", ""));
            }
        }

        return name.Length == 0 ? target.Resource : name.ToString();
    }
}
