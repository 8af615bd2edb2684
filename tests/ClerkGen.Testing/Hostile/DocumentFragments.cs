using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ClerkGen.Testing.Hostile;

/// <summary>Cuts a document into many small ones: one path each, with the components that it needs.</summary>
public static class DocumentFragments
{
    private const string ComponentPrefix = "#/components/";

    /// <summary>The fragments of a document, which must be one that can be read.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">Its path, whose extension says whether it is JSON or YAML.</param>
    /// <param name="maximumComponents">How many components a fragment has at most; what refers to further ones refers to an empty schema.</param>
    public static IReadOnlyList<JsonObject> Of(string text, string path, int maximumComponents = 12)
    {
        ReadDocument read = DocumentReader.Read(new SourceDocument(path, SourceText.From(text)), [], ReadLimits.Default, new WorkBudget(CancellationToken.None));
        if (read.Root is not JsonObject root)
        {
            throw new ArgumentException($"{path} cannot be read.", nameof(text));
        }

        List<JsonObject> fragments = [];
        foreach (string section in (string[])["paths", "webhooks"])
        {
            foreach ((string key, JsonNode? item) in root[section] as JsonObject ?? [])
            {
                fragments.Add(Fragment(root, section, key, item, maximumComponents));
            }
        }

        return fragments;
    }

    private static JsonObject Fragment(JsonObject root, string section, string key, JsonNode? item, int maximumComponents)
    {
        JsonObject fragment = [];
        foreach ((string name, JsonNode? value) in root)
        {
            if (name is not ("paths" or "webhooks" or "components" or "tags"))
            {
                fragment.Add(name, value?.DeepClone());
            }
        }

        fragment.Add(section, new JsonObject { [key] = item?.DeepClone() });
        JsonObject components = [];
        fragment.Add("components", components);
        Queue<JsonNode?> toDo = new([fragment]);
        int count = 0;
        while (toDo.TryDequeue(out JsonNode? node))
        {
            foreach (string reference in References(node))
            {
                string[] steps = reference[ComponentPrefix.Length..].Split('/');
                string name = steps[1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                JsonObject group = components[steps[0]] as JsonObject ?? [];
                components[steps[0]] ??= group;
                if (group.ContainsKey(name) || root["components"]?[steps[0]]?[name] is not { } target)
                {
                    continue;
                }

                count++;
                JsonNode copy = count > maximumComponents && steps[0] == "schemas" ? new JsonObject { ["type"] = "object" } : target.DeepClone();
                group.Add(name, copy);
                toDo.Enqueue(copy);
            }
        }

        if (root["components"]?["securitySchemes"] is { } schemes)
        {
            components["securitySchemes"] = schemes.DeepClone();
        }

        return fragment;
    }

    private static IEnumerable<string> References(JsonNode? node)
    {
        Stack<JsonNode?> toDo = new([node]);
        while (toDo.TryPop(out JsonNode? next))
        {
            switch (next)
            {
                case JsonObject members:
                    if (members["$ref"] is JsonValue value && value.TryGetValue(out string? reference)
                        && reference.StartsWith(ComponentPrefix, StringComparison.Ordinal) && reference[ComponentPrefix.Length..].Contains('/', StringComparison.Ordinal))
                    {
                        yield return reference;
                    }

                    foreach ((_, JsonNode? member) in members)
                    {
                        toDo.Push(member);
                    }

                    break;
                case JsonArray items:
                    foreach (JsonNode? item in items)
                    {
                        toDo.Push(item);
                    }

                    break;
            }
        }
    }
}
