using System.Buffers;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;

namespace ClerkGen;

public abstract partial class ApiCallContext
{
    private const int FirstBodyCapacity = 4096;
    private const int MaxFirstBodyCapacity = 1024 * 1024;

    private byte[]? _body;
    private int _bodyLength;

    /// <summary>The body of the answer as far as it was read, decompressed.</summary>
    internal ReadOnlyMemory<byte> Body => _body.AsMemory(0, _bodyLength);

    /// <summary>Whether the answer has no body (RFC 9110, sections 15.3.5 and 15.3.6, or simply none).</summary>
    internal bool HasNoBody => Status is 204 or 205 || _bodyLength == 0;

    /// <summary>The answer's content type as it came, or empty.</summary>
    internal string ContentType => Field(Response?.Content.Headers, "Content-Type") ?? "";

    /// <summary>Reads the whole body into rented memory.</summary>
    /// <param name="cancellationToken">The attempt's token.</param>
    /// <exception cref="ApiResponseFormatException">It is larger than allowed, or compressed in an unknown way.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask ReadBodyAsync(CancellationToken cancellationToken)
    {
        HttpContent content = Response!.Content;
        int limit = Settings.MaxResponseBytes;
        int capacity = FirstBodyCapacity;
        if (long.TryParse(Field(content.Headers, "Content-Length"), out long length))
        {
            if (length > limit)
            {
                throw Failed(ApiResponseProblem.TooLarge);
            }

            // One more, so that the read that finds the end has room. A length is a claim: for more than this it must come true first.
            capacity = (int)Math.Clamp(length + 1, 1, MaxFirstBodyCapacity);
        }

        Stream stream = Pipeline.Transport.IsOwn
            ? content.ReadAsStream(cancellationToken)
            : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        Stream decompressed = Decompressed(Response, stream);
        try
        {
            _body = ArrayPool<byte>.Shared.Rent(capacity);
            while (true)
            {
                if (_bodyLength == _body.Length)
                {
                    Grow(limit);
                }

                int count = await decompressed.ReadAsync(_body.AsMemory(_bodyLength), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                _bodyLength += count;
                if (_bodyLength > limit)
                {
                    _bodyLength = limit;
                    throw Failed(ApiResponseProblem.TooLarge);
                }
            }
        }
        finally
        {
            // The answer closes its own stream; what decompresses has memory of its own.
            if (!ReferenceEquals(decompressed, stream))
            {
                await decompressed.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>The body of the answer as it arrives, decompressed.</summary>
    internal async ValueTask<Stream> OpenBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        Decompressed(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="ApiResponseFormatException">It is not JSON, or cannot be read.</exception>
    internal T ReadJson<T, TJson>()
        where TJson : IApiJson<T>
    {
        string contentType = ContentType;
        if (!MediaTypes.IsJson(contentType) && !MediaTypes.SaysNothing(contentType))
        {
            throw Failed(ApiResponseProblem.ContentType);
        }

        ReadOnlyMemory<byte> body = BodyText.ToUtf8(Body, MediaTypes.CharsetOf(contentType)) ?? throw Failed(ApiResponseProblem.Charset);
        try
        {
            return ApiJsonBody.Read<T, TJson>(body, ReadOptions);
        }
        catch (ApiReadException exception)
        {
            throw Failed(exception, body);
        }
    }

    /// <summary>How JSON of this call is read.</summary>
    internal JsonReadOptions ReadOptions => new()
    {
        MaxDepth = Settings.MaxDepth,
        Strict = Settings.Strict,
        Listener = Settings.OnDeviation,
        OperationId = Operation.Id,
    };

    /// <summary>Reads the body as text.</summary>
    /// <exception cref="ApiResponseFormatException">It is in an unknown charset.</exception>
    internal string ReadText() =>
        BodyText.ToUtf8(Body, MediaTypes.CharsetOf(ContentType)) is ReadOnlyMemory<byte> text
            ? Encoding.UTF8.GetString(BodyText.WithoutMark(text.Span))
            : throw Failed(ApiResponseProblem.Charset);

    /// <summary>The exception for an answer that cannot be used.</summary>
    internal ApiResponseFormatException Failed(ApiResponseProblem problem, string? path = null, Exception? cause = null) =>
        new(CreateErrorContext(isOutcomeUnknown: !Operation.IsSafe && problem != ApiResponseProblem.Empty), problem, path, cause);

    /// <summary>The exception for JSON that could not be read.</summary>
    internal ApiResponseFormatException Failed(ApiReadException exception, ReadOnlyMemory<byte> body) => exception.Failure switch
    {
        ApiReadFailure.NotUtf8 => Failed(ApiResponseProblem.Charset, cause: exception),
        ApiReadFailure.TooDeep => Failed(ApiResponseProblem.TooDeep, cause: exception),
        ApiReadFailure.Deviation => Failed(ApiResponseProblem.Deviation, exception.Path, exception),
        _ when BodyText.IsCutOff(body.Span, Settings.MaxDepth) => Failed(ApiResponseProblem.Truncated, cause: exception),
        _ => Failed(ApiResponseProblem.Malformed, cause: exception),
    };

    private static string? Field(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private Stream Decompressed(HttpResponseMessage response, Stream stream) =>
        Field(response.Content.Headers, "Content-Encoding") is not { Length: > 0 } coding ? stream
            : Decompression.Open(coding, stream) ?? throw Failed(ApiResponseProblem.Encoding);

    private void Grow(int limit)
    {
        byte[] body = _body!;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)body.Length * 2, (long)limit + 1));
        Span<byte> read = body.AsSpan(0, _bodyLength);
        read.CopyTo(larger);
        _body = larger;
        read.Clear();
        ArrayPool<byte>.Shared.Return(body);
    }

    /// <summary>Gives the memory back. Answers hold secrets, so it is cleared.</summary>
    private void ReleaseBody()
    {
        if (_body is not null)
        {
            _body.AsSpan(0, _bodyLength).Clear();
            ArrayPool<byte>.Shared.Return(_body);
            _body = null;
            _bodyLength = 0;
        }
    }

    private string? ErrorText(List<string>? secrets) => _body is null || Settings.MaxErrorTextLength == 0
        ? null
        : BodyText.Start(Body.Span, MediaTypes.CharsetOf(ContentType), Settings.MaxErrorTextLength, secrets);
}
