using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>How properties of a class are stored; follows from their models alone.</summary>
internal static class PropertyShape
{
    private const int BitsPerWord = 64;

    private static readonly CSharpText SetWord = CSharpText.Of($"__set");

    /// <summary>Number of words that hold a bit per name in the table.</summary>
    public static int Words(ObjectModel model) =>
        Math.Max(1, (model.Properties.Count + model.UndeclaredNames.Count + BitsPerWord - 1) / BitsPerWord);

    /// <summary>The field of the word that remembers which tracked properties were set. No property's field is called like it.</summary>
    public static CSharpText SetField(int word) => word == 0 ? SetWord : SetWord + CSharpText.Number(word);

    /// <summary>The same, for the word of a property.</summary>
    public static CSharpText SetFieldOf(int property) => SetField(property / BitsPerWord);

    /// <summary>The bit of a property in its word.</summary>
    public static CSharpText BitOf(int property) => CSharpText.Bits(1UL << (property % BitsPerWord));

    /// <summary>The statement that remembers that a property was set.</summary>
    public static CSharpText MarkSet(int property) =>
        CSharpText.Of($"{SetFieldOf(property)} |= {BitOf(property)};");

    /// <summary>Whether one of a word's properties is tracked.</summary>
    public static bool IsTracked(ObjectModel model, int word)
    {
        for (int i = word * BitsPerWord; i < model.Properties.Count && i < (word + 1) * BitsPerWord; i++)
        {
            if (model.Properties[i].Presence == PropertyPresence.Tracked)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bits of a word's properties that fulfil a condition.</summary>
    public static CSharpText Mask(ObjectModel model, int word, Func<PropertyModel, bool> condition)
    {
        ulong mask = 0;
        for (int i = word * BitsPerWord; i < model.Properties.Count && i < (word + 1) * BitsPerWord; i++)
        {
            mask |= condition(model.Properties[i]) ? 1UL << (i % BitsPerWord) : 0;
        }

        return CSharpText.Bits(mask);
    }

    /// <summary>The bits of a word's members that may be null; those without a property may be anything.</summary>
    public static CSharpText NullableMask(ObjectModel model, int word)
    {
        ulong mask = 0;
        int count = model.Properties.Count + model.UndeclaredNames.Count;
        for (int i = word * BitsPerWord; i < count && i < (word + 1) * BitsPerWord; i++)
        {
            mask |= i >= model.Properties.Count || model.Properties[i].IsNullable ? 1UL << (i % BitsPerWord) : 0;
        }

        return CSharpText.Bits(mask);
    }

    /// <summary>The field with the raw members that the object keeps. No property's field is called like it.</summary>
    public static readonly CSharpText KeptField = CSharpText.Of($"__kept");

    /// <summary>Whether values that the type cannot represent exactly are kept.</summary>
    public static bool IsKept(PropertyModel property) => property.IsKept && !property.IsDeclaredByUser;

    /// <summary>
    /// The only value that a required property may have, or the one by which unions name its class: the public constructor sets it. Null for
    /// others; an optional one is not sent unasked.
    /// </summary>
    public static ConstantModel? Preset(PropertyModel property) => property is { IsDeclaredByUser: false, Presence: PropertyPresence.Required }
        ? property.Constant ?? property.Discriminator?.Preset
        : null;

    /// <summary>
    /// Whether the property has an explicit field. Free-form values are parsed late, tracked ones note that they were set, and emitted code
    /// uses the fields of deprecated ones to avoid warnings.
    /// </summary>
    public static bool HasField(PropertyModel property) => property.Declared is { } declared
        ? declared.Partial is not null
        : (property.Type is AnyType || property.Presence == PropertyPresence.Tracked || property.IsDeprecated);

    /// <summary>The member that emitted code of the class reads and assigns.</summary>
    public static CSharpText Target(PropertyModel property) =>
        HasField(property) ? CSharpText.Field(property.Name) : CSharpText.Identifier(property.Name);

    /// <summary>Whether the property's C# type allows null.</summary>
    public static bool IsNullable(PropertyModel property) => property.Declared is { } declared
        ? declared.IsNullable
        : property.IsNullable || property.Presence != PropertyPresence.Required;

    /// <summary>Whether the public constructor has to satisfy the compiler's null analysis.</summary>
    public static bool NeedsInitialValue(PropertyModel property) => property.Declared is { } declared
        ? declared.NeedsInitialValue
        : !property.HasRequiredKeyword && !IsNullable(property) && !property.Type.IsValueType;

    /// <summary>Whether readers need a separate constructor, because the public one has effects or requires members.</summary>
    public static bool HasSeed(ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property.HasRequiredKeyword || property.IsDeclaredByUser || Preset(property) is not null || NeedsInitialValue(property))
            {
                return true;
            }
        }

        return model.IsDeprecated || model.UserPart is { HasConstructor: true } or { HasRequiredMembers: true };
    }

    /// <summary>The literal of a constant.</summary>
    public static CSharpText Literal(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.String => CSharpText.Literal(constant.Text),
        ConstantKind.Integer => CSharpText.IntegerLiteral(constant.Text),
        _ => CSharpText.BooleanLiteral(constant.Text == "true"),
    };
}
