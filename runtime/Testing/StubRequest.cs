using System.Net.Http.Headers;
using System.Text;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Security;

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
        SentCredential? sent = ((ApiCall)call).Sent;
        Uri uri = request.RequestUri!;
        Path = uri.AbsolutePath;
        Query = ParseQuery(uri.Query, sent);
        ContentType = request.Content?.Headers.ContentType?.ToString();
        var headers = new List<KeyValuePair<string, string>>();
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            if (!IsCarrier(sent, name))
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        Headers = new ApiHeaders(headers);
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

    private static bool IsCarrier(SentCredential? sent, string header)
    {
        for (SentCredential? credential = sent; credential is not null; credential = credential.Before)
        {
            string? carrier = credential.Scheme.Kind switch
            {
                SecuritySchemeKind.Query => null,
                SecuritySchemeKind.Cookie => "Cookie",
                _ => credential.Scheme.ParameterName,
            };
            if (header.Equals(carrier, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static List<KeyValuePair<string, string>> ParseQuery(string query, SentCredential? sent)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            if (!IsCredential(sent, name))
            {
                pairs.Add(new(name, equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..])));
            }
        }

        return pairs;
    }

    private static bool IsCredential(SentCredential? sent, string parameter)
    {
        for (SentCredential? credential = sent; credential is not null; credential = credential.Before)
        {
            if (credential.Scheme.Kind == SecuritySchemeKind.Query && credential.Scheme.ParameterName == parameter)
            {
                return true;
            }
        }

        return false;
    }
}
