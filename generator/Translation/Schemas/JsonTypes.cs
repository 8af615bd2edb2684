using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The types of JSON Schema.</summary>
internal static class JsonTypes
{
    /// <summary>The single types of a set, without null, in a fixed order.</summary>
    public static IEnumerable<JsonSchemaType> Each(JsonSchemaType types)
    {
        // Every integer is a number.
        if ((types & JsonSchemaType.Number) != 0)
        {
            types &= ~JsonSchemaType.Integer;
        }

        JsonSchemaType[] order =
            [JsonSchemaType.String, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.Boolean, JsonSchemaType.Object,
                JsonSchemaType.Array];
        foreach (JsonSchemaType type in order)
        {
            if ((types & type) != 0)
            {
                yield return type;
            }
        }
    }

    /// <summary>Whether values of any type are allowed, null aside.</summary>
    public static bool AreAll(JsonSchemaType types)
    {
        const JsonSchemaType Every =
            JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Object | JsonSchemaType.Array;
        return (types & Every) == Every;
    }

    /// <summary>The type of a value; null for arrays and objects.</summary>
    public static JsonSchemaType? Of(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.Number => JsonSchemaType.Number,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        _ => null,
    };

    /// <summary>The type that a schema without one must mean, or 0 when any will do.</summary>
    public static JsonSchemaType Infer(SchemaView view)
    {
        if (view.Properties.Count > 0 || view.AdditionalProperties is not null || view.PatternProperties.Count > 0)
        {
            return JsonSchemaType.Object;
        }

        if (view.Items is not null)
        {
            return JsonSchemaType.Array;
        }

        return view.Format is not null ? OfFormat(view.Format) : view.ContentMediaType is not null ? JsonSchemaType.String : 0;
    }

    /// <summary>The type of a format.</summary>
    public static JsonSchemaType OfFormat(string? format) => Scalar.OfFormat(format) switch
    {
        null => JsonSchemaType.String,
        { Kinds: VariantKinds.Integer } => JsonSchemaType.Integer,
        _ => JsonSchemaType.Number,
    };
}
