using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Strings. A number or boolean is read as its JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringJson : IApiScalar<string>
{
    /// <inheritdoc/>
    public static string ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.String && !reader.Json.ValueIsEscaped && !reader.Json.HasValueSequence
            ? reader.Plain(reader.Json.ValueSpan)
            : ReadOther(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static string Format(string value) => value;

    private static string ReadOther(ref ApiJsonReader reader)
    {
        switch (reader.Json.TokenType)
        {
            case JsonTokenType.String:
                string text = JsonText.Read(ref reader.Json, out bool isRepaired);
                if (isRepaired)
                {
                    reader.Deviate(ApiDeviationKind.InvalidText);
                }

                return text;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                reader.Deviate(ApiDeviationKind.ConvertedValue);
                return Encoding.UTF8.GetString(JsonText.Utf8(ref reader.Json));
            case JsonTokenType.Null:
                return null!;
            default:
                reader.Refuse();
                return null!;
        }
    }
}
