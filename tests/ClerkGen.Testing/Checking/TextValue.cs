using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Reads text that stands for a JSON value outside of JSON: in a parameter, a form field, a part.</summary>
internal static class TextValue
{
    /// <summary>
    /// The value that <paramref name="text"/> means: the first reading (as number, boolean, null or string) that the schema allows; where
    /// none is allowed, the reading that the schema's type asks for as far as the text can be read so, else the string.
    /// </summary>
    public static JsonNode? Read(string text, IOpenApiSchema? schema)
    {
        if (schema is null)
        {
            return JsonValue.Create(text);
        }

        JsonNode?[] readings = [.. Readings(text)];
        foreach (JsonNode? reading in readings)
        {
            if (SchemaChecker.Check(reading, schema, Direction.Request).Count == 0)
            {
                return reading;
            }
        }

        JsonSchemaType? type = schema.Resolve().NonNullType();
        return readings.FirstOrDefault(reading => type is { } wanted && SchemaChecker.IsOfType(reading, wanted)) ?? JsonValue.Create(text);
    }

    /// <summary>The kind of value that a parameter's style has to expect: object, array, or null for a scalar.</summary>
    public static JsonSchemaType? Structure(IOpenApiSchema? declared, int depth = 0)
    {
        if (declared is null || depth > 8)
        {
            return null;
        }

        IOpenApiSchema schema = declared.Resolve();
        JsonSchemaType? type = schema.EffectiveType();
        if (type is not null)
        {
            return type.Value.HasFlag(JsonSchemaType.Object) ? JsonSchemaType.Object
                : type.Value.HasFlag(JsonSchemaType.Array) && type == JsonSchemaType.Array ? JsonSchemaType.Array
                : null;
        }

        return (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? [])
            .Select(part => Structure(part, depth + 1))
            .FirstOrDefault(structure => structure is not null);
    }

    /// <summary>Whether some reading of the schema is a scalar, so that a single text need not be a list of one.</summary>
    public static bool MayBeScalar(IOpenApiSchema? declared, int depth = 0)
    {
        const JsonSchemaType Scalars = JsonSchemaType.String | JsonSchemaType.Integer | JsonSchemaType.Number | JsonSchemaType.Boolean;
        IOpenApiSchema? schema = declared?.Resolve();
        return schema is not null && depth <= 8
            && ((schema.EffectiveType() & Scalars) is { } type && type != 0
                || (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Any(variant => MayBeScalar(variant, depth + 1)));
    }

    /// <summary>The schema of a member of an object, wherever the schema declares it.</summary>
    public static IOpenApiSchema? Member(IOpenApiSchema? declared, string name, int depth = 0)
    {
        if (declared is null || depth > 8)
        {
            return null;
        }

        IOpenApiSchema schema = declared.Resolve();
        return schema.Properties?.TryGetValue(name, out IOpenApiSchema? property) == true
            ? property
            : (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? [])
                .Select(part => Member(part, name, depth + 1))
                .FirstOrDefault(found => found is not null)
                ?? schema.AdditionalProperties;
    }

    /// <summary>The schema of the items of an array, wherever the schema declares it.</summary>
    public static IOpenApiSchema? Items(IOpenApiSchema? declared, int depth = 0)
    {
        if (declared is null || depth > 8)
        {
            return null;
        }

        IOpenApiSchema schema = declared.Resolve();
        return schema.Items ?? (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? [])
            .Select(part => Items(part, depth + 1))
            .FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<JsonNode?> Readings(string text)
    {
        if (text is "true" or "false")
        {
            yield return JsonValue.Create(text == "true");
        }

        if (JsonNumber.IsNumber(text))
        {
            yield return JsonNode.Parse(text);
        }

        yield return JsonValue.Create(text);
        if (text is "" or "null")
        {
            yield return null;
        }
    }
}
