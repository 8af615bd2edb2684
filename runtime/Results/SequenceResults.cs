using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Streaming;

namespace ClerkGen.Results;

/// <summary>Server-sent events.</summary>
internal sealed class EventStreamResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "text/event-stream";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ApiCallContext call)
    {
        if (call.Status is not (204 or 205)
            && !MediaTypes.TypeOf(call.ContentType).Equals("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw call.Failed(ApiResponseProblem.ContentType);
        }

        return new ServerSentEvents<T, TJson>(call.TakeStream(), call.ReadOptions, call.Settings.MaxResponseBytes);
    }
}

/// <summary>JSON lines.</summary>
internal sealed class JsonLinesResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "application/jsonl, application/x-ndjson, application/json-seq, */*;q=0.1";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ApiCallContext call)
    {
        ReadOnlySpan<char> type = MediaTypes.TypeOf(call.ContentType);
        if (type.Equals("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw call.Failed(ApiResponseProblem.ContentType);
        }

        bool isTextSequence = type.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        return new JsonLines<T, TJson>(call.TakeStream(), call.ReadOptions, call.Settings.MaxResponseBytes, isTextSequence);
    }
}
