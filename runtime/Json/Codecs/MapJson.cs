using System.Buffers;
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
    private const int FirstCapacity = 16;

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

        KeyValuePair<string, T> first = ReadMember(ref reader);
        if (reader.Json.TokenType == JsonTokenType.EndObject)
        {
            return new Dictionary<string, T>(1) { { first.Key, first.Value } };
        }

        return ReadMany(ref reader, first);
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        writer.WriteStartObject();
        if (value is Dictionary<string, T> plain)
        {
            // Read values, and most values that are set, are enumerated without the heap.
            foreach ((string name, T item) in plain)
            {
                Write(writer, name, item);
            }
        }
        else
        {
            foreach ((string name, T item) in value)
            {
                Write(writer, name, item);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, T item)
    {
        writer.WritePropertyName(name);
        JsonWriting.Value<T, TJson>(writer, item);
    }

    // Collected first, so that the dictionary is made once, of its size: one that grows is filled and thrown away several times.
    private static Dictionary<string, T> ReadMany(ref ApiJsonReader reader, KeyValuePair<string, T> first)
    {
        KeyValuePair<string, T>[] members = ArrayPool<KeyValuePair<string, T>>.Shared.Rent(FirstCapacity);
        members[0] = first;
        int count = 1;
        do
        {
            if (count == members.Length)
            {
                KeyValuePair<string, T>[] larger = ArrayPool<KeyValuePair<string, T>>.Shared.Rent(count * 2);
                members.AsSpan(0, count).CopyTo(larger);
                ArrayPool<KeyValuePair<string, T>>.Shared.Return(members, clearArray: true);
                members = larger;
            }

            members[count++] = ReadMember(ref reader);
        }
        while (reader.Json.TokenType != JsonTokenType.EndObject);

        var map = new Dictionary<string, T>(count);
        foreach ((string name, T value) in members.AsSpan(0, count))
        {
            if (!map.TryAdd(name, value))
            {
                reader.DeviateAtEnd(ApiDeviationKind.DuplicateMember, name);
                map[name] = value;
            }
        }

        ArrayPool<KeyValuePair<string, T>>.Shared.Return(members, clearArray: true);
        return map;
    }

    // Leaves the reader on the next name, or on the end of the object.
    private static KeyValuePair<string, T> ReadMember(ref ApiJsonReader reader)
    {
        string name = reader.Name();
        reader.Json.Read();
        T value = reader.ReadItem<T, TJson>();
        reader.Json.Read();
        return new(name, value);
    }
}
