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
            value.WriteTo(writer);
        }
    }
}
