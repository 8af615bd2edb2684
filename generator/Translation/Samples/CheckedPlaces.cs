using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>
/// The line and column of each value of a checked document in its file. <c>ApiDocument</c> of the runtime reads them: one JSON array in the order of
/// the text. Folders are left out, so that all machines emit the same.
/// </summary>
internal sealed class CheckedPlaces(Func<string, Position> locate, WorkBudget budget)
{
    private readonly StringBuilder _text = new();
    private string? _path;
    private int _line;

    /// <summary>The places, as JSON.</summary>
    /// <param name="document">The checked document.</param>
    /// <param name="locate">The place of a JSON pointer's target.</param>
    /// <param name="budget">The document's budget.</param>
    public static string Of(JsonNode document, Func<string, Position> locate, WorkBudget budget)
    {
        CheckedPlaces places = new(locate, budget);
        places.Add(document, "");
        return "[" + places._text + "]";
    }

    private void Add(JsonNode? node, string pointer)
    {
        budget.Spend();
        Add(locate(pointer));
        if (node is JsonObject value)
        {
            foreach (KeyValuePair<string, JsonNode?> member in value)
            {
                Add(member.Value, JsonPointers.Join(pointer, member.Key));
            }
        }
        else if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                Add(array[i], JsonPointers.Join(pointer, i.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private void Add(Position position)
    {
        if (_text.Length > 0)
        {
            _text.Append(',');
        }

        if (position.Path != _path)
        {
            _path = position.Path;
            _line = 0;
            _text.Append(JsonValue.Create(_path.Substring(_path.LastIndexOfAny(['/', '\\']) + 1)).ToJsonString()).Append(',');
        }

        int line = position.Line + 1;
        _text.Append((line - _line).ToString(CultureInfo.InvariantCulture)).Append(',')
            .Append((position.Column + 1).ToString(CultureInfo.InvariantCulture));
        _line = line;
    }
}
