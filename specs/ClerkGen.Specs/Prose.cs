using System.Text.Json.Nodes;

namespace ClerkGen.Specs;

/// <summary>Our words, from the files under <c>specs/prose</c>; asking for words that are not there is remembered.</summary>
internal sealed class Prose
{
    private readonly JsonObject _words = new()
    {
        ["info"] = new JsonObject(),
        ["securitySchemes"] = new JsonObject(),
        ["tags"] = new JsonObject(),
        ["groups"] = new JsonObject(),
        ["parameters"] = new JsonObject(),
        ["properties"] = new JsonObject(),
        ["responses"] = new JsonObject(),
        ["operations"] = new JsonObject(),
        ["schemas"] = new JsonObject(),
    };

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Gets what was asked for and is not written yet, in the order of asking.</summary>
    public IList<string> Missing { get; } = [];

    /// <summary>Gets what is written and was not asked for so far.</summary>
    public IEnumerable<string> Unused => Leaves(_words, "").Where(place => !_used.Contains(place)).Order(StringComparer.Ordinal);

    /// <summary>Reads all <c>*.yaml</c> of a folder.</summary>
    /// <exception cref="SpecsException">Two files write about the same thing.</exception>
    public static Prose Read(string folder)
    {
        var prose = new Prose();
        foreach (string file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            prose.Add(YamlReader.Read(File.ReadAllText(file), Path.GetFileName(file)), Path.GetFileName(file));
        return prose;
    }

    /// <summary>
    /// The words at a path such as <c>schemas, User, properties, id</c>; empty, and remembered as missing, when there are none.
    /// </summary>
    public string Require(params string[] path) => Find(path) ?? Miss(path);

    /// <summary>The words at a path, or null.</summary>
    public string? Find(params string[] path)
    {
        JsonNode? node = _words;
        foreach (string step in path)
            node = (node as JsonObject)?[step];
        if (node is null)
            return null;
        _used.Add(string.Join('/', path));
        return node.GetValue<string>();
    }

    /// <summary>Remembers that nothing is written at <paramref name="path"/>, and returns that.</summary>
    public string Miss(params string[] path)
    {
        string place = string.Join('/', path);
        if (!Missing.Contains(place))
            Missing.Add(place);
        return "";
    }

    private static IEnumerable<string> Leaves(JsonObject node, string place)
    {
        foreach ((string key, JsonNode? value) in node)
        {
            if (value is JsonObject child)
            {
                foreach (string leaf in Leaves(child, $"{place}{key}/"))
                    yield return leaf;
            }
            else
            {
                yield return place + key;
            }
        }
    }

    private void Add(JsonObject file, string source)
    {
        foreach ((string section, JsonNode? entries) in file)
        {
            JsonObject known = _words[section]?.AsObject() ?? throw new SpecsException($"{source}: no section is called {section}");
            foreach ((string name, JsonNode? words) in entries!.AsObject())
            {
                if (!known.TryAdd(name, words?.DeepClone()))
                    throw new SpecsException($"{source}: {section}/{name} is written elsewhere too");
            }
        }
    }
}
