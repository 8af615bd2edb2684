using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The JSON form of an alternative's values. Alternatives with equal forms cannot be distinguished.</summary>
internal enum AlternativeForm
{
    String,
    Number,
    Boolean,
    Array,

    /// <summary>An object with properties, which distinguish it.</summary>
    Shape,

    /// <summary>An object whose members have any name and one type.</summary>
    Map,

    /// <summary>An object that nothing is known of.</summary>
    FreeForm,

    /// <summary>A separate union.</summary>
    Nested,

    /// <summary>Anything.</summary>
    Any,
}

/// <summary>Derives the JSON form of a schema's values.</summary>
internal static class AlternativeForms
{
    /// <summary>The JSON form of a view's values.</summary>
    public static AlternativeForm Of(SchemaView view)
    {
        SchemaTypes? type = view.Types;
        if (view.Values is { } values && values.Find(static value => !EnumValues.IsNull(value)) is { Node: { } first })
        {
            type ??= JsonTypes.Of(first);
        }
        else if (view.Alternatives.Count > 0)
        {
            return AlternativeForm.Nested;
        }

        switch (type ?? JsonTypes.Infer(view))
        {
            case SchemaTypes.String:
                return AlternativeForm.String;
            case SchemaTypes.Integer or SchemaTypes.Number:
                return AlternativeForm.Number;
            case SchemaTypes.Boolean:
                return AlternativeForm.Boolean;
            case SchemaTypes.Array:
                return AlternativeForm.Array;
            case SchemaTypes.Object:
                return view.Properties.Count > 0 ? AlternativeForm.Shape : IsFreeForm(view) ? AlternativeForm.FreeForm
                    : AlternativeForm.Map;
            case 0:
                return AlternativeForm.Any;
            default:
                return AlternativeForm.Nested;
        }
    }

    /// <summary>
    /// Whether a schema of objects leaves their members open, without even allowing any in words. Without a type, a schema that allows
    /// members of any kind leaves them open too.
    /// </summary>
    public static bool IsFreeForm(SchemaView view) =>
        view.Properties.Count == 0 && view.PatternProperties.Count == 0
        && (view.AdditionalProperties is null
            || (view.Types is null && view.AdditionalProperties.TrueForAll(static part => PropertyTraits.IsUndescribed(part.Schema))));
}
