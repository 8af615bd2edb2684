using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Free-form JSON, parsed at once into an element that outlives the response. An undefined element is written as <c>null</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ElementJson : IApiJson<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement ReadJson(ref ApiJsonReader reader) => JsonElement.ParseValue(ref reader.Json);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            Write(writer, value);
        }
    }

    /// <summary>
    /// Writes an element that is not undefined. JSON has a form for half a surrogate pair (RFC 8259, section 8.2), which the element reads
    /// and refuses to write. Such a value is written as it was read.
    /// </summary>
    internal static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (MayHoldHalfAPair(value))
        {
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static bool MayHoldHalfAPair(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String))
        {
            return false;
        }

#if NET9_0_OR_GREATER
        ReadOnlySpan<byte> text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
        return text.IndexOf("\\uD"u8) >= 0 || text.IndexOf("\\ud"u8) >= 0;
#else
        return value.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase);
#endif
    }
}
