using System.ComponentModel;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Values of a value type that may be <c>null</c>: items of lists and dictionaries.</summary>
/// <typeparam name="T">Type of the value that is not null.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableJson<T, TJson> : IApiJson<T?>, INullableJson
    where T : struct
    where TJson : IApiJson<T>
{
    /// <inheritdoc/>
    public static T? ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Null ? null : reader.ReadOptional<T, TJson>();

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T? value)
    {
        if (value is { } present)
        {
            TJson.WriteJson(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
