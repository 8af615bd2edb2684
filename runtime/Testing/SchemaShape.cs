using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>The kinds of values that a schema describes with all its parts and variants, and the schemas of their members and items.</summary>
internal sealed class SchemaShape
{
    private const int MaximumDepth = 16;

    private readonly JsonElement _root;
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    /// <summary>Looks at schemas, each of which may describe the value.</summary>
    /// <param name="root">The document.</param>
    /// <param name="schemas">The schemas.</param>
    public SchemaShape(JsonElement root, params IEnumerable<SchemaPlace> schemas)
    {
        _root = root;
        foreach (SchemaPlace schema in schemas)
        {
            Look(schema, 0);
        }
    }

    /// <summary>Members that are described, with each description.</summary>
    public Dictionary<string, List<SchemaPlace>> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas of other members.</summary>
    public List<SchemaPlace> Others { get; } = [];

    /// <summary>Schemas of items.</summary>
    public List<SchemaPlace> Items { get; } = [];

    /// <summary>Whether the value may be an object.</summary>
    public bool IsObject => _types.Contains("object") || Members.Count > 0 || Others.Count > 0;

    /// <summary>Whether the value may be a list.</summary>
    public bool IsList => _types.Contains("array");

    /// <summary>Whether the value may be a string.</summary>
    public bool IsText => _types.Count == 0 || _types.Contains("string");

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; private set; }

    /// <summary>Whether members may have names that are not described.</summary>
    public bool TakesAnyMember { get; private set; }

    private void Look(SchemaPlace schema, int depth)
    {
        if (depth > MaximumDepth)
        {
            return;
        }

        schema = schema.Resolve(_root);
        _types.UnionWith(schema.Texts("type"));
        IsNullable |= schema.IsTrue("nullable") || _types.Contains("null");
        foreach (KeyValuePair<string, SchemaPlace> member in schema.Members("properties"))
        {
            if (!Members.TryGetValue(member.Key, out List<SchemaPlace>? known))
            {
                Members.Add(member.Key, known = []);
            }

            known.Add(member.Value);
        }

        if (schema.Child("items") is { } items)
        {
            _types.Add("array");
            Items.Add(items);
        }

        if (schema.Child("additionalProperties") is { Schema.ValueKind: not JsonValueKind.False } others)
        {
            Others.Add(others);
            TakesAnyMember = true;
        }

        TakesAnyMember |= _types.Contains("object") && Members.Count == 0;
        foreach (string keyword in (string[])["allOf", "anyOf", "oneOf"])
        {
            foreach (SchemaPlace part in schema.Items(keyword))
            {
                Look(part, depth + 1);
            }
        }
    }
}
