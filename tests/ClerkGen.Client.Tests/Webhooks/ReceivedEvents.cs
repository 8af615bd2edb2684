using System.Net;
using System.Reflection;
using System.Text;
using ClerkGen.GeneratedSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ClerkGen.Client.Tests.Webhooks;

/// <summary>An application on loopback that receives the webhooks of an emitted client, and what it received.</summary>
internal sealed class ReceivedEvents : IAsyncDisposable
{
    private static readonly WebhookVerifier Verifier = new("whsec_UObisGqe++I4rA2n7gyAxjDUWeUXJTTo");

    private readonly WebApplication _application;
    private readonly HttpClient _http = new();

    private ReceivedEvents(Assembly client)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        typeof(ReceivedEvents).GetMethod(nameof(Map), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(client.GetType("Consumer.Api.WebhookEvent", throwOnError: true)!)
            .Invoke(this, null);
    }

    /// <summary>The variants that were received: values of events' types, or raw JSON.</summary>
    public List<object?> Values { get; } = [];

    public static async Task<ReceivedEvents> StartAsync(Assembly client)
    {
        var received = new ReceivedEvents(client);
        await received._application.StartAsync();
        return received;
    }

    /// <summary>Signs a body and sends it.</summary>
    public async Task<HttpStatusCode> SendAsync(string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        WebhookHeaders headers = Verifier.Sign(bytes, "msg_1");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_application.Urls.Single() + "/webhooks"));
        request.Content = new ByteArrayContent(bytes);
        request.Headers.Add("svix-id", headers.Id);
        request.Headers.Add("svix-timestamp", headers.Timestamp);
        request.Headers.Add("svix-signature", headers.Signature);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }

    private void Map<TEvent>()
        where TEvent : class, IApiJson<TEvent> => _application.MapWebhook<TEvent>(
            "/webhooks",
            (value, _, _) =>
            {
                Values.Add(typeof(TEvent).GetProperty("Value")!.GetValue(value));
                return Task.CompletedTask;
            },
            Verifier);
}
