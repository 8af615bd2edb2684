using System.ComponentModel;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Moments as milliseconds since 1970-01-01T00:00:00Z. Fractions, numeric strings and RFC 3339 text are read too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnixMillisecondsJson : IApiScalar<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref ApiJsonReader reader) => UnixTime.Read(ref reader, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateTimeOffset value) =>
        UnixTime.Write(writer, value, TimeSpan.TicksPerMillisecond);

    /// <summary>Writes a member.</summary>
    /// <inheritdoc cref="JsonWriting.Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)" path="/param"/>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value) =>
        JsonWriting.Required<DateTimeOffset, UnixMillisecondsJson>(writer, name, value);

    /// <summary>Writes a member always; null as <c>null</c>.</summary>
    /// <inheritdoc cref="JsonWriting.Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)" path="/param"/>
    public static void RequiredValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        JsonWriting.RequiredValue<DateTimeOffset, UnixMillisecondsJson>(writer, name, value);

    /// <summary>Writes a member unless it is null.</summary>
    /// <inheritdoc cref="JsonWriting.Required{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T)" path="/param"/>
    public static void OptionalValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        JsonWriting.OptionalValue<DateTimeOffset, UnixMillisecondsJson>(writer, name, value);

    /// <summary>Writes a member when it is set, null included; and when it is not null, set or not.</summary>
    /// <inheritdoc cref="JsonWriting.Tracked{T, TJson}(Utf8JsonWriter, ReadOnlySpan{byte}, T, bool)" path="/param"/>
    public static void TrackedValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value, bool isSet) =>
        JsonWriting.TrackedValue<DateTimeOffset, UnixMillisecondsJson>(writer, name, value, isSet);

    /// <inheritdoc/>
    public static string Format(DateTimeOffset value) => UnixTime.Format(value, TimeSpan.TicksPerMillisecond);
}
