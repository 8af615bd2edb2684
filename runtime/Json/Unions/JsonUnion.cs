using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Finds which variant of a union a value is, without moving the reader.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    private const int None = -1;

    /// <summary>Whether there is a value: a union's own reader returns null otherwise.</summary>
    /// <param name="reader">Stands on the first token of a value.</param>
    public static bool Start(ref ApiJsonReader reader) => reader.Json.TokenType != JsonTokenType.Null;

    /// <summary>Chooses by the value of one member (OpenAPI's discriminator).</summary>
    /// <param name="reader">Stands on the first token of a value.</param>
    /// <param name="property">UTF-8 name of the member.</param>
    /// <param name="values">UTF-8 values, each ended by a line feed.</param>
    /// <returns>Line of the value; -1 when the value is unknown or missing, or this is no object.</returns>
    public static int Discriminate(ref ApiJsonReader reader, ReadOnlySpan<byte> property, ReadOnlySpan<byte> values)
    {
        if (reader.Json.TokenType != JsonTokenType.StartObject)
        {
            return None;
        }

        Utf8JsonReader probe = reader.Json;
        while (probe.Read() && probe.TokenType == JsonTokenType.PropertyName)
        {
            bool isDiscriminator = probe.ValueTextEquals(property);
            probe.Read();
            if (isDiscriminator)
            {
                return probe.TokenType == JsonTokenType.String ? Line(values, JsonText.Utf8(ref probe)) : None;
            }

            probe.TrySkip();
        }

        return None;
    }

    /// <summary>
    /// Chooses by shape: the JSON kind first; among objects those that no constant contradicts and that lack no required member,
    /// or whose constant is there; of these the one with the fewest required members missing, then the most constants, the most
    /// known and the fewest unknown members, then the first.
    /// </summary>
    /// <param name="reader">Stands on the first token of a value.</param>
    /// <param name="variants">The variants.</param>
    /// <returns>Index of the variant, or -1 when none fits.</returns>
    public static int Choose(ref ApiJsonReader reader, JsonVariant[] variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        Utf8JsonReader probe = reader.Json;
        JsonKinds kind = KindOf(ref probe);
        int best = None;
        Score bestScore = default;
        for (int i = 0; i < variants.Length; i++)
        {
            if ((variants[i].Kinds & kind) == 0)
            {
                continue;
            }

            if (kind != JsonKinds.Object)
            {
                return i;
            }

            if (TryScore(reader.Json, variants[i], out Score score) && (best == None || score.IsBetterThan(bestScore)))
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>Reads a value that fits no variant: reported, and kept as a boxed <see cref="JsonElement"/>.</summary>
    /// <param name="reader">Stands on the first token of a value that is not null.</param>
    public static object ReadUnknown(ref ApiJsonReader reader)
    {
        reader.Deviate(ApiDeviationKind.UnknownVariant);
        return JsonElement.ParseValue(ref reader.Json);
    }

    /// <summary>Writes a value that fits no variant.</summary>
    /// <param name="writer">Stands where a value may be written.</param>
    /// <param name="value">What <see cref="ReadUnknown"/> returned; anything else is written as <c>null</c>.</param>
    public static void WriteUnknown(Utf8JsonWriter writer, object? value) =>
        ElementJson.WriteJson(writer, value is JsonElement element ? element : default);

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

    private static bool TryScore(Utf8JsonReader probe, JsonVariant variant, out Score score)
    {
        score = new Score { Missing = variant.Required };
        while (probe.Read() && probe.TokenType == JsonTokenType.PropertyName)
        {
            JsonVariant.Member? member = variant.Find(JsonText.Utf8(ref probe));
            probe.Read();
            if (member is null)
            {
                score.Unknown++;
            }
            else
            {
                score.Known++;
                score.Missing -= member.IsRequired ? 1 : 0;
                if (member.Constant is not null && probe.TokenType != JsonTokenType.Null)
                {
                    if (probe.TokenType != JsonTokenType.String || !probe.ValueTextEquals(member.Constant))
                    {
                        return false;
                    }

                    score.Constants++;
                }
            }

            probe.TrySkip();
        }

        return score.Missing <= 0 || score.Constants > 0;
    }

    private static int Line(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> value)
    {
        for (int index = 0; !lines.IsEmpty; index++)
        {
            int length = lines.IndexOf((byte)'\n');
            if (lines[..length].SequenceEqual(value))
            {
                return index;
            }

            lines = lines[(length + 1)..];
        }

        return None;
    }

    private struct Score
    {
        public int Missing;
        public int Constants;
        public int Known;
        public int Unknown;

        public readonly bool IsBetterThan(in Score other) =>
            Missing != other.Missing ? Missing < other.Missing
            : Constants != other.Constants ? Constants > other.Constants
            : Known != other.Known ? Known > other.Known
            : Unknown < other.Unknown;
    }
}
