using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>The value of one parameter of a sample request.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value as JSON; null means that the value is JSON null.</param>
public sealed record SampleParameter(IOpenApiParameter Parameter, JsonNode? Value)
{
    /// <summary>The key of the value among those of an <see cref="Exchange"/>: <c>query limit</c>.</summary>
    public string Part => $"{Parameter.In?.ToString().ToLowerInvariant()} {Parameter.Name?.Trim()}";
}

/// <summary>The body of a sample request.</summary>
/// <param name="ContentType">A concrete media type.</param>
/// <param name="MediaType">Its description in the document.</param>
/// <param name="Value">The value of a JSON, form or multipart body; binary members are base64 text.</param>
/// <param name="Bytes">The content of a body of any other kind; null for the former.</param>
public sealed record SampleBody(string ContentType, IOpenApiMediaType MediaType, JsonNode? Value, byte[]? Bytes);

/// <summary>
/// Arguments for one call of an operation, synthesised from the document, so that a test can drive any client: the same mode and seed give
/// the same arguments. Minimal samples have only required parameters, and a body only when it is required.
/// </summary>
public sealed record OperationSample
{
    private OperationSample(DocumentOperation operation, IReadOnlyList<SampleParameter> parameters, SampleBody? body)
    {
        Operation = operation;
        Parameters = parameters;
        Body = body;
    }

    /// <summary>The operation.</summary>
    public DocumentOperation Operation { get; }

    /// <summary>The parameters that are to be sent, in document order.</summary>
    public IReadOnlyList<SampleParameter> Parameters { get; }

    /// <summary>The body to send, if any.</summary>
    public SampleBody? Body { get; }

    /// <summary>Synthesises arguments.</summary>
    /// <param name="operation">The operation to call.</param>
    /// <param name="mode">How much to send.</param>
    /// <param name="seed">Chooses among values.</param>
    /// <param name="contentType">The key of the request body's content to use; null for the first.</param>
    public static OperationSample Of(
        DocumentOperation operation, SampleMode mode = SampleMode.Full, int seed = 0, string? contentType = null)
    {
        var parameters = new List<SampleParameter>();
        for (int i = 0; i < operation.Parameters.Count; i++)
        {
            IOpenApiParameter parameter = operation.Parameters[i];
            bool send = IsNeeded(parameter) || mode switch
            {
                SampleMode.Full => true,
                SampleMode.Minimal => false,
                _ => (seed >> (i % 24) & 1) == 0,
            };
            if (!send || IsIgnored(parameter))
            {
                continue;
            }

            IOpenApiSchema? schema = parameter.Schema ?? ParameterReader.ContentSchema(parameter);
            JsonNode? value = schema is null ? JsonValue.Create("text") : Value(parameter, schema, mode, seed);
            // A value without a representation on the wire equals an unset one.
            if (IsNeeded(parameter) || value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
            {
                parameters.Add(new SampleParameter(parameter, value));
            }
        }

        return new OperationSample(operation, parameters, SampleBodyOf(operation, mode, seed, contentType));
    }

    private static bool IsNeeded(IOpenApiParameter parameter) => parameter.Required || parameter.In == ParameterLocation.Path;

    private static bool IsIgnored(IOpenApiParameter parameter)
    {
        if (parameter.In is not (ParameterLocation.Header or ParameterLocation.Cookie))
        {
            return parameter.In is null;
        }

        // OpenAPI 3.1.1, section 4.8.12.2 ignores the first three; the others are the transport's own; no token, no header and no cookie.
        string name = parameter.Name?.Trim() ?? "";
        return (parameter.In == ParameterLocation.Header && name.ToLowerInvariant()
            is "accept" or "content-type" or "authorization" or "content-length" or "transfer-encoding" or "connection" or "host" or "content-encoding" or "accept-encoding")
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
    }

    private static JsonNode? Value(IOpenApiParameter parameter, IOpenApiSchema schema, SampleMode mode, int seed)
    {
        TextAlphabet alphabet = parameter.In switch
        {
            ParameterLocation.Path => TextAlphabet.Path,
            ParameterLocation.Header or ParameterLocation.Cookie => TextAlphabet.Token,
            _ => TextAlphabet.Any,
        };
        JsonNode? value = SchemaSample.OfParameter(schema, mode, seed, alphabet, parameter.Name ?? "");
        bool needed = IsNeeded(parameter);
        for (int other = 0; other < 8 && needed && (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 }); other++)
        {
            value = SchemaSample.OfParameter(schema, SampleMode.Full, other, alphabet, parameter.Name ?? "");
        }

        // Styles flatten: a null member or item would be indistinguishable from an empty or absent one.
        RemoveNulls(value);
        return value;
    }

    private static void RemoveNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (string name in members.Where(member => member.Value is null).Select(member => member.Key).ToArray())
                {
                    members.Remove(name);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? _ in items.Where(item => item is null).ToArray())
                {
                    items.Remove(null);
                }

                break;
        }
    }

    private static SampleBody? SampleBodyOf(DocumentOperation operation, SampleMode mode, int seed, string? contentType)
    {
        if (operation.RequestBody is not { Content: { Count: > 0 } content } body || (mode == SampleMode.Minimal && !body.Required))
        {
            return null;
        }

        string key = contentType ?? content.First().Key;
        IOpenApiMediaType mediaType = content[key];
        string concrete = MediaTypes.Concrete(key);
        string essence = MediaTypes.Essence(concrete);
        bool isForm = essence is "application/x-www-form-urlencoded" || MediaTypes.IsMultipart(essence);
        if (!MediaTypes.IsJson(essence) && !isForm)
        {
            return new SampleBody(concrete, mediaType, null, essence.StartsWith("text/", StringComparison.Ordinal)
                ? "text body\nsecond line"u8.ToArray()
                : [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        }

        JsonNode? value = mediaType.Schema is null
            ? new JsonObject { ["text"] = "value" }
            : isForm ? SchemaSample.OfForm(mediaType.Schema, mode, seed)
            : SchemaSample.Of(mediaType.Schema, Direction.Request, mode, seed);
        if (isForm)
        {
            RemoveNulls(value);
            if (value is JsonObject { Count: 0 } && mode != SampleMode.Full)
            {
                // A form without fields, and a multipart body without parts, can't be told from no body.
                return SampleBodyOf(operation, SampleMode.Full, seed, contentType);
            }

            EncodeBinary(value, mediaType.Schema);
        }

        return new SampleBody(concrete, mediaType, value, null);
    }

    // A file part's sample is text; the value of an exchange has base64 there.
    private static void EncodeBinary(JsonNode? value, IOpenApiSchema? schema)
    {
        if (value is not JsonObject members)
        {
            return;
        }

        foreach ((string name, JsonNode? member) in members.ToArray())
        {
            IOpenApiSchema? own = TextValue.Member(schema, name);
            if (member is JsonArray items && items.All(item => item is JsonValue) && BodyReader.IsBinary(TextValue.Items(own)))
            {
                members[name] = new JsonArray([.. items.Select(item => JsonValue.Create(Base64(item)))]);
            }
            else if (member is JsonValue && BodyReader.IsBinary(own))
            {
                members[name] = Base64(member);
            }
        }
    }

    private static string Base64(JsonNode? text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text?.ToString() ?? ""));
}
