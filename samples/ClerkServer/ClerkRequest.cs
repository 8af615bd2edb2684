using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClerkGen.Samples;

/// <summary>The parts of a request that operations use.</summary>
internal sealed class ClerkRequest
{
    private readonly byte[] _body;
    private readonly List<KeyValuePair<string, string>> _query = [];

    /// <param name="method">The HTTP method, upper case.</param>
    /// <param name="rawTarget">The request target as sent.</param>
    /// <param name="authorization">The Authorization header; empty when there was none.</param>
    /// <param name="body">The body; empty when there was none.</param>
    public ClerkRequest(string method, string rawTarget, string authorization, byte[] body)
    {
        Method = method;
        Authorization = authorization;
        _body = body;
        string[] pathAndQuery = rawTarget.Split('?', 2);
        Segments = [.. pathAndQuery[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        foreach (string pair in pathAndQuery is [_, string query] ? query.Split('&', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            string[] nameAndValue = pair.Replace('+', ' ').Split('=', 2);
            _query.Add(KeyValuePair.Create(
                Uri.UnescapeDataString(nameAndValue[0]), nameAndValue is [_, string value] ? Uri.UnescapeDataString(value) : ""));
        }
    }

    public string Method { get; }

    public string Authorization { get; }

    /// <summary>The decoded segments of the path.</summary>
    public string[] Segments { get; }

    /// <summary>A query parameter; null when it was not sent.</summary>
    public string? Query(string name) => QueryList(name) is [string value, ..] ? value : null;

    /// <summary>All values of a query parameter that may be repeated.</summary>
    public string[] QueryList(string name) => [.. _query.Where(pair => pair.Key == name).Select(pair => pair.Value)];

    /// <summary>An integer query parameter within its range.</summary>
    /// <exception cref="ClerkErrorException">It is not an integer in the range.</exception>
    public int QueryInteger(string name, int fallback, int minimum, int maximum)
    {
        if (Query(name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= minimum && value <= maximum
            ? value
            : throw ClerkErrorException.Unprocessable(
                "form_param_format_invalid", $"{name} is invalid", $"{name} must be an integer from {minimum} to {maximum}.", name);
    }

    /// <summary>The body as an object; empty when none was sent.</summary>
    /// <exception cref="ClerkErrorException">It is not a JSON object.</exception>
    public JsonObject Body() => _body.Length == 0 ? [] : Parse() as JsonObject ?? throw NotUnderstood();

    /// <summary>The body as an array of objects.</summary>
    /// <exception cref="ClerkErrorException">It is not an array of objects.</exception>
    public JsonObject[] BodyList() =>
        Parse() is JsonArray items && items.All(item => item is JsonObject) ? [.. items.OfType<JsonObject>()] : throw NotUnderstood();

    private JsonNode? Parse()
    {
        try
        {
            return JsonNode.Parse(_body);
        }
        catch (JsonException)
        {
            throw NotUnderstood();
        }
    }

    private static ClerkErrorException NotUnderstood() => new(
        400, "request_body_invalid", "Request body invalid", "The request body is not the JSON that this operation takes.");
}

/// <summary>A response: a status and JSON.</summary>
internal sealed record ClerkResponse(int Status, byte[] Body);
