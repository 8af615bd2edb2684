using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;

namespace ClerkGen.Results;

/// <summary>One JSON value that must be there.</summary>
internal sealed class JsonResult<T, TJson> : ApiResult<T>
    where TJson : IApiJson<T>
{
    internal override string Accept => MediaTypes.Json;

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override T Read(ResponseBody body)
    {
        if (body.IsAbsent)
        {
            // Servers that describe no value often send none.
            return typeof(T) == typeof(JsonElement) ? (T)(object)body.ReadNothing() : throw body.Failed(ApiResponseProblem.Empty);
        }

        T value = body.ReadJson<T, TJson>();
        return value is null ? throw body.Failed(ApiResponseProblem.Empty) : value;
    }
}

/// <summary>One JSON value or null, for reference types.</summary>
internal sealed class NullableJsonResult<T, TJson> : ApiResult<T?>
    where T : class
    where TJson : IApiJson<T>
{
    internal override string Accept => MediaTypes.Json;

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override T? Read(ResponseBody body) => body.IsAbsent ? null : body.ReadJson<T, TJson>();
}

/// <summary>One JSON value or null, for value types.</summary>
internal sealed class NullableJsonValueResult<T, TJson> : ApiResult<T?>
    where T : struct
    where TJson : IApiJson<T>
{
    internal override string Accept => MediaTypes.Json;

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override T? Read(ResponseBody body) =>
        body.IsAbsent || body.Bytes.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8) ? null : body.ReadJson<T, TJson>();
}
