using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// Free-form members of emitted types. Their field is an <see cref="object"/>: the value's UTF-8 bytes until the first access, a boxed
/// <see cref="JsonElement"/> from then on. Looking from several threads at once is safe: each may parse, and all see an equal element.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LazyElement
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly object EmptyObjectElement = Parse(EmptyObject);

    /// <summary>Reads a value into the field's form. The bytes are copied, so they outlive the response.</summary>
    /// <param name="reader">Positioned on the first token of the value.</param>
    public static object? Read(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.Body.IsEmpty)
        {
            return JsonElement.ParseValue(ref reader.Json);
        }

        int start = (int)reader.Json.TokenStartIndex;
        reader.Json.TrySkip();
        ReadOnlySpan<byte> raw = reader.Body[start..(int)reader.Json.BytesConsumed];
        return raw.SequenceEqual("{}"u8) ? EmptyObject : raw.ToArray();
    }

    /// <summary>The element of a field, or null.</summary>
    /// <param name="field">The field; holds the parsed element afterwards.</param>
    public static JsonElement? Get(ref object? field) => field is null ? null : GetRequired(ref field);

    /// <summary>The element of a field; an undefined one when the field holds nothing.</summary>
    /// <param name="field">The field; holds the parsed element afterwards.</param>
    public static JsonElement GetRequired(ref object? field)
    {
        switch (field)
        {
            case JsonElement element:
                return element;
            case byte[] raw:
                object parsed = raw == EmptyObject ? EmptyObjectElement : Parse(raw);
                field = parsed;
                return (JsonElement)parsed;
            default:
                return default;
        }
    }

    /// <summary>Returns the field's value for an assigned element.</summary>
    /// <param name="value">The element; undefined counts as null.</param>
    public static object? Set(JsonElement? value) => value is { ValueKind: not JsonValueKind.Undefined } element ? element : null;

    /// <summary>Writes a member always; an empty field as <c>null</c>.</summary>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="field">The field.</param>
    public static void Required(Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? field)
    {
        writer.WritePropertyName(name);
        switch (field)
        {
            case JsonElement element:
                ElementJson.Write(writer, element);
                break;
            case byte[] raw when writer.Options.Indented:
                // Raw text would keep the server's white space.
                ElementJson.Write(writer, Parse(raw));
                break;
            case byte[] raw:
                writer.WriteRawValue(raw, skipInputValidation: true);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Writes a member unless its field is empty.</summary>
    /// <inheritdoc cref="Required"/>
    public static void Optional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? field)
    {
        if (field is not null)
        {
            Required(writer, name, field);
        }
    }

    /// <summary>Writes a member when it is set, null included; and when its field holds something, set or not.</summary>
    /// <param name="writer">Positioned inside an object.</param>
    /// <param name="name">UTF-8 name, not escaped.</param>
    /// <param name="field">The field.</param>
    /// <param name="isSet">Whether the member was assigned, possibly to null.</param>
    public static void Tracked(Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? field, bool isSet)
    {
        if (field is not null || isSet)
        {
            Required(writer, name, field);
        }
    }

    private static JsonElement Parse(byte[] raw)
    {
        // Bytes that were read are well-formed and within the depth that was allowed.
        var json = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref json);
    }
}
