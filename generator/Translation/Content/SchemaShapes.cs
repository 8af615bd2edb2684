using ClerkGen.Generator.Reading.ObjectModel;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>The facts about a schema that bodies and parameters need before it has a type. References are looked through.</summary>
internal static class SchemaShapes
{
    private const int MaximumDepth = 16;

    // Each schema is looked at once, and not more of them than anybody would put together for one body.
    private const int MaximumLooks = 100;

    /// <summary>The schema behind a reference; itself when it is none.</summary>
    public static IOpenApiSchema? Resolve(IOpenApiSchema? schema) => ReferenceTargets.Of(schema);

    /// <summary>The schema's own <c>type</c>, or null if it has none.</summary>
    public static SchemaTypes? Types(this IOpenApiSchema schema) => (SchemaTypes?)schema.Type;

    /// <summary>Whether values are bytes that are no text of JSON.</summary>
    public static bool IsBinary(IOpenApiSchema? schema) =>
        Resolve(schema) is { } resolved
        && (resolved.Format == "binary"
            || (IsOf(resolved, SchemaTypes.String)
                && resolved is IOpenApiSchemaMissingProperties { ContentMediaType: { } mediaType, ContentEncoding: null } && !MediaTypes.IsText(mediaType)));

    /// <summary>Whether values are objects, arrays, numbers or booleans, which only JSON can be meant to carry.</summary>
    public static bool IsStructured(IOpenApiSchema? schema) => IsStructured(schema, []);

    /// <summary>Whether values are bytes, streamed or as text of JSON.</summary>
    public static bool IsBytes(IOpenApiSchema? schema) => IsBinary(schema) || Resolve(schema)?.Format == "byte";

    /// <summary>Whether values are strings.</summary>
    public static bool IsString(IOpenApiSchema? schema) => Resolve(schema) is { } resolved && IsOf(resolved, SchemaTypes.String);

    /// <summary>Whether values are unconstrained: there is no schema, or an empty one.</summary>
    public static bool SaysNothing(IOpenApiSchema? schema) => Resolve(schema) is null or
    {
        Type: null,
        Format: null,
        Const: null,
        Enum: not { Count: > 0 },
        Properties: not { Count: > 0 },
        AdditionalProperties: null,
        AdditionalPropertiesAllowed: true,
        Required: not { Count: > 0 },
        Items: null,
        AllOf: not { Count: > 0 },
        AnyOf: not { Count: > 0 },
        OneOf: not { Count: > 0 },
        Not: null,
    };

    /// <summary>Whether values are lists.</summary>
    public static bool IsList(IOpenApiSchema? schema) =>
        Resolve(schema) is { } resolved && (IsOf(resolved, SchemaTypes.Array) || resolved.Items is not null);

    /// <summary>Whether an object has no members and may have none.</summary>
    public static bool IsEmptyObject(IOpenApiSchema? schema) =>
        Resolve(schema) is { AdditionalPropertiesAllowed: false, Properties: not { Count: > 0 } } resolved
        && !(resolved.AllOf ?? []).Concat(resolved.OneOf ?? []).Concat(resolved.AnyOf ?? []).Any();

    /// <summary>Whether values are objects of which nothing is described but that they have no members.</summary>
    public static bool IsEmptyMessage(IOpenApiSchema? schema) =>
        Resolve(schema) is { Properties: not { Count: > 0 }, AdditionalProperties: null } resolved && IsOf(resolved, SchemaTypes.Object)
        && !(resolved.AllOf ?? []).Concat(resolved.OneOf ?? []).Concat(resolved.AnyOf ?? []).Any();

    /// <summary>The media type that a property's bytes have by its schema (JSON Schema, <c>contentMediaType</c>), or null.</summary>
    public static string? MediaTypeOf(IOpenApiSchema? schema, string property)
    {
        IOpenApiSchema? value = Resolve(schema)?.Properties?.TryGetValue(property, out IOpenApiSchema? found) == true ? Resolve(found) : null;
        value = value is not null && IsList(value) ? Resolve(value.Items) : value;
        return value is IOpenApiSchemaMissingProperties { ContentMediaType: { } mediaType, ContentEncoding: null } && MediaTypes.IsValid(mediaType)
            ? mediaType
            : null;
    }

    /// <summary>Whether one of an object's own properties is a file, or a list of files.</summary>
    public static bool HasFile(IOpenApiSchema? schema) => HasFile(schema, []);

    private static bool HasFile(IOpenApiSchema? schema, HashSet<IOpenApiSchema> visited)
    {
        if (Resolve(schema) is not { } resolved || visited.Count > MaximumLooks || !visited.Add(resolved))
        {
            return false;
        }

        foreach (IOpenApiSchema property in resolved.Properties?.Values ?? (IEnumerable<IOpenApiSchema>)[])
        {
            if (IsBinary(property) || (IsList(property) && IsBinary(Resolve(property)!.Items)))
            {
                return true;
            }
        }

        return (resolved.AllOf ?? []).Any(member => HasFile(member, visited));
    }

    private static bool IsStructured(IOpenApiSchema? schema, HashSet<IOpenApiSchema> visited)
    {
        if (Resolve(schema) is not { } resolved || visited.Count > MaximumLooks || !visited.Add(resolved))
        {
            return false;
        }

        if (resolved.Types() is { } type && (type & ~SchemaTypes.Null) != 0)
        {
            return (type & SchemaTypes.String) == 0;
        }

        return resolved.Properties is { Count: > 0 } || resolved.Items is not null || resolved.AdditionalProperties is not null
            || (resolved.AllOf ?? []).Concat(resolved.OneOf ?? []).Concat(resolved.AnyOf ?? []).Any(member => IsStructured(member, visited));
    }

    private static bool IsOf(IOpenApiSchema schema, SchemaTypes type) => schema.Types() is { } own && (own & ~SchemaTypes.Null) == type;
}
