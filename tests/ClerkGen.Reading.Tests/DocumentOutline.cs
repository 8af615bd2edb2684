using System.Text;
using Microsoft.OpenApi;

namespace ClerkGen.Reading.Tests;

/// <summary>The paths, operations, parameters, bodies and schemas of a document, one line each.</summary>
internal static class DocumentOutline
{
    // Nested schemas are written to this depth. A reference is written as its name.
    private const int MaximumDepth = 8;

    /// <summary>The lines of a document.</summary>
    public static SortedSet<string> Of(OpenApiDocument document)
    {
        SortedSet<string> lines = new(StringComparer.Ordinal);
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                string name = $"{method.Method} {path}";
                lines.Add(name);
                AddOperation(lines, name, item, operation);
            }
        }

        foreach ((string name, IOpenApiSchema schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            lines.Add($"schema {name}: {TextOf(schema, 0)}");
        }

        return lines;
    }

    private static void AddOperation(SortedSet<string> lines, string name, IOpenApiPathItem item, OpenApiOperation operation)
    {
        // A parameter of the operation replaces the one of its path with the same name and place.
        foreach (IOpenApiParameter parameter in (operation.Parameters ?? []).Concat(item.Parameters ?? [])
            .DistinctBy(static found => (found.Name, found.In)))
        {
            lines.Add($"{name} {parameter.In}:{parameter.Name}{(parameter.Required ? "!" : "")} {TextOf(parameter.Schema, 0)}");
            AddContent(lines, $"{name} {parameter.In}:{parameter.Name}", parameter.Content);
        }

        AddContent(lines, $"{name} body", operation.RequestBody?.Content);
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            lines.Add($"{name} {status}");
            AddContent(lines, $"{name} {status}", response.Content);
        }
    }

    private static void AddContent(SortedSet<string> lines, string name, IDictionary<string, IOpenApiMediaType>? content)
    {
        foreach ((string type, IOpenApiMediaType media) in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            lines.Add($"{name} {type} {TextOf(media.Schema, 0)}");
        }
    }

    private static string TextOf(IOpenApiSchema? schema, int depth)
    {
        if (schema is null)
        {
            return "-";
        }

        if (schema is OpenApiSchemaReference reference)
        {
            return "→" + reference.Reference.ReferenceV3;
        }

        if (depth == MaximumDepth)
        {
            return "…";
        }

        StringBuilder text = new();
        text.Append(schema.Type).Append(schema.Format is null ? "" : ":" + schema.Format);
        // The project's reader writes a constant as the only value of an enum; the other one keeps it as text.
        IEnumerable<string>? values = schema.Enum?.Select(static value => (value?.ToJsonString() ?? "null").Trim('"'));
        Add(text, "enum", schema.Const is { } constant ? [constant] : values);
        Add(text, "required", schema.Required?.Order(StringComparer.Ordinal));
        Add(text, "properties", schema.Properties?.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {TextOf(pair.Value, depth + 1)}"));
        Add(text, "items", schema.Items is null ? null : [TextOf(schema.Items, depth + 1)]);
        Add(text, "additional", schema.AdditionalProperties is null ? null : [TextOf(schema.AdditionalProperties, depth + 1)]);
        Add(text, "allOf", schema.AllOf?.Select(member => TextOf(member, depth + 1)));
        Add(text, "oneOf", schema.OneOf?.Select(member => TextOf(member, depth + 1)));
        Add(text, "anyOf", schema.AnyOf?.Select(member => TextOf(member, depth + 1)));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string keyword, IEnumerable<string>? values)
    {
        string joined = string.Join(" ", values ?? []);
        if (joined.Length > 0)
        {
            text.Append(' ').Append(keyword).Append('(').Append(joined).Append(')');
        }
    }
}
