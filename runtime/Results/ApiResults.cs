using System.ComponentModel;
using ClerkGen.Results;

namespace ClerkGen.GeneratedSupport;

/// <summary>The ways to read a success.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiResults
{
    /// <summary>No value; a body that comes anyway is not read.</summary>
    public static ApiResult None { get; } = new NoResult<object?>();

    /// <summary>No value where other statuses have one: the type's default.</summary>
    /// <typeparam name="T">Type of the other values.</typeparam>
    public static ApiResult<T> NoBody<T>() => new NoResult<T>();

    /// <summary>One JSON value. A success without body, or with the body <c>null</c>, is an error.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiResult<T> Json<T, TJson>()
        where TJson : IApiJson<T> =>
        new JsonResult<T, TJson>();

    /// <summary>One JSON value of a type that is its own codec. A success without body, or with the body <c>null</c>, is an error.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    public static ApiResult<T> Json<T>()
        where T : IApiJson<T> =>
        new JsonResult<T, T>();

    /// <summary>One JSON value, or null: status 204 or 205, an empty body, or the body <c>null</c>.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiResult<T?> NullableJson<T, TJson>()
        where T : class
        where TJson : IApiJson<T> =>
        new NullableJsonResult<T, TJson>();

    /// <inheritdoc cref="NullableJson{T, TJson}"/>
    public static ApiResult<T?> NullableJsonValue<T, TJson>()
        where T : struct
        where TJson : IApiJson<T> =>
        new NullableJsonValueResult<T, TJson>();

    /// <summary>A string: the body as text, or as a JSON string if the response declares JSON.</summary>
    public static ApiResult<string> Text() => new TextResult();

    /// <summary>The same, or null: status 204 or 205, an empty body, or the JSON value <c>null</c>.</summary>
    public static ApiResult<string?> NullableText() => new NullableTextResult();

    /// <summary>The body as a stream that the caller disposes of. It is not limited in size.</summary>
    public static ApiResult<Stream> Stream() => new StreamResult();

    /// <summary>Server-sent events (<c>text/event-stream</c>, WHATWG HTML, section 9.2), the data of each one JSON value.</summary>
    /// <typeparam name="T">Type of an event's data.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiResult<ApiEventStream<T>> ServerSentEvents<T, TJson>()
        where TJson : IApiJson<T> =>
        new EventStreamResult<T>([ApiEvents.Json<T, TJson>()]);

    /// <summary>Server-sent events, the data of which their names decide.</summary>
    /// <param name="data">How data is read; the name of an event chooses, else the first of any name.</param>
    /// <typeparam name="T">Type of an event's data.</typeparam>
    public static ApiResult<ApiEventStream<T>> ServerSentEvents<T>(params ApiEventData<T>[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new EventStreamResult<T>(data);
    }

    /// <summary>JSON values, one a line (<c>application/jsonl</c>, <c>application/x-ndjson</c>, <c>application/json-seq</c>).</summary>
    /// <typeparam name="T">Type of a value.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiResult<IAsyncEnumerable<T>> JsonLines<T, TJson>()
        where TJson : IApiJson<T> =>
        new JsonLinesResult<T, TJson>();

    /// <summary>Another result for each status and media type.</summary>
    /// <param name="answers">
    /// Most specific status first; of one status the closest media type counts. A success that none names is read like the first one.
    /// </param>
    /// <typeparam name="T">Common type of the values.</typeparam>
    public static ApiResult<T> ByAnswer<T>(params ApiAnswer<T>[] answers) => new AnswerResult<T>(answers);
}
