using System.Text;
using System.Text.Json.Nodes;

namespace ClerkGen.Testing.Hostile;

/// <summary>Breaks documents: their structure, their strings, their text. The same seed breaks the same document in the same way.</summary>
/// <param name="seed">Seed of the sequence of choices.</param>
public sealed class DocumentMutator(int seed)
{
    // Keys that mean something, so that a member is more often of another meaning than of none.
    private static readonly string[] Keys =
    [
        "type", "format", "enum", "const", "default", "nullable", "properties", "required", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "not", "discriminator", "propertyName", "mapping",
        "$ref", "$defs", "prefixItems", "patternProperties", "readOnly", "writeOnly", "deprecated", "description", "title", "example", "examples", "x-enum-varnames", "x-clerkgen-name", "x-speakeasy-group",
        "parameters", "requestBody", "responses", "content", "schema", "headers", "security", "servers", "url", "variables", "in", "name", "style", "explode", "allowReserved", "application/json",
        "multipart/form-data", "text/event-stream", "application/x-www-form-urlencoded", "application/octet-stream", "encoding", "contentType", "200", "204", "default", "4XX", "404", "get", "post", "query", "callbacks", "links",
        "tags", "operationId", "paths", "components", "schemas", "webhooks", "openapi", "info", "version", "securitySchemes", "scheme", "<<",
    ];

