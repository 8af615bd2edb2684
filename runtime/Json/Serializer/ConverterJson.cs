using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Values of a user's own type by the converter that its <see cref="JsonConverterAttribute"/>
/// names. Values that the converter refuses are reported and left out.
/// </summary>
/// <typeparam name="T">The user's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConverterJson<T> : IApiJson<T>
{
    private static readonly JsonTypeInfo<T> Info = Describe();

    /// <inheritdoc/>
    public static T ReadJson(ref ApiJsonReader reader) => UserTypes.Read(ref reader, Info);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, Info);

    private static JsonTypeInfo<T> Describe()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = ApiJsonTypeInfoResolver.Default };
        JsonConverterAttribute? attribute = typeof(T).GetCustomAttribute<JsonConverterAttribute>(inherit: false);
        JsonConverter? converter = attribute?.CreateConverter(typeof(T))
            ?? (attribute?.ConverterType is { } type ? (JsonConverter?)Activator.CreateInstance(type) : null);
        if (converter is JsonConverterFactory factory)
        {
            converter = factory.CreateConverter(typeof(T), options);
        }

        return converter is null
            ? throw new InvalidOperationException($"{typeof(T)} has no [JsonConverter] that can be created.")
            : JsonMetadataServices.CreateValueInfo<T>(options, converter);
    }
}
