using System.ComponentModel;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Raw members of an object that its C# types cannot represent exactly. They are written again while the property still has the value that
/// was read. Belongs to one object, and is no more thread-safe than that.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonKept
{
    private readonly List<Entry> _entries = [];

    private JsonKept()
    {
    }

    /// <summary>Reads a member, and keeps it when its type cannot hold it exactly.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="reader">Positioned on the value.</param>
    /// <param name="kept">Values that the object kept, or null.</param>
    /// <param name="member">Index of the member.</param>
    public static T Read<T, TJson>(ref ApiJsonReader reader, ref JsonKept? kept, int member)
        where TJson : IApiJson<T>
    {
        reader.IsInexact = false;
        reader.IsUnreadable = false;
        Utf8JsonReader before = reader.Json;
        T value = TJson.ReadJson(ref reader);
        if (reader.IsInexact && !reader.IsUnreadable)
        {
            (kept ??= new JsonKept())._entries.Add(new Entry(member, JsonElement.ParseValue(ref before), Written<T, TJson>(value)));
        }

        return value;
    }

    /// <summary>The same where none is allowed too.</summary>
    /// <inheritdoc cref="Read{T, TJson}"/>
    /// <returns>The value; null when nothing can be read from it.</returns>
    public static T? ReadOptional<T, TJson>(ref ApiJsonReader reader, ref JsonKept? kept, int member)
        where T : struct
        where TJson : IApiJson<T>
    {
        T value = Read<T, TJson>(ref reader, ref kept, member);
        return reader.IsUnreadable ? null : value;
    }

    /// <summary>Writes a member as it was read, if it was kept and its value is still the same.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="member">Index of the member.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">Value of the property.</param>
    /// <returns>Whether it was written.</returns>
    public bool Write<T, TJson>(Utf8JsonWriter writer, int member, ReadOnlySpan<byte> name, T? value)
        where TJson : IApiJson<T>
    {
        // The last value of a repeated member wins.
        int index = value is null ? -1 : _entries.FindLastIndex(entry => entry.Member == member);
        if (index < 0)
        {
            return false;
        }

        using JsonScratch scratch = JsonScratch.Write<T, TJson>(value!);
        if (!scratch.Written.SequenceEqual(_entries[index].Written))
        {
            return false;
        }

        writer.WritePropertyName(name);
        _entries[index].Json.WriteTo(writer);
        return true;
    }

    /// <summary>The same for a value type that may be null.</summary>
    /// <inheritdoc cref="Write{T, TJson}"/>
    public bool WriteValue<T, TJson>(Utf8JsonWriter writer, int member, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TJson : IApiJson<T> =>
        value.HasValue && Write<T, TJson>(writer, member, name, value.GetValueOrDefault());

    private static byte[] Written<T, TJson>(T value)
        where TJson : IApiJson<T>
    {
        using JsonScratch scratch = JsonScratch.Write<T, TJson>(value);
        return scratch.Written.ToArray();
    }

    private readonly record struct Entry(int Member, JsonElement Json, byte[] Written);
}
