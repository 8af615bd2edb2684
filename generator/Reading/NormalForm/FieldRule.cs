namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>The allowed content of a field of an OpenAPI object.</summary>
/// <param name="Form">The form of the value.</param>
/// <param name="Element">The kind of object in it, or in each of its items or members.</param>
internal readonly record struct FieldRule(FieldForm Form, ElementKind Element = default)
{
    /// <summary>Whether the field changes the emitted client.</summary>
    public bool HasEffect => Form is not (FieldForm.ExampleValue or FieldForm.ExampleList)
        && (Form is not (FieldForm.One or FieldForm.List or FieldForm.Map or FieldForm.FlagOrOne) || OpenApiGrammar.Of(Element).HasEffect);
}

/// <summary>The forms of a field's value.</summary>
internal enum FieldForm
{
    /// <summary>A string; another scalar is taken as it is written.</summary>
    Text,

    /// <summary>A URI reference.</summary>
    Uri,

    /// <summary>A boolean.</summary>
    Flag,

    /// <summary>A whole number that fits 32 bits.</summary>
    Count,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that fits <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>Any value; nothing in it is a reference.</summary>
    Any,

    /// <summary>A list of any values.</summary>
    AnyList,

    /// <summary>Any value, which shows what something may look like.</summary>
    ExampleValue,

    /// <summary>A list of such values.</summary>
    ExampleList,

    /// <summary>A list of strings.</summary>
    TextList,

    /// <summary>A map of strings.</summary>
    TextMap,

    /// <summary>A map of lists of strings.</summary>
    TextListMap,

    /// <summary>One object.</summary>
    One,

    /// <summary>A list of objects.</summary>
    List,

    /// <summary>A map of objects.</summary>
    Map,

    /// <summary>A boolean or one object.</summary>
    FlagOrOne,

    /// <summary>A field that a client has no use for.</summary>
    Ignored,
}
