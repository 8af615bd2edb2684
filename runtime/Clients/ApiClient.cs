using System.Diagnostics;
using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;
using ClerkGen.Options;
using ClerkGen.Transport;

namespace ClerkGen;

/// <summary>Sends the calls of an emitted client. Thread-safe: create one client and keep it.</summary>
/// <remarks>
/// It needs no disposal. Without a given <see cref="HttpClient"/>, all clients of a process
/// share one pool of connections. A given one is never disposed.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiClient : ICallHooks
{
    private readonly CallPipeline? _pipeline;

    /// <summary>Creates a client.</summary>
    /// <param name="options">The options. They cannot be changed afterwards.</param>
    /// <param name="description">Description of the API.</param>
    /// <param name="httpClient">
    /// Sends the requests, or null for the shared pool. Its timeout and HTTP version apply, and its base address if
    /// <see cref="ApiClientOptions.BaseAddress"/> is null. Its handler must not follow redirects, keep cookies, or repeat requests, unless
    /// <see cref="ApiClientOptions.RetryHandling"/> allows it.
    /// </param>
    /// <exception cref="ArgumentException">The server's address is not absolute, or not https.</exception>
    protected ApiClient(ApiClientOptions options, ApiDescription description, HttpClient? httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(description);
        var settings = new ClientSettings(options, description, httpClient?.BaseAddress);
        _pipeline = new CallPipeline(this, settings, httpClient is null ? SharedTransport.Instance : new HttpClientTransport(httpClient));
    }

    /// <summary>Creates a client for mocking. Its groups must be mocked too.</summary>
    protected ApiClient()
    {
    }

    /// <summary>Sends the calls.</summary>
    internal CallPipeline Pipeline => _pipeline
        ?? throw new InvalidOperationException(
            "This client is a test double and cannot send requests. Override or set up the method that was called.");

    /// <summary>Calls any operation and returns the raw response: status, header fields, and the body as a stream.</summary>
    /// <remarks>
    /// Example: <c>SendRawAsync(options = client.Users.GetAsync(id, options: options))</c>. Error
    /// statuses and redirects are returned too, once no retry is left.
    /// </remarks>
    /// <param name="call">Sends one call with the options that it receives. Do not use the value of that call.</param>
    /// <param name="options">Overrides the client's options for this call, or null.</param>
    /// <returns>The response. Dispose its value, the stream.</returns>
    /// <exception cref="InvalidOperationException">The function made no call, or more than one, with the options.</exception>
    /// <exception cref="ApiException">No response arrived.</exception>
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

    /// <summary>Sends a request to an address that the document does not have, with the client's credentials, retries and telemetry.</summary>
    /// <remarks>Error statuses and redirects are returned like successes, once no retry is left.</remarks>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the client's server, with its query, percent-encoded: <c>/v1/users?limit=1</c>.</param>
    /// <param name="content">The body, or null for none. A body in memory is sent again by a retry. It is not disposed.</param>
    /// <param name="options">Overrides the client's options for this call, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response. Dispose its value, the stream.</returns>
    /// <exception cref="ArgumentException">The path does not begin with one slash, has a dot segment, or is not percent-encoded.</exception>
    /// <exception cref="ApiException">No response arrived.</exception>
    public virtual async Task<ApiResponse<Stream>> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        var raw = new RawAnswer();
        var operation = new ApiOperation(
            "SendAsync", method.Method, "/{path}", ApiResults.None, security: Pipeline.Settings.Description.Security)
        {
            IsBeyondDocument = true,
        };
        await Pipeline.SendAsync(this, operation, ApiRequest.Of(path, content), new RequestOptions(options, raw), cancellationToken).ConfigureAwait(false);
        return raw.Response!;
    }

    /// <summary>Returns the API's name. Options are never printed.</summary>
    public override string ToString() => _pipeline?.Settings.Description.Name ?? GetType().Name;

    /// <summary>Called before each attempt, before credentials are added. Override it to inspect or change the request.</summary>
    /// <remarks>The server cannot be changed.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled by the attempt's time limit or by the caller.</param>
    protected internal virtual ValueTask OnSendingAsync(
        ApiCallContext call,
        HttpRequestMessage request,
        CancellationToken cancellationToken) => default;

    /// <summary>Called when the header fields of a response have arrived, before its body is read. Do not read the body.</summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The response. Its request no longer has credentials.</param>
    /// <param name="cancellationToken">Cancelled by the attempt's time limit or by the caller.</param>
    protected internal virtual ValueTask OnReceivedAsync(
        ApiCallContext call,
        HttpResponseMessage response,
        CancellationToken cancellationToken) => default;

    ValueTask ICallHooks.OnSendingAsync(ApiCallContext call, HttpRequestMessage request, CancellationToken cancellationToken) =>
        OnSendingAsync(call, request, cancellationToken);

    ValueTask ICallHooks.OnReceivedAsync(ApiCallContext call, HttpResponseMessage response, CancellationToken cancellationToken) =>
        OnReceivedAsync(call, response, cancellationToken);
}
