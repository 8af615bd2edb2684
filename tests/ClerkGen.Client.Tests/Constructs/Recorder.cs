using System.Net;
using System.Text;

namespace ClerkGen.Client.Tests.Constructs;

/// <summary>Answers every request alike, and keeps the last one as it would go over the wire.</summary>
/// <param name="answer">Bytes of the answer's body.</param>
/// <param name="mediaType">Its media type, or null for an answer that names none.</param>
/// <param name="status">Its status.</param>
/// <param name="headers">Its headers.</param>
internal sealed class Recorder(byte[] answer, string? mediaType, HttpStatusCode status, params (string Name, string Value)[] headers) : HttpMessageHandler
{
    public Recorder(string answer, string mediaType, HttpStatusCode status)
        : this(Encoding.UTF8.GetBytes(answer), mediaType, status)
    {
    }

    public string? Method { get; private set; }

    public Uri? Url { get; private set; }

    /// <summary>The fields of the header, a line each.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    public byte[]? Bytes { get; private set; }

    public string? Body => Bytes is null ? null : Encoding.UTF8.GetString(Bytes);

    public string? ContentType { get; private set; }

    /// <summary>The value of a field, or null.</summary>
    public string? Header(string name) => Headers
        .Where(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 2)..])
        .SingleOrDefault();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Method, Url, ContentType) = (request.Method.Method, request.RequestUri, request.Content?.Headers.ContentType?.ToString());
        Headers = request.Headers.NonValidated.SelectMany(static field => field.Value, static (field, value) => $"{field.Key}: {value}").ToArray();
        Bytes = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(answer), RequestMessage = request };
        if (mediaType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
