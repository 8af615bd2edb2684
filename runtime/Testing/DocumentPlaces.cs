using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>Finds the line and column of a JSON pointer's target. Reads the document once for each, so only for messages.</summary>
/// <param name="json">The document.</param>
/// <param name="places">
/// The line and column of each value in the file that the document was made from, in the order of the text, as one JSON array. A line is
/// counted from the one before, and a string names the file of all that follow. Empty if the document is the file.
/// </param>
internal sealed class DocumentPlaces(byte[] json, byte[] places)
{
    /// <summary>The place of a pointer's target or of the last value on its way. Null if the document has no lines.</summary>
    public DocumentPlace? Find(string pointer)
    {
        if (places.Length == 0 && !json.AsSpan().Contains((byte)'\n'))
        {
            return null;
        }

        (int value, long offset) = Follow(pointer);
        return places.Length == 0 ? InText((int)offset) : InFile(value);
    }

    // The number of the value and the offset of its name, or of itself if it has none.
    private (int Value, long Offset) Follow(string pointer)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ApiDocument.MaximumDepth });
        reader.Read();
        int value = 0;
        long offset = reader.TokenStartIndex;
        foreach (string token in pointer.Split('/')[1..])
        {
            string key = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!Enter(ref reader, key, ref value, ref offset))
            {
                break;
            }
        }

        return (value, offset);
    }

    // Moves from a value to its member or item of a name, and counts the values on the way.
    private static bool Enter(ref Utf8JsonReader reader, string key, ref int value, ref long offset)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return false;
        }

        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        int count = value;
        for (int index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            long start = reader.TokenStartIndex;
            bool isFound = isObject ? reader.ValueTextEquals(key) : index.ToString(CultureInfo.InvariantCulture) == key;
            if (isObject)
            {
                reader.Read();
            }

            count++;
            if (isFound)
            {
                (value, offset) = (count, start);
                return true;
            }

            count += Skip(ref reader);
        }

        return false;
    }

    // How many values a value contains.
    private static int Skip(ref Utf8JsonReader reader)
    {
        int count = 0;
        int depth = reader.CurrentDepth;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                count += reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray ? 0 : 1;
            }
        }

        return count;
    }

    private DocumentPlace InText(int offset)
    {
        ReadOnlySpan<byte> before = json.AsSpan(0, offset);
        int line = before.Count((byte)'\n');
        return new DocumentPlace(null, line + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    private DocumentPlace? InFile(int value)
    {
        var reader = new Utf8JsonReader(places);
        string? file = null;
        int line = 0;
        int index = -1;
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                file = reader.GetString();
                line = 0;
                continue;
            }

            line += reader.GetInt32();
            if (reader.Read() && ++index == value)
            {
                return new DocumentPlace(file, line, reader.GetInt32());
            }
        }

        return null;
    }
}

/// <summary>A place in the text of a document.</summary>
/// <param name="File">Name of the file, or null for the text itself.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Column">The 1-based column.</param>
internal readonly record struct DocumentPlace(string? File, int Line, int Column);
