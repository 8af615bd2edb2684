using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace ClerkGen.Testing.Tests;

/// <summary>Writes sample arguments to the wire as OpenAPI says: the counterpart that the server's reading is tested with.</summary>
internal static class SampleRequest
{
    public static HttpRequestMessage Of(OperationSample sample, Uri baseAddress)
    {
        string path = sample.Operation.Path.Split('#')[0];
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = new HttpMethod(sample.Operation.Method) };
        var cookies = new List<string>();
        var headers = new List<(string Name, string? Value)>();
        foreach (SampleParameter argument in sample.Parameters)
        {
            IOpenApiParameter parameter = argument.Parameter;
            string name = parameter.Name!;
            switch (parameter.In)
            {
                case ParameterLocation.Path:
                    path = Regex.Replace(path, $@"\{{[.;]?{Regex.Escape(name)}\*?\}}", _ => Path(parameter, argument.Value));
                    break;
                case ParameterLocation.Query:
                    query.AddRange(Pairs(name, parameter.Style, parameter.Explode, parameter.Schema is null, argument.Value));
                    break;
                case ParameterLocation.Cookie:
                    cookies.AddRange(Pairs(name, ParameterStyle.Form, parameter.Explode, parameter.Schema is null, argument.Value));
                    break;
                default:
                    headers.Add((name.Trim(), parameter.Schema is null
                        ? argument.Value?.ToJsonString()
                        : Simple(argument.Value, parameter.Explode, text => text)));
                    break;
            }
        }

        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        if (query.Count > 0)
        {
            path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', query);
        }

