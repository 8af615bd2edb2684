namespace ClerkGen.Telemetry;

/// <summary>
/// Hands the trace context to the server in place of the platform's handler, whose spans are switched off because they would hold URLs.
/// </summary>
internal sealed class TraceContextHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallTelemetry.Propagate(request);
        return base.SendAsync(request, cancellationToken);
    }
}
