namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Sends each request a second time, as a host's resilience handler may.</summary>
internal sealed class TwiceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage first = await base.SendAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
