using System.Net.Http.Headers;
using ClerkGen.Testing;
using Microsoft.OpenApi;

namespace ClerkGen.Client.Tests;

/// <summary>
/// Stands for the further servers that a document names for single paths and operations: what is sent to one of them reaches the test
/// server instead, so that nothing leaves the machine.
/// </summary>
internal sealed class OtherServers : DelegatingHandler
{
    private readonly Uri _baseAddress;

    private OtherServers(IReadOnlyList<Uri> addresses, Uri baseAddress)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Addresses = addresses;
        _baseAddress = baseAddress;
    }

    /// <summary>The absolute ones among the servers.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <summary>The further servers of a document, or null when it names none.</summary>
    public static OtherServers? Of(LoadedDocument document, DocumentServer server)
    {
        Uri[] addresses =
        [
            .. (document.Document.Paths ?? []).Values
                .SelectMany(item => (item.Servers ?? []).Concat((item.Operations ?? []).Values.SelectMany(operation => operation.Servers ?? [])))
                .Select(Address)
                .OfType<Uri>()
                .Distinct(),
        ];
        return addresses.Length == 0 ? null : new OtherServers(addresses, server.BaseAddress);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string target = request.RequestUri!.AbsoluteUri;
        string? prefix = Addresses.Select(address => address.AbsoluteUri.TrimEnd('/'))
            .Where(address => target.StartsWith(address + "/", StringComparison.Ordinal))
            .MaxBy(address => address.Length);
        if (prefix is null)
        {
            return request.RequestUri.IsLoopback
                ? await base.SendAsync(request, cancellationToken)
                : throw new InvalidOperationException($"{request.RequestUri.Host} is no server of the document.");
        }

        // A copy, because a request whose address changes on the way has followed a redirect.
        using var copy = new HttpRequestMessage(request.Method, _baseAddress.AbsoluteUri.TrimEnd('/') + target[prefix.Length..]);
        Copy(request.Headers, copy.Headers);
        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellationToken));
            Copy(content.Headers, copy.Content.Headers);
        }

        HttpResponseMessage response = await base.SendAsync(copy, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach ((string name, IEnumerable<string> values) in from)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }

    private static Uri? Address(OpenApiServer server)
    {
        string url = server.Url ?? "";
        foreach ((string name, OpenApiServerVariable variable) in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        {
            url = url.Replace($"{{{name}}}", variable.Default, StringComparison.Ordinal);
        }

        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
    }
}
