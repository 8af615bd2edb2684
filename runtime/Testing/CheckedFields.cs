using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Testing;

/// <summary>Checks the fields of a form, and the parts of a multipart body, as the members of one object.</summary>
/// <param name="root">The document.</param>
/// <param name="content">The media type of the document, with <c>schema</c> and <c>encoding</c>.</param>
/// <param name="differences">Takes what differs.</param>
internal sealed class CheckedFields(JsonElement root, SchemaPlace content, List<StubDifference> differences)
{
    /// <summary>Checks fields.</summary>
    /// <param name="fields">The fields or parts, as they are sent.</param>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="check">Checks the object.</param>
    public void Check(List<SentText> fields, SchemaPlace schema, SchemaCheck check)
    {
        var shape = new SchemaShape(root, schema);
        var value = new SentValue();
        foreach (SentText field in fields)
        {
            CheckMediaType(field);
            Add(value, field, shape);
        }

        if (value.Members.Count > 0 || shape.IsObject)
        {
            check.Check(new SentJson(root, check).Read(value, schema), schema, "$");
        }
    }

    private void Add(SentValue value, SentText field, SchemaShape shape)
    {
        if (!shape.Members.TryGetValue(field.Name, out List<SchemaPlace>? described))
        {
            int bracket = field.Name.IndexOf('[', StringComparison.Ordinal);
            if (bracket > 0 && shape.Members.ContainsKey(field.Name[..bracket]))
            {
                value.Member(field.Name[..bracket]).At(field.Name[bracket..]).Add(field.Text);
            }
            else if (SpreadMember(field.Name, shape) is { } owner)
            {
                value.Member(owner).Member(field.Name).Add(field.Text);
            }
            else
            {
                value.Member(field.Name).Add(field.Text, MediaTypes.IsJson(field.MediaType));
            }

            return;
        }

        SchemaPlace? encoding = EncodingOf(field.Name);
        var own = new SchemaShape(root, described);
        SentValue member = value.Member(field.Name);
        bool isJson = MediaTypes.IsJson(field.MediaType) || MediaTypes.IsJson(encoding?.Text("contentType"));
        if (!isJson && IsDelimited(encoding) && (own.IsList || own.IsObject))
        {
            member.AddDelimited(field, encoding?.Text("style") ?? "form", isPaired: false, own);
            return;
        }

        // A list has a field for each item.
        member.IsList |= own.IsList && !isJson && !field.Text.StartsWith('[');
        member.Add(field.Text, isJson);
    }

    // Members of an object are fields of their own if its encoding says so.
    private string? SpreadMember(string field, SchemaShape shape)
    {
        foreach ((string name, List<SchemaPlace> described) in shape.Members)
        {
            if (EncodingOf(name) is { } encoding && (encoding.Text("style") == "form" || encoding.IsTrue("explode")) && !IsDelimited(encoding)
                && new SchemaShape(root, described) is { IsObject: true } own && (own.TakesAnyMember || own.Members.ContainsKey(field)))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsDelimited(SchemaPlace? encoding) =>
        encoding is { } own && (own.Child("explode") is { Schema.ValueKind: JsonValueKind.False }
            || (own.Text("style") is "spaceDelimited" or "pipeDelimited" && !own.IsTrue("explode")));

    private void CheckMediaType(SentText part)
    {
        if (part.MediaType is { } sent && EncodingOf(part.Name)?.Child("contentType") is { Schema.ValueKind: JsonValueKind.String } documented
            && !MediaTypes.Accepts(documented.Schema.GetString()!, sent))
        {
            differences.Add(new StubDifference($"$.{part.Name}", documented.Pointer, "a part of another media type"));
        }
    }

    private SchemaPlace? EncodingOf(string field) => content.Child("encoding")?.Child(field);
}
