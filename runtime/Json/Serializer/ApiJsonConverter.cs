using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Lets <see cref="JsonSerializer"/> read and write an emitted type by the type's own code, so that nothing is found by
/// reflection. Reading is tolerant, but for required members; what it tolerates is not reported.
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
