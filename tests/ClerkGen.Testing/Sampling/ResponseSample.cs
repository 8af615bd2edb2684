using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>A response as it will be sent.</summary>
internal sealed record ResponseSample(
    int Status, string? ContentType, byte[] Body, JsonNode? Json, IReadOnlyDictionary<string, string> Headers)
{
    private const int StreamedItems = 3;

    /// <summary>Synthesises the response of an operation.</summary>
    public static ResponseSample Of(DocumentOperation operation, Answer answer, string? accept)
    {
        int status = answer.Status ?? operation.SuccessStatus;
        IOpenApiResponse? response = operation.Response(status);
        Dictionary<string, string> headers = SampleHeaders(response, answer);
        KeyValuePair<string, IOpenApiMediaType>[] content = [.. (response?.Content).OrEmpty()];
        // RFC 9110, section 6.4.1: informational, 204 and 304 responses have no content.
        if (status is < 200 or 204 or 304 || (content.Length == 0 && answer.Body is null))
        {
            return new ResponseSample(status, null, [], null, headers);
        }

        KeyValuePair<string, IOpenApiMediaType> chosen = answer.MediaType is null
            ? content.MaxBy(entry => MediaTypes.Weight(accept, entry.Key))
            : content.FirstOrDefault(entry => entry.Key == answer.MediaType, content.FirstOrDefault());
        string contentType = answer.MediaType ?? (chosen.Key is null ? "application/json" : MediaTypes.Concrete(chosen.Key));
        if (answer.Body is not null)
        {
            return new ResponseSample(status, contentType, answer.Body, null, headers);
        }

        (byte[] body, JsonNode? json) = SampleBody(contentType, chosen.Value, answer);
        return new ResponseSample(status, contentType, body, json, headers);
    }

    private static (byte[] Body, JsonNode? Json) SampleBody(string contentType, IOpenApiMediaType mediaType, Answer answer)
    {
        JsonNode? Sample(IOpenApiSchema? schema, int seed) =>
            schema is null ? null : SchemaSample.Answer(schema, answer.Deviations, answer.Mode, seed);
        string essence = MediaTypes.Essence(contentType);
        // OpenAPI 3.2, section 4.14.3: sequential media types describe their items by itemSchema.
        IOpenApiSchema? item = mediaType.ItemSchema ?? mediaType.Schema;
        switch (essence)
        {
            case "application/x-ndjson" or "application/jsonl" or "application/json-seq":
                string separator = essence == "application/json-seq" ? "\u001e" : "";
                return (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(answer.Seed, StreamedItems)
                    .Select(seed => $"{separator}{Text(Sample(item, seed))}\n"))), null);
            case "text/event-stream":
                return (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(answer.Seed, StreamedItems)
                    .Select(seed => $"data: {Text(Sample(item, seed))}\n\n"))), null);
            case var json when MediaTypes.IsJson(json):
                JsonNode? value = Sample(mediaType.Schema, answer.Seed);
                return (Encoding.UTF8.GetBytes(Text(value)), value);
            case var text when text.StartsWith("text/", StringComparison.Ordinal):
                return (Encoding.UTF8.GetBytes(Sample(mediaType.Schema, answer.Seed) is { } scalar ? scalar.ToString() : "text"), null);
            default:
                return ([.. Enumerable.Range(0, 256).Select(i => (byte)(i + answer.Seed))], null);
        }
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(JsonSerializerOptions.Default) ?? "null";

    private static Dictionary<string, string> SampleHeaders(IOpenApiResponse? response, Answer answer)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IOpenApiHeader header) in (response?.Headers).OrEmpty())
        {
            // RFC 9110 gives these a meaning that the server itself has to keep true.
            if (header.Schema is null
                || name.ToLowerInvariant() is "content-type" or "content-encoding" or "content-length" or "transfer-encoding" or "connection")
            {
                continue;
            }

            headers[name] = SchemaSample.OfParameter(header.Schema, SampleMode.Minimal, answer.Seed, TextAlphabet.Token, name) switch
            {
                JsonArray items => string.Join(",", items.Select(item => item?.ToString())),
                JsonObject members => string.Join(",", members.Select(member => $"{member.Key},{member.Value}")),
                var scalar => scalar?.ToString() ?? "",
            };
        }

        foreach ((string name, string value) in answer.Headers)
        {
            headers[name] = value;
        }

        return headers;
    }
}
