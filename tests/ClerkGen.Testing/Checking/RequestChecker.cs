using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>Checks one request against the operation that it matched, and reads its values.</summary>
internal sealed class RequestChecker
{
    private readonly DocumentOperation _operation;
    private readonly HttpRequest _request;
    private readonly byte[] _body;
    private readonly Dictionary<string, JsonNode?> _values = new(StringComparer.Ordinal);
    private readonly List<Violation> _violations = [];

    public RequestChecker(DocumentOperation operation, HttpRequest request, byte[] body)
    {
        _operation = operation;
        _request = request;
        _body = body;
    }

    /// <summary>The values read, by part.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values => _values;

    /// <summary>The faults.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Checks everything.</summary>
    public async Task CheckAsync(
        IReadOnlyDictionary<string, string> pathValues, string rawQuery, SecurityChecker security,
        IReadOnlyDictionary<string, string> credentials)
    {
        foreach (IOpenApiParameter parameter in _operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path))
        {
            string part = $"path {parameter.Name}";
            if (!pathValues.TryGetValue(parameter.Name ?? "", out string? raw))
            {
                continue;
            }

            if (raw.Length == 0)
            {
                Report(part, "", "an empty path segment");
                continue;
            }

            Read(part, parameter.Schema ?? ParameterReader.ContentSchema(parameter), () => ParameterReader.Path(parameter, raw));
        }

