using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ClerkGen.Specs;

/// <summary>Reads YAML as JSON nodes, plain scalars resolved by the core schema of YAML 1.2 (a date stays text).</summary>
internal static partial class YamlReader
{
    /// <summary>Reads the one document of <paramref name="text"/>, whose root is a mapping.</summary>
    /// <exception cref="SpecsException">The text is not one YAML mapping.</exception>
    public static JsonObject Read(string text, string source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new SpecsException($"{source}({exception.Start.Line},{exception.Start.Column}): {exception.Message}");
        }

        return stream.Documents.Count == 1 && ToNode(stream.Documents[0].RootNode) is JsonObject root
            ? root
            : throw new SpecsException($"{source}: one mapping is expected");
    }

    private static JsonNode? ToNode(YamlNode node) => node switch
    {
        YamlMappingNode mapping => ToObject(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToNode)]),
        YamlScalarNode scalar => ToValue(scalar),
        _ => throw new SpecsException($"Unexpected YAML node at line {node.Start.Line}"),
    };

    private static JsonObject ToObject(YamlMappingNode mapping)
    {
        var result = new JsonObject();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
            result.Add(((YamlScalarNode)key).Value!, ToNode(value));
        return result;
    }

    private static JsonValue? ToValue(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any))
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when Integer().IsMatch(text) => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
            _ when Float().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        };
    }

    [GeneratedRegex("^[-+]?[0-9]{1,18}$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?$")]
    private static partial Regex Float();
}
