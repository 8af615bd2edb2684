using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ClerkGen.Http;
using ClerkGen.OAuth;
using ClerkGen.Transport;

namespace ClerkGen;

/// <summary>Gets access tokens with the client credentials grant of OAuth 2.0 (RFC 6749, section 4.4) and caches them. Thread-safe.</summary>
/// <remarks>
/// Set <see cref="GetTokenAsync"/> as the provider of a client's options: <c>options.SecretKeyProvider = tokens.GetTokenAsync</c>. One
/// instance serves a process. Concurrent calls share one request. A token is renewed <see cref="RefreshAhead"/> before it expires, while
/// calls continue with the one that is still valid. If renewing fails, they continue until it has expired. After several failures, calls
/// get the last failure for up to 8 s before the endpoint is requested again.
/// </remarks>
public sealed class ClientCredentialsTokens
{
    private const int MaxResponseBytes = 1024 * 1024;

    // RFC 6749, section 5.1, recommends expires_in and leaves open what holds without it.
    private static readonly TimeSpan UnstatedLifetime = TimeSpan.FromMinutes(5);

    private readonly object _lock = new();
    private readonly ServerAddress _endpoint;
    private readonly Uri _uri;
    private readonly string _clientId;
    private readonly string _clientSecret;
    private readonly HttpTransport _transport;
    private AccessToken? _token;
    private Task<AccessToken>? _flight;

    // The last request, if it failed; how many failed one after the other, and when the last one did.
    private Task<AccessToken>? _failed;
    private int _failures;
    private long _failedAt;

    /// <summary>Creates a source of tokens. No request is sent until a token is needed.</summary>
    /// <param name="tokenEndpoint">
    /// The authorization server's token endpoint: absolute, <c>https</c>, or <c>http</c> on loopback, without user info and fragment.
    /// </param>
    /// <param name="clientId">The client identifier.</param>
    /// <param name="clientSecret">The client secret. It is sent to the token endpoint only.</param>
    /// <param name="httpClient">
    /// Sends the requests, or null for a shared pool of connections. It is not disposed, and should not follow redirects.
    /// </param>
    /// <exception cref="ArgumentException">The endpoint is not a valid address, or a credential is empty.</exception>
    public ClientCredentialsTokens(Uri tokenEndpoint, string clientId, string clientSecret, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(tokenEndpoint);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        if (!tokenEndpoint.IsAbsoluteUri)
        {
            throw new ArgumentException("The token endpoint is not absolute.", nameof(tokenEndpoint));
        }

        // The query belongs to the endpoint (RFC 6749, section 3.2).
        _endpoint = ServerAddress.Of(new UriBuilder(tokenEndpoint) { Query = "" }.Uri, allowInsecureHttp: true);
        _uri = tokenEndpoint;
        _clientId = clientId;
        _clientSecret = clientSecret;
        _transport = httpClient is null ? SharedTransport.Instance : new HttpClientTransport(httpClient);
    }

    /// <summary>Gets the scopes to request; null for the server's default.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets further parameters of the request, such as <c>audience</c> or <c>resource</c> (RFC 8707).</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets whether identifier and secret are sent in the body, as <c>client_id</c> and <c>client_secret</c>. Default: false.</summary>
    /// <remarks>If false, they are sent as HTTP Basic, which every server supports (RFC 6749, section 2.3.1).</remarks>
    public bool SendsSecretInBody { get; init; }

    /// <summary>Gets how long before its expiry a token is renewed, at most half of its lifetime. Default: 60 s.</summary>
    /// <value>Zero or more.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan RefreshAhead
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the time limit of one request to the token endpoint. Default: 10 s.</summary>
    /// <value>More than zero, and at most 24 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(Timeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(24), nameof(Timeout));
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the clock for expiry and the time limit. Default: the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Returns a valid access token: the cached one, or a new one.</summary>
    /// <param name="cancellationToken">Cancels this wait. A request that other calls wait for continues.</param>
    /// <exception cref="TokenRequestException">The server returned no usable token.</exception>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        Task<AccessToken> flight;
        lock (_lock)
        {
            if (_token is { } token && token.AgeBy(TimeProvider) is TimeSpan age && age < token.Lifetime)
            {
                if (age >= token.RenewalAge && _flight is null && !IsPausing)
                {
                    // Nothing awaits it. A failure surfaces when the token has expired.
                    Forget(Begin());
                }

                return new ValueTask<string>(token.Text);
            }

            flight = _flight ?? (IsPausing ? _failed! : Begin());
        }

