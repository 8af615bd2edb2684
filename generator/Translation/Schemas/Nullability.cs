using ClerkGen.Generator.Translation.Content;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Whether a schema allows null, in all notations of documents. These are a type <c>null</c>, <c>nullable</c>, <c>x-nullable</c>, null
/// among the values of an <c>enum</c>, an alternative that is null, and a reference to such a schema.
/// </summary>
internal sealed class Nullability(SchemaViews views, ComponentSchemas components)
{
    private readonly Dictionary<IOpenApiSchema, bool> _known = [];

    /// <summary>
    /// Whether an alternative has no value but null: the type <c>null</c>, null as its only value, nothing but <c>nullable</c>, or <c>not: {}</c>,
    /// which nothing fits.
    /// </summary>
    public static bool IsNullOnly(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference)
        {
            return false;
        }

        return schema.Enum is { Count: 1 } ? EnumValues.Read(schema).TrueForAll(EnumValues.IsNull)
            : SchemaViews.SaysOnlyType(schema)
                && (schema.Types() == SchemaTypes.Null
                    || (schema.Type is null && (IsMarked(schema) || (schema.Not is { } not && SchemaViews.SaysOnlyType(not)))));
    }

    /// <summary>
    /// Whether null is a value. Authors who write <c>nullable</c> next to an <c>allOf</c> mean it, so one such part is enough.
    /// </summary>
    public bool IsNullable(IReadOnlyList<SchemaPart> parts)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (IsNullable(parts[i].Schema))
            {
                return true;
            }
        }

        return parts.Count == 0;
    }

    /// <summary>Whether null is a value.</summary>
    public bool IsNullable(IOpenApiSchema schema)
    {
        if (_known.TryGetValue(schema, out bool isNullable))
        {
            return isNullable;
        }

        isNullable = Ask(schema, [], 0) ?? false;
        _known.Add(schema, isNullable);
        return isNullable;
    }

    // Null: the schema has no opinion, or only one that leads back to itself.
    private bool? Ask(IOpenApiSchema schema, HashSet<IOpenApiSchema> visited, int depth)
    {
        if (!visited.Add(schema) || !views.Step("", depth) || depth > SchemaViews.MaximumDepth)
        {
            return null;
        }

        if (IsMarked(schema))
        {
            return true;
        }

        if (schema is OpenApiSchemaReference reference)
        {
            return components.Find(reference) is { } component ? Ask(component.Schema, visited, depth + 1) : true;
        }

        if ((schema.Types() is { } type && (type & SchemaTypes.Null) != 0)
            || (schema.Enum is { Count: > 0 } && EnumValues.Read(schema).Exists(EnumValues.IsNull)))
        {
            return true;
        }

        if (SchemaViews.SaysOnlyType(schema) && schema.Type is null)
        {
            return true;
        }

        return AskAlternatives(schema, visited, depth) ?? (schema.Type is null ? AskAll(schema, visited, depth) : false);
    }

    private static bool IsMarked(IOpenApiSchema schema) =>
        ChosenNames.Node(schema, "x-nullable") is { } flag && flag.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private bool? AskAlternatives(IOpenApiSchema schema, HashSet<IOpenApiSchema> visited, int depth)
    {
        return IsAnyNullable(schema.OneOf) || IsAnyNullable(schema.AnyOf) ? true : null;

        bool IsAnyNullable(IList<IOpenApiSchema>? alternatives)
        {
            for (int i = 0; i < (alternatives?.Count ?? 0); i++)
            {
                // An alternative that only constrains its neighbours decides nothing about null.
                IOpenApiSchema alternative = alternatives![i];
                bool saysNothing = alternative is not OpenApiSchemaReference && alternative.Type is null
                    && (schema.Type is not null || schema.Properties is { Count: > 0 });
                if (!saysNothing && Ask(alternative, visited, depth + 1) == true)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool? AskAll(IOpenApiSchema schema, HashSet<IOpenApiSchema> visited, int depth)
    {
        bool? answer = null;
        foreach (IOpenApiSchema member in schema.AllOf ?? [])
        {
            // zod-to-openapi adds a member that only allows null to a reference.
            if (member is not OpenApiSchemaReference && SchemaViews.SaysOnlyType(member) && (member.Type is null || schema.AllOf!.Count > 1))
            {
                if (IsMarked(member) || (member.Types() is { } type && (type & SchemaTypes.Null) != 0))
                {
                    return true;
                }

                if (member.Type is null)
                {
                    continue;
                }
            }

            bool? said = Ask(member, visited, depth + 1);
            answer = said == false || answer == false ? false : said ?? answer;
        }

        return answer;
    }
}
