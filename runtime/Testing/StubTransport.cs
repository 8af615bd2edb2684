using System.Collections.Concurrent;

namespace ClerkGen;

/// <summary>Responds to a client's calls in tests, without a server, and records its requests. Thread-safe.</summary>
/// <remarks>
/// The whole client runs: arguments are checked, bodies are written and read, but nothing is sent. Recorded requests have no credentials.
/// </remarks>
/// <example>
/// <code>
/// var stub = new StubTransport();
/// stub.On("GetUsersCount").ReturnsJson("{ \"object\": \"total_count\", \"total_count\": 42 }");
/// var tested = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient());
/// TotalCount count = await tested.Users.CountAsync();
/// </code>
/// </example>
public sealed class StubTransport : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, StubOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    /// <summary>Gets the requests so far, in their order. Each retry is a request.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>Returns the responses of an operation, to add to.</summary>
    /// <param name="operationId">Id of the operation in the OpenAPI document.</param>
    public StubOperation On(string operationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        return _operations.GetOrAdd(operationId, static id => new StubOperation(id));
    }

    /// <summary>Returns the responses of an operation, to add to.</summary>
    /// <param name="method">HTTP method of the operation.</param>
    /// <param name="pathTemplate">Path of the operation as in the OpenAPI document.</param>
    public StubOperation On(HttpMethod method, string pathTemplate)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(pathTemplate);
        return On($"{method.Method} {pathTemplate}");
    }

    /// <summary>Creates an <see cref="HttpClient"/> for the constructor of the API's client.</summary>
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
