using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>Base of emitted groups of operations. Thread-safe.</summary>
public abstract class ApiOperationGroup : ICallHooks
{
    private readonly ApiClient? _client;

    /// <summary>Makes a group that sends through a client.</summary>
    /// <param name="client">The client.</param>
    protected ApiOperationGroup(ApiClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    /// <summary>Makes a group for substitution in tests.</summary>
    protected ApiOperationGroup()
    {
    }

    /// <summary>What sends calls.</summary>
    internal CallPipeline Pipeline => _client?.Pipeline
        ?? throw new InvalidOperationException(
            "These operations are a test double and cannot send requests. Override or set up the method that was called.");

    /// <summary>Sends a call without a value.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="options">What the call does differently from its client, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected Task SendAsync(ApiOperation operation, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        Pipeline.SendAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call and reads its value.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of the value.</typeparam>
    protected Task<T> SendAsync<T>(
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.SendAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call without a value; gives status and header fields.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    protected Task<ApiResponse> SendWithResponseAsync(
        ApiOperation operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.SendWithResponseAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call; gives its value with status and header fields.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of the value.</typeparam>
    protected Task<ApiResponse<T>> SendWithResponseAsync<T>(
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.SendWithResponseAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call whose answer is a sequence; the request goes out when the sequence is enumerated.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of an item.</typeparam>
    protected IAsyncEnumerable<T> StreamAsync<T>(
        ApiOperation<IAsyncEnumerable<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.StreamAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call whose answer is an event stream; the request goes out when the stream is enumerated.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of an event's data.</typeparam>
    protected ApiEventStream<T> StreamEventsAsync<T>(
        ApiOperation<ApiEventStream<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        new(Pipeline.StreamEventsAsync(this, operation, request, options, cancellationToken));

    /// <summary>Enumerates the items of all pages, each page fetched when its first item is asked for.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <param name="paging">How pages follow each other.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request of the first page.</param>
    /// <param name="options">What the calls do differently from their client, or null.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <typeparam name="TPage">Type of a page.</typeparam>
    /// <typeparam name="TItem">Type of an item.</typeparam>
    protected IAsyncEnumerable<TItem> AllAsync<TPage, TItem>(
        ApiPaging<TPage, TItem> paging,
        ApiOperation<TPage> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paging);
        return paging.AllAsync(Pipeline, this, operation, request, options, cancellationToken);
    }

    /// <summary>
    /// Runs before each attempt of this group is sent, after the client's hook. The request can be changed, but goes to no other server;
    /// credentials are added afterwards, so that nothing printed here holds one.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends with the attempt's timeout or the caller's cancellation.</param>
    protected internal virtual ValueTask OnSendingAsync(
        ApiCallContext call,
        HttpRequestMessage request,
        CancellationToken cancellationToken) => default;

    /// <summary>
    /// Runs when the header fields of an answer to this group are there, before its body is read and before the client's hook. The body is
    /// not for the hook.
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
