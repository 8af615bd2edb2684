using System.Text.Json.Nodes;

namespace ClerkGen.Testing;

/// <summary>
/// Merges several files into one document. The target of a reference to another file replaces the reference, and a reference back to the
/// document becomes an inner one. Files that refer to each other in a ring must do so by way of the document, as a copy has no end.
/// </summary>
internal sealed class DocumentFiles
{
    private const int MaxHops = 64;

    private readonly Dictionary<string, JsonNode> _files = new(StringComparer.Ordinal);
    private readonly string _root;

    private DocumentFiles(string root) => _root = root;

    /// <summary>Reads a document, YAML or JSON, and the files that it refers to.</summary>
    /// <exception cref="FormatException">A file is neither, lacks what a reference names, or is part of a ring beside the document.</exception>
    public static JsonNode Read(string path)
    {
        var files = new DocumentFiles(Path.GetFullPath(path));
        return files.Joined(files.Open(files._root), files._root, 0)!;
    }

    /// <summary>The node that a JSON pointer leads to (RFC 6901), or null; <c>""</c> and <c>"/"</c> lead to the document.</summary>
    public static JsonNode? Find(JsonNode root, string pointer)
    {
        JsonNode? node = root;
        foreach (string part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node is JsonObject members && members.TryGetPropertyValue(name, out JsonNode? member) ? member : null;
        }

        return node;
    }

    private JsonNode Open(string path)
    {
        if (!_files.TryGetValue(path, out JsonNode? node))
        {
            _files.Add(path, node = DocumentText.Parse(File.ReadAllText(path)));
        }

        return node;
    }

    private JsonNode? Joined(JsonNode? node, string file, int hops)
    {
        if (hops > MaxHops)
        {
            throw new FormatException($"References of {file} form a ring.");
        }

        return node switch
        {
            JsonArray items => new JsonArray([.. items.Select(item => Joined(item, file, hops))]),
            JsonObject members => members["$ref"] is JsonValue reference && Target(reference.ToString(), file) is { } target
                ? target.Path == _root ? new JsonObject { ["$ref"] = "#" + target.Pointer }
                    : Joined(
                        Find(Open(target.Path), target.Pointer) ?? throw new FormatException($"{file}: nothing is at {reference}."), target.Path, hops + 1)
                : new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Joined(member.Value, file, hops)))),
            _ => node?.DeepClone(),
        };
    }

    // A reference inside the document stays, with what stands beside it; one to a file that is not there is kept for the reader to judge.
    private (string Path, string Pointer)? Target(string reference, string file)
    {
        int hash = reference.IndexOf('#', StringComparison.Ordinal);
        string name = hash < 0 ? reference : reference[..hash];
        string path = name.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(name)));
        string pointer = hash < 0 ? "" : reference[(hash + 1)..];
        return (path == _root && file == _root) || !File.Exists(path) ? null : (path, pointer);
    }
}
