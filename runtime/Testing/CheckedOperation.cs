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
        CheckCookies(request, check);
        CheckPath(request, check);
        CheckRequestBody(request, check);
    }

    /// <summary>Checks status, headers, media type and body of an answer.</summary>
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

        response = response.Resolve(_root);
        var check = new SchemaCheck(_root, isRequest: false, _differences);
        CheckHeaders(answer, response, check);
        if (answer.Body.Length > 0)
        {
            CheckBody(answer.Body, answer.ContentType, response, check);
        }
    }

    private void CheckQuery(StubRequest request, SchemaCheck check)
    {
        List<SentText> sent = [.. request.SentQuery];
        if (_parameters.Find(static parameter => parameter.Location == "querystring") is { } whole)
        {
            CheckWholeQuery(whole, sent, check);
            return;
        }

        CheckNamed("query", sent, "required query parameter is missing", check);

        // The template may contain a query.
        int literal = request.PathTemplate.IndexOf('?', StringComparison.Ordinal);
        HashSet<string> unknown = new(StringComparer.Ordinal);
        foreach (SentText text in sent)
        {
            if ((literal < 0 || request.PathTemplate.IndexOf(text.Name, literal, StringComparison.Ordinal) < 0) && unknown.Add(text.Name))
            {
                Add(text.Name, (_operation.Child("parameters") ?? _operation).Pointer, "unknown query parameter");
            }
        }
    }

    private void CheckWholeQuery(CheckedParameter whole, List<SentText> sent, SchemaCheck check)
    {
        if (sent.Count == 0 && whole.IsRequired)
        {
            Add(whole.Name, whole.Pointer, "required query is missing");
        }
        else if (sent.Count > 0 && whole.Content is { } content && content.Child("schema") is { } schema)
        {
            new CheckedFields(_root, content, _differences).Check(sent, schema, check);
        }
    }

    // Cookies that the document does not have may be those of a hook or a handler.
    private void CheckCookies(StubRequest request, SchemaCheck check) =>
        CheckNamed("cookie", [.. request.SentCookies], "required cookie is missing", check);

    // Each takes its own texts: the longest name first, since a name in brackets may be that of a parameter, and last the one that takes any.
    private void CheckNamed(string location, List<SentText> sent, string missing, SchemaCheck check)
    {
        List<CheckedParameter> parameters = _parameters.FindAll(parameter => parameter.Location == location);
        List<CheckedParameter> ordered = [.. parameters];
        ordered.Sort(static (left, right) => left.TakesAnyName != right.TakesAnyName
            ? left.TakesAnyName.CompareTo(right.TakesAnyName)
            : right.Name.Length.CompareTo(left.Name.Length));
        Dictionary<CheckedParameter, SentValue?> values = new(ordered.ConvertAll(parameter => KeyValuePair.Create(parameter, parameter.Take(sent))));
        foreach (CheckedParameter parameter in parameters)
        {
            CheckValue(parameter, values[parameter], missing, check);
        }
    }

    private void CheckValue(CheckedParameter parameter, SentValue? value, string missing, SchemaCheck check)
    {
        if (value is not null)
        {
            parameter.Check(_root, value, check);
        }
        else if (parameter.IsRequired)
        {
            Add(parameter.Name, parameter.Pointer, missing);
        }
    }

    private void CheckHeaders(StubRequest request, SchemaCheck check)
    {
        foreach (CheckedParameter parameter in _parameters)
        {
            // The fields of RFC 9110 are no parameters in OpenAPI.
            if (parameter.Location == "header" && parameter.Name.ToUpperInvariant() is not ("ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION"))
            {
                string? sent = request.Headers.TryGetValue(parameter.Name, out string? text) ? text : null;
                CheckValue(parameter, TextOf(parameter, sent), "required header is missing", check);
            }
        }
    }

    private void CheckHeaders(StubAnswer answer, SchemaPlace response, SchemaCheck check)
    {
        foreach (CheckedParameter header in CheckedParameter.OfHeaders(_root, response))
        {
            // The stub sends a Retry-After of its own. The media type is described elsewhere.
            string? sent = answer.Headers.TryGetValue(header.Name, out string? text) ? text : null;
            if (header.Name.ToUpperInvariant() is not "CONTENT-TYPE" && (sent is not null || header.Name.ToUpperInvariant() is not "RETRY-AFTER"))
            {
                CheckValue(header, TextOf(header, sent), "required header is missing", check);
            }
        }
    }

    private static SentValue? TextOf(CheckedParameter parameter, string? text) =>
        text is null ? null : parameter.Take([new SentText(parameter.Name, text)]);

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
                found.Check(_root, found.Take([new SentText(found.Name, path[^i], TextCoding.Percent)])!, check);
            }
        }
    }

    private void CheckRequestBody(StubRequest request, SchemaCheck check)
    {
        SchemaPlace? described = _operation.Child("requestBody")?.Resolve(_root);
        if (request.ContentType is null || (request.BodyBytes.Length == 0 && !IsForm(request.ContentType)))
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

        if (CheckedSequence.IsSequence(mediaType))
        {
            new CheckedSequence(_root, content, check, _differences).Check(body, mediaType);
        }
        else if (content.Child("schema") is not { } schema)
        {
            return;
        }
        else if (MediaTypes.IsJson(mediaType))
        {
            CheckJson(body, schema, check);
        }
        else if (IsForm(mediaType))
        {
            new CheckedFields(_root, content, _differences).Check(SentText.OfForm(body), schema, check);
        }
        else if (mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            new CheckedFields(_root, content, _differences).Check(SentParts.Read(body, contentType!), schema, check);
        }
    }

    // One without fields has no bytes.
    private static bool IsForm(string contentType) => MediaTypes.TypeOf(contentType).Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

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
