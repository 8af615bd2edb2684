using System.Buffers;
using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>Turns texts into the JSON that they stand for: a text does not say whether it is a string or a number, but its schema does.</summary>
/// <param name="root">The document.</param>
/// <param name="check">Decides between a string and what it reads as.</param>
internal sealed class SentJson(JsonElement root, SchemaCheck check)
{
    /// <summary>The JSON of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    public JsonElement Read(SentValue value, SchemaPlace schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value, [schema]);
        }

        using var json = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 256 });
        return json.RootElement.Clone();
    }

    private void Write(Utf8JsonWriter writer, SentValue value, List<SchemaPlace> schemas)
    {
        var shape = new SchemaShape(root, schemas);
        if (value.HasItems && shape.IsList)
        {
            writer.WriteStartArray();
            foreach (SentValue item in value.Members.Values)
            {
                WriteItem(writer, item, shape);
            }

            writer.WriteEndArray();
        }
        else if (value.Members.Count > 0 || value.Texts.Count == 0)
        {
            writer.WriteStartObject();
            foreach ((string name, SentValue member) in value.Members)
            {
                writer.WritePropertyName(name);
                Write(writer, member, shape.Members.TryGetValue(name, out List<SchemaPlace>? described) ? described : shape.Others);
            }

            writer.WriteEndObject();
        }
        else if (value.Texts.Count == 1 && !value.IsList)
        {
            WriteText(writer, value.Texts[0], shape, schemas);
        }
        else
        {
            WriteTexts(writer, value.Texts.ConvertAll(static text => text.Text), shape);
        }
    }

    // With empty brackets, each item has the same name.
    private void WriteItem(Utf8JsonWriter writer, SentValue item, SchemaShape list)
    {
        if (item.Members.Count > 0 || item.Texts.Count == 1)
        {
            Write(writer, item, list.Items);
            return;
        }

        foreach ((string Text, bool IsJson) text in item.Texts)
        {
            WriteText(writer, text, new SchemaShape(root, list.Items), list.Items);
        }
    }

    private void WriteTexts(Utf8JsonWriter writer, List<string> texts, SchemaShape list)
    {
        var item = new SchemaShape(root, list.Items);
        writer.WriteStartArray();
        foreach (string text in texts)
        {
            WriteText(writer, (text, false), item, list.Items);
        }

        writer.WriteEndArray();
    }

    private void WriteText(Utf8JsonWriter writer, (string Text, bool IsJson) sent, SchemaShape shape, List<SchemaPlace> schemas)
    {
        JsonElement? read = TryParse(sent.Text);
        if (sent.Text.Length == 0 && shape.IsNullable && !shape.IsText)
        {
            writer.WriteNullValue();
        }
        else if (sent.IsJson && read is { } json)
        {
            json.WriteTo(writer);
        }
        else if (shape.IsList && read is not { ValueKind: JsonValueKind.Array } && !(shape.IsText && Fits(Text(sent.Text), schemas)))
        {
            // Members of a spread object have their items in one text.
            WriteTexts(writer, [.. sent.Text.Split(',')], shape);
        }
        else if (read is { } value && !(shape.IsText && (Fits(Text(sent.Text), schemas) || !Fits(value, schemas))))
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteStringValue(sent.Text);
        }
    }

    private bool Fits(JsonElement value, List<SchemaPlace> schemas) =>
        schemas.Count == 0 || schemas.Exists(schema => check.Fits(value, schema));

    private static JsonElement Text(string text)
    {
        using var json = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return json.RootElement.Clone();
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
