using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClerkGen.Testing;

/// <summary>
/// Turns YAML or JSON text into JSON nodes. Written apart from the generator's own reading on purpose: a test that used
/// the code under test to learn what is expected could not fail.
/// </summary>
internal static partial class DocumentText
{
    private static readonly JsonDocumentOptions JsonOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>Parses <paramref name="text"/>; text whose first significant character is a brace is JSON, other text is YAML.</summary>
    public static JsonNode Parse(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (start.StartsWith('{'))
        {
            return JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: JsonOptions)
                ?? throw new FormatException("The document is a JSON null.");
        }

        // A blank line that is longer than the first line of a block scalar is an error to YAML 1.2.2 (section 8.1.1.1), and yet common.
        using var reader = new StringReader(BlankLine().Replace(text.TrimStart('\uFEFF'), ""));
        var parser = new Parser(reader);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return new YamlNodes(parser).Read() ?? throw new FormatException("The document is empty.");
    }

    /// <summary>Composes the nodes of one YAML document, following anchors.</summary>
    private sealed class YamlNodes(IParser parser)
    {
        private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];

        public JsonNode? Read()
        {
            ParsingEvent next = parser.Consume<ParsingEvent>();
            switch (next)
            {
                case Scalar scalar:
                    return Anchored(scalar.Anchor, ScalarValue(scalar));
                case SequenceStart sequence:
                    var array = new JsonArray();
                    while (!parser.TryConsume<SequenceEnd>(out _))
                    {
                        array.Add(Read());
                    }

                    return Anchored(sequence.Anchor, array);
                case MappingStart mapping:
                    return Anchored(mapping.Anchor, ReadMapping());
                case AnchorAlias alias:
                    return _anchors[alias.Value]?.DeepClone();
                default:
                    throw new FormatException($"Unexpected YAML at line {next.Start.Line}.");
            }
        }

        private JsonObject ReadMapping()
        {
            var properties = new JsonObject();
            JsonObject? merged = null;
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                string key = parser.Consume<Scalar>().Value;
                JsonNode? value = Read();
                if (key == "<<")
                {
                    merged = value as JsonObject;
                }
                else
                {
                    properties[key] = value;
                }
            }

            foreach ((string key, JsonNode? value) in merged ?? [])
            {
                properties.TryAdd(key, value?.DeepClone());
            }

            return properties;
        }

        private JsonNode? Anchored(AnchorName anchor, JsonNode? node)
        {
            if (!anchor.IsEmpty)
            {
                _anchors[anchor] = node;
            }

            return node;
        }
    }

    // YAML 1.2.2, section 10.3.2: the tag resolution of the core schema.
    private static JsonNode? ScalarValue(Scalar scalar)
    {
        string text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal)))
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when JsonNumber.IsNumber(text) => JsonNode.Parse(text),
            _ when text.StartsWith("0x", StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long hexadecimal) =>
                JsonValue.Create(hexadecimal),
            _ when YamlNumber().IsMatch(text) && JsonNumber.TryDecimal(text, out decimal number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    [GeneratedRegex(@"^[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex YamlNumber();
}
