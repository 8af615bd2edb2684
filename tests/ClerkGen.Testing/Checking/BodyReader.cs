using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Reads form-urlencoded and multipart bodies into the object that the schema describes.</summary>
internal static class BodyReader
{
    /// <summary>Reads <c>application/x-www-form-urlencoded</c>; unknown fields are reported.</summary>
    public static JsonObject Form(byte[] body, IOpenApiMediaType mediaType, Action<string, string> report)
    {
        var pairs = new List<QueryText>(QueryText.Split(Encoding.UTF8.GetString(body)));
        var value = new JsonObject();
        foreach (string name in PropertyNames(mediaType.Schema))
        {
            IOpenApiSchema schema = TextValue.Member(mediaType.Schema, name)!;
            OpenApiEncoding? encoding = mediaType.Encoding?.TryGetValue(name, out OpenApiEncoding? own) == true ? own : null;
            // Without a style an object is JSON text and an array repeats its field (OpenAPI 3.1.1, section 4.8.15).
            bool isJson = encoding?.Style is null && TextValue.Structure(schema) == JsonSchemaType.Object;
            try
            {
                ParameterStyle style = encoding?.Style ?? ParameterStyle.Form;
                var form = new QueryParameter(name, schema, style, encoding?.Explode ?? true, isJson ? schema : null);
                bool found = ParameterReader.Query(form, pairs, out JsonNode? field);
                if (found)
                {
                    value[name] = field;
                }
                else if (TextValue.Structure(schema) == JsonSchemaType.Array && IsRequired(mediaType.Schema!, name))
                {
                    // An empty list leaves nothing on the wire.
                    value[name] = new JsonArray();
                }
            }
            catch (FormatException e)
            {
                report(JsonPointer.Append("", name), e.Message);
            }
        }

        foreach (QueryText unknown in pairs)
        {
            if (IsOpen(mediaType.Schema))
            {
                value[unknown.Name] = TextValue.Read(unknown.Value, TextValue.Member(mediaType.Schema, unknown.Name));
            }
            else
            {
                report(JsonPointer.Append("", unknown.Name), "a field that the schema does not name");
            }
        }

        return value;
    }

    /// <summary>Reads <c>multipart/form-data</c>: a part for each member, several for an array; binary parts become base64 text.</summary>
    public static async Task<JsonObject> MultipartAsync(
        byte[] body, string contentType, IOpenApiMediaType mediaType, Action<string, string> report)
    {
        var value = new JsonObject();
        string? boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            report("", "a multipart content type without a boundary");
            return value;
        }

        var reader = new MultipartReader(boundary, new MemoryStream(body)) { HeadersLengthLimit = 64 * 1024 };
        try
        {
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                await AddPartAsync(value, section, mediaType, report);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            report("", $"is no multipart body: {e.Message}");
        }

        return value;
    }

    /// <summary>Names of all properties of an object schema, wherever it declares them.</summary>
    public static IReadOnlySet<string> PropertyNames(IOpenApiSchema? schema)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        if (schema is not null)
        {
            Schemas.DeclaredNames(schema, names);
        }

        return names;
    }

    private static bool IsRequired(IOpenApiSchema schema, string name) =>
        SchemaConjunction.AllOf(schema).Any(part => part.Required?.Contains(name) == true);

    private static bool IsOpen(IOpenApiSchema? schema) =>
        schema is null || SchemaConjunction.AllOf(schema).Any(part => part.AdditionalProperties is not null)
        || PropertyNames(schema).Count == 0;

    private static async Task AddPartAsync(
        JsonObject value, MultipartSection section, IOpenApiMediaType mediaType, Action<string, string> report)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
            || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
        {
            report("", "a part without 'Content-Disposition: form-data', which alone says its name");
            return;
        }

        string name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
        string pointer = JsonPointer.Append("", name);
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content);
        IOpenApiSchema? schema = TextValue.Member(mediaType.Schema, name);
        if (schema is null && !IsOpen(mediaType.Schema))
        {
            report(pointer, "a part that the schema does not name");
            return;
        }

        bool isArray = TextValue.Structure(schema) == JsonSchemaType.Array;
        IOpenApiSchema? item = isArray ? TextValue.Items(schema) : schema;
        JsonNode? part = Part(content.ToArray(), section, disposition, mediaType, name, item, report);
        if (isArray && (part is not JsonArray || TextValue.Structure(item) == JsonSchemaType.Array))
        {
            if (value[name] is not JsonArray items)
            {
                value[name] = items = [];
            }

            items.Add(part);
        }
        else if (!value.TryAdd(name, part))
        {
            report(pointer, "two parts of a member that is no array");
        }
    }

    private static JsonNode? Part(
        byte[] content, MultipartSection section, ContentDispositionHeaderValue disposition, IOpenApiMediaType mediaType, string name,
        IOpenApiSchema? schema, Action<string, string> report)
    {
        string pointer = JsonPointer.Append("", name);
        if (mediaType.Encoding?.TryGetValue(name, out OpenApiEncoding? encoding) == true && encoding.ContentType is { } allowed
            && !allowed.Split(',').Any(range => MediaTypes.Accepts(range, section.ContentType ?? "text/plain")))
        {
            report(pointer, $"content type {section.ContentType} is not {allowed}");
        }

        bool hasFileName = disposition.FileName.Length > 0 || disposition.FileNameStar.Length > 0;
        if (IsBinary(schema) && (hasFileName || TextValue.Structure(schema) is null))
        {
            if (!hasFileName)
            {
                report(pointer, "a file part without a file name");
            }

            return JsonValue.Create(Convert.ToBase64String(content));
        }

        string text = Encoding.UTF8.GetString(content);
        if (TextValue.Structure(schema) is null)
        {
            return MediaTypes.IsJson(section.ContentType ?? "") ? JsonNode.Parse(text) : TextValue.Read(text, schema);
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            if (TextValue.MayBeScalar(schema))
            {
                return TextValue.Read(text, schema);
            }

            report(pointer, $"is no JSON: {e.Message}");
            return null;
        }
    }

    /// <summary>Whether a part is raw bytes, in one of its variants at least.</summary>
    public static bool IsBinary(IOpenApiSchema? declared, int depth = 0)
    {
        const int MaxDepth = 8;
        return declared?.Resolve() is { } schema && depth <= MaxDepth
            && (schema.IsBytes()
                || (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Any(part => IsBinary(part, depth + 1)));
    }
}
