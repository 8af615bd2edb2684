using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Testing;

/// <summary>A parameter of an operation or a header of a response, and how its values are checked.</summary>
internal sealed class CheckedParameter
{
    private readonly SchemaPlace? _schema;
    private readonly string? _mediaType;
    private readonly SchemaShape _shape;
    private readonly string _style;
    private readonly bool _isExploded;

    private CheckedParameter(JsonElement root, SchemaPlace place, string name, string location)
    {
        Name = name;
        Location = location;
        IsRequired = place.IsTrue("required");
        Pointer = place.Pointer;
        _style = place.Text("style") ?? (Location is "query" or "cookie" ? "form" : "simple");
        _isExploded = place.Child("explode") is { } explode ? explode.Schema.ValueKind == JsonValueKind.True : _style is "form" or "cookie";
        _schema = place.Child("schema");
        foreach ((string mediaType, SchemaPlace content) in place.Members("content"))
        {
            Content = content;
            _mediaType = mediaType;
            _schema = content.Child("schema");
        }

        _shape = new SchemaShape(root, _schema is { } schema ? [schema] : []);
    }

    public string Name { get; }

    /// <summary>Where it is sent: <c>query</c>, <c>path</c>, <c>header</c>, <c>cookie</c> or <c>querystring</c>.</summary>
    public string Location { get; }

    public bool IsRequired { get; }

    public string Pointer { get; }

    /// <summary>The content, where a media type describes it.</summary>
    public SchemaPlace? Content { get; }

    /// <summary>Whether its value is written without a prefix.</summary>
    public bool IsPlain => _style == "simple";

    /// <summary>Whether its members have names of their own, and any of them.</summary>
    public bool TakesAnyName => Location == "query" && IsSpread && _shape.TakesAnyMember;

    private bool IsSpread => _style is "form" or "cookie" && _isExploded && _shape.IsObject && Content is null;

    /// <summary>The parameters of an operation and its path; those of the operation win.</summary>
    public static List<CheckedParameter> Of(JsonElement root, SchemaPlace path, SchemaPlace operation)
    {
        List<CheckedParameter> parameters = [];
        foreach (SchemaPlace owner in (SchemaPlace[])[operation, path])
        {
            foreach (SchemaPlace item in owner.Items("parameters"))
            {
                SchemaPlace place = item.Resolve(root);
                string name = place.Text("name") ?? "";
                string location = place.Text("in") ?? "";
                if (!parameters.Exists(other => other.Name == name && other.Location == location))
                {
                    parameters.Add(new CheckedParameter(root, place, name, location));
                }
            }
        }

        return parameters;
    }

    /// <summary>The headers of a response.</summary>
    public static List<CheckedParameter> OfHeaders(JsonElement root, SchemaPlace response)
    {
        List<CheckedParameter> headers = [];
        foreach ((string name, SchemaPlace header) in response.Members("headers"))
        {
            headers.Add(new CheckedParameter(root, header.Resolve(root), name, "header"));
        }

        return headers;
    }

    /// <summary>Takes its texts out of those that are sent. Null if there are none.</summary>
    public SentValue? Take(List<SentText> sent)
    {
        var value = new SentValue();
        bool isAny = false;
        for (int i = 0; i < sent.Count;)
        {
            SentText text = sent[i];
            if (IsSpread && (_shape.Members.ContainsKey(text.Name) || (TakesAnyName && text.Name != Name)))
            {
                value.Member(text.Name).Add(text.Text);
            }
            else if (text.Name == Name)
            {
                Add(value, text);
            }
            else if (text.Name.StartsWith(Name + "[", StringComparison.Ordinal))
            {
                value.At(text.Name[Name.Length..]).Add(text.Text);
            }
            else
            {
                i++;
                continue;
            }

            isAny = true;
            sent.RemoveAt(i);
        }

        return isAny ? value : null;
    }

    /// <summary>Checks its value.</summary>
    /// <param name="root">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="check">Takes what differs.</param>
    public void Check(JsonElement root, SentValue value, SchemaCheck check)
    {
        if (_schema is { } schema)
        {
            check.Check(new SentJson(root, check).Read(value, schema), schema, Name);
        }
    }

    private void Add(SentValue value, SentText text)
    {
        if (Content is not null)
        {
            value.Add(text.Text, MediaTypes.IsJson(_mediaType));
        }
        else if (_isExploded && _style is "form" or "cookie")
        {
            value.IsList |= _shape.IsList;
            value.Add(text.Text);
        }
        else
        {
            value.AddDelimited(text, _style, _isExploded, _shape);
        }
    }
}
