using System.Text.Json.Nodes;

namespace ClerkGen.Testing;

/// <summary>One request as the server saw it, and its answer.</summary>
public sealed record Exchange
{
    /// <summary>The operation that the request matched; null when it matched none.</summary>
    public DocumentOperation? Operation { get; init; }

    /// <summary>The method as sent.</summary>
    public required string Method { get; init; }

    /// <summary>The request target exactly as it stood in the request line.</summary>
    public required string RawTarget { get; init; }

    /// <summary>Request headers in order, one entry for each field line.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; }

    /// <summary>The request body; empty when there was none.</summary>
    public required byte[] RequestBody { get; init; }

    /// <summary>
    /// The server's view of the request: parameters by <c>path id</c>, <c>query limit</c>, <c>header X-A</c>, <c>cookie c</c>, and
    /// <c>body</c> for a JSON, form or multipart body (binary parts as base64 text).
    /// </summary>
    public required IReadOnlyDictionary<string, JsonNode?> Values { get; init; }

    /// <summary>The faults of the request.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>The status answered.</summary>
    public int Status { get; init; }

    /// <summary>The content type answered; null without a body.</summary>
    public string? ResponseContentType { get; init; }

    /// <summary>The response headers that the document declares, as sent.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The response body; empty when there was none.</summary>
    public byte[] ResponseBody { get; init; } = [];

    /// <summary>The response body when it is JSON.</summary>
    public JsonNode? ResponseJson { get; init; }

    /// <summary>The values of a request header, joined by commas; null when it was not sent.</summary>
    public string? RequestHeader(string name)
    {
        string[] values =
        [
            .. RequestHeaders.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value),
        ];
        return values.Length == 0 ? null : string.Join(",", values);
    }
}
