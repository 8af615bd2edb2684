using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ClerkGen.Errors;
using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Json;

namespace ClerkGen.Responses;

/// <summary>The response of one attempt and its body: collected in rented memory, or handed on to a stream. For one reader.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The caller disposes of the value that takes the response over, unless the call fails.")]
internal sealed class ResponseBody(IAnsweredCall call, HttpResponseMessage response)
{
    private const int FirstCapacity = 4096;
    private const int MaxFirstCapacity = 1024 * 1024;

    // Null once the response is disposed of.
    private HttpResponseMessage? _response = response;
    private byte[]? _bytes;
    private int _length;
    private IDisposable? _taker;

    /// <summary>The call that the response belongs to.</summary>
    internal IAnsweredCall Call => call;

    /// <summary>Limits and listeners.</summary>
    internal ApiClientOptions Options => call.ClientOptions;

    /// <summary>Status of the response.</summary>
    internal int Status { get; } = (int)response.StatusCode;

    /// <summary>HTTP version of the response, or null after it was released.</summary>
    internal Version? Version => _response?.Version;

    /// <summary>The part of the body that was read, decompressed.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Whether the response has no body (RFC 9110, sections 15.3.5 and 15.3.6, or simply none).</summary>
    internal bool IsAbsent => IsAbsentByStatus || _length == 0;

    private bool IsAbsentByStatus => Status is 204 or 205;

    /// <summary>The content type as it came, or empty.</summary>
    internal string ContentType => Field(_response?.Content.Headers, "Content-Type") ?? "";

    /// <summary>Whether what differs from the document is refused.</summary>
    private bool IsStrict => Options.StrictReading || call.IsChecked;

    /// <summary>How JSON of this response is read.</summary>
    internal JsonReadOptions JsonOptions => new()
    {
        MaxDepth = Options.MaxDepth,
        Strict = IsStrict,
        Listener = Options.OnDeviation is null ? null : ReportMasked,
        OperationId = call.Context.OperationId,
    };

    /// <summary>
    /// Minimum length of the body in bytes, or null if unknown. The platform's handler looks after that over HTTP/1.1; over HTTP/2 it does
    /// not, and other handlers may not.
    /// </summary>
    internal long? ExpectedLength =>
        !Options.IsInBrowser && _response?.Content.Headers is HttpContentHeaders headers && IsPlain(Field(headers, "Content-Encoding"))
            ? LengthOf(headers)
            : null;

    /// <summary>Whether nothing of a compressed body arrived before its connection ended: even an empty one has bytes.</summary>
    internal bool IsCodedAndCut(long read) =>
        read == 0 && !IsAbsentByStatus && !Options.IsInBrowser && _response is { } response
        && !IsPlain(Field(response.Content.Headers, "Content-Encoding")) && ResponseFraming.EndsWithConnection(response);

    /// <summary>How long the server asks to wait, or null.</summary>
    internal TimeSpan? RetryAfter => _response is null ? null : Http.RetryAfter.Of(_response, Options.TimeProvider);

    /// <summary>The header fields. Credentials that the server gave back are masked.</summary>
    internal ApiHeaders CopyHeaders(List<string>? secrets) => _response is null ? ApiHeaders.Empty : ApiHeaders.Of(_response, secrets);

