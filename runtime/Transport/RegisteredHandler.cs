using ClerkGen.Http;
using ClerkGen.Telemetry;

namespace ClerkGen.Transport;

/// <summary>
/// The innermost handler of clients that a host registers. It sees the deliveries of the host's handlers, repetitions included. It also
/// sends the trace context to the server. The platform's handler does not, because its spans would contain URLs and are off.
/// </summary>
internal sealed class RegisteredHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<ISentCall?> Watched = new();

    /// <summary>
    /// Recognises also copies of a call's request that share nothing with it. They are sent by the same flow of control.
    /// </summary>
    /// <param name="call">A call whose requests must not be repeated.</param>
    internal static void Watch(ISentCall call) => Watched.Value = call;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ISentCall? call = CallOf(request)
            ?? (request.Content is ICallContent content ? CallOf(content.Request) : null)
            ?? (Watched.Value is ISentCall watched && watched.IsLike(request) ? watched : null);
        if (call is not null)
        {
            await call.BeginSendAsync(cancellationToken).ConfigureAwait(false);
        }

        CallTelemetry.Propagate(request);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            call?.EndSend(response);
        }
    }

    private static ISentCall? CallOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(ApiCallContext.RequestKey, out ApiCallContext? context) ? context as ISentCall : null;
}
