using System.Net;
using System.Text;

namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Answers in the process and keeps what it was sent, as text.</summary>
internal sealed class RecordingHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    internal List<(string Url, string Headers, string Body)> Requests { get; } = [];

    internal static HttpResponseMessage Json(string json, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.RequestUri!.OriginalString, request.Headers.ToString(), body));
        return answer(request);
    }
}
