using System.Net;
using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Requests;

namespace ClerkGen;

/// <summary>Describes a response of a <see cref="StubTransport"/>. Immutable, except its header fields.</summary>
public sealed class StubAnswer
{
    private readonly HttpStatusCode _statusCode;
    private readonly byte[] _body;
    private readonly string? _contentType;

    /// <summary>Creates a response.</summary>
    /// <param name="statusCode">Status.</param>
    /// <param name="body">The body, or null for none.</param>
    /// <param name="contentType">Content type of the body.</param>
    public StubAnswer(HttpStatusCode statusCode, byte[]? body = null, string? contentType = null)
    {
        _statusCode = statusCode;
        _body = body ?? [];
        _contentType = contentType;
    }

    /// <summary>Gets the header fields.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a response with raw JSON.</summary>
    /// <param name="json">The body.</param>
    /// <param name="statusCode">Status.</param>
    public static StubAnswer Json(string json, HttpStatusCode statusCode = HttpStatusCode.OK) =>
        new(statusCode, Encoding.UTF8.GetBytes(json), "application/json");

    /// <summary>Creates a response with a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="statusCode">Status.</param>
    /// <typeparam name="T">An emitted type.</typeparam>
    public static StubAnswer Of<T>(T value, HttpStatusCode statusCode = HttpStatusCode.OK)
        where T : IApiJson<T> =>
        Of<T, T>(value, statusCode);

    /// <summary>The status as a number.</summary>
    internal int Status => (int)_statusCode;

    /// <summary>The body; empty for none.</summary>
    internal byte[] Body => _body;

    /// <summary>Content type of the body, or null.</summary>
    internal string? ContentType => _contentType;

    internal static StubAnswer Of<T, TJson>(T value, HttpStatusCode statusCode)
        where TJson : IApiJson<T> =>
        Json(ObjectMembers.JsonOf<T, TJson>(value), statusCode);

    internal HttpResponseMessage ToResponse()
    {
        var response = new HttpResponseMessage(_statusCode) { Content = new ByteArrayContent(_body) };
        if (_contentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", _contentType);
        }

        // A test should not wait for retries.
        response.Headers.TryAddWithoutValidation("Retry-After", Headers.TryGetValue("Retry-After", out string? wait) ? wait : "0");
        foreach (KeyValuePair<string, string> header in Headers)
        {
            if (!header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            {
                response.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return response;
    }
}
