using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The types of JSON Schema.</summary>
internal static class JsonTypes
{
    private static readonly SchemaTypes[] Order =
        [SchemaTypes.String, SchemaTypes.Integer, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Object, SchemaTypes.Array];

    /// <summary>The single types of a set, without null, in a fixed order.</summary>
    public static IEnumerable<SchemaTypes> Each(SchemaTypes types)
    {
        // Every integer is a number.
        if ((types & SchemaTypes.Number) != 0)
        {
            types &= ~SchemaTypes.Integer;
        }

        foreach (SchemaTypes type in Order)
        {
            if ((types & type) != 0)
            {
                yield return type;
            }
        }
    }

    /// <summary>Whether values of any type are allowed, null aside.</summary>
    public static bool AreAll(SchemaTypes types)
    {
        const SchemaTypes Every =
            SchemaTypes.String | SchemaTypes.Number | SchemaTypes.Boolean | SchemaTypes.Object | SchemaTypes.Array;
        return (types & Every) == Every;
    }

    /// <summary>The type of a value; null for arrays and objects.</summary>
    public static SchemaTypes? Of(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => SchemaTypes.String,
        JsonValueKind.Number => SchemaTypes.Number,
        JsonValueKind.True or JsonValueKind.False => SchemaTypes.Boolean,
        _ => null,
    };

    /// <summary>The type that a schema without one must mean, or 0 when any will do.</summary>
    public static SchemaTypes Infer(SchemaView view)
    {
        if (view.Properties.Count > 0 || view.AdditionalProperties is not null || view.PatternProperties.Count > 0)
        {
            return SchemaTypes.Object;
        }

        if (view.Items is not null)
        {
            return SchemaTypes.Array;
        }

        // PostgREST gives columns of any JSON a format and no type.
        return view.Format is "json" or "jsonb" ? 0
            : view.Format is not null ? OfFormat(view.Format)
            : view.ContentMediaType is not null ? SchemaTypes.String : 0;
    }

    /// <summary>The type of a format.</summary>
    public static SchemaTypes OfFormat(string? format) => Scalar.OfFormat(format) switch
    {
        null => SchemaTypes.String,
        { Kinds: VariantKinds.Integer } => SchemaTypes.Integer,
        _ => SchemaTypes.Number,
    };
}
