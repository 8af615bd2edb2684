using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Reads and writes an emitted type in <see cref="JsonSerializer"/> by the type's own code, without reflection. Reading is tolerant except
/// for required members, and reports nothing.
/// </summary>
/// <typeparam name="T">An emitted type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiJsonConverter<T> : JsonConverter<T>
    where T : class, IApiJson<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var api = new ApiJsonReader(reader);
        T value = T.ReadJson(ref api);
        reader = api.Json;
        return value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => T.WriteJson(writer, value);
}
