using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;
using ClerkGen.Streaming;

namespace ClerkGen.Results;

/// <summary>Server-sent events.</summary>
internal sealed class EventStreamResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "text/event-stream";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ResponseBody body)
    {
        if (body.Status is not (204 or 205)
            && !MediaTypes.TypeOf(body.ContentType).Equals("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw body.Failed(ApiResponseProblem.ContentType);
        }

        return new ServerSentEvents<T, TJson>(new ResponseStream(body), body.JsonOptions, body.Options.MaxResponseBytes);
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
