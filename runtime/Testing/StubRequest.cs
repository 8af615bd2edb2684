using System.Text;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>A request that a <see cref="StubTransport"/> was sent. Holds no credential. Immutable.</summary>
public sealed class StubRequest
{
    private readonly byte[] _body;

    internal StubRequest(ApiCallContext call, HttpRequestMessage request, byte[] body)
    {
        OperationId = call.OperationId;
        Method = call.Method;
        PathTemplate = call.PathTemplate;
        Attempt = call.Attempt;
        Uri uri = request.RequestUri!;
        Path = uri.AbsolutePath;
        Query = ParseQuery(uri.Query);
        ContentType = request.Content?.Headers.ContentType?.ToString();
        Headers = new ApiHeaders(request.Headers.NonValidated
            .Where(header => !call.SentSchemes.Any(scheme => IsCarrier(scheme, header.Key)))
            .Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString())));
        Query = [.. Query.Where(pair => !call.SentSchemes.Any(
            scheme => scheme.Kind == SecuritySchemeKind.Query && scheme.ParameterName == pair.Key))];
        _body = body;
    }

    /// <summary>Id of the operation in the OpenAPI document.</summary>
    public string OperationId { get; }

    /// <summary>HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path as the document writes it.</summary>
    public string PathTemplate { get; }

    /// <summary>Number of the attempt within its call; 1 is the first.</summary>
    public int Attempt { get; }

    /// <summary>Path with its values, percent-encoded, the server's own path included.</summary>
    public string Path { get; }

    /// <summary>Query parameters in their order, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>Header fields, without credentials.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>Content type of the body, or null for none.</summary>
    public string? ContentType { get; }

    /// <summary>The body as text; empty for none.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    /// <summary>Reads the body.</summary>
    /// <typeparam name="T">Type of the body: a type that ClerkGen emitted.</typeparam>
    /// <exception cref="ApiReadException">The body is not JSON of that type.</exception>
    public T ReadBody<T>()
        where T : IApiJson<T> =>
        ApiJsonBody.Read<T, T>(_body, default);

    /// <summary>Operation id, method and path template.</summary>
    public override string ToString() => $"{OperationId} ({Method} {PathTemplate})";

    private static bool IsCarrier(ApiSecurityScheme scheme, string header) => scheme.Kind switch
    {
        SecuritySchemeKind.Query => false,
        SecuritySchemeKind.Cookie => header.Equals("Cookie", StringComparison.OrdinalIgnoreCase),
        _ => header.Equals(scheme.ParameterName, StringComparison.OrdinalIgnoreCase),
    };

    private static KeyValuePair<string, string>[] ParseQuery(string query) =>
    [
        .. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair =>
        {
            int equals = pair.IndexOf('=');
            return equals < 0
                ? KeyValuePair.Create(Uri.UnescapeDataString(pair), "")
                : KeyValuePair.Create(Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..]));
        }),
    ];
}
