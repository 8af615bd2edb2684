using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClerkGen.Specs;

/// <summary>Writes JSON nodes as YAML: one text for equal nodes, so that a run without changes changes no byte.</summary>
internal static partial class YamlWriter
{
    private const int Width = 130;

    /// <summary>Writes <paramref name="root"/> with <c>\n</c> line ends and a final one.</summary>
    public static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        WriteObject(text, root, 0);
        return text.ToString();
    }

    private static void WriteObject(StringBuilder text, JsonObject value, int indentation, bool afterDash = false)
    {
        foreach ((string key, JsonNode? child) in value)
        {
            if (!afterDash)
                text.Append(' ', indentation);
            afterDash = false;
            text.Append(Scalar(key)).Append(':');
            WriteValue(text, child, indentation, Scalar(key).Length + 1);
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int indentation, int column)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } child:
                text.Append('\n');
                WriteObject(text, child, indentation + 2);
                break;
            case JsonArray { Count: > 0 } array:
                WriteArray(text, array, indentation, column);
                break;
            default:
                text.Append(' ');
                WriteScalar(text, value, indentation + 2, indentation + column + 1);
                break;
        }
    }

    private static void WriteArray(StringBuilder text, JsonArray array, int indentation, int column)
    {
        if (array.All(item => item is null or JsonValue))
        {
            string line = $"[{string.Join(", ", array.Select(FlowScalar))}]";
            if (!line.Contains('\n') && indentation + column + 1 + line.Length <= Width)
            {
                text.Append(' ').Append(line).Append('\n');
                return;
            }
        }

        text.Append('\n');
        foreach (JsonNode? item in array)
        {
            text.Append(' ', indentation + 2).Append("- ");
            if (item is JsonObject { Count: > 0 } child)
                WriteObject(text, child, indentation + 4, afterDash: true);
            else
                WriteScalar(text, item, indentation + 4, indentation + 4);
        }
    }

    private static void WriteScalar(StringBuilder text, JsonNode? value, int indentation, int column)
    {
        string plain = value switch
        {
            JsonObject => "{}",
            JsonArray => "[]",
            _ => FlatScalar(value),
        };
        bool fits = !plain.Contains('\n') && column + plain.Length <= Width;
        if (!fits && value is JsonValue json && json.GetValueKind() == JsonValueKind.String)
            WriteBlock(text, json.GetValue<string>(), indentation);
        else
            text.Append(plain).Append('\n');
    }

    // Folding only what has single spaces inside keeps the text the same when it is read back.
    private static void WriteBlock(StringBuilder text, string value, int indentation)
    {
        if (value.Contains('\n'))
        {
            text.Append("|-\n");
            foreach (string line in value.Split('\n'))
                text.Append(' ', line.Length == 0 ? 0 : indentation).Append(line).Append('\n');
            return;
        }

        if (value.Contains("  ", StringComparison.Ordinal) || value.StartsWith(' ') || value.EndsWith(' '))
            throw new SpecsException($"Text with doubled or outer spaces: {value}");
        text.Append(">-\n");
        int column = 0;
        foreach (string word in value.Split(' '))
        {
            if (column == 0)
            {
                text.Append(' ', indentation).Append(word);
                column = indentation + word.Length;
            }
            else if (column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', indentation).Append(word);
                column = indentation + word.Length;
            }
            else
            {
                text.Append(' ').Append(word);
                column += 1 + word.Length;
            }
        }

        text.Append('\n');
    }

    private static string FlatScalar(JsonNode? value) => value is null ? "null" : value.GetValueKind() switch
    {
        JsonValueKind.String => Scalar(value.GetValue<string>()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetValue<object>() is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToJsonString(),
    };

    private static string FlowScalar(JsonNode? value)
    {
        string flat = FlatScalar(value);
        return flat.Length > 0 && flat[0] != '\'' && flat.AsSpan().IndexOfAny(",[]{}") >= 0 ? Quote(flat) : flat;
    }

    private static string Scalar(string value) =>
        value.Contains('\n') || (Plain().IsMatch(value) && !Ambiguous().IsMatch(value)) ? value : Quote(value);

    private static string Quote(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    // Text that every reader, of YAML 1.1 or 1.2, reads as this text.
    [GeneratedRegex(@"^[A-Za-z/$_(](?:[^:#\n\t]|:(?=[^\s]))*(?<![\s:])$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null)$|\s#", RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();
}