        request.RequestUri = new Uri(
            $"{baseAddress.ToString().TrimEnd('/')}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        request.Content = sample.Body is null ? null : Content(sample.Body);
        foreach ((string name, string? value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value)
                || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        return request;
    }

    private static HttpContent Content(SampleBody body)
    {
        if (body.Bytes is not null)
        {
            return WithType(new ByteArrayContent(body.Bytes), body.ContentType);
        }

        switch (body.ContentType)
        {
            case "application/x-www-form-urlencoded":
                return new StringContent(
                    string.Join('&', Fields(body).SelectMany(field => field)), Encoding.UTF8, new MediaTypeHeaderValue(body.ContentType));
            case var multipart when MediaTypes.IsMultipart(multipart):
                return Multipart(body);
            default:
                return WithType(new ByteArrayContent(Encoding.UTF8.GetBytes(body.Value?.ToJsonString() ?? "null")), body.ContentType);
        }
    }

    // Some documents name media types that are none.
    private static ByteArrayContent WithType(ByteArrayContent content, string contentType)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static IEnumerable<IEnumerable<string>> Fields(SampleBody body) => ((JsonObject)body.Value!).Select(field =>
    {
        OpenApiEncoding? encoding = body.MediaType.Encoding?.TryGetValue(field.Key, out OpenApiEncoding? own) == true ? own : null;
        return encoding?.Style is null && field.Value is JsonObject
            ? [$"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToJsonString())}"]
            : Pairs(field.Key, encoding?.Style ?? ParameterStyle.Form, encoding?.Explode ?? true, false, field.Value);
    });

    private static MultipartFormDataContent Multipart(SampleBody body)
    {
        var content = new MultipartFormDataContent();
        foreach ((string name, JsonNode? value) in (JsonObject)body.Value!)
        {
            OpenApiEncoding? encoding = body.MediaType.Encoding?.TryGetValue(name, out OpenApiEncoding? own) == true ? own : null;
            IOpenApiSchema? schema = TextValue.Member(body.MediaType.Schema, name);
            bool isBinary = BodyReader.IsBinary(schema) || BodyReader.IsBinary(TextValue.Items(schema));
            foreach (JsonNode? part in value is JsonArray items ? items.ToArray() : [value])
            {
                if (isBinary && part is JsonValue)
                {
                    var file = new ByteArrayContent(Convert.FromBase64String(part!.ToString()));
                    file.Headers.ContentType = new MediaTypeHeaderValue(
                        encoding?.ContentType?.Split(',')[0].Replace("*", "png", StringComparison.Ordinal) ?? "application/octet-stream");
                    content.Add(file, name, "file.bin");
                }
                else
                {
                    bool isJson = part is JsonObject or JsonArray;
                    string type = encoding?.ContentType?.Split(',')[0] ?? (isJson ? "application/json" : "text/plain");
                    content.Add(new StringContent(isJson ? part!.ToJsonString() : Text(part), Encoding.UTF8, type), name);
                }
            }
        }

        content.Headers.ContentType!.MediaType = MediaTypes.Essence(body.ContentType);
        return content;
    }

    private static string Path(IOpenApiParameter parameter, JsonNode? value)
    {
        if (parameter.Schema is null)
        {
            return Uri.EscapeDataString(value!.ToJsonString());
        }

        string name = parameter.Name!;
        return (parameter.Style, parameter.Explode, value) switch
        {
            (ParameterStyle.Label, true, JsonArray items) => string.Concat(items.Select(item => $".{Escaped(item)}")),
            (ParameterStyle.Label, true, JsonObject members) => Named(".", members),
            (ParameterStyle.Label, _, _) => $".{Simple(value, false, Uri.EscapeDataString)}",
            (ParameterStyle.Matrix, true, JsonArray items) => string.Concat(items.Select(item => $";{name}={Escaped(item)}")),
            (ParameterStyle.Matrix, true, JsonObject members) => Named(";", members),
            (ParameterStyle.Matrix, _, _) => $";{name}={Simple(value, false, Uri.EscapeDataString)}",
            _ => Simple(value, parameter.Explode, Uri.EscapeDataString),
        };
    }

    private static string Named(string prefix, JsonObject members) =>
        string.Concat(members.Select(member => $"{prefix}{Uri.EscapeDataString(member.Key)}={Escaped(member.Value)}"));

    private static IEnumerable<string> Pairs(string name, ParameterStyle? style, bool explode, bool isJson, JsonNode? value)
    {
        string key = Uri.EscapeDataString(name);
        if (isJson)
        {
            return [$"{key}={Uri.EscapeDataString(value is JsonObject or JsonArray ? value.ToJsonString() : Text(value))}"];
        }

        string delimiter = style switch { ParameterStyle.SpaceDelimited => "%20", ParameterStyle.PipeDelimited => "%7C", _ => "," };
        return (style, explode, value) switch
        {
            (ParameterStyle.DeepObject, _, JsonObject members) => members.SelectMany(member => Deep($"{name}[{member.Key}]", member.Value)),
            (_, true, JsonArray items) => items.Select(item => $"{key}={Escaped(item)}"),
            (_, false, JsonArray items) => [$"{key}={string.Join(delimiter, items.Select(Escaped))}"],
            (_, true, JsonObject members) => members.SelectMany(member =>
                Pairs(member.Key, ParameterStyle.Form, member.Value is JsonArray, false, member.Value)),
            (_, false, JsonObject members) => [$"{key}={string.Join(delimiter, members.Select(member =>
                $"{Uri.EscapeDataString(member.Key)}{delimiter}{Escaped(member.Value)}"))}"],
            _ => [$"{key}={Escaped(value)}"],
        };
    }

    private static IEnumerable<string> Deep(string key, JsonNode? value) => value switch
    {
        JsonObject members => members.SelectMany(member => Deep($"{key}[{member.Key}]", member.Value)),
        JsonArray items => items.SelectMany(item => Deep(key, item)),
        _ => [$"{Uri.EscapeDataString(key)}={Escaped(value)}"],
    };

    private static string Simple(JsonNode? value, bool explode, Func<string, string> encode) => value switch
    {
        JsonArray items => string.Join(',', items.Select(item => encode(Text(item)))),
        JsonObject members when explode => string.Join(',', members.Select(member => $"{encode(member.Key)}={encode(Text(member.Value))}")),
        JsonObject members => string.Join(',', members.Select(member => $"{encode(member.Key)},{encode(Text(member.Value))}")),
        _ => encode(Text(value)),
    };

    private static string Escaped(JsonNode? value) => Uri.EscapeDataString(Text(value));

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.TryGetValue(out bool flag) => flag ? "true" : "false",
        JsonValue scalar when scalar.TryGetValue(out decimal number) => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
