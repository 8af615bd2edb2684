using System.ComponentModel;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Items and values of a reference type that the document allows to be <c>null</c>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReferenceJson<T, TJson> : IApiJson<T?>, INullableJson
    where T : class
    where TJson : IApiJson<T>
{
    /// <inheritdoc/>
    public static T? ReadJson(ref ApiJsonReader reader) =>
        reader.Json.TokenType == JsonTokenType.Null ? null : TJson.ReadJson(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TJson.WriteJson(writer, value);
        }
    }
}
