using System.Collections.Concurrent;
using System.Net;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>Contains the responses of one operation of a <see cref="StubTransport"/>. Thread-safe.</summary>
/// <remarks>Each method adds a response. They are returned in this order, and the last one is repeated.</remarks>
public sealed class StubOperation
{
    private readonly ConcurrentQueue<Func<StubRequest, StubAnswer>> _answers = new();
    private readonly string _name;
    private Func<StubRequest, StubAnswer>? _last;

    internal StubOperation(string name) => _name = name;

    /// <summary>Adds a response with a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="statusCode">Status.</param>
    /// <typeparam name="T">An emitted type.</typeparam>
    public StubOperation Returns<T>(T value, HttpStatusCode statusCode = HttpStatusCode.OK)
        where T : IApiJson<T> =>
        Answers(StubAnswer.Of<T, T>(value, statusCode));

    /// <summary>Adds a response with a list.</summary>
    /// <param name="items">Items of the list.</param>
    /// <typeparam name="T">An emitted type.</typeparam>
    public StubOperation ReturnsList<T>(params IReadOnlyList<T> items)
        where T : IApiJson<T> =>
        Answers(StubAnswer.Of<IReadOnlyList<T>, ListJson<T, T>>(items, HttpStatusCode.OK));

    /// <summary>Adds a response with raw JSON.</summary>
    /// <param name="json">The body.</param>
    /// <param name="statusCode">Status.</param>
    public StubOperation ReturnsJson(string json, HttpStatusCode statusCode = HttpStatusCode.OK) =>
        Answers(StubAnswer.Json(json, statusCode));

    /// <summary>Adds a response without a body.</summary>
    /// <param name="statusCode">Status.</param>
    public StubOperation ReturnsNothing(HttpStatusCode statusCode = HttpStatusCode.NoContent) => Answers(new StubAnswer(statusCode));

    /// <summary>Adds an error response that the OpenAPI document describes.</summary>
    /// <param name="statusCode">Status.</param>
    /// <param name="error">The body.</param>
    /// <typeparam name="TError">An emitted type.</typeparam>
    public StubOperation Fails<TError>(HttpStatusCode statusCode, TError error)
        where TError : IApiJson<TError> =>
        Answers(StubAnswer.Of<TError, TError>(error, statusCode));

    /// <summary>Adds an error response without a body.</summary>
    /// <param name="statusCode">Status.</param>
    public StubOperation Fails(HttpStatusCode statusCode) => Answers(new StubAnswer(statusCode));

    /// <summary>Throws instead of responding. Use an <see cref="HttpRequestException"/> for a broken connection.</summary>
    /// <param name="exception">The exception.</param>
    public StubOperation Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Answers(_ => throw exception);
    }

    /// <summary>Adds a response that a function creates from the request.</summary>
    /// <param name="answer">Creates the response.</param>
    public StubOperation Answers(Func<StubRequest, StubAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Returns the operation.</summary>
    public override string ToString() => _name;

    /// <summary>The next response, or null when none was added.</summary>
    internal StubAnswer? Answer(StubRequest request)
    {
        if (_answers.TryDequeue(out Func<StubRequest, StubAnswer>? next))
        {
            _last = next;
        }

        return _last?.Invoke(request);
    }

    private StubOperation Answers(StubAnswer answer) => Answers(_ => answer);
}
