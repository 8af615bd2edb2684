using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Content;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Several schemas that must all hold, merged, with references and <c>allOf</c> resolved.</summary>
internal sealed class SchemaView
{
    private Dictionary<string, PropertyView>? _properties;

    /// <summary>The schemas, none of them a reference, those that <c>allOf</c> names before the one that has it.</summary>
    public List<SchemaPart> Parts { get; init; } = [];

    /// <summary>Types without null; null without <c>type</c>.</summary>
    public SchemaTypes? Types { get; set; }

    public string? Format { get; set; }

    public string? Pattern { get; set; }

    /// <summary>The JSON form of numbers.</summary>
    public NumberForm NumberForm { get; set; }

    public string? ContentEncoding { get; set; }

    public string? ContentMediaType { get; set; }

    /// <summary>The values that are left, null among them as the sentinel of Microsoft.OpenApi; null when any is allowed.</summary>
    public List<SchemaValue>? Values { get; set; }

    /// <summary>Whether other values than <see cref="Values"/> are allowed, so that a single one is no constant.</summary>
    public bool IsOpen { get; set; }

    /// <summary>In document order.</summary>
    public List<PropertyView> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemas of each item; null for none.</summary>
    public List<SchemaPart>? Items { get; set; }

    /// <summary>Schemas of additional members; null for none.</summary>
    public List<SchemaPart>? AdditionalProperties { get; set; }

    /// <summary>Schemas of members whose names match a pattern.</summary>
    public List<SchemaPart> PatternProperties { get; } = [];

    /// <summary>Each <c>oneOf</c> and <c>anyOf</c>.</summary>
    public List<AlternativeSet> Alternatives { get; } = [];

    /// <summary>Whether two parts exclude each other.</summary>
    public bool IsContradictory { get; set; }

    /// <summary>Whether there are properties beside <see cref="Properties"/>, which <see cref="KeepFirst"/> took out.</summary>
    public bool HasOtherProperties { get; private set; }

    public PropertyView? FindProperty(string name) =>
        _properties is not null && _properties.TryGetValue(name, out PropertyView? property) ? property : null;

    /// <summary>A property, which is created if it does not exist.</summary>
    public PropertyView GetProperty(string name)
    {
        _properties ??= new Dictionary<string, PropertyView>(StringComparer.Ordinal);
        if (!_properties.TryGetValue(name, out PropertyView? property))
        {
            property = new PropertyView(name);
            Properties.Add(property);
            _properties.Add(name, property);
        }

        return property;
    }

    /// <summary>Takes out all properties but the first.</summary>
    /// <param name="count">How many stay.</param>
    public void KeepFirst(int count)
    {
        for (int i = count; i < Properties.Count; i++)
        {
            _properties?.Remove(Properties[i].Name);
            Required.Remove(Properties[i].Name);
        }

        HasOtherProperties = Properties.Count > count;
        Properties.RemoveRange(count, Properties.Count - count);
    }

    /// <summary>The same for values of one JSON kind only.</summary>
    public SchemaView Only(SchemaTypes type, List<SchemaValue>? values)
    {
        SchemaView view = new() { Parts = Parts, Types = type, Format = Format, Pattern = Pattern, Values = values, NumberForm = NumberForm };
        if (type == SchemaTypes.Object)
        {
            view.Properties.AddRange(Properties);
            view._properties = _properties;
            view.Required.UnionWith(Required);
            view.AdditionalProperties = AdditionalProperties;
            view.PatternProperties.AddRange(PatternProperties);
        }
        else if (type == SchemaTypes.Array)
        {
            view.Items = Items;
        }
        else if (type == SchemaTypes.String)
        {
            view.ContentEncoding = ContentEncoding;
            view.ContentMediaType = ContentMediaType;
        }

        return view;
    }
}

/// <summary>A property and its schemas.</summary>
internal sealed class PropertyView(string name)
{
    public string Name { get; } = name;

    /// <summary>The schemas that its value must meet, those of <c>allOf</c> members first.</summary>
    public List<SchemaPart> Parts { get; } = new(1);
}

/// <summary>A value of an <c>enum</c>.</summary>
/// <param name="Node">The value.</param>
/// <param name="Name">The identifier that the document's author chose, or null.</param>
/// <param name="Description">Its description, or null.</param>
internal readonly record struct SchemaValue(JsonNode? Node, string? Name, string? Description);

/// <summary>A <c>oneOf</c> or <c>anyOf</c>.</summary>
/// <param name="Owner">The schema with it.</param>
/// <param name="Members">Its members.</param>
internal sealed record AlternativeSet(SchemaPart Owner, List<SchemaPart> Members)
{
    public bool IsDiscriminated => Owner.Schema.Discriminator is not null;
}
