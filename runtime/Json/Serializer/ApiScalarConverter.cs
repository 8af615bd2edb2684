using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Reads and writes an emitted struct in <see cref="JsonSerializer"/> by the struct's own code, as value and as property name. Reading is
/// tolerant and reports nothing.
/// </summary>
/// <typeparam name="T">An emitted struct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiScalarConverter<T> : JsonConverter<T>
    where T : struct, IApiScalar<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var api = new ApiJsonReader(reader);
        T value = T.ReadJson(ref api);
        reader = api.Json;
        return value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => T.WriteJson(writer, value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Codecs read value tokens: the name is read as the string that it is.
        byte[] text = [(byte)'"', .. JsonEncodedText.Encode(JsonText.Read(ref reader)).EncodedUtf8Bytes, (byte)'"'];
        var name = new ApiJsonReader(new Utf8JsonReader(text));
        name.Json.Read();
        return T.ReadJson(ref name);
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(T.Format(value));
}
