using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>Reads members that have no codec: constants and members without a property. Called by emitted readers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonReading
{
    /// <summary>Reads a string that has one allowed value, without a new string when it is that one.</summary>
    /// <param name="reader">Positioned on a value that is not null.</param>
    /// <param name="expected">The only value allowed.</param>
    /// <returns>The string that was read, allowed or not.</returns>
    public static string Constant(ref ApiJsonReader reader, string expected)
    {
        if (reader.Json.TokenType == JsonTokenType.String && !reader.Json.ValueIsEscaped && !reader.Json.HasValueSequence
            && Ascii.Equals(reader.Json.ValueSpan, expected))
        {
            return expected;
        }

        string value = StringJson.ReadJson(ref reader);
        if (value is not null && value != expected)
        {
            reader.Deviate(ApiDeviationKind.UnexpectedConstant);
        }

        return value!;
    }

    /// <summary>Reads an integer that has one allowed value.</summary>
    /// <inheritdoc cref="Constant(ref ApiJsonReader, string)"/>
    public static long Constant(ref ApiJsonReader reader, long expected)
    {
        long value = Int64Json.ReadJson(ref reader);
        if (value != expected)
        {
            reader.Deviate(ApiDeviationKind.UnexpectedConstant);
        }

        return value;
    }

    /// <summary>Reads an integer that has one allowed value and may be missing.</summary>
    /// <param name="reader">Stands on a value that is not null.</param>
    /// <param name="expected">The only value allowed.</param>
    /// <returns>The value that was read, allowed or not; null if it is not an integer.</returns>
    public static long? OptionalConstant(ref ApiJsonReader reader, long expected)
    {
        long? value = reader.ReadOptionalInt64();
        if (value is { } other && other != expected)
        {
            reader.Deviate(ApiDeviationKind.UnexpectedConstant);
        }

        return value;
    }

    /// <summary>Reads a boolean that has one allowed value and may be missing.</summary>
    /// <param name="reader">Stands on a value that is not null.</param>
    /// <param name="expected">The only value allowed.</param>
    /// <returns>The value that was read, allowed or not; null if it is not a boolean.</returns>
    public static bool? OptionalConstant(ref ApiJsonReader reader, bool expected)
    {
        bool? value = reader.ReadOptionalBoolean();
        if (value is { } other && other != expected)
        {
            reader.Deviate(ApiDeviationKind.UnexpectedConstant);
        }

        return value;
    }

    /// <summary>Reads a boolean that has one allowed value.</summary>
    /// <inheritdoc cref="Constant(ref ApiJsonReader, string)"/>
    public static bool Constant(ref ApiJsonReader reader, bool expected)
    {
        bool value = BooleanJson.ReadJson(ref reader);
        if (value != expected)
        {
            reader.Deviate(ApiDeviationKind.UnexpectedConstant);
        }

        return value;
    }

    /// <summary>Reads a member without a property into the extension dictionary, which begins to exist with it.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <typeparam name="TJson">Their codec.</typeparam>
    /// <param name="reader">Positioned on the value.</param>
    /// <param name="members">Has just returned <see cref="JsonMembers.Unknown"/>.</param>
    /// <param name="values">The dictionary, or null.</param>
    public static void Extension<T, TJson>(ref ApiJsonReader reader, ref JsonMembers members, ref Dictionary<string, T>? values)
        where TJson : IApiJson<T>
    {
        values ??= new Dictionary<string, T>(members.CountUnknown(reader.Json));
        T value = reader.ReadItem<T, TJson>();
        if (!values.TryAdd(members.UnknownName, value))
        {
            reader.Deviate(ApiDeviationKind.DuplicateMember);
            values[members.UnknownName] = value;
        }
    }
}
