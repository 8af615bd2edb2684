using System.Text.Json.Nodes;

namespace ClerkGen.Tool.Wire;

/// <summary>Merges all parts of a schema.</summary>
internal sealed class WireSchemaReader(WireDocument document)
{
    private const int MaximumDepth = 64;

    private static readonly string[] LimitKeywords =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems",
        "uniqueItems", "minProperties", "maxProperties",
    ];

    private static readonly string[] NameKeywords =
        ["x-clerkgen-name", "x-speakeasy-name-override", "x-enum-varnames", "x-enumNames", "x-ms-enum"];

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<WireProperty> _properties = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _limits = new(StringComparer.Ordinal);
    private readonly List<string> _variants = [];
    private HashSet<string>? _types;
    private List<string>? _values;
    private bool _isNullable;
    private bool _forbidsAdditional;
    private string _names = "";
    private WireSchema _schema = new("");

    /// <summary>Reads the schema at a pointer.</summary>
    public WireSchema Read(string pointer)
    {
        _schema = new WireSchema(document.Target(pointer));
        Add(pointer, 0);
        SpreadConstants();
        foreach (string name in _required.Where(name => !_properties.Exists(property => property.Name == name)))
        {
            _required.Remove(name);
        }

        string[] types = [.. (_types ?? []).Order(StringComparer.Ordinal)];
        WireSchema merged = _schema with
        {
            Types = types,
            IsNullable = _isNullable,
            Values = _values ?? [],
            Limits = _limits,
            Properties = [.. _properties.Select(property => property with { IsRequired = _required.Contains(property.Name) })],
            Additional = _forbidsAdditional ? null : _schema.Additional,
            Variants = _variants,
            ChosenNames = _names,
        };
        return merged;
    }

    private void Add(string pointer, int depth)
    {
        if (depth > MaximumDepth || !_visited.Add(pointer) || document.Find(pointer) is not JsonObject node)
        {
            return;
        }

        // Keywords next to a reference describe this use of it.
        AddAnnotations(node);
        if (Json.Text(node["$ref"]) is { } reference && reference.StartsWith("#/", StringComparison.Ordinal))
        {
            Add(reference[1..], depth + 1);
            return;
        }

        AddTypes(node);
        AddValues(node);
        AddObject(node, pointer);
        AddLimits(node);
        if (node["items"] is JsonObject)
        {
            _schema = _schema with { Items = _schema.Items ?? pointer + "/items" };
        }

        for (int i = 0; i < ((node["allOf"] as JsonArray)?.Count ?? 0); i++)
        {
            Add($"{pointer}/allOf/{i}", depth + 1);
        }

        AddVariants(node, pointer, "oneOf", depth);
        AddVariants(node, pointer, "anyOf", depth);
    }

    private void AddAnnotations(JsonObject node)
    {
        _schema = _schema with
        {
            Format = _schema.Format ?? Json.Text(node["format"]),
            Default = _schema.Default ?? node["default"]?.ToJsonString(),
            Description = _schema.Description ?? Json.Text(node["description"]) ?? Json.Text(node["title"]),
            Example = _schema.Example ?? node["example"]?.ToJsonString() ?? (node["examples"] as JsonArray)?.FirstOrDefault()?.ToJsonString(),
            IsDeprecated = _schema.IsDeprecated || Json.IsTrue(node["deprecated"]),
            IsReadOnly = _schema.IsReadOnly || Json.IsTrue(node["readOnly"]),
            IsWriteOnly = _schema.IsWriteOnly || Json.IsTrue(node["writeOnly"]),
        };
        _isNullable |= Json.IsTrue(node["x-nullable"]) || Json.IsTrue(node["nullable"]);
        foreach (string keyword in NameKeywords.Where(node.ContainsKey))
        {
            _names += keyword + node[keyword]?.ToJsonString();
        }
    }

    private void AddTypes(JsonObject node)
    {
        List<string> types = [.. node["type"] is JsonArray list ? Json.Texts(list) : Json.Text(node["type"]) is { } one ? [one] : []];
        if (types.Count == 0)
        {
            return;
        }

        _isNullable |= types.Remove("null");
        _types = _types is null ? [.. types] : [.. types.Union(_types)];
    }

    private void AddValues(JsonObject node)
    {
        if (node["enum"] is JsonArray values)
        {
            _isNullable |= values.Contains(null);
            _values = [.. (_values ?? []).Union(values.Where(static value => value is not null).Select(static value => value!.ToJsonString()))];
        }
        else if (node["const"] is { } constant)
        {
            _values = [constant.ToJsonString()];
        }
    }

    private void AddObject(JsonObject node, string pointer)
    {
        foreach ((string name, JsonNode? _) in node["properties"] as JsonObject ?? [])
        {
            int at = _properties.FindIndex(property => property.Name == name);
            WireProperty property = new(name, $"{pointer}/properties/{Json.Escape(name)}", false);
            if (at < 0)
            {
                _properties.Add(property);
            }
            else
            {
                _properties[at] = property;
            }
        }

        _required.UnionWith(Json.Texts(node["required"]));
        switch (node["additionalProperties"])
        {
            case JsonObject schema:
                if (schema["not"] is JsonObject { Count: 0 })
                {
                    _forbidsAdditional = true;
                }
                else
                {
                    _schema = _schema with { Additional = schema.Count == 0 ? "" : pointer + "/additionalProperties" };
                }

                break;
            case JsonValue value:
                _forbidsAdditional |= !Json.IsTrue(value);
                _schema = _schema with { Additional = Json.IsTrue(value) ? "" : _schema.Additional };
                break;
            default:
                break;
        }

        if (node["discriminator"] is JsonObject discriminator && Json.Text(discriminator["propertyName"]) is { } propertyName)
        {
            IEnumerable<string> mapping = (discriminator["mapping"] as JsonObject ?? [])
                .Select(static pair => pair.Key + "=" + Json.Text(pair.Value))
                .Order(StringComparer.Ordinal);
            _schema = _schema with { Discriminator = new WireDiscriminator(propertyName, string.Join(';', mapping)) };
        }
    }

    private void AddLimits(JsonObject node)
    {
        foreach (string keyword in LimitKeywords)
        {
            if (node[keyword] is { } limit)
            {
                _limits[keyword] = limit.ToJsonString();
            }
        }
    }

    private void AddVariants(JsonObject node, string pointer, string keyword, int depth)
    {
        if (node[keyword] is not JsonArray list)
        {
            return;
        }

        List<string> variants = [];
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject { Count: > 0 } variant)
            {
                if (Json.Text(variant["type"]) == "null" || variant["enum"] is JsonArray { Count: 1 } values && values[0] is null)
                {
                    _isNullable = true;
                }
                else if (!variant.All(static pair => pair.Key == "required"))
                {
                    variants.Add($"{pointer}/{keyword}/{i}");
                }
            }
        }

        if (variants.Count == 1)
        {
            Add(variants[0], depth + 1);
        }
        else
        {
            _variants.AddRange(variants);
        }
    }

    // An alternative of constants is an enum in another notation.
    private void SpreadConstants()
    {
        if (_variants.Count < 2)
        {
            return;
        }

        List<string> values = [];
        string? type = null;
        foreach (string variant in _variants)
        {
            (JsonObject node, _) = document.Resolve(variant);
            if (node["enum"] is not JsonArray { Count: 1 } one || one[0] is not { } value)
            {
                return;
            }

            values.Add(value.ToJsonString());
            type = Json.Text(node["type"]) ?? type;
        }

        _values = values;
        _variants.Clear();
        _types ??= type is null ? null : [type];
    }
}