    /// <summary>Reads the whole body into rented memory.</summary>
    /// <param name="cancellationToken">The attempt's token.</param>
    /// <exception cref="ApiResponseFormatException">It is larger than allowed, or compressed in an unknown way.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        CheckFraming();
        HttpContent content = _response!.Content;
        int capacity = CapacityFor(content);
        Stream stream = call.HasOwnTransport
            ? content.ReadAsStream(cancellationToken)
            : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        Stream decompressed = Decompressed(content, stream);
        try
        {
            _bytes = ArrayPool<byte>.Shared.Rent(capacity);
            while (Add(await decompressed.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false)))
            {
            }
        }
        finally
        {
            // The response closes its own stream. The decompressor has its own memory.
            if (!ReferenceEquals(decompressed, stream))
            {
                await decompressed.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private void CheckFraming()
    {
        // Fetch leaves fields about a body that it has decompressed.
        if (!Options.IsInBrowser && ResponseFraming.FaultOf(_response!) is { } problem)
        {
            throw Failed(problem);
        }

        if (Status == (int)HttpStatusCode.PartialContent && !call.AsksForPart && ResponseFraming.IsPart(_response!))
        {
            throw Failed(ApiResponseProblem.Truncated);
        }
    }

    /// <summary>Refuses parts that nobody asked for, where their boundaries would pass as text or file.</summary>
    private void CheckParts(string contentType)
    {
        if (ResponseFraming.HasParts(contentType) && Status is >= 200 and < 300 && !call.AsksForPart && !MediaTypes.Names(call.Accept, contentType))
        {
            throw Failed(ApiResponseProblem.Truncated);
        }
    }

    // One more than the length, so that the read that finds the end has room. A length is a claim: for more than the most it must come true first.
    private int CapacityFor(HttpContent content)
    {
        if (LengthOf(content.Headers) is not long length)
        {
            return FirstCapacity;
        }

        return length <= Options.MaxResponseBytes
            ? (int)Math.Clamp(length + 1, 1, MaxFirstCapacity)
            : throw Failed(ApiResponseProblem.TooLarge);
    }

    /// <summary>Takes note of bytes that were read.</summary>
    /// <returns>Whether there may be more.</returns>
    private bool Add(int count)
    {
        if (count == 0)
        {
            return _length < ExpectedLength ? throw Failed(ApiResponseProblem.Truncated) : false;
        }

        if ((uint)count > (uint)(_bytes!.Length - _length))
        {
            throw new IOException("The stream of the body returned a wrong number of bytes.");
        }

        int limit = Options.MaxResponseBytes;
        _length += count;
        if (_length > limit)
        {
            _length = limit;
            throw Failed(ApiResponseProblem.TooLarge);
        }

        if (_length == _bytes.Length)
        {
            Grow(limit);
        }

        return true;
    }

    /// <summary>The body as it arrives, decompressed.</summary>
    internal async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        CheckFraming();
        CheckParts(ContentType);
        HttpContent content = _response!.Content;
        return Decompressed(content, await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
    }

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

        ReadOnlyMemory<byte> body = Utf8(contentType) ?? throw Failed(ApiResponseProblem.Charset);
        try
        {
            T value = ApiJsonBody.Read<T, TJson>(body, JsonOptions);
            if (Options.KeepJson)
            {
                KeptJson.Keep(value, body);
            }

            return value;
        }
        catch (ApiReadException exception)
        {
            throw Failed(exception, body);
        }
    }

    /// <summary>Reads any JSON where there is none: null, unless the body may be lost.</summary>
    /// <exception cref="ApiResponseFormatException">Only the end of the connection says that nothing follows, or reading is strict.</exception>
    internal JsonElement ReadNothing()
    {
        if (IsStrict || (!IsAbsentByStatus && !Options.IsInBrowser && ResponseFraming.EndsWithConnection(_response!)))
        {
            throw Failed(ApiResponseProblem.Empty);
        }

        Report(ApiDeviationKind.NullValue);
        using var nothing = JsonDocument.Parse("null");
        return nothing.RootElement.Clone();
    }

    /// <summary>Reads a string: the body as text, or the JSON string that it is. Some servers declare JSON and send plain text.</summary>
    /// <returns>Null for the JSON value <c>null</c>.</returns>
    /// <exception cref="ApiResponseFormatException">Its charset is unknown, or, in strict reading, it is not the declared JSON.</exception>
    internal string? ReadString()
    {
        if (IsCodedAndCut(_length))
        {
            throw Failed(ApiResponseProblem.Truncated);
        }

        string contentType = ContentType;
        CheckParts(contentType);
        ReadOnlyMemory<byte> body = Utf8(contentType) ?? throw Failed(ApiResponseProblem.Charset);
        if (MediaTypes.IsJson(contentType) || (contentType.Length == 0 && MediaTypes.PrefersJson(call.Accept)))
        {
            try
            {
                return ApiJsonBody.Read<string, StringJson>(body, JsonOptions);
            }
            catch (ApiReadException exception) when (!IsStrict)
            {
                Report(exception.Failure == ApiReadFailure.Deviation ? ApiDeviationKind.WrongKind : ApiDeviationKind.MalformedValue);
            }
            catch (ApiReadException exception)
            {
                throw Failed(exception, body);
            }
        }

        // Without a charset, servers of old mean ISO-8859-1, which maps every byte.
        Encoding encoding = System.Text.Unicode.Utf8.IsValid(body.Span) || !MediaTypes.CharsetOf(contentType).IsEmpty ? Encoding.UTF8 : Encoding.Latin1;
        return encoding.GetString(BodyText.WithoutMark(body.Span));
    }

    /// <summary>Reports a success in a media type that is not documented. It is read all the same, as the one that comes closest.</summary>
    /// <exception cref="ApiResponseFormatException">Reading is strict.</exception>
    internal void CheckMediaType()
    {
        if ((Options.OnDeviation is null && !Options.StrictReading)
            || ContentType is not { Length: > 0 } contentType || MediaTypes.Accepts(call.Accept, contentType))
        {
            return;
        }

        Report(ApiDeviationKind.UndocumentedMediaType);
        if (Options.StrictReading)
        {
            throw Failed(ApiResponseProblem.ContentType);
        }
    }

    /// <summary>The typed exception of an error, or null when its body has no documented shape.</summary>
    internal ApiException? ReadError(ApiErrors? errors, ApiErrorContext context)
    {
        if (errors is null || _length == 0 || context.StatusCode is null)
        {
            return null;
        }

        return errors.Create(context, SecretMask.Apply(ErrorBytes(), call.Secrets), ContentType, Options.MaxDepth);
    }

    /// <summary>The exception for a response that cannot be used.</summary>
    internal ApiResponseFormatException Failed(ApiResponseProblem problem, string? path = null, Exception? cause = null) =>
        new(CreateErrorContext(isOutcomeUnknown: !call.IsSafe && problem != ApiResponseProblem.Empty), problem, path, cause);

    /// <summary>The exception for JSON that could not be read.</summary>
    internal ApiResponseFormatException Failed(ApiReadException exception, ReadOnlyMemory<byte> body) => exception.Failure switch
    {
        ApiReadFailure.NotUtf8 => Failed(ApiResponseProblem.Charset, cause: exception),
        ApiReadFailure.TooDeep => Failed(ApiResponseProblem.TooDeep, cause: exception),
        ApiReadFailure.Deviation => Failed(
            ApiResponseProblem.Deviation, SecretMask.ApplyToTruncated(exception.Path ?? "$", call.Secrets), HandlerFailure.WithoutSecrets(exception, call.Secrets)),
        _ when BodyText.IsCutOff(body.Span, Options.MaxDepth) => Failed(ApiResponseProblem.Truncated, cause: exception),
        _ => Failed(ApiResponseProblem.Malformed, cause: exception),
    };

    /// <summary>Facts about the call, for an exception.</summary>
    internal ApiErrorContext CreateErrorContext(bool isOutcomeUnknown)
    {
        List<string>? secrets = call.Secrets;
        ApiHeaders headers = CopyHeaders(secrets);
        ReadOnlyMemory<byte> error = Status is >= 200 and < 300 ? default : ErrorBytes();
        (IReadOnlyList<string> codes, string? traceId) = ErrorCodes.Of(error, secrets);
        traceId ??= headers.TraceId;
        return new ApiErrorContext(call.Context, call.Sends)
        {
            StatusCode = Status == 0 && Options.IsInBrowser ? null : (HttpStatusCode)Status,
            Headers = headers,
            ResponseText = ErrorText(secrets),
            IsOutcomeUnknown = isOutcomeUnknown,
            RetryAfter = RetryAfter,
            ErrorCodes = codes,
            Problem = ProblemDetails.Of(error, ContentType, Options.MaxErrorTextLength, secrets),
            TraceId = traceId is not null && SecretMask.Apply(traceId, secrets) == traceId ? traceId : null,
        };
    }

    /// <summary>Takes the response over to a value that reads on after the call's end, so that the call's end does not close it.</summary>
    /// <param name="taker">Disposes of the response.</param>
    /// <returns>The response.</returns>
    internal HttpResponseMessage TakeOver(IDisposable taker)
    {
        _taker = taker;
        return _response!;
    }

    /// <summary>Releases a response whose value the caller never gets, because the call failed afterwards.</summary>
    internal void DropTaken() => _taker?.Dispose();

    /// <summary>
    /// Ends the attempt: the response is disposed of, unless it was taken over, so that its connection is free again; the memory is given
    /// back. Responses hold secrets, so it is cleared.
    /// </summary>
    internal void End()
    {
        if (_taker is null)
        {
            HandlerFailure.Release(_response);
            _response = null;
        }

        if (_bytes is not null)
        {
            _bytes.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = null;
            _length = 0;
        }
    }

    // A path has names of members, and a name can be a credential that the server gives back.
    private void ReportMasked(ApiDeviation deviation) =>
        Options.OnDeviation?.Invoke(deviation with { Path = SecretMask.ApplyToTruncated(deviation.Path, call.Secrets) });

    private void Report(ApiDeviationKind kind) => Options.OnDeviation?.Invoke(new ApiDeviation(kind, "$", call.Context.OperationId));

    private static string? Field(HttpHeaders? headers, string name) =>
        headers is not null && headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    // The platform's handler has parsed the field, and would write a new text of it. Other handlers leave it as it came.
    private long? LengthOf(HttpContentHeaders headers) =>
        call.HasOwnTransport ? headers.ContentLength
            : long.TryParse(Field(headers, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length
            : null;

    private static bool IsPlain(string? coding) =>
        string.IsNullOrEmpty(coding) || coding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private ReadOnlyMemory<byte> ErrorBytes() => BodyText.ToUtf8Anyway(Bytes, MediaTypes.CharsetOf(ContentType));

    private ReadOnlyMemory<byte>? Utf8(string contentType) => BodyText.ToUtf8(Bytes, MediaTypes.CharsetOf(contentType));

    private Stream Decompressed(HttpContent content, Stream stream) =>
        Field(content.Headers, "Content-Encoding") is not string coding || IsPlain(coding) || Options.IsInBrowser ? stream
            : Decompression.Open(coding, stream) ?? throw Failed(ApiResponseProblem.Encoding);

    private void Grow(int limit)
    {
        byte[] bytes = _bytes!;
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)bytes.Length * 2, (long)limit + 1));
        Span<byte> read = bytes.AsSpan(0, _length);
        read.CopyTo(larger);
        _bytes = larger;
        read.Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private string? ErrorText(List<string>? secrets) => _bytes is null || Options.MaxErrorTextLength == 0
        ? null
        : BodyText.Start(Bytes.Span, MediaTypes.CharsetOf(ContentType), Options.MaxErrorTextLength, secrets);
}
