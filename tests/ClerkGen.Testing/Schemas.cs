using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Questions about a schema that the object model does not answer in one step.</summary>
internal static class Schemas
{
    /// <summary>The component's name when the schema is a reference to one, else null.</summary>
    public static string? ComponentName(this IOpenApiSchema schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>The schema itself, behind any chain of references; a dangling reference stays as it is and allows everything.</summary>
    public static IOpenApiSchema Resolve(this IOpenApiSchema schema)
    {
        for (int hops = 0; hops < 32 && schema is OpenApiSchemaReference { Target: { } target }; hops++)
        {
            schema = target;
        }

        return schema;
    }

    /// <summary>Whether the schema itself names null as a type, or says so by an extension.</summary>
    public static bool SaysNullable(this IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || HasTrue(schema, LoadedDocument.NullableExtension) || HasTrue(schema, "x-nullable");

    /// <summary>The types beside null; null when the schema names none.</summary>
    public static JsonSchemaType? NonNullType(this IOpenApiSchema schema) =>
        schema.Type is { } type && (type & ~JsonSchemaType.Null) != 0 ? type & ~JsonSchemaType.Null : null;

    /// <summary>Whether the only type is null.</summary>
    public static bool IsNullOnly(this IOpenApiSchema schema) => schema.Type == JsonSchemaType.Null;

    /// <summary>The enum values with real nulls in place of the object model's sentinel.</summary>
    public static IReadOnlyList<JsonNode?> EnumValues(this IOpenApiSchema schema) =>
        [.. (schema.Enum ?? []).Select(value => value.IsJsonNullSentinel() ? null : value)];

    /// <summary>Whether nothing but null can be meant: no keyword allows a value.</summary>
    public static bool AllowsAnything(this IOpenApiSchema schema) =>
        schema.Type is null && schema.Enum is not { Count: > 0 } && schema.Const is null
        && schema.Properties is not { Count: > 0 } && schema.Items is null && schema.AdditionalProperties is null
        && schema.AllOf is not { Count: > 0 } && schema.OneOf is not { Count: > 0 } && schema.AnyOf is not { Count: > 0 };

    /// <summary>The type a value must have, guessed from the keywords where the document leaves <c>type</c> out.</summary>
    public static JsonSchemaType? EffectiveType(this IOpenApiSchema schema)
    {
        if (schema.NonNullType() is { } type)
        {
            return type;
        }

        return schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null ? JsonSchemaType.Object
            : schema.Items is not null ? JsonSchemaType.Array
            : null;
    }

    /// <summary>The value that <c>const</c> names; the object model keeps it as text.</summary>
    public static JsonNode? ConstValue(this IOpenApiSchema schema)
    {
        string text = schema.Const!;
        if (schema.NonNullType() is { } type && (type & JsonSchemaType.String) == 0)
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return JsonValue.Create(text);
            }
        }

        return JsonValue.Create(text);
    }

    /// <summary>The component that a discriminator value names among <paramref name="variants"/>; null when none.</summary>
    public static IOpenApiSchema? Variant(OpenApiDiscriminator discriminator, IEnumerable<IOpenApiSchema> variants, string value)
    {
        string name = discriminator.Mapping?.TryGetValue(value, out OpenApiSchemaReference? mapped) == true
            ? mapped.Reference.Id ?? value
            : value;
        return variants.FirstOrDefault(variant => variant.ComponentName() == name);
    }

    /// <summary>The discriminator values that select <paramref name="component"/>: its mapping keys, else its own name.</summary>
    public static IReadOnlyList<string> DiscriminatorValues(OpenApiDiscriminator discriminator, string component)
    {
        string[] keys = [.. (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(mapping => mapping.Value.Reference.Id == component)
            .Select(mapping => mapping.Key)];
        return keys.Length > 0 ? keys : [component];
    }

    private static bool HasTrue(IOpenApiSchema schema, string extension) =>
        schema.Extensions?.TryGetValue(extension, out IOpenApiExtension? value) == true
        && value is JsonNodeExtension { Node: JsonValue node } && node.TryGetValue(out bool flag) && flag;
}
