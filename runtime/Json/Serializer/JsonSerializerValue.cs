using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Reads and writes types of the user inside of emitted ones, with the user's own <see cref="JsonSerializerContext"/> or converter:
/// metadata that exists at compile time, so it works in Native AOT.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonSerializerValue
{
    /// <summary>The metadata of a type in the user's context.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="context">The context.</param>
    /// <exception cref="InvalidOperationException">The context does not know the type.</exception>
    public static JsonTypeInfo<T> Info<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new InvalidOperationException(
                $"{context.GetType()} does not know {typeof(T)}: [JsonSerializable(typeof({typeof(T).Name}))] is missing.");
    }

    /// <summary>The metadata of a type that has a converter.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="converter">The converter, or a factory of one.</param>
    /// <exception cref="InvalidOperationException">The converter is for another type.</exception>
    public static JsonTypeInfo<T> Info<T>(JsonConverter converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var options = new JsonSerializerOptions { TypeInfoResolver = ApiJsonTypeInfoResolver.Default };
        JsonConverter? own = converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options) : converter;
        return own is JsonConverter<T>
            ? JsonMetadataServices.CreateValueInfo<T>(options, own)
            : throw new InvalidOperationException($"{converter.GetType()} does not convert {typeof(T)}.");
    }

    /// <summary>Reads a value. If the user's type refuses it, that is reported, and the property keeps its default.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="reader">Positioned on the value.</param>
    /// <param name="info">The type's metadata.</param>
    /// <exception cref="JsonException">Reading is strict, and the value was not accepted.</exception>
    public static T Read<T>(ref ApiJsonReader reader, JsonTypeInfo<T> info)
    {
        Utf8JsonReader start = reader.Json;
        try
        {
            return JsonSerializer.Deserialize(ref reader.Json, info)!;
        }
        catch (JsonException)
        {
            reader.Json = start;
            reader.Deviate(ApiDeviationKind.MalformedValue);
            reader.Json.Skip();
            return default!;
        }
    }

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="value">The value.</param>
    /// <param name="info">The type's metadata.</param>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> info) => JsonSerializer.Serialize(writer, value, info);
}
