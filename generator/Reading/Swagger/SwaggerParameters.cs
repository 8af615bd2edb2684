using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.Swagger;

/// <summary>Rewrites the parameters of OpenAPI 2.0, which resemble schemas and may be a body or a field of a form.</summary>
internal sealed class SwaggerParameters(PointerStack pointer, ReadContext context)
{
    private const string FormUrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    // The fields of the parameter. Everything else describes its value.
    private static readonly HashSet<string> OwnFields = new(
        ["name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema", "deprecated", "example", "$ref"], StringComparer.Ordinal);

    /// <summary>A string field of an object, or null.</summary>
    public static string? TextOf(ObjectNode source, string key) => (source[key] as ScalarNode)?.Text;

    /// <summary>Writes those that are parameters in 3.0 too.</summary>
    public void WriteParameters(List<Member> parameters, ArrayNode target)
    {
        foreach (Member member in parameters)
        {
            ObjectNode parameter = (ObjectNode)member.Value;
            if (TextOf(parameter, "in") is not ("body" or "formData"))
            {
                target.Items.Add(WriteParameter(parameter));
            }
        }
    }

    /// <summary>Writes a header of a response.</summary>
    public static ObjectNode WriteHeader(ObjectNode header)
    {
        ObjectNode target = new(header.File, header.Start);
        CopyOwn(header, target, "description");
        target.Set(Place(header, "schema", WriteSchema(header)));
        return target;
    }

    /// <summary>The field <c>requestBody</c> that the body, or the form's fields, of an operation make; null when there are none.</summary>
    public Member? WriteRequestBody(List<Member> parameters, List<DocumentNode> consumes)
    {
        List<ObjectNode> fields = [];
        foreach (Member member in parameters)
        {
            ObjectNode parameter = (ObjectNode)member.Value;
            switch (TextOf(parameter, "in"))
            {
                case "body":
                    return member with { Key = "requestBody", Value = WriteBody(parameter, consumes) };
                case "formData":
                    fields.Add(parameter);
                    break;
            }
        }

        return fields.Count == 0 ? null : Place(fields[0], "requestBody", WriteForm(fields, consumes));
    }

    private ObjectNode WriteParameter(ObjectNode parameter)
    {
        ObjectNode target = new(parameter.File, parameter.Start);
        foreach (Member member in parameter)
        {
            if (member.Key is not ("collectionFormat" or "schema") && (OwnFields.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                target.Set(member);
            }
        }

        if (TextOf(parameter, "type") == "array")
        {
            WriteStyle(parameter, target, TextOf(parameter, "in") is "query");
        }

        target.Set(Place(parameter, "schema", WriteSchema(parameter)));
        return target;
    }

    private static ObjectNode WriteBody(ObjectNode parameter, List<DocumentNode> consumes)
    {
        ObjectNode body = new(parameter.File, parameter.Start);
        CopyOwn(parameter, body, "description");
        CopyOwn(parameter, body, "required");
        ObjectNode content = new(parameter.File, parameter.Start);
        ObjectNode media = new(parameter.File, parameter.Start);
        CopyOwn(parameter, media, "schema");
        foreach (DocumentNode type in consumes)
        {
            content.Set(Place(parameter, ((ScalarNode)type).Text, media));
        }

        if (consumes.Count == 0)
        {
            content.Set(Place(parameter, "application/json", media));
        }

        body.Set(Place(parameter, "content", content));
        foreach (Member member in parameter)
        {
            if (member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                body.Set(member);
            }
        }

        return body;
    }

    private ObjectNode WriteForm(List<ObjectNode> fields, List<DocumentNode> consumes)
    {
        ObjectNode first = fields[0];
        ObjectNode properties = new(first.File, first.Start), encoding = new(first.File, first.Start), schema = new(first.File, first.Start);
        ArrayNode required = new(first.File, first.Start);
        bool hasFile = false;
        foreach (ObjectNode field in fields)
        {
            if (ScalarForms.Text(field["name"] ?? field) is not { } name)
            {
                context.Report(
                    ReadDiagnosticKind.UnreadablePart, pointer.ToString(), field,
                    "The form field has no 'name'. It is skipped.");
                continue;
            }

            hasFile |= TextOf(field, "type") == "file";
            ObjectNode property = WriteSchema(field);
            CopyOwn(field, property, "description");
            properties.Set(Place(field, name.Text, property));
            if (TextOf(field, "required") == "true")
            {
                required.Items.Add(name);
            }

            if (TextOf(field, "type") == "array")
            {
                ObjectNode style = new(field.File, field.Start);
                WriteStyle(field, style, hasStyle: true);
                encoding.Set(Place(field, name.Text, style));
            }
        }

        schema.Set(Place(first, "type", new ScalarNode(ScalarKind.String, "object", first.File, first.Start, first.Length)));
        schema.Set(Place(first, "properties", properties));
        if (required.Items.Count > 0)
        {
            schema.Set(Place(first, "required", required));
        }

        ObjectNode media = new(first.File, first.Start), content = new(first.File, first.Start), body = new(first.File, first.Start);
        media.Set(Place(first, "schema", schema));
        if (encoding.Members.Count > 0)
        {
            media.Set(Place(first, "encoding", encoding));
        }

        content.Set(Place(first, FormType(hasFile, consumes), media));
        body.Set(Place(first, "content", content));
        if (required.Items.Count > 0)
        {
            body.Set(Place(first, "required", new ScalarNode(ScalarKind.Boolean, "true", first.File, first.Start, first.Length)));
        }

        return body;
    }

    // Only multipart carries files; otherwise the document's own choice counts.
    private static string FormType(bool hasFile, List<DocumentNode> consumes)
    {
        if (hasFile)
        {
            return Multipart;
        }

        foreach (DocumentNode type in consumes)
        {
            if (((ScalarNode)type).Text is FormUrlEncoded or Multipart)
            {
                return ((ScalarNode)type).Text;
            }
        }

        return FormUrlEncoded;
    }

    private static ObjectNode WriteSchema(ObjectNode parameter)
    {
        ObjectNode schema = new(parameter.File, parameter.Start);
        foreach (Member member in parameter)
        {
            if (!OwnFields.Contains(member.Key))
            {
                schema.Set(member);
            }
        }

        return schema;
    }

    // The default for an array is commas in 2.0. In 3.0 a query parameter is repeated.
    private void WriteStyle(ObjectNode parameter, ObjectNode target, bool hasStyle)
    {
        DocumentNode place = parameter["collectionFormat"] ?? parameter;
        string format = TextOf(parameter, "collectionFormat") ?? "csv";
        if (format is not ("csv" or "multi" or "ssv" or "pipes"))
        {
            context.Report(
                ReadDiagnosticKind.RuleBroken, pointer.ToString(), place,
                $"The collection format '{format}' is not supported. Commas are used.");
        }

        if (hasStyle)
        {
            string style = format switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", _ => "form" };
            target.Set(Place(place, "style", new ScalarNode(ScalarKind.String, style, place.File, place.Start, place.Length)));
            string explode = format == "multi" ? "true" : "false";
            target.Set(Place(place, "explode", new ScalarNode(ScalarKind.Boolean, explode, place.File, place.Start, place.Length)));
        }
    }

    private static void CopyOwn(ObjectNode source, ObjectNode target, string key)
    {
        int index = source.IndexOf(key);
        if (index >= 0)
        {
            target.Set(source.Members[index]);
        }
    }

    private static Member Place(DocumentNode place, string key, DocumentNode value) => new(key, value, place.File, place.Start, place.Length);
}
