using System.Text.Json;

namespace ClerkGen.Testing;

/// <summary>A parameter of an operation, and how its values are checked.</summary>
internal sealed class CheckedParameter
{
    private readonly SchemaPlace? _schema;
    private readonly SchemaPlace? _content;
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly string _style;
    private readonly bool _isExploded;

    private CheckedParameter(JsonElement root, SchemaPlace place)
    {
        Name = place.Text("name") ?? "";
        Location = place.Text("in") ?? "";
        IsRequired = place.IsTrue("required");
        Pointer = place.Pointer;
        _style = place.Text("style") ?? (Location is "query" or "cookie" ? "form" : "simple");
        _isExploded = place.Child("explode") is { } explode ? explode.Schema.ValueKind == JsonValueKind.True : _style == "form";
        _schema = place.Child("schema");
        foreach (KeyValuePair<string, SchemaPlace> content in place.Members("content"))
        {
            _content = content.Value.Child("schema");
        }

        if (_schema is { } schema)
        {
            Look(root, schema, 0);
        }
    }

    public string Name { get; }

    /// <summary>Where it is sent: <c>query</c>, <c>path</c>, <c>header</c>, <c>cookie</c> or <c>querystring</c>.</summary>
    public string Location { get; }

    public bool IsRequired { get; }

    public string Pointer { get; }

    /// <summary>Whether its value is written without a prefix.</summary>
    public bool IsPlain => _style == "simple";

    /// <summary>Whether its members have names of their own in the query, and any of them.</summary>
    public bool TakesAnyName { get; private set; }

    /// <summary>The parameters of an operation and its path; those of the operation win.</summary>
    public static List<CheckedParameter> Of(JsonElement root, SchemaPlace path, SchemaPlace operation)
    {
        List<CheckedParameter> parameters = [];
        foreach (SchemaPlace owner in (SchemaPlace[])[operation, path])
        {
            foreach (SchemaPlace place in owner.Items("parameters"))
            {
                var parameter = new CheckedParameter(root, place.Resolve(root));
                if (!parameters.Exists(other => other.Name == parameter.Name && other.Location == parameter.Location))
                {
                    parameters.Add(parameter);
                }
            }
        }

        return parameters;
    }

    /// <summary>Whether a name in the query belongs to it: its own, one in brackets behind it, or that of a member.</summary>
    public bool Owns(string name) =>
        name == Name || name.StartsWith(Name + "[", StringComparison.Ordinal) || (_style == "form" && _isExploded && _members.Contains(name));

    /// <summary>Checks its values.</summary>
    /// <param name="values">As they are sent, decoded; several where each item of a list stands alone.</param>
    /// <param name="check">Takes what differs.</param>
    public void Check(string[] values, SchemaCheck check)
    {
        if (_content is { } content)
        {
            check.CheckText(values[0], content, Name);
        }
        else if (_schema is { } schema && _types.Contains("array"))
        {
            char separator = _style switch { "spaceDelimited" => ' ', "pipeDelimited" => '|', _ => ',' };
            check.CheckTexts(values.Length > 1 || (_isExploded && _style == "form") ? values : values[0].Split(separator), schema, Name);
        }
        else if (_schema is { } single && !_types.Contains("object"))
        {
            // Objects in text have too many forms to be checked here.
            check.CheckText(values[0], single, Name);
        }
    }

    // The types that values may have, and the names of their members.
    private void Look(JsonElement root, SchemaPlace schema, int depth)
    {
        if (depth > 16)
        {
            return;
        }

        schema = schema.Resolve(root);
        _types.UnionWith(schema.Texts("type"));
        foreach (KeyValuePair<string, SchemaPlace> member in schema.Members("properties"))
        {
            _types.Add("object");
            _members.Add(member.Key);
        }

        TakesAnyName |= schema.Child("additionalProperties") is { Schema.ValueKind: not JsonValueKind.False }
            || (_types.Contains("object") && _members.Count == 0 && _style == "form" && _isExploded);
        foreach (string keyword in (string[])["allOf", "anyOf", "oneOf"])
        {
            foreach (SchemaPlace part in schema.Items(keyword))
            {
                Look(root, part, depth + 1);
            }
        }
    }
}
