using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ClerkGen.Http;

namespace ClerkGen.Testing;

/// <summary>An operation of the document, and how its requests and answers are checked.</summary>
internal sealed class CheckedOperation
{
    private readonly JsonElement _root;
    private readonly SchemaPlace _operation;
    private readonly List<CheckedParameter> _parameters;
    private readonly List<StubDifference> _differences;

    private CheckedOperation(JsonElement root, SchemaPlace path, SchemaPlace operation, List<StubDifference> differences)
    {
        _root = root;
        _operation = operation;
        _differences = differences;
        _parameters = CheckedParameter.Of(root, path, operation);
    }

    /// <summary>The operation, or null when the document has none.</summary>
    /// <param name="root">The document.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="pathTemplate">Path as in the document.</param>
    /// <param name="differences">Takes what differs.</param>
    public static CheckedOperation? Find(JsonElement root, string method, string pathTemplate, List<StubDifference> differences)
    {
        string name = method.ToLowerInvariant();
        if (new SchemaPlace(root, "").Child("paths")?.Child(pathTemplate) is not { } path)
        {
            return null;
        }

        path = path.Resolve(root);
        return (path.Child(name) ?? path.Child("additionalOperations")?.Child(method)) is { } operation
            ? new CheckedOperation(root, path, operation, differences)
            : null;
    }

    /// <summary>Checks parameters and body of a request.</summary>
    public void CheckRequest(StubRequest request)
    {
        var check = new SchemaCheck(_root, isRequest: true, _differences);
        CheckQuery(request, check);
        CheckHeaders(request, check);
        CheckPath(request, check);
        CheckRequestBody(request, check);
    }

    /// <summary>Checks status, media type and body of an answer.</summary>
    public void CheckAnswer(StubAnswer answer)
    {
        string status = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (_operation.Child("responses") is not { } responses
            || (responses.Child(status) ?? responses.Child(status[..1] + "XX") ?? responses.Child(status[..1] + "xx") ?? responses.Child("default"))
            is not { } response)
        {
            Add("status", (_operation.Child("responses") ?? _operation).Pointer, $"status {status} is not documented");
            return;
        }

        if (answer.Body.Length > 0)
        {
            CheckBody(answer.Body, answer.ContentType, response.Resolve(_root), new SchemaCheck(_root, isRequest: false, _differences));
        }
    }

    private void CheckQuery(StubRequest request, SchemaCheck check)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in request.Query)
        {
            names.Add(pair.Key);
        }

        bool isFree = false;
        foreach (CheckedParameter parameter in _parameters)
        {
            isFree |= parameter.Location == "querystring" || (parameter.Location == "query" && parameter.TakesAnyName);
            if (parameter.Location != "query")
            {
                continue;
            }

            List<string> values = [];
            foreach (KeyValuePair<string, string> pair in request.Query)
            {
                if (pair.Key == parameter.Name)
                {
                    values.Add(pair.Value);
                }
            }

            // A parameter may have several names: of its members, or with brackets behind.
            int owned = names.RemoveWhere(parameter.Owns);
            if (values.Count > 0)
            {
                parameter.Check([.. values], check);
            }
            else if (parameter.IsRequired && owned == 0)
            {
                Add(parameter.Name, parameter.Pointer, "required query parameter is missing");
            }
        }

        // The template may contain a query.
        int literal = request.PathTemplate.IndexOf('?', StringComparison.Ordinal);
        foreach (string name in isFree ? [] : names)
        {
            if (literal < 0 || request.PathTemplate.IndexOf(name, literal, StringComparison.Ordinal) < 0)
            {
                Add(name, (_operation.Child("parameters") ?? _operation).Pointer, "unknown query parameter");
            }
        }
    }

    private void CheckHeaders(StubRequest request, SchemaCheck check)
    {
        foreach (CheckedParameter parameter in _parameters)
        {
            // The fields of RFC 9110 are no parameters in OpenAPI.
            if (parameter.Location != "header" || parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")
            {
                continue;
            }

            if (request.Headers.TryGetValue(parameter.Name, out string? value))
            {
                parameter.Check([value], check);
            }
            else if (parameter.IsRequired)
            {
                Add(parameter.Name, parameter.Pointer, "required header is missing");
            }
        }
    }

    // The server's own path may stand in front.
    private void CheckPath(StubRequest request, SchemaCheck check)
    {
        string[] template = request.PathTemplate.Split('?')[0].Split('/');
        string[] path = request.Path.Split('/');
        for (int i = 1; i <= Math.Min(template.Length, path.Length); i++)
        {
            string segment = template[^i];
            if (segment.StartsWith('{') && segment.IndexOf('}', StringComparison.Ordinal) == segment.Length - 1
                && _parameters.Find(parameter => parameter.Location == "path" && parameter.Name == segment[1..^1]) is { IsPlain: true } found)
            {
                found.Check([Uri.UnescapeDataString(path[^i])], check);
            }
        }
    }

    private void CheckRequestBody(StubRequest request, SchemaCheck check)
    {
        SchemaPlace? described = _operation.Child("requestBody")?.Resolve(_root);
        if (request.ContentType is null || request.BodyBytes.Length == 0)
        {
            if (described is { } missing && missing.IsTrue("required") && request.ContentType is null)
            {
                Add("$", missing.Pointer, "required body is missing");
            }

            return;
        }

        if (described is { } body)
        {
            CheckBody(request.BodyBytes, request.ContentType, body, check);
        }
        else
        {
            Add("$", _operation.Pointer, "a body that the document does not have");
        }
    }

    private void CheckBody(byte[] body, string? contentType, SchemaPlace owner, SchemaCheck check)
    {
        string mediaType = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed) ? parsed.MediaType ?? "" : contentType ?? "";
        if (FindContent(owner, mediaType) is not { } content)
        {
            Add("$", (owner.Child("content") ?? owner).Pointer, mediaType.Length == 0 ? "a body without a content type" : $"media type '{mediaType}' is not documented");
            return;
        }

        if (content.Child("schema") is not { } schema)
        {
            return;
        }

        if (MediaTypes.IsJson(mediaType))
        {
            CheckJson(body, schema, check);
        }
        else if (mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            new CheckedFields(_root, _differences).Check(CheckedFields.OfForm(body), schema);
        }
        else if (mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            new CheckedFields(_root, _differences).Check(CheckedFields.OfParts(body), schema);
        }
    }

    private void CheckJson(byte[] body, SchemaPlace schema, SchemaCheck check)
    {
        ReadOnlyMemory<byte> text = body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsMemory(3) : body;
        try
        {
            using var json = JsonDocument.Parse(text);
            check.Check(json.RootElement, schema, "$");
        }
        catch (JsonException)
        {
            Add("$", schema.Pointer, "no JSON");
        }
    }

    // The exact media type, else the most specific range.
    private static SchemaPlace? FindContent(SchemaPlace owner, string mediaType)
    {
        SchemaPlace? range = null;
        foreach ((string key, SchemaPlace content) in owner.Members("content"))
        {
            string documented = key.Split(';')[0].Trim();
            if (documented.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            {
                return content;
            }

            if (documented == "*/*" ? range is null
                : documented.EndsWith("/*", StringComparison.Ordinal) && mediaType.StartsWith(documented[..^1], StringComparison.OrdinalIgnoreCase))
            {
                range = content;
            }
        }

        return range;
    }

    private void Add(string path, string pointer, string text) => _differences.Add(new StubDifference(path, pointer, text));
}
