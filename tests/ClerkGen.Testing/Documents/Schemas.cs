using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Questions about a schema that the object model does not answer in one step.</summary>
internal static class Schemas
{
    // The object model looks a reference's target up by its address every time, which is most of the time that a large sample takes.
    private static readonly ConditionalWeakTable<OpenApiSchemaReference, IOpenApiSchema> Resolved = [];

    // Text that is no JSON costs an exception, and samples ask for the constants of every variant again and again.
    private static readonly ConditionalWeakTable<IOpenApiSchema, IReadOnlyList<JsonNode?>> Constants = [];

    /// <summary>The map, or an empty one: the object model leaves out what the document leaves out.</summary>
    public static IReadOnlyDictionary<string, TValue> OrEmpty<TValue>(this IDictionary<string, TValue>? map) => map switch
    {
        null => ReadOnlyDictionary<string, TValue>.Empty,
        IReadOnlyDictionary<string, TValue> readable => readable,
        _ => map.ToDictionary(),
    };

    /// <summary>The component's name when the schema is a reference to one, else null.</summary>
    public static string? ComponentName(this IOpenApiSchema schema) => (schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>The schema itself, behind any chain of references; a dangling reference stays as it is and allows everything.</summary>
    public static IOpenApiSchema Resolve(this IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference ? Resolved.GetValue(reference, Follow) : schema;

    /// <summary>Whether the schema itself names null as a type, or says so by an extension.</summary>
    public static bool SaysNullable(this IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true
        || HasTrue(schema, LoadedDocument.NullableExtension) || HasTrue(schema, "x-nullable");

    /// <summary>The text form of a string's bytes.</summary>
    public static string? ContentEncoding(this IOpenApiSchema schema) => (schema as IOpenApiSchemaMissingProperties)?.ContentEncoding;

    /// <summary>Whether a string is bytes that are no text: by format (3.0), or by a media type without an encoding (3.1).</summary>
    public static bool IsBytes(this IOpenApiSchema schema) => schema.Format == "binary"
        || (schema is IOpenApiSchemaMissingProperties { ContentMediaType: { } mediaType, ContentEncoding: null }
            && !mediaType.StartsWith("text/", StringComparison.Ordinal) && !MediaTypes.IsJson(mediaType));

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

        return schema switch
        {
            { Properties.Count: > 0 } or { AdditionalProperties: not null } or { PatternProperties.Count: > 0 } => JsonSchemaType.Object,
            { Items: not null } => JsonSchemaType.Array,
            { Pattern: not null } or { MinLength: not null } or { MaxLength: not null } => JsonSchemaType.String,
            { Minimum: not null } or { Maximum: not null } => JsonSchemaType.Number,
            { ExclusiveMinimum: not null } or { ExclusiveMaximum: not null } => JsonSchemaType.Number,
            _ => null,
        };
    }

    /// <summary>
    /// The types that all of <paramref name="schemas"/> allow, without null; null when none names any,
    /// zero when they contradict each other.
    /// </summary>
    public static JsonSchemaType? CommonType(IEnumerable<IOpenApiSchema> schemas)
    {
        JsonSchemaType? common = null;
        foreach (JsonSchemaType type in schemas.Select(schema => schema.EffectiveType()).OfType<JsonSchemaType>())
        {
            // An integer is a number: where one part says number and another integer, only integers satisfy both.
            JsonSchemaType widened = type.HasFlag(JsonSchemaType.Number) ? type | JsonSchemaType.Integer : type;
            common = common is null ? widened : common & widened;
        }

        return common is { } types && types.HasFlag(JsonSchemaType.Number) ? types & ~JsonSchemaType.Integer : common;
    }

    /// <summary>
    /// The values that <c>const</c> can mean. The object model keeps it as text, so that <c>1</c> and <c>"1"</c> look the same; the type
    /// tells, and where the schema has none both are possible.
    /// </summary>
    public static IReadOnlyList<JsonNode?> ConstValues(this IOpenApiSchema schema) => Constants.GetValue(schema, ReadConstant);

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
        string[] keys = [.. discriminator.Mapping.OrEmpty()
            .Where(mapping => mapping.Value.Reference.Id == component)
            .Select(mapping => mapping.Key)];
        return keys.Length > 0 ? keys : [component];
    }

    /// <summary>Adds the names of all members that the schema declares, in itself, its <c>allOf</c> and its variants.</summary>
    public static void DeclaredNames(IOpenApiSchema declared, HashSet<string> names, int depth = 0)
    {
        const int MaxDepth = 16;
        IOpenApiSchema schema = declared.Resolve();
        names.UnionWith(schema.Properties.OrEmpty().Select(entry => entry.Key));
        foreach (IOpenApiSchema part in depth == MaxDepth ? [] : (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []))
        {
            DeclaredNames(part, names, depth + 1);
        }
    }

    private static IReadOnlyList<JsonNode?> ReadConstant(IOpenApiSchema schema)
    {
        JsonNode text = JsonValue.Create(schema.Const!);
        if (schema.NonNullType() == JsonSchemaType.String)
        {
            return [text];
        }

        try
        {
            JsonNode? parsed = JsonNode.Parse(schema.Const!);
            return schema.NonNullType() is null ? [parsed, text] : [parsed];
        }
        catch (JsonException)
        {
            return [text];
        }
    }

    private static IOpenApiSchema Follow(OpenApiSchemaReference reference)
    {
        const int MaxHops = 32;
        IOpenApiSchema schema = reference;
        for (int hops = 0; hops < MaxHops && schema is OpenApiSchemaReference { Target: { } target }; hops++)
        {
            schema = target;
        }

        return schema;
    }

    private static bool HasTrue(IOpenApiSchema schema, string extension) =>
        schema.Extensions?.TryGetValue(extension, out IOpenApiExtension? value) == true
        && value is JsonNodeExtension { Node: JsonValue node } && node.TryGetValue(out bool flag) && flag;
}
