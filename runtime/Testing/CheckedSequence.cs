using System.Globalization;
using System.Text;
using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Testing;

/// <summary>Checks the items of a response that is read item by item: JSON lines and server-sent events.</summary>
/// <param name="root">The document.</param>
/// <param name="content">The media type of the document, with <c>itemSchema</c> or <c>schema</c>.</param>
/// <param name="check">Checks an item.</param>
/// <param name="differences">Takes what differs.</param>
internal sealed class CheckedSequence(JsonElement root, SchemaPlace content, SchemaCheck check, List<StubDifference> differences)
{
    private static readonly string[] LineTypes =
    [
        "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/ndjson",
        "application/x-ndjson", "application/stream+json", "application/x-json-stream",
    ];

    private static readonly string[] EventFields = ["data", "event", "id", "retry", "comment"];
    private static readonly string[] ItemFields = ["data", "eventType", "eventId", "reconnectionInterval"];

    /// <summary>Whether a body of a media type is a sequence.</summary>
    public static bool IsSequence(string mediaType) => IsEvents(mediaType) || IsLines(mediaType) || IsTextSequence(mediaType);

    /// <summary>Checks a body.</summary>
    public void Check(byte[] body, string mediaType)
    {
        if (Item() is not { } item)
        {
            return;
        }

        string text = Encoding.UTF8.GetString(BodyText.WithoutMark(body));
        if (IsEvents(mediaType))
        {
            CheckEvents(text.ReplaceLineEndings("\n"), item);
            return;
        }

        int index = 0;
        foreach (string line in text.Split(IsTextSequence(mediaType) ? '\u001E' : '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            CheckJson(line, item, Path(index++));
        }
    }

    // A schema of the whole may describe a list of the items.
    private SchemaPlace? Item()
    {
        SchemaPlace? item = content.Child("itemSchema") ?? content.Child("schema");
        return item?.Resolve(root) is { } whole && whole.Texts("type").Contains("array") && whole.Child("items") is { } items ? items : item;
    }

    private void CheckEvents(string text, SchemaPlace item)
    {
        var shape = new SchemaShape(root, item);
        int index = 0;
        foreach (string lines in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            SentValue fields = FieldsOf(lines);
            if (!fields.Members.TryGetValue("data", out SentValue? data))
            {
                continue;
            }

            if (data.Texts[0].Text == "[DONE]")
            {
                return;
            }

            CheckEvent(fields, data, item, shape, Path(index++));
        }
    }

    private void CheckEvent(SentValue fields, SentValue data, SchemaPlace item, SchemaShape shape, string path)
    {
        var json = new SentJson(root, check);
        if (IsDescribed(shape, EventFields) && IsEvent(shape))
        {
            check.Check(json.Read(fields, item), item, path);
        }
        else if (IsDescribed(shape, ItemFields) && shape.Members.TryGetValue("data", out List<SchemaPlace>? described)
            && (shape.Members.ContainsKey("eventType") || shape.Members.ContainsKey("eventId")))
        {
            check.Check(json.Read(data, described[0]), described[0], path);
        }
        else
        {
            check.Check(json.Read(data, item), item, path);
        }
    }

    private static bool IsDescribed(SchemaShape shape, string[] fields)
    {
        foreach (string name in shape.Members.Keys)
        {
            if (Array.IndexOf(fields, name) < 0)
            {
                return false;
            }
        }

        return shape.Members.Count > 0;
    }

    // Data next to only an id is an event if the data is text. Otherwise it is a value.
    private bool IsEvent(SchemaShape shape) =>
        shape.Members.ContainsKey("event")
        || (shape.Members.TryGetValue("data", out List<SchemaPlace>? data) && new SchemaShape(root, data).IsText
            && (shape.Members.ContainsKey("id") || shape.Members.ContainsKey("retry")));

    private static SentValue FieldsOf(string lines)
    {
        var fields = new SentValue();
        foreach (string line in lines.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string name = colon < 0 ? line : line[..colon];
            if (name is not ("data" or "event" or "id" or "retry"))
            {
                continue;
            }

            string text = colon < 0 ? "" : line[(colon + 1)..];
            List<(string Text, bool IsJson)> texts = fields.Member(name).Texts;
            text = text.StartsWith(' ') ? text[1..] : text;
            if (name == "data" && texts.Count > 0)
            {
                text = texts[0].Text + "\n" + text;
            }

            texts.Clear();
            texts.Add((text, false));
        }

        return fields;
    }

    private void CheckJson(string text, SchemaPlace schema, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            check.Check(json.RootElement, schema, path);
        }
        catch (JsonException)
        {
            differences.Add(new StubDifference(path, schema.Pointer, "no JSON"));
        }
    }

    private static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"$[{index}]");

    private static bool IsEvents(string mediaType) => mediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static bool IsTextSequence(string mediaType) => mediaType.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);

    private static bool IsLines(string mediaType) => Array.Exists(LineTypes, type => type.Equals(mediaType, StringComparison.OrdinalIgnoreCase));
}
