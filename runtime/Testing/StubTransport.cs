using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ClerkGen.Calls;

namespace ClerkGen;

/// <summary>Responds to a client's calls in tests, without a server, and records its requests. Thread-safe.</summary>
/// <remarks>
/// The whole client runs: arguments are checked, bodies are written and read, but nothing is sent. Recorded requests have no credentials.
/// </remarks>
/// <example>
/// <code>
/// var stub = new StubTransport();
/// var tested = new ClerkClient(new ClerkClientOptions { SecretKey = "sk_test_1" }, stub.CreateHttpClient());
/// stub.On(() => tested.Users.CountAsync()).ReturnsJson("{ \"object\": \"total_count\", \"total_count\": 42 }");
/// TotalCount count = await tested.Users.CountAsync();
/// </code>
/// </example>
public sealed class StubTransport : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, StubOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly AsyncLocal<StubRoute?> _route = new();

    /// <summary>Gets or sets whether a successful response that differs from the OpenAPI document fails the call. False by default.</summary>
    /// <remarks>
    /// An unknown member, a missing required one, a null or a type that the document does not allow is then an
    /// <see cref="ApiResponseFormatException"/> with the operation and the JSON path. Otherwise a response may be partial, with only the
    /// members that a test needs.
    /// </remarks>
    public bool ChecksAnswers { get; set; }

    /// <summary>Gets or sets the document by which requests and responses are checked. Null by default: then neither is.</summary>
    /// <remarks>
    /// A difference throws a <see cref="StubCheckException"/> with its place in the message and in the document. Unknown and missing members and
    /// parameters differ, and so do other types, excluded values, undocumented statuses and media types. A project that sets
    /// <c>ClerkGenSamples</c> has the document as <c>Samples.Document</c>.
    /// </remarks>
    public ApiDocument? Document { get; set; }

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

    /// <summary>Returns the responses of the operation that a method of the client calls, to add to.</summary>
    /// <remarks>The call is not recorded, and its arguments do not matter. If the operation is renamed, the test no longer compiles.</remarks>
    /// <param name="call">Calls the method, on a client of this stub: <c>() => clerk.Users.GetAsync("any")</c>.</param>
    /// <exception cref="ArgumentException">The method sent no request through this stub.</exception>
    public StubOperation On(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Find(call);
    }

    /// <summary>Returns the responses of the operation behind a method that enumerates pages, events or lines, to add to.</summary>
    /// <remarks>The call is not recorded, and its arguments do not matter. If the operation is renamed, the test no longer compiles.</remarks>
    /// <param name="call">Calls the method, on a client of this stub: <c>() => clerk.Users.ListAllAsync()</c>.</param>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <exception cref="ArgumentException">The method sent no request through this stub.</exception>
    public StubOperation On<T>(Func<IAsyncEnumerable<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Find(async () =>
        {
            IAsyncEnumerator<T> items = call().GetAsyncEnumerator();
            await using (items.ConfigureAwait(false))
            {
                await items.MoveNextAsync().ConfigureAwait(false);
            }
        });
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

        var stubbed = (ApiCall)call;
        if (_route.Value is { } route)
        {
            route.OperationId = call.OperationId;
            throw stubbed.Reveal(new StubRouteException());
        }

        stubbed.IsChecked = ChecksAnswers;
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var recorded = new StubRequest(call, request, body);
        _requests.Enqueue(recorded);
        ApiDocument? document = Document;
        Check(stubbed, "The request", recorded, document?.CheckRequest(recorded));
        StubOperation operation = _operations.GetValueOrDefault(call.OperationId)
            ?? _operations.GetValueOrDefault($"{call.Method} {call.PathTemplate}")
            ?? throw stubbed.Reveal(new InvalidOperationException(
                $"The stub has no answer for '{call.OperationId}' ({call.Method} {call.PathTemplate}). Call On for it. {Answered()}"));
        StubAnswer answer = operation.Answer(recorded)
            ?? throw stubbed.Reveal(new InvalidOperationException($"The stub's operation '{operation}' has no answer yet."));
        Check(stubbed, "The stub's response", recorded, document?.CheckAnswer(recorded, answer));
        HttpResponseMessage response = answer.ToResponse();
        response.RequestMessage = request;
        return response;
    }

    // An operation that is misspelt, or renamed, is among these.
    private string Answered()
    {
        const int Shown = 5;
        string[] names = [.. _operations.Keys];
        if (names.Length == 0)
        {
            return "It answers no operation so far.";
        }

        Array.Sort(names, StringComparer.Ordinal);
        string more = names.Length > Shown ? $" and {names.Length - Shown} more" : "";
        return $"It answers '{string.Join("', '", names, 0, Math.Min(names.Length, Shown))}'{more}.";
    }

    private static void Check(ApiCall call, string what, StubRequest request, List<StubDifference>? differences)
    {
        if (differences is { Count: > 0 })
        {
            throw call.Reveal(new StubCheckException($"{what} of {request}", differences));
        }
    }

    // The way to the transport is asynchronous, but waits for nothing but providers of credentials.
    private StubOperation Find(Func<Task> call)
    {
        var route = new StubRoute();
        _route.Value = route;
        try
        {
            call().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // However the call ends, its operation is known.
        catch (Exception) when (route.OperationId is not null)
#pragma warning restore CA1031
        {
        }
        finally
        {
            _route.Value = null;
        }

        return route.OperationId is { } operationId
            ? On(operationId)
            : throw new ArgumentException("The method sent no request through this stub.", nameof(call));
    }

    /// <summary>Records which operation is called.</summary>
    private sealed class StubRoute
    {
        public string? OperationId { get; set; }
    }

    /// <summary>Ends a call once its operation is known.</summary>
    [SuppressMessage("Design", "CA1064", Justification = "Nobody but the stub catches it.")]
    private sealed class StubRouteException : InvalidOperationException;
}
