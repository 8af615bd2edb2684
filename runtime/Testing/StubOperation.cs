using System.Collections.Concurrent;
using System.Net;
using ClerkGen.GeneratedSupport;

namespace ClerkGen;

/// <summary>
/// The answers of one operation of a <see cref="StubTransport"/>. Each call of a method here adds one; they are given in their
/// order, and the last one is repeated. Thread-safe.
/// </summary>
public sealed class StubOperation
{
    private readonly ConcurrentQueue<Func<StubRequest, StubAnswer>> _answers = new();
    private readonly string _name;
    private Func<StubRequest, StubAnswer>? _last;

    internal StubOperation(string name) => _name = name;

    /// <summary>Answers with a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="statusCode">Status.</param>
    /// <typeparam name="T">Type of the value: a type that ClerkGen emitted.</typeparam>
    public StubOperation Returns<T>(T value, HttpStatusCode statusCode = HttpStatusCode.OK)
        where T : IApiJson<T> =>
        Answers(StubAnswer.Of<T, T>(value, statusCode));

    /// <summary>Answers with a list.</summary>
    /// <param name="items">Its items.</param>
    /// <typeparam name="T">Type of the items: a type that ClerkGen emitted.</typeparam>
    public StubOperation ReturnsList<T>(params IReadOnlyList<T> items)
        where T : IApiJson<T> =>
        Answers(StubAnswer.Of<IReadOnlyList<T>, ListJson<T, T>>(items, HttpStatusCode.OK));

    /// <summary>Answers with JSON as it is.</summary>
    /// <param name="json">The body.</param>
    /// <param name="statusCode">Status.</param>
    public StubOperation ReturnsJson(string json, HttpStatusCode statusCode = HttpStatusCode.OK) =>
        Answers(StubAnswer.Json(json, statusCode));

    /// <summary>Answers without a body.</summary>
    /// <param name="statusCode">Status.</param>
    public StubOperation ReturnsNothing(HttpStatusCode statusCode = HttpStatusCode.NoContent) => Answers(new StubAnswer(statusCode));

    /// <summary>Answers with an error of the OpenAPI document.</summary>
    /// <param name="statusCode">Status.</param>
    /// <param name="error">The body.</param>
    /// <typeparam name="TError">Type of the body: a type that ClerkGen emitted.</typeparam>
    public StubOperation Fails<TError>(HttpStatusCode statusCode, TError error)
        where TError : IApiJson<TError> =>
        Answers(StubAnswer.Of<TError, TError>(error, statusCode));

    /// <summary>Answers with an error status and no body.</summary>
    /// <param name="statusCode">Status.</param>
    public StubOperation Fails(HttpStatusCode statusCode) => Answers(new StubAnswer(statusCode));

    /// <summary>Throws instead of an answer: an <see cref="HttpRequestException"/> is a connection that broke.</summary>
    /// <param name="exception">What is thrown.</param>
    public StubOperation Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Answers(_ => throw exception);
    }

    /// <summary>Answers with whatever a function makes of the request.</summary>
    /// <param name="answer">Makes the answer.</param>
    public StubOperation Answers(Func<StubRequest, StubAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>The operation.</summary>
    public override string ToString() => _name;

    internal HttpResponseMessage Answer(StubRequest request)
    {
        if (_answers.TryDequeue(out Func<StubRequest, StubAnswer>? next))
        {
            _last = next;
        }

        return (_last ?? throw new InvalidOperationException($"The stub's operation '{_name}' has no answer yet."))(request).ToResponse();
    }

    private StubOperation Answers(StubAnswer answer) => Answers(_ => answer);
}
