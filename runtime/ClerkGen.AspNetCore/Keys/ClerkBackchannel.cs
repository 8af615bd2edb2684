using System.Net;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.AspNetCore;

/// <summary>A response of Clerk.</summary>
internal readonly record struct BackchannelAnswer(HttpStatusCode Status, byte[] Body);

/// <summary>
/// The connection to Clerk for keys and machine tokens. Follows no redirects, since they would take the secret
/// key along, keeps no cookies, and reads 1 MiB at most. Thread-safe.
/// </summary>
#pragma warning disable CA1001 // The client owns nothing: its handler is shared, or belongs to the application.
internal sealed class ClerkBackchannel
#pragma warning restore CA1001
{
    private const int LongestAnswer = 1024 * 1024;
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(5);

    // One pool for all: what differs between instances is in the requests. To this machine it passes no proxy, and its spans have no URLs.
    private static readonly HttpMessageHandler Shared = ApiHttpHandler.Create();

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    internal ClerkBackchannel(HttpMessageHandler? handler, TimeProvider time)
    {
        Handler = handler ?? Shared;
        _http = new HttpClient(Handler, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,

            // So that many questions about tokens need few connections, and keys do not wait for one.
            DefaultRequestVersion = HttpVersion.Version20,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        _time = time;
    }

    internal HttpMessageHandler Handler { get; }

    /// <summary>Sends a request once, for five seconds at most.</summary>
    /// <exception cref="HttpRequestException">There was no response, or one too long.</exception>
    /// <exception cref="OperationCanceledException">The time is over, or it was cancelled.</exception>
    internal async Task<BackchannelAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestAttempt, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using HttpResponseMessage response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
        return new BackchannelAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
    }
}
