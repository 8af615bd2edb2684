using System.Globalization;
using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>A schema of the document and its JSON pointer.</summary>
internal readonly record struct SchemaPlace(JsonElement Schema, string Pointer)
{
    /// <summary>The schema of a keyword.</summary>
    public SchemaPlace? Child(string keyword) =>
        Schema.ValueKind == JsonValueKind.Object && Schema.TryGetProperty(keyword, out JsonElement child)
            ? new SchemaPlace(child, Pointer + "/" + Escape(keyword))
            : null;

    /// <summary>An item of an array.</summary>
    public SchemaPlace Item(int index) => new(Schema[index], Pointer + "/" + index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The items of an array.</summary>
    public IEnumerable<SchemaPlace> Items(string keyword)
    {
        if (Child(keyword) is { Schema.ValueKind: JsonValueKind.Array } array)
        {
            for (int i = 0; i < array.Schema.GetArrayLength(); i++)
            {
                yield return array.Item(i);
            }
        }
    }

    /// <summary>The members of a map with their names.</summary>
    public IEnumerable<KeyValuePair<string, SchemaPlace>> Members(string keyword)
    {
        if (Child(keyword) is { Schema.ValueKind: JsonValueKind.Object } map)
        {
            foreach (JsonProperty member in map.Schema.EnumerateObject())
            {
                yield return new(member.Name, new SchemaPlace(member.Value, map.Pointer + "/" + Escape(member.Name)));
            }
        }
    }

    /// <summary>The strings of a keyword: of an array, or the one that it is.</summary>
    public List<string> Texts(string keyword)
    {
        List<string> texts = [];
        if (Text(keyword) is { } single)
        {
            texts.Add(single);
        }

        foreach (SchemaPlace item in Items(keyword))
        {
            if (item.Schema.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.Schema.GetString()!);
            }
        }

        return texts;
    }

    /// <summary>The text of a keyword, or null.</summary>
    public string? Text(string keyword) => Child(keyword) is { Schema.ValueKind: JsonValueKind.String } text ? text.Schema.GetString() : null;

    /// <summary>The whole number of a keyword, or null.</summary>
    public int? Count(string keyword) =>
        Child(keyword) is { Schema.ValueKind: JsonValueKind.Number } count && count.Schema.TryGetInt32(out int number) ? number : null;

    /// <summary>Whether a keyword is true.</summary>
    public bool IsTrue(string keyword) => Child(keyword) is { Schema.ValueKind: JsonValueKind.True };

    /// <summary>The target of a reference; itself if it is none or has no target.</summary>
    /// <param name="root">The document.</param>
    public SchemaPlace Resolve(JsonElement root)
    {
        SchemaPlace place = this;
        for (int i = 0; i < 32 && place.Text("$ref") is { } reference && Find(root, reference) is { } target; i++)
        {
            place = target;
        }

        return place;
    }

    /// <summary>The target of a reference within the document, or null.</summary>
    public static SchemaPlace? Find(JsonElement root, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonElement found = root;
        foreach (string token in Uri.UnescapeDataString(reference[2..]).Split('/'))
        {
            string key = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (found.ValueKind == JsonValueKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < found.GetArrayLength())
            {
                found = found[index];
            }
            else if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(key, out found))
            {
                return null;
            }
        }

        return new SchemaPlace(found, reference[1..]);
    }

    private static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
