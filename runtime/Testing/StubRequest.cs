using System.Net.Http.Headers;
using System.Text;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Security;
using ClerkGen.Testing;

namespace ClerkGen;

/// <summary>Describes a request that a <see cref="StubTransport"/> received. Contains no credential. Immutable.</summary>
public sealed class StubRequest
{
    private readonly byte[] _body;

    internal StubRequest(ApiCallContext call, HttpRequestMessage request, byte[] body)
    {
        OperationId = call.OperationId;
        Method = call.Method;
        PathTemplate = call.PathTemplate;
        Attempt = call.Attempt;
        IsBeyondDocument = ((ApiCall)call).Operation.IsBeyondDocument;
        SentCredential? sent = ((ApiCall)call).Sent;
        Uri uri = request.RequestUri!;
        Path = uri.AbsolutePath;
        List<SentText> query = SentText.OfQuery(uri.Query.TrimStart('?'));
        query.RemoveAll(text => IsCredential(sent, SecuritySchemeKind.Query, text.Name));
        SentQuery = query;
        Query = query.ConvertAll(static text => KeyValuePair.Create(text.Name, text.Text));
        ContentType = request.Content?.Headers.ContentType?.ToString();
        var headers = new List<KeyValuePair<string, string>>();
        List<SentText> cookies = [];
        foreach ((string name, HeaderStringValues values) in request.Headers.NonValidated)
        {
            if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
            {
                cookies.AddRange(SentText.OfCookies(values.ToString()));
            }

            if (!IsCarrier(sent, name))
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        cookies.RemoveAll(cookie => IsCredential(sent, SecuritySchemeKind.Cookie, cookie.Name));
        SentCookies = cookies;
        Headers = new ApiHeaders(headers);
        _body = body;
    }

    /// <summary>Gets the operation's id in the OpenAPI document.</summary>
    public string OperationId { get; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the path as in the document.</summary>
    public string PathTemplate { get; }

    /// <summary>Gets the number of the attempt within its call; the first is 1.</summary>
    public int Attempt { get; }

    /// <summary>Gets the path with its values, percent-encoded, including the server's own path.</summary>
    public string Path { get; }

    /// <summary>Gets the query parameters in their order, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>Gets the header fields, without credentials.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>Gets the content type of the body, or null for none.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the body as text; empty for none.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    /// <summary>Whether the caller gave the address, so that no operation of the document describes it.</summary>
    internal bool IsBeyondDocument { get; }

    /// <summary>The query parameters as they are sent, without credentials.</summary>
    internal IReadOnlyList<SentText> SentQuery { get; }

    /// <summary>The cookies as they are sent, without credentials.</summary>
    internal IReadOnlyList<SentText> SentCookies { get; }

    /// <summary>The body; empty for none.</summary>
    internal byte[] BodyBytes => _body;

    /// <summary>Reads the body as an emitted type.</summary>
    /// <typeparam name="T">An emitted type.</typeparam>
    /// <exception cref="ApiReadException">The body is not JSON of that type.</exception>
    public T ReadBody<T>()
        where T : IApiJson<T> =>
        ApiJsonBody.Read<T, T>(_body, default);

    /// <summary>Returns operation id, method and path template.</summary>
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

    private static bool IsCredential(SentCredential? sent, SecuritySchemeKind kind, string name)
    {
        for (SentCredential? credential = sent; credential is not null; credential = credential.Before)
        {
            if (credential.Scheme.Kind == kind && credential.Scheme.ParameterName == name)
            {
                return true;
            }
        }

        return false;
    }
}
