using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;
using ClerkGen.Streaming;

namespace ClerkGen.Results;

/// <summary>No value.</summary>
internal sealed class NoResult<T> : ApiResult<T>
{
    internal override string Accept => MediaTypes.AcceptJson;

    internal override ResponseUse UseOf(int status) => ResponseUse.Ignore;

    internal override T Read(ResponseBody body) => default!;
}

/// <summary>The body as text.</summary>
internal sealed class TextResult(string mediaType) : ApiResult<string>
{
    internal override string Accept { get; } = mediaType + ", */*;q=0.5";

    internal override ResponseUse UseOf(int status) => ResponseUse.Buffer;

    internal override string Read(ResponseBody body) => body.IsAbsent ? "" : body.ReadText();
}

/// <summary>The body as a stream.</summary>
internal sealed class StreamResult : ApiResult<Stream>
{
    internal override string Accept => "*/*";

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

/// <summary>Another result for each status.</summary>
internal sealed class ByStatusResult<T> : ApiResult<T>
{
    private readonly StatusResult<T>[] _results;

    internal ByStatusResult(StatusResult<T>[] results)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Length);
        _results = results;
        var accepted = new List<string>();
        foreach (StatusResult<T> result in results)
        {
            foreach (string type in result.Result.Accept.Split(", "))
            {
                if (!accepted.Contains(type))
                {
                    accepted.Add(type);
                }
            }
        }

        Accept = string.Join(", ", accepted);
    }

    internal override string Accept { get; }

    internal override ResponseUse UseOf(int status) => Of(status).UseOf(status);

    internal override T Read(ResponseBody body) => Of(body.Status).Read(body);

    private ApiResult<T> Of(int status)
    {
        foreach (StatusResult<T> result in _results)
        {
            if (status >= result.From && status <= result.To)
            {
                return result.Result;
            }
        }

        return _results[0].Result;
    }
}
