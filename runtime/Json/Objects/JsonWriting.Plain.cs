using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <content> The same for members whose type determines how they are written: strings, booleans, integers, types that are their own codec,
/// and lists of these. No type argument is needed, so that most lines of an emitted writer are short. </content>
public static partial class JsonWriting
{
    /// <summary>Writes a string always; null as <c>null</c>.</summary>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value) => writer.WriteString(name, value);

    /// <summary>Writes a string unless it is null.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Optional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a string when it is set, null included; and when it is not null, set or not.</summary>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSet">Whether the member was assigned, possibly to null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tracked(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, bool isSet)
    {
        if (value is not null || isSet)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a boolean.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value) => writer.WriteBoolean(name, value);

    /// <summary>Writes a boolean always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void RequiredValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value) =>
        RequiredValue<bool, BooleanJson>(writer, name, value);

    /// <summary>Writes a boolean unless it is null.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void OptionalValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value) =>
        OptionalValue<bool, BooleanJson>(writer, name, value);

    /// <summary>Writes a boolean when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="Tracked(Utf8JsonWriter, ReadOnlySpan{byte}, string?, bool)"/>
    public static void TrackedValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value, bool isSet) =>
        TrackedValue<bool, BooleanJson>(writer, name, value, isSet);

    /// <summary>Writes an integer.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long value) => writer.WriteNumber(name, value);

    /// <summary>Writes an integer always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void RequiredValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value) =>
        RequiredValue<long, Int64Json>(writer, name, value);

    /// <summary>Writes an integer unless it is null.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void OptionalValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value) =>
        OptionalValue<long, Int64Json>(writer, name, value);

    /// <summary>Writes an integer when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="Tracked(Utf8JsonWriter, ReadOnlySpan{byte}, string?, bool)"/>
    public static void TrackedValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value, bool isSet) =>
        TrackedValue<long, Int64Json>(writer, name, value, isSet);

    /// <summary>Writes a value that is its own codec always; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    public static void Required<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : IApiJson<T> =>
        Required<T, T>(writer, name, value);

    /// <summary>Writes a value that is its own codec unless it is null.</summary>
    /// <inheritdoc cref="Required{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    public static void Optional<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class, IApiJson<T> =>
        Optional<T, T>(writer, name, value);

    /// <summary>Writes a value that is its own codec when it is set, null included; and when it is not null, set or not.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSet">Whether the member was assigned, possibly to null.</param>
    public static void Tracked<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool isSet)
        where T : class, IApiJson<T> =>
        Tracked<T, T>(writer, name, value, isSet);

    /// <summary>Writes a value that is its own codec always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="Required{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    public static void RequiredValue<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IApiJson<T> =>
        RequiredValue<T, T>(writer, name, value);

    /// <summary>Writes a value that is its own codec unless it is null.</summary>
    /// <inheritdoc cref="Required{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T)"/>
    public static void OptionalValue<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IApiJson<T> =>
        OptionalValue<T, T>(writer, name, value);

    /// <summary>Writes a value that is its own codec when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="Tracked{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, bool)"/>
    public static void TrackedValue<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool isSet)
        where T : struct, IApiJson<T> =>
        TrackedValue<T, T>(writer, name, value, isSet);

    /// <summary>Writes a list of strings always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? value) =>
        Required<IReadOnlyList<string>, ListJson<string, StringJson>>(writer, name, value);

    /// <summary>Writes a list of strings unless it is null.</summary>
    /// <inheritdoc cref="Required(Utf8JsonWriter, ReadOnlySpan{byte}, string?)"/>
    public static void Optional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? value) =>
        Optional<IReadOnlyList<string>, ListJson<string, StringJson>>(writer, name, value);

    /// <summary>Writes a list of strings when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="Tracked(Utf8JsonWriter, ReadOnlySpan{byte}, string?, bool)"/>
    public static void Tracked(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string>? value, bool isSet) =>
        Tracked<IReadOnlyList<string>, ListJson<string, StringJson>>(writer, name, value, isSet);

    /// <summary>Writes a list of values that are their own codec always; null as <c>null</c>.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The list.</param>
    public static void Required<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value)
        where T : IApiJson<T> =>
        Required<IReadOnlyList<T>, ListJson<T, T>>(writer, name, value);

    /// <summary>Writes a list of values that are their own codec unless it is null.</summary>
    /// <inheritdoc cref="Required{T}(Utf8JsonWriter, ReadOnlySpan{byte}, IReadOnlyList{T})"/>
    public static void Optional<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value)
        where T : IApiJson<T> =>
        Optional<IReadOnlyList<T>, ListJson<T, T>>(writer, name, value);

    /// <summary>Writes a list of values that are their own codec when it is set, null included; and when it is not null, set or not.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="value">The list.</param>
    /// <param name="isSet">Whether the member was assigned, possibly to null.</param>
    public static void Tracked<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, bool isSet)
        where T : IApiJson<T> =>
        Tracked<IReadOnlyList<T>, ListJson<T, T>>(writer, name, value, isSet);
}
