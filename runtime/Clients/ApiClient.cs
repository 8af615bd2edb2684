using System.Diagnostics;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Options;
using ClerkGen.Transport;

namespace ClerkGen;

/// <summary>
/// Base of emitted clients. Thread-safe: make one and keep it. It needs no disposal: without a given <see cref="HttpClient"/> all
/// clients of a process share one pool of connections, and a given one stays the caller's.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiClient : ICallHooks
{
    private readonly CallPipeline? _pipeline;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How it behaves; can no longer be changed afterwards.</param>
    /// <param name="description">The API.</param>
    /// <param name="httpClient">Sends the requests, or null for the shared pool. Its timeout, HTTP version and, without
    /// <see cref="ApiClientOptions.BaseAddress"/>, its base address count. Its handler must not follow redirects, keep cookies, or repeat
    /// requests, unless <see cref="ApiClientOptions.RetryHandling"/> says so.</param>
    /// <exception cref="ArgumentException">The server's address is not absolute, or not https.</exception>
    protected ApiClient(ApiClientOptions options, ApiDescription description, HttpClient? httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(description);
        var settings = new ClientSettings(options, description, httpClient?.BaseAddress);
        _pipeline = new CallPipeline(this, settings, httpClient is null ? SharedTransport.Instance : new HttpClientTransport(httpClient));
    }

    /// <summary>Makes a client for substitution in tests: its groups must be substituted too.</summary>
    protected ApiClient()
    {
    }

    /// <summary>What sends calls.</summary>
    internal CallPipeline Pipeline => _pipeline
        ?? throw new InvalidOperationException(
            "This client is a test double and cannot send requests. Override or set up the method that was called.");

    /// <summary>
    /// Makes a call of any operation and returns its answer as it comes: status, header fields, and the body while it arrives. Error statuses
    /// and redirects are returned too, once no retry is left: <c>SendRawAsync(options => client.Users.GetAsync(id, options: options))</c>.
    /// </summary>
    /// <param name="call">Makes one call with the options that it is given. The value of that call is not set.</param>
    /// <param name="options">What the call does differently from its client, or null.</param>
    /// <returns>The answer. Dispose of its value, the stream.</returns>
    /// <exception cref="InvalidOperationException">The function made no call, or more than one, with the options.</exception>
    /// <exception cref="ApiException">There was no answer.</exception>
    public virtual async Task<ApiResponse<Stream>> SendRawAsync(Func<RequestOptions, Task> call, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        var raw = new RawAnswer();
        try
        {
            await call(new RequestOptions(options, raw)).ConfigureAwait(false);
        }
        catch
        {
            raw.Response?.Value.Dispose();
            throw;
        }

        return raw.Response ?? throw new InvalidOperationException("The function made no call with the options that it received.");
    }

    /// <summary>
    /// Sends a request to an address that the document does not have, with the client's credentials, retries and telemetry. Error statuses
    /// and redirects are returned like successes, once no retry is left.
    /// </summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the client's server, with its query, percent-encoded: <c>/v1/users?limit=1</c>.</param>
    /// <param name="content">The body, or null for none. It is sent again by a retry when it is in memory, and stays the caller's.</param>
    /// <param name="options">What the call does differently from its client, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer. Dispose of its value, the stream.</returns>
    /// <exception cref="ArgumentException">The path does not begin with one slash, has a dot segment, or is not percent-encoded.</exception>
    /// <exception cref="ApiException">There was no answer.</exception>
    public virtual async Task<ApiResponse<Stream>> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        var raw = new RawAnswer();
        var operation = new ApiOperation("SendAsync", method.Method, "/{path}", ApiResults.None) { Security = Pipeline.Settings.Description.Security };
        await Pipeline.SendAsync(this, operation, ApiRequest.Of(path, content), new RequestOptions(options, raw), cancellationToken).ConfigureAwait(false);
        return raw.Response!;
    }

    /// <summary>The API's name; nothing of the options.</summary>
    public override string ToString() => _pipeline?.Settings.Description.Name ?? GetType().Name;

    /// <summary>
    /// Runs before each attempt is sent. The request can be changed, but goes to no other server; credentials are added
    /// afterwards, so that nothing printed here holds one.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends with the attempt's timeout or the caller's cancellation.</param>
    protected internal virtual ValueTask OnSendingAsync(
        ApiCallContext call,
        HttpRequestMessage request,
        CancellationToken cancellationToken) => default;

    /// <summary>
    /// Runs when the header fields of an answer are there, before its body is read. The body is not for the hook.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The answer; its request no longer holds credentials.</param>
    /// <param name="cancellationToken">Ends with the attempt's timeout or the caller's cancellation.</param>
    protected internal virtual ValueTask OnReceivedAsync(
        ApiCallContext call,
        HttpResponseMessage response,
        CancellationToken cancellationToken) => default;

    ValueTask ICallHooks.OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken) =>
        OnSendingAsync(call, request, cancellationToken);

    ValueTask ICallHooks.OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken) =>
        OnReceivedAsync(call, response, cancellationToken);
}
