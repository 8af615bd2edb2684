using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Writes members, one call each. <c>Required</c> always writes, also <c>null</c>. <c>Optional</c> omits null. <c>Tracked</c>
/// writes assigned values, also <c>null</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWriting
{
    /// <summary>Writes a member always; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Required<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where TJson : IApiJson<T>
    {
        if (typeof(TJson) == typeof(StringJson))
        {
            // One call for name and value; a null string is written as null by the writer itself.
            writer.WriteString(name, Unsafe.As<T?, string?>(ref value));
            return;
        }

        writer.WritePropertyName(name);
        Value<T, TJson>(writer, value);
    }

    /// <summary>Writes a member of a value type always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequiredValue<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        writer.WritePropertyName(name);
        if (value.HasValue)
        {
            TJson.WriteJson(writer, value.GetValueOrDefault());
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a member unless it is null.</summary>
    /// <inheritdoc cref="Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Optional<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class
        where TJson : IApiJson<T>
    {
        if (value is not null)
        {
            Required<T, TJson>(writer, name, value);
        }
    }

    /// <summary>Writes a member of a value type unless it is null.</summary>
    /// <inheritdoc cref="Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalValue<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value.HasValue)
        {
            Required<T, TJson>(writer, name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member when it is set, null included; and when it is not null, set or not.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSet">Whether the member was assigned, possibly to null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tracked<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool isSet)
        where T : class
        where TJson : IApiJson<T>
    {
        if (value is not null || isSet)
        {
            Required<T, TJson>(writer, name, value);
        }
    }

    /// <summary>Writes a member of a value type when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="Tracked{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T, bool)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TrackedValue<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool isSet)
        where T : struct
        where TJson : IApiJson<T>
    {
        if (value.HasValue || isSet)
        {
            RequiredValue<T, TJson>(writer, name, value);
        }
    }

    /// <summary>Writes the extension dictionary's entries as members.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <typeparam name="TJson">Their codec.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="values">The dictionary, or null.</param>
    public static void Extension<T, TJson>(Utf8JsonWriter writer, Dictionary<string, T>? values)
        where TJson : IApiJson<T>
    {
        if (values is null)
        {
            return;
        }

        foreach ((string name, T value) in values)
        {
            writer.WritePropertyName(name);
            Value<T, TJson>(writer, value);
        }
    }

    /// <summary>Writes a value, or <c>null</c> for a null reference. For value types, the codec knows the null value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Value<T, TJson>(Utf8JsonWriter writer, T? value)
        where TJson : IApiJson<T>
    {
        if (!typeof(T).IsValueType && value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            TJson.WriteJson(writer, value!);
        }
    }
}
