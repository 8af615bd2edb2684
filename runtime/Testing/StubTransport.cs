using System.Collections.Concurrent;

namespace ClerkGen;

/// <summary>
/// Answers a client's calls in tests, without a server: by operation id, or by method and path template. The whole client runs,
/// arguments are checked and bodies are written and read, only nothing is sent. Requests are recorded, without credentials.
/// Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var stub = new StubTransport();
/// stub.On("GetUser").Returns(new User { Id = "user_1" });
/// var clerk = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient());
/// </code>
/// </example>
public sealed class StubTransport : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, StubOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    /// <summary>The requests so far, in their order. A retry is a request of its own.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>The answers of an operation.</summary>
    /// <param name="operationId">Its id in the OpenAPI document.</param>
    public StubOperation On(string operationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        return _operations.GetOrAdd(operationId, static id => new StubOperation(id));
    }

    /// <summary>The answers of an operation.</summary>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="pathTemplate">Its path as the OpenAPI document writes it.</param>
    public StubOperation On(HttpMethod method, string pathTemplate)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(pathTemplate);
        return On($"{method.Method} {pathTemplate}");
    }

    /// <summary>A client to hand to the constructor of the API's client.</summary>
    public HttpClient CreateHttpClient() => new(this, disposeHandler: false);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Options.TryGetValue(ApiCallContext.RequestKey, out ApiCallContext? call))
        {
            throw new InvalidOperationException("A stub answers calls of API clients only.");
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var recorded = new StubRequest(call, request, body);
        _requests.Enqueue(recorded);
        StubOperation operation = _operations.GetValueOrDefault(call.OperationId)
            ?? _operations.GetValueOrDefault($"{call.Method} {call.PathTemplate}")
            ?? throw new InvalidOperationException($"The stub has no answer for '{call.OperationId}' ({call.Method} {call.PathTemplate}).");
        HttpResponseMessage response = operation.Answer(recorded);
        response.RequestMessage = request;
        return response;
    }
}