        CheckQuery(rawQuery, security);
        CheckHeaders();
        CheckPairs(ParameterLocation.Cookie, Cookies(_request));
        var pairs = QueryText.Split(rawQuery);
        security.Check(
            _operation.Security,
            (location, name) => location switch
            {
                ParameterLocation.Query => pairs.FirstOrDefault(pair => pair.Name == name)?.Value,
                ParameterLocation.Cookie => Cookie(_request, name),
                _ => _request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            },
            credentials,
            message => Report("security", "", message));
        CheckAccept();
        await CheckBodyAsync();
    }

    /// <summary>How many path parameters accept only some values; tells apart templates that look the same.</summary>
    public static int RestrictedPathParameters(DocumentOperation operation) => operation.Parameters.Count(parameter =>
        parameter.In == ParameterLocation.Path && parameter.Schema?.Resolve() is { } schema
        && (schema is { Format: not null } or { Pattern: not null } or { Enum.Count: > 0 }
            || schema.NonNullType() != JsonSchemaType.String));

    /// <summary>Whether the raw values of a path suit an operation's path parameters.</summary>
    public static bool PathValuesConform(DocumentOperation operation, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            return operation.Parameters
                .Where(parameter => parameter is { In: ParameterLocation.Path, Schema: not null, Name: { } name }
                    && values.ContainsKey(name))
                .All(parameter => SchemaChecker.Check(
                    ParameterReader.Path(parameter, values[parameter.Name!]), parameter.Schema!, Direction.Request).Count == 0);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // The framework's parser drops cookies whose values have commas, which OpenAPI's form style puts there.
    private static List<QueryText> Cookies(HttpRequest request) =>
    [
        .. request.Headers.Cookie.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries)).SelectMany(QueryText.Split),
    ];

    private static string? Cookie(HttpRequest request, string name) => Cookies(request).Find(pair => pair.Name == name)?.RawValue;

    private void CheckQuery(string rawQuery, SecurityChecker security)
    {
        var pairs = new List<QueryText>(QueryText.Split(rawQuery));
        CheckPairs(ParameterLocation.Query, pairs);
        string path = _operation.Path;
        string[] inTemplate = path.Contains('?', StringComparison.Ordinal)
            ? [.. QueryText.Split(path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0]).Select(pair => pair.Name)]
            : [];
        foreach (QueryText unknown in pairs.Where(pair =>
            !inTemplate.Contains(pair.Name) && !security.IsCredential(ParameterLocation.Query, pair.Name)))
        {
            Report($"query {unknown.Name}", "", $"not a parameter of the operation: {unknown.RawName}={unknown.RawValue}");
        }
    }

    // The remaining pairs belong to no parameter. A cookie's style is that of a query (OpenAPI 3.1.1,
    // section 4.8.12.2), and a cookie is a pair.
    private void CheckPairs(ParameterLocation location, List<QueryText> pairs)
    {
        // Exploded objects take the pairs that no other parameter claims, so they are read last.
        foreach (IOpenApiParameter parameter in _operation.Parameters
            .Where(parameter => parameter.In == location)
            .OrderBy(parameter => parameter.Explode && TextValue.Structure(parameter.Schema) == JsonSchemaType.Object))
        {
            string part = $"{(location == ParameterLocation.Query ? "query" : "cookie")} {parameter.Name}";
            JsonNode? value = null;
            bool found = false;
            try
            {
                var query = new QueryParameter(
                    parameter.Name ?? "", parameter.Schema, parameter.Style ?? ParameterStyle.Form, parameter.Explode,
                    ParameterReader.ContentSchema(parameter));
                found = ParameterReader.Query(query, pairs, out value);
            }
            catch (FormatException e)
            {
                Report(part, "", e.Message);
                continue;
            }

            if (found)
            {
                Read(part, parameter.Schema ?? ParameterReader.ContentSchema(parameter), () => value);
            }
            else if (parameter.Required && !MayBeEmpty(parameter))
            {
                Report(part, "", "required, but missing");
            }
        }
    }

    // An empty array, and an object without members, leave nothing on the wire in most styles; being there can't be required of them.
    private static bool MayBeEmpty(IOpenApiParameter parameter) => TextValue.Structure(parameter.Schema) switch
    {
        JsonSchemaType.Array => parameter.Schema?.Resolve().MinItems is null or 0,
        JsonSchemaType.Object => parameter.Schema?.Resolve().Required is not { Count: > 0 },
        _ => false,
    };

    private void CheckHeaders()
    {
        foreach (IOpenApiParameter parameter in _operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Header))
        {
            // OpenAPI 3.1.1, section 4.8.12.2: header parameters of the first three names are to be ignored, other keywords describe them.
            // The transport determines the accepted encodings.
            string name = (parameter.Name ?? "").Trim();
            if (name.ToLowerInvariant() is "accept" or "content-type" or "authorization" or "accept-encoding")
            {
                continue;
            }

            string part = $"header {name}";
            if (_request.Headers.TryGetValue(name, out var text))
            {
                Read(part, parameter.Schema ?? ParameterReader.ContentSchema(parameter), () => ParameterReader.Header(parameter, text.ToString()));
            }
            else if (parameter.Required)
            {
                Report(part, "", "required, but missing");
            }
        }
    }

    private void CheckAccept()
    {
        string[] documented = [.. _operation.Responses.Values.SelectMany(response => response.Content.OrEmpty().Keys)];
        string? accept = _request.Headers.TryGetValue("Accept", out var value) ? value.ToString() : null;
        if (documented.Length > 0 && !documented.Any(mediaType => MediaTypes.Accepts(accept, mediaType)))
        {
            Report("header Accept", "", $"'{accept}' takes none of {string.Join(", ", documented)}");
        }
    }

    private async Task CheckBodyAsync()
    {
        if (_operation.RequestBody is not { } requestBody)
        {
            if (_body.Length > 0)
            {
                Report("body", "", $"{_body.Length} bytes for an operation without a request body");
            }

            return;
        }

        // Content-Length: 0 without a content type is how a client says "no body" for methods that expect one.
        if (_body.Length == 0 && _request.ContentType is null)
        {
            if (requestBody.Required)
            {
                Report("body", "", "required, but missing");
            }

            return;
        }

        if (MediaTypes.Find(requestBody.Content, _request.ContentType ?? "") is not { Value: { } mediaType } entry)
        {
            string documented = string.Join(", ", requestBody.Content.OrEmpty().Keys);
            Report("header Content-Type", "", $"'{_request.ContentType}' is none of {documented}");
            return;
        }

        void ReportBody(string pointer, string message) => Report("body", pointer, message);
        JsonNode? value;
        switch (MediaTypes.Essence(_request.ContentType ?? ""))
        {
            case var essence when MediaTypes.IsJson(essence):
                try
                {
                    value = JsonNode.Parse(_body);
                }
                catch (JsonException e)
                {
                    ReportBody("", $"is no JSON: {e.Message}");
                    return;
                }

                break;
            case "application/x-www-form-urlencoded":
                value = BodyReader.Form(_body, mediaType, ReportBody);
                break;
            case var multipart when MediaTypes.IsMultipart(multipart):
                value = await BodyReader.MultipartAsync(_body, _request.ContentType!, mediaType, ReportBody);
                break;
            default:
                return;
        }

        Read("body", mediaType.Schema, () => value);
    }

    private void Read(string part, IOpenApiSchema? schema, Func<JsonNode?> read)
    {
        try
        {
            JsonNode? value = read();
            _values[part] = value;
            if (schema is null)
            {
                return;
            }

            foreach ((string pointer, string message) in SchemaChecker.Check(value, schema, Direction.Request))
            {
                Report(part, pointer, message);
            }
        }
        catch (FormatException e)
        {
            Report(part, "", e.Message);
        }
    }

    private void Report(string part, string pointer, string message) =>
        _violations.Add(new Violation(_operation.OperationId, part, pointer, message));
}
