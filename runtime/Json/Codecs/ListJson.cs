using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Arrays. Read into an array of the exact size; all empty ones share one. Null items are written as <c>null</c>.
/// </summary>
/// <typeparam name="T">Type of an item.</typeparam>
/// <typeparam name="TJson">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListJson<T, TJson> : IApiJson<IReadOnlyList<T>>
    where TJson : IApiJson<T>
{
    private const int FirstCapacity = 16;
    private const int MaxFew = 4;

    /// <inheritdoc/>
    public static IReadOnlyList<T> ReadJson(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType != JsonTokenType.StartArray)
        {
            if (reader.Json.TokenType == JsonTokenType.Null)
            {
                return null!;
            }

            reader.Refuse();
            return [];
        }

        reader.Json.Read();
        if (reader.Json.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        T first = reader.ReadItem<T, TJson>();
        reader.Json.Read();
        return reader.Json.TokenType == JsonTokenType.EndArray ? [first] : ReadFew(ref reader, first);
    }

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            JsonWriting.Value<T, TJson>(writer, value[i]);
        }

        writer.WriteEndArray();
    }

    // Most lists are short, and renting costs more than they do.
    private static T[] ReadFew(ref ApiJsonReader reader, T first)
    {
        var few = default(Few);
        Span<T> items = few;
        items[0] = first;
        int count = 1;
        do
        {
            items[count++] = reader.ReadItem<T, TJson>();
            reader.Json.Read();
            if (reader.Json.TokenType == JsonTokenType.EndArray)
            {
                return items[..count].ToArray();
            }
        }
        while (count < items.Length);

        return ReadMany(ref reader, items);
    }

    private static T[] ReadMany(ref ApiJsonReader reader, scoped ReadOnlySpan<T> first)
    {
        T[] items = ArrayPool<T>.Shared.Rent(FirstCapacity);
        first.CopyTo(items);
        int count = first.Length;
        do
        {
            if (count == items.Length)
            {
                T[] larger = ArrayPool<T>.Shared.Rent(count * 2);
                items.AsSpan(0, count).CopyTo(larger);
                Return(items);
                items = larger;
            }

            items[count++] = reader.ReadItem<T, TJson>();
            reader.Json.Read();
        }
        while (reader.Json.TokenType != JsonTokenType.EndArray);

        T[] exact = items.AsSpan(0, count).ToArray();
        Return(items);
        return exact;
    }

    // A pooled array must not keep values alive, nor show them to the next renter.
    private static void Return(T[] items) =>
        ArrayPool<T>.Shared.Return(items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());

    [InlineArray(MaxFew)]
    private struct Few
    {
        private T _first;
    }
}
