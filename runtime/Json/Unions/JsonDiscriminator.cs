using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using ClerkGen.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// The member whose value names the variant of a union (OpenAPI 3.1.1, section 4.8.25). The type of a value decides which value is written,
/// even if its member has another value or does not exist. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonDiscriminator
{
    private const int MaxNumberLength = 20;
    private const int MaxOnStack = 256;

    // Integers up to here are exact as 64-bit floating-point numbers.
    private const double MaxInteger = 9_007_199_254_740_992;

    /// <summary>Writes the member of a class that declares it: the given value when it names the class, else the first value that does.</summary>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <param name="value">Value of the property.</param>
    /// <param name="values">UTF-8 values that name the class, each ended by a line feed.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, ReadOnlySpan<byte> values)
    {
        if (value is not null && IsOneOf(values, value))
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WriteString(name, First(values));
        }
    }

    /// <summary>The same for a property that is no string.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <param name="value">Value of the property.</param>
    /// <param name="values">UTF-8 values that name the class, each ended by a line feed.</param>
    /// <param name="isString">Whether the values are strings in JSON; else they are numbers or booleans.</param>
    public static void Write<T, TJson>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, ReadOnlySpan<byte> values, bool isString)
        where TJson : IApiScalar<T>
    {
        writer.WritePropertyName(name);
        if (value is not null && IsOneOf(values, TJson.Format(value)))
        {
            TJson.WriteJson(writer, value);
        }
        else
        {
            WriteValue(writer, First(values), isString);
        }
    }

    /// <summary>
    /// Writes a variant with the member in front, whether it has one or not. A value that the variant writes itself stays when it names it.
    /// </summary>
    /// <typeparam name="T">Type of the variant.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="value">The variant.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <param name="values">UTF-8 values that name the variant, each ended by a line feed; none for one that is only the default.</param>
    /// <param name="others">
    /// For the variant of a default mapping (OpenAPI 3.2), which any other value names too: the values of all variants. Else empty.
    /// </param>
    /// <param name="read">The value with which the variant was read, or null.</param>
    /// <param name="isString">Whether the values are strings in JSON; else they are numbers or booleans.</param>
    public static void WriteVariant<T, TJson>(
        Utf8JsonWriter writer,
        T value,
        ReadOnlySpan<byte> name,
        ReadOnlySpan<byte> values,
        ReadOnlySpan<byte> others = default,
        string? read = null,
        bool isString = true)
        where TJson : IApiJson<T>
    {
        // Written apart first: only then it is known which member the variant writes itself, be it a class, a union or a type of the user.
        using JsonScratch scratch = JsonScratch.Write<T, TJson>(value);
        ReadOnlySpan<byte> written = scratch.Written;
        var json = new Utf8JsonReader(written, new JsonReaderOptions { MaxDepth = int.MaxValue });
        json.Read();
        Utf8JsonReader own = json;
        if (json.TokenType != JsonTokenType.StartObject || (TryFind(ref own, name) && Names(ref own, values, others)))
        {
            writer.WriteRawValue(written, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (read is not null || !values.IsEmpty)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, read is null ? First(values) : Encoding.UTF8.GetBytes(read), isString);
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isDiscriminator = json.ValueTextEquals(name);
            ReadOnlySpan<byte> member = isDiscriminator ? default : JsonText.Utf8(ref json);
            json.Read();
            int start = (int)json.TokenStartIndex;
            json.Skip();
            if (!isDiscriminator)
            {
                writer.WritePropertyName(member);
                writer.WriteRawValue(written[start..(int)json.BytesConsumed], skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The member's text, kept to be written again where the variant has no property for it.</summary>
    /// <param name="reader">Positioned on the first token of a value; is not moved.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <returns>The text, or null when there is none.</returns>
    public static string? Read(ref ApiJsonReader reader, ReadOnlySpan<byte> name)
    {
        Utf8JsonReader probe = reader.Json;
        return TryFind(ref probe, name) && TryText(ref probe, out ReadOnlySpan<byte> text) ? Encoding.UTF8.GetString(text) : null;
    }

    /// <summary>
    /// Finds the member in front of the others, where most servers write it, without a second reader. Whether its text is well-formed shows
    /// when the object is read.
    /// </summary>
    /// <param name="members">Everything after the start of an object.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <param name="text">Its text.</param>
    /// <returns>Whether the first member has the name and a string without escapes, and no white space is between them.</returns>
    internal static bool TryFirst(ReadOnlySpan<byte> members, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (members.Length < name.Length + 4 || members[0] != '"' || !members[1..].StartsWith(name) || !members[(name.Length + 1)..].StartsWith("\":\""u8))
        {
            return false;
        }

        members = members[(name.Length + 4)..];
        int end = members.IndexOfAny((byte)'"', (byte)'\\');
        if (end < 0 || members[end] != '"')
        {
            return false;
        }

        text = members[..end];
        return true;
    }

    /// <summary>Goes to the value of a member.</summary>
    /// <param name="json">Positioned on the first token of a value.</param>
    /// <param name="name">UTF-8 name of the member.</param>
    /// <returns>Whether the value is an object and has the member, with a value other than null.</returns>
    internal static bool TryFind(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = json.ValueTextEquals(name);
            json.Read();
            if (isFound)
            {
                return json.TokenType != JsonTokenType.Null;
            }

            json.TrySkip();
        }

        return false;
    }

    /// <summary>The line of a value.</summary>
    /// <param name="lines">UTF-8 values, each ended by a line feed.</param>
    /// <param name="value">Positioned on the value.</param>
    internal static int Line(ReadOnlySpan<byte> lines, ref Utf8JsonReader value)
    {
        if (!TryText(ref value, out ReadOnlySpan<byte> text))
        {
            return JsonUnion.Unknown;
        }

        int line = Line(lines, text);
        if (line < 0 && value.TokenType == JsonTokenType.Number && value.TryGetDouble(out double number)
            && Math.Abs(number) < MaxInteger && Math.Floor(number) == number)
        {
            // 1.0 and 1e0 are the integer 1.
            Span<byte> integer = stackalloc byte[MaxNumberLength];
            Utf8Formatter.TryFormat((long)number, integer, out int length);
            line = Line(lines, integer[..length]);
        }

        return line;
    }

    /// <summary>Whether a value is a string, number or boolean of a text.</summary>
    /// <param name="value">Positioned on the value.</param>
    /// <param name="expected">UTF-8 text.</param>
    internal static bool IsText(ref Utf8JsonReader value, ReadOnlySpan<byte> expected) =>
        TryText(ref value, out ReadOnlySpan<byte> text) && text.SequenceEqual(expected);

    // Without own values, a default variant has any value that names no other.
    private static bool Names(ref Utf8JsonReader value, ReadOnlySpan<byte> values, ReadOnlySpan<byte> others) =>
        Line(values, ref value) >= 0 || (!others.IsEmpty && Line(others, ref value) < 0);

    private static bool TryText(ref Utf8JsonReader json, out ReadOnlySpan<byte> text)
    {
        text = json.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.Number => JsonText.Utf8(ref json),
            JsonTokenType.True => "true"u8,
            JsonTokenType.False => "false"u8,
            _ => default,
        };
        return json.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
    }

    /// <summary>The line of a text.</summary>
    /// <param name="lines">UTF-8 values, each ended by a line feed.</param>
    /// <param name="value">UTF-8 text.</param>
    internal static int Line(ReadOnlySpan<byte> lines, scoped ReadOnlySpan<byte> value)
    {
        for (int index = 0; !lines.IsEmpty; index++)
        {
            int length = lines.IndexOf((byte)'\n');
            if (lines[..length].SequenceEqual(value))
            {
                return index;
            }

            lines = lines[(length + 1)..];
        }

        return JsonUnion.Unknown;
    }

    private static bool IsOneOf(ReadOnlySpan<byte> lines, string value)
    {
        int length = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> text = length <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[length];
        return Line(lines, text[..Encoding.UTF8.GetBytes(value, text)]) >= 0;
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> lines) => lines[..lines.IndexOf((byte)'\n')];

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> text, bool isString)
    {
        if (isString)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }
}
