using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Objects whose names are not fixed (<c>additionalProperties</c>), ordinal. All empty ones share one dictionary.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MapJson<T, TJson> : IApiJson<IReadOnlyDictionary<string, T>>
    where TJson : IApiJson<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> ReadJson(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType != JsonTokenType.StartObject)
        {
            if (reader.Json.TokenType == JsonTokenType.Null)
            {
                return null!;
            }

            reader.Refuse();
            return ReadOnlyDictionary<string, T>.Empty;
        }

        reader.Json.Read();
        if (reader.Json.TokenType == JsonTokenType.EndObject)
        {
            return ReadOnlyDictionary<string, T>.Empty;
        }

        var map = new Dictionary<string, T>();
        do
        {
            string name = JsonText.Read(ref reader.Json);
            reader.Json.Read();
            T value = reader.ReadItem<T, TJson>();
            if (!map.TryAdd(name, value))
            {
                reader.Deviate(ApiDeviationKind.DuplicateMember);
                map[name] = value;
            }

            reader.Json.Read();
        }
        while (reader.Json.TokenType != JsonTokenType.EndObject);

        return map;
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        foreach ((string name, T item) in value)
        {
            writer.WritePropertyName(name);
            JsonWriting.Value<T, TJson>(writer, item);
        }

        writer.WriteEndObject();
    }
}
