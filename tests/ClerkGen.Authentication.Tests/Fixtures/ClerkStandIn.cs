using System.Net;
using System.Text;

namespace ClerkGen.Authentication.Tests;

/// <summary>A stand-in for Clerk: it responds from memory and records its requests.</summary>
internal sealed class ClerkStandIn : HttpMessageHandler
{
    private int _count;

    public Func<HttpRequestMessage, string, (HttpStatusCode Status, string Body)> Answer { get; set; } = (_, _) => (HttpStatusCode.NotFound, "{}");

    /// <summary>Until it is completed, answers wait.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Count => Volatile.Read(ref _count);

    public List<string> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Asked)
        {
            Asked.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.Authorization} {body}".Trim());
        }

        await Gate.WaitAsync(cancellationToken);
        (HttpStatusCode status, string text) = Answer(request, body);
        return new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