        return new ValueTask<string>(WaitAsync(flight, cancellationToken));
    }

    /// <summary>Drops the cached token, for one that the API no longer accepts. The next call requests a new one.</summary>
    public void Invalidate()
    {
        lock (_lock)
        {
            _token = null;
            _failures = 0;
        }
    }

    /// <summary>Returns the type's name and the endpoint's host. The secret is never printed.</summary>
    public override string ToString() => $"{nameof(ClientCredentialsTokens)} ({_endpoint.Host})";

    private static async Task<string> WaitAsync(Task<AccessToken> flight, CancellationToken cancellationToken) =>
        (await flight.WaitAsync(cancellationToken).ConfigureAwait(false)).Text;

    private static void Forget(Task flight) => _ = flight.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    // Called under the lock. The flight starts on the pool, so that it never ends, or calls a handler, while the lock is held.
    private Task<AccessToken> Begin()
    {
        Task<AccessToken> flight = Task.Run(RequestAsync);
        _flight = flight;
        _ = flight.ContinueWith(End, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return flight;
    }

    private void End(Task<AccessToken> flight)
    {
        lock (_lock)
        {
            _flight = null;
            if (flight.IsCompletedSuccessfully)
            {
                _token = flight.Result;
                _failed = null;
                _failures = 0;
            }
            else
            {
                _ = flight.Exception;
                _failed = flight;
                _failures++;
                _failedAt = TimeProvider.GetTimestamp();
            }
        }
    }

    // Every call would ask a server that is down, or that locks out a client whose secret is wrong. The first failure may have been a broken
    // connection; after the others nobody asks for 1, 2, 4, 8, 8, … seconds, and calls get the same failure.
    private bool IsPausing => _failures > 1
        && TimeProvider.GetElapsedTime(_failedAt) < TimeSpan.FromSeconds(1 << Math.Min(_failures - 2, 3));

    private async Task<AccessToken> RequestAsync()
    {
        using var limit = new CancellationTokenSource(System.Threading.Timeout.InfiniteTimeSpan, TimeProvider);
        limit.CancelAfter(Timeout);
        using HttpRequestMessage request = CreateRequest();
        (DateTimeOffset asked, long timestamp) = (TimeProvider.GetUtcNow(), TimeProvider.GetTimestamp());
        try
        {
            using HttpResponseMessage response = await _transport.SendAsync(request, limit.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } last && last != _uri)
            {
                throw new TokenRequestException("The token endpoint redirected, and the HttpClient followed.", (int)response.StatusCode);
            }

            byte[] body = await ReadAsync(response.Content, limit.Token).ConfigureAwait(false);
            TokenResponse answer = TokenResponse.Read(body, (int)response.StatusCode, [_clientSecret]);
            TimeSpan lifetime = answer.Lifetime ?? UnstatedLifetime;
            TimeSpan ahead = RefreshAhead < lifetime / 2 ? RefreshAhead : lifetime / 2;
            return new AccessToken(answer.AccessToken, asked, timestamp, lifetime, lifetime - ahead);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new TokenRequestException(
                $"The token endpoint did not answer within {Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new TokenRequestException("The token endpoint cannot be reached, or its response is incomplete.", Masked(exception));
        }
        catch (Exception exception) when (exception is not TokenRequestException && HandlerFailure.EndsCall(exception))
        {
            throw new TokenRequestException(
                "The given HttpClient, or one of its handlers, failed to request a token. The inner exception has the reason.", Masked(exception));
        }
    }

    private Exception Masked(Exception exception) => HandlerFailure.WithoutSecrets(exception, [_clientSecret, BasicCredential])!;

    private HttpRequestMessage CreateRequest()
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (Scope is not null)
        {
            form.Add(new("scope", Scope));
        }

        form.AddRange(Parameters);
        var request = new HttpRequestMessage(HttpMethod.Post, _uri);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", RuntimeVersion.UserAgent);
        if (SendsSecretInBody)
        {
            form.Add(new("client_id", _clientId));
            form.Add(new("client_secret", _clientSecret));
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicCredential);
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    // RFC 6749, section 2.3.1: both are encoded as in a form first.
    private string BasicCredential =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FormEncode(_clientId)}:{FormEncode(_clientSecret)}"));

    private static string FormEncode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            byte[] buffer = new byte[4096];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer, 0, count);
                if (body.Length > MaxResponseBytes)
                {
                    throw new IOException("The response is longer than 1 MiB.");
                }
            }

            return body.ToArray();
        }
    }

    private sealed class AccessToken(string text, DateTimeOffset asked, long timestamp, TimeSpan lifetime, TimeSpan renewalAge)
    {
        internal string Text { get; } = text;

        internal TimeSpan Lifetime { get; } = lifetime;

        internal TimeSpan RenewalAge { get; } = renewalAge;

        // One clock stops while the machine sleeps, and the other may be set back. The later one is right.
        internal TimeSpan AgeBy(TimeProvider time)
        {
            (TimeSpan wall, TimeSpan elapsed) = (time.GetUtcNow() - asked, time.GetElapsedTime(timestamp));
            return wall > elapsed ? wall : elapsed;
        }
    }
}