    private static readonly string[] Words =
    [
        "string", "integer", "number", "boolean", "array", "object", "null", "file", "date-time", "date", "uuid", "binary", "byte", "int32", "int64", "uint64", "decimal", "duration", "uri", "password", "unix-seconds",
        "query", "path", "header", "cookie", "form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "bearer", "basic", "apiKey", "http", "oauth2", "2.0", "3.0.3", "3.1.0", "3.2.0",
        "/a/{b}", "{", "a/b", "#/components/schemas/", "#/", "#", "https://x.example", "http://x.example", "//x", "text/plain", "application/json; charset=utf-8", "*/*", "image/*", "limit", "offset", "cursor", "page",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A broken copy of a document, as text.</summary>
    /// <returns>The text, and the path that says how it is to be read.</returns>
    public (string Text, string Path) Mutate(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var copy = (JsonObject)document.DeepClone();
        int style = _random.Next(20);
        for (int i = style < 3 ? 0 : 1 + (_random.Next(3) * _random.Next(3)); i > 0; i--)
        {
            MutateStructure(copy);
        }

        bool isYaml = _random.Next(4) == 0;
        string text = isYaml ? DocumentYaml.Write(copy) : copy.ToJsonString();
        for (int i = style < 6 ? 1 + _random.Next(4) : 0; i > 0; i--)
        {
            text = MutateText(text);
        }

        return (text, isYaml ? "document.yaml" : "document.json");
    }

    private void MutateStructure(JsonObject root)
    {
        List<JsonNode> nodes = [];
        Collect(root, nodes);
        JsonNode target = nodes[_random.Next(nodes.Count)];
        if (target is JsonArray array)
        {
            MutateArray(array, nodes);
            return;
        }

        if (target is not JsonObject { Count: > 0 } members)
        {
            ((JsonObject)target)[Key()] = Value(nodes, 0);
            return;
        }

        KeyValuePair<string, JsonNode?> member = members.ElementAt(_random.Next(members.Count));
        switch (_random.Next(12))
        {
            case 0 or 1:
                members.Remove(member.Key);
                break;
            case 2:
                members.Remove(member.Key);
                members[Key()] = member.Value;
                break;
            case 3 or 4:
                members[Key()] = Value(nodes, 0);
                break;
            case 5:
                members[Key()] = member.Value?.DeepClone();
                break;
            case 6:
                members[member.Key] = Graft(nodes);
                break;
            case 7:
                members[member.Key] = new JsonArray(member.Value?.DeepClone(), Value(nodes, 0));
                break;
            case 8:
                members[member.Key] = new JsonObject { [Pick(["allOf", "oneOf", "anyOf", "not", "items", "properties"])] = new JsonArray(member.Value?.DeepClone(), Graft(nodes)) };
                break;
            case 9:
                members[member.Key] = Reference(root);
                break;
            default:
                members[member.Key] = member.Value is JsonValue value && _random.Next(2) == 0 ? Change(value) : Value(nodes, 0);
                break;
        }
    }

    private void MutateArray(JsonArray array, List<JsonNode> nodes)
    {
        int index = array.Count == 0 ? 0 : _random.Next(array.Count);
        switch (_random.Next(4))
        {
            case 0 when array.Count > 0:
                array.RemoveAt(index);
                break;
            case 1 when array.Count > 0:
                array.Add(array[index]?.DeepClone());
                break;
            case 2 when array.Count > 0:
                array[index] = Value(nodes, 0);
                break;
            default:
                array.Insert(index, Graft(nodes));
                break;
        }
    }

    private JsonNode? Value(List<JsonNode> nodes, int depth) => _random.Next(depth > 3 ? 8 : 12) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(2) == 0),
        2 => JsonValue.Create(Pick([0, 1, -1, int.MaxValue, 42])),
        3 => JsonNode.Parse(Pick(["1e999", "-0", "1.5", "9007199254740993", "123456789012345678901234567890", "1E-400"])),
        4 => Key(),
        5 or 6 => Pick(Words),
        7 => Text(),
        8 => new JsonArray(Value(nodes, depth + 1), Value(nodes, depth + 1)),
        9 => new JsonObject { [Key()] = Value(nodes, depth + 1), [Pick(["type", "$ref", "enum", "properties", "items"])] = Value(nodes, depth + 1) },
        _ => Graft(nodes),
    };

    private JsonNode Graft(List<JsonNode> nodes)
    {
        JsonNode node = nodes[_random.Next(nodes.Count)];
        return node.ToJsonString().Length < 4000 ? node.DeepClone() : new JsonObject { ["type"] = "string" };
    }

    private JsonObject Reference(JsonObject root)
    {
        StringBuilder pointer = new("#");
        JsonNode? node = root;
        for (int i = _random.Next(6); i > 0 && node is JsonObject { Count: > 0 } members; i--)
        {
            (string key, node) = members.ElementAt(_random.Next(members.Count));
            pointer.Append('/').Append(key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return new JsonObject { ["$ref"] = pointer.ToString() };
    }

    private JsonNode Change(JsonValue value)
    {
        string text = value.TryGetValue(out string? held) ? held : value.ToJsonString();
        int index = _random.Next(text.Length + 1);
        return _random.Next(3) switch
        {
            0 => text.Insert(index, Text()),
            1 => text[..index],
            _ => text + text,
        };
    }

    private string Key() => _random.Next(3) == 0 ? Text() : Pick(Keys);

    // Half a surrogate pair cannot be written as JSON by the library that writes here.
    private string Text()
    {
        string text = Pick(NaughtyStrings.All);
        return text.Length > 300 || text.Any(char.IsSurrogate) ? Pick(Words) : text;
    }

    private string MutateText(string text)
    {
        if (text.Length < 2)
        {
            return text + "{";
        }

        int start = _random.Next(text.Length);
        int length = Math.Min(1 + (_random.Next(4) == 0 ? _random.Next(200) : _random.Next(3)), text.Length - start);
        return _random.Next(6) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, text.Substring(start, length)),
            2 => text.Insert(_random.Next(text.Length), text.Substring(start, length)),
            3 => text.Insert(start, Pick(["{", "}", "[", "]", "\"", ",", ":", "\n", "\t", "#", "&a ", "*a", "!!x ", "- ", "? ", "|", ">", "'", "%", "\0", "\ufeff", "\u2028", "\ud800", "\\u", "<<: *a\n", "---\n", "...\n"])),
            4 => text[..start] + (char)_random.Next(0x250) + text[(start + 1)..],
            _ => text[..start],
        };
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        Stack<JsonNode?> toDo = new([node]);
        while (toDo.TryPop(out JsonNode? next))
        {
            if (next is JsonObject members)
            {
                nodes.Add(members);
                foreach ((_, JsonNode? member) in members)
                {
                    toDo.Push(member);
                }
            }
            else if (next is JsonArray items)
            {
                nodes.Add(items);
                foreach (JsonNode? item in items)
                {
                    toDo.Push(item);
                }
            }
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
