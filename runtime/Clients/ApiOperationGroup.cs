using ClerkGen.Calls;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>Sends the calls of an emitted group of operations. Thread-safe.</summary>
public abstract class ApiOperationGroup : ICallHooks
{
    private readonly ApiClient? _client;

    /// <summary>Creates a group that sends through a client.</summary>
    /// <param name="client">The client.</param>
    protected ApiOperationGroup(ApiClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    /// <summary>Creates a group for mocking.</summary>
    protected ApiOperationGroup()
    {
    }

    /// <summary>Sends the calls.</summary>
    internal CallPipeline Pipeline => _client?.Pipeline
        ?? throw new InvalidOperationException(
            "These operations are a test double and cannot send requests. Override or set up the method that was called.");

    /// <summary>Sends a call without a value.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="options">Overrides the client's options for this call, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
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

    /// <summary>Sends a call without a value and returns status and header fields.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    protected Task<ApiResponse> SendWithResponseAsync(
        ApiOperation operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.SendWithResponseAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call and returns its value with status and header fields.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of the value.</typeparam>
    protected Task<ApiResponse<T>> SendWithResponseAsync<T>(
        ApiOperation<T> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.SendWithResponseAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call whose response is a sequence. The request is sent when the sequence is enumerated.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of an item.</typeparam>
    protected IAsyncEnumerable<T> StreamAsync<T>(
        ApiOperation<IAsyncEnumerable<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        Pipeline.StreamAsync(this, operation, request, options, cancellationToken);

    /// <summary>Sends a call whose response is an event stream. The request is sent when the stream is enumerated.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <typeparam name="T">Type of an event's data.</typeparam>
    protected ApiEventStream<T> StreamEventsAsync<T>(
        ApiOperation<ApiEventStream<T>> operation,
        ApiRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken) =>
        new(Pipeline.StreamEventsAsync(this, operation, request, options, cancellationToken));

    /// <summary>Enumerates the items of all pages. Each page is requested when its first item is needed.</summary>
    /// <inheritdoc cref="SendAsync(ApiOperation, ApiRequest, RequestOptions, CancellationToken)" path="/param"/>
    /// <param name="paging">How pages follow each other.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request of the first page.</param>
    /// <param name="options">Overrides the client's options for these calls, or null.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
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

    /// <summary>Called before each attempt of this group, after the client's hook and before credentials are added.</summary>
    /// <remarks>Override it to inspect or change the request. The server cannot be changed.</remarks>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled by the attempt's time limit or by the caller.</param>
    protected internal virtual ValueTask OnSendingAsync(
        ApiCallContext call,
        HttpRequestMessage request,
        CancellationToken cancellationToken) => default;

    /// <summary>Called when the header fields of a response to this group have arrived, before the client's hook. Do not read the body.</summary>
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
