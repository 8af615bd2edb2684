using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;
using ClerkGen.Streaming;

namespace ClerkGen.Results;

/// <summary>No value.</summary>
internal sealed class NoResult<T> : ApiResult<T>
{
    internal override string Accept => MediaTypes.AcceptAny;

    internal override ResponseUse UseOf(int status) => ResponseUse.Ignore;

    internal override T Read(ResponseBody body) => default!;
}

/// <summary>A string: the body as text, or as a JSON string if the response declares JSON.</summary>
internal sealed class TextResult : ApiResult<string>
{
    internal override string Accept => "text/plain";

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override string Read(ResponseBody body) =>
        body.IsAbsent && !body.IsCodedAndCut(0) ? "" : body.ReadString() ?? throw body.Failed(ApiResponseProblem.Empty);
}

/// <summary>A string or null: no body, or the JSON value <c>null</c>.</summary>
internal sealed class NullableTextResult : ApiResult<string?>
{
    internal override string Accept => "text/plain";

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override string? Read(ResponseBody body) => body.IsAbsent && !body.IsCodedAndCut(0) ? null : body.ReadString();
}

/// <summary>The body as a stream.</summary>
internal sealed class StreamResult : ApiResult<Stream>
{
    internal override string Accept => MediaTypes.Any;

    internal override ResponseUse UseOf(int status) => ResponseUse.Stream;

    internal override Stream Read(ResponseBody body) => new ResponseStream(body).LeaveCaller();
}

/// <summary>The value of another result as another type.</summary>
internal sealed class ConvertedResult<T, TOther>(ApiResult<T> inner, Func<T, TOther> convert) : ApiResult<TOther>
{
    internal override string Accept => inner.Accept;

    internal override ResponseUse UseOf(int status) => inner.UseOf(status);

    internal override TOther Read(ResponseBody body) => convert(inner.Read(body));
}
