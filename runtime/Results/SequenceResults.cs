using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;
using ClerkGen.Streaming;

namespace ClerkGen.Results;

/// <summary>Server-sent events.</summary>
internal sealed class EventStreamResult<T>(ApiEventData<T>[] readers) : ApiResult<ApiEventStream<T>>
{
    internal override string Accept => "text/event-stream";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override ApiEventStream<T> Read(ResponseBody body)
    {
        bool isNothing = body.Status is 204 or 205;
        if (!isNothing && !MediaTypes.TypeOf(body.ContentType).Equals("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw body.Failed(ApiResponseProblem.ContentType);
        }

        var events = new ServerSentEvents<T>(new ResponseStream(body), readers, body.JsonOptions, body.Options.MaxResponseBytes);
        return new ApiEventStream<T>(events, () => isNothing || events.IsFinal);
    }
}

/// <summary>JSON lines.</summary>
internal sealed class JsonLinesResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "application/jsonl, application/x-ndjson, application/json-seq, */*;q=0.1";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ResponseBody body)
    {
        ReadOnlySpan<char> type = MediaTypes.TypeOf(body.ContentType);
        if (type.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw body.Failed(ApiResponseProblem.ContentType);
        }

        bool isTextSequence = type.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        return new JsonLines<T, TJson>(new ResponseStream(body), body.JsonOptions, body.Options.MaxResponseBytes, isTextSequence);
    }
}
