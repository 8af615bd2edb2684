namespace ClerkGen.GeneratedSupport;

/// <summary>Server-sent events.</summary>
internal sealed class EventStreamResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "text/event-stream";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ApiCallContext call) => throw new NotSupportedException();
}

/// <summary>JSON lines.</summary>
internal sealed class JsonLinesResult<T, TJson> : ApiResult<IAsyncEnumerable<T>>
    where TJson : IApiJson<T>
{
    internal override string Accept => "application/jsonl, application/x-ndjson, application/json-seq, application/json;q=0.5";

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override IAsyncEnumerable<T> Read(ApiCallContext call) => throw new NotSupportedException();
}
