using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Finds which variant of a union a value is, without moving the reader.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>Result of <see cref="Discriminate"/> for an object without the member or with <c>null</c>, and for any other value.</summary>
    public const int None = -1;

    /// <summary>Result of <see cref="Discriminate"/> for a value that names no variant.</summary>
    public const int Unknown = -2;

    private const int MaxOnStack = 32;

    /// <summary>Whether there is a value: a union's own reader returns null otherwise.</summary>
    /// <param name="reader">Positioned on the first token of a value.</param>
    public static bool Start(ref ApiJsonReader reader) => reader.Json.TokenType != JsonTokenType.Null;

    /// <summary>Whether the value is an object, so that a discriminator's default mapping (OpenAPI 3.2) holds for it.</summary>
    /// <param name="reader">Positioned on the first token of a value.</param>
    public static bool IsObject(ref ApiJsonReader reader) => reader.Json.TokenType == JsonTokenType.StartObject;

    /// <summary>Chooses by the value of one member (OpenAPI's discriminator): a string, a number or a boolean.</summary>
    /// <param name="reader">Positioned on the first token of a value.</param>
    /// <param name="property">UTF-8 name of the member.</param>
    /// <param name="values">UTF-8 values, each ended by a line feed; numbers as they are usually written.</param>
    /// <returns>Line of the value, <see cref="Unknown"/> or <see cref="None"/>.</returns>
    public static int Discriminate(ref ApiJsonReader reader, ReadOnlySpan<byte> property, ReadOnlySpan<byte> values)
    {
        if (reader.Json.TokenType == JsonTokenType.StartObject && !reader.Body.IsEmpty
            && JsonDiscriminator.TryFirst(reader.Body[(int)reader.Json.BytesConsumed..], property, out ReadOnlySpan<byte> text))
        {
            return JsonDiscriminator.Line(values, text);
        }

        Utf8JsonReader probe = reader.Json;
        return JsonDiscriminator.TryFind(ref probe, property) ? JsonDiscriminator.Line(values, ref probe) : None;
    }

    /// <summary>
    /// Chooses by shape. The JSON kind decides first. An object fits if no constant contradicts it, some member is present, and no required
    /// member is missing, unless a constant is present. The best fit has the most constants, then the fewest missing required members.
    /// Then the most known and the fewest unknown members decide, then the order. A free-form object fits if no other does.
    /// </summary>
    /// <param name="reader">Positioned on the first token of a value.</param>
    /// <param name="variants">The variants.</param>
    /// <returns>Index of the variant, or -1 when none fits.</returns>
    public static int Choose(ref ApiJsonReader reader, JsonVariant[] variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        Utf8JsonReader probe = reader.Json;
        JsonKinds kind = KindOf(ref probe);
        if (kind == JsonKinds.Object)
        {
            return ChooseObject(probe, variants, onlyUnnamed: false);
        }

        for (int i = 0; i < variants.Length; i++)
        {
            if ((variants[i].Kinds & kind) != 0)
            {
                return i;
            }
        }

        return None;
    }

    /// <summary>Chooses by shape among the variants that no value of the discriminator names, for an object whose value names none.</summary>
    /// <param name="reader">Positioned on the first token of an object.</param>
    /// <param name="variants">The variants.</param>
    /// <returns>Index of the variant, or -1 when none fits.</returns>
    public static int ChooseUnnamed(ref ApiJsonReader reader, JsonVariant[] variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        return ChooseObject(reader.Json, variants, onlyUnnamed: true);
    }

    /// <summary>Reads a value that fits no variant: reported, and kept as a boxed <see cref="JsonElement"/>.</summary>
    /// <param name="reader">Positioned on the first token of a value that is not null.</param>
    public static object ReadUnknown(ref ApiJsonReader reader)
    {
        reader.Deviate(ApiDeviationKind.UnknownVariant);
        return JsonElement.ParseValue(ref reader.Json);
    }

    /// <summary>Writes a variant.</summary>
    /// <typeparam name="T">Type of the variant.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="variant">The variant.</param>
    public static void Write<T, TJson>(Utf8JsonWriter writer, T variant)
        where TJson : IApiJson<T> => TJson.WriteJson(writer, variant);

    /// <summary>Writes a variant that is its own codec.</summary>
    /// <inheritdoc cref="Write{T, TJson}(Utf8JsonWriter, T)"/>
    public static void Write<T>(Utf8JsonWriter writer, T variant)
        where T : IApiJson<T> => T.WriteJson(writer, variant);

    /// <summary>The text of a variant.</summary>
    /// <typeparam name="T">Type of the variant.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="variant">The variant.</param>
    public static string Format<T, TJson>(T variant)
        where TJson : IApiScalar<T> => TJson.Format(variant);

    /// <summary>The text of a variant that is its own codec.</summary>
    /// <inheritdoc cref="Format{T, TJson}(T)"/>
    public static string Format<T>(T variant)
        where T : IApiScalar<T> => T.Format(variant);

    /// <summary>Writes a value that fits no variant.</summary>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="value">Result of <see cref="ReadUnknown"/>; anything else is written as <c>null</c>.</param>
    public static void WriteUnknown(Utf8JsonWriter writer, object? value) =>
        ElementJson.WriteJson(writer, value is JsonElement element ? element : default);

    /// <summary>The text of a value that fits no variant.</summary>
    /// <param name="value">Result of <see cref="ReadUnknown"/>.</param>
    public static string FormatUnknown(object? value) => value is JsonElement element
        ? element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()
        : "";

    /// <summary>A member that all variants share, of a value that fits none of them.</summary>
    /// <typeparam name="T">Type of the member.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="value">Result of <see cref="ReadUnknown"/>.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <returns>The member, or null when there is none that can be read.</returns>
    public static T? Member<T, TJson>(object? value, ReadOnlySpan<byte> name)
        where T : class
        where TJson : IApiJson<T> =>
        TryMember<T, TJson>(value, name, out T? member) ? member : null;

    /// <summary>The same for a value type.</summary>
    /// <inheritdoc cref="Member{T, TJson}(object?, ReadOnlySpan{byte})"/>
    public static T? ValueMember<T, TJson>(object? value, ReadOnlySpan<byte> name)
        where T : struct
        where TJson : IApiJson<T> =>
        TryMember<T, TJson>(value, name, out T member) ? member : null;

    private static bool TryMember<T, TJson>(object? value, ReadOnlySpan<byte> name, out T? member)
        where TJson : IApiJson<T>
    {
        member = default;
        if (value is not JsonElement { ValueKind: JsonValueKind.Object } element)
        {
            return false;
        }

        var reader = new ApiJsonReader(Encoding.UTF8.GetBytes(element.GetRawText()), default);
        reader.Json.Read();
        if (!JsonDiscriminator.TryFind(ref reader.Json, name))
        {
            return false;
        }

        member = TJson.ReadJson(ref reader);
        return !typeof(T).IsValueType || !reader.IsUnreadable;
    }

    private static JsonKinds KindOf(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.Number when JsonText.Utf8(ref json).IndexOfAny(".eE"u8) < 0 => JsonKinds.Integer | JsonKinds.Number,
        JsonTokenType.Number => JsonKinds.Number,
        _ => JsonKinds.None,
    };

    private static int ChooseObject(Utf8JsonReader probe, JsonVariant[] variants, bool onlyUnnamed)
    {
        Span<VariantScore> scores = variants.Length <= MaxOnStack
            ? stackalloc VariantScore[variants.Length]
            : new VariantScore[variants.Length];
        for (int i = 0; i < variants.Length; i++)
        {
            scores[i] = new VariantScore(variants[i]);
        }

        while (probe.Read() && probe.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.Utf8(ref probe);
            probe.Read();
            for (int i = 0; i < variants.Length; i++)
            {
                scores[i].Count(variants[i], name, ref probe);
            }

            probe.TrySkip();
        }

        int best = None;
        for (int i = 0; i < variants.Length; i++)
        {
            if ((variants[i].Kinds & JsonKinds.Object) != 0 && !(onlyUnnamed && variants[i].IsNamed) && scores[i].IsPossible
                && (best == None || scores[i].IsBetterThan(scores[best])))
            {
                best = i;
            }
        }

        return best;
    }
}
