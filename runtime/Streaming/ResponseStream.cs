using ClerkGen.Http;
using ClerkGen.Responses;

namespace ClerkGen.Streaming;

/// <summary>
/// The body of a response while it arrives, decompressed. A read that gets nothing for too long, or breaks, is a typed error; the response
/// is disposed of with the stream. For one reader at a time.
/// </summary>
internal sealed class ResponseStream : ForwardOnlyStream
{
    private readonly ResponseBody _answer;
    private readonly HttpResponseMessage _response;
    private readonly AttemptCancellation _cancellation;
    private Stream? _body;
    private long _length;
    private bool _isDisposed;

    /// <summary>Takes a response over from its call.</summary>
    internal ResponseStream(ResponseBody answer)
    {
        _answer = answer;
        _response = answer.TakeOver(this);
        _cancellation = answer.Call.TakeCancellation();
        _cancellation.Limit(Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override bool CanRead => !_isDisposed;

    /// <summary>The exception for the read bytes.</summary>
    internal ApiResponseFormatException Failed(ApiReadException exception, ReadOnlyMemory<byte> text) => _answer.Failed(exception, text);

    /// <summary>The exception for more than is allowed.</summary>
    internal ApiResponseFormatException TooLarge() => _answer.Failed(ApiResponseProblem.TooLarge);

    /// <summary>The exception for an end before the end.</summary>
    internal ApiResponseFormatException CutOff() => _answer.Failed(ApiResponseProblem.Truncated);

    /// <summary>Whether only the end of the connection ends the body.</summary>
    internal bool EndsWithConnection => ResponseFraming.EndsWithConnection(_response);

    /// <summary>From now on only the reads' own tokens end them.</summary>
    internal ResponseStream LeaveCaller()
    {
        _cancellation.LeaveCaller();
        return this;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static cancellation => ((AttemptCancellation)cancellation!).Cancel(),
            _cancellation);
        TimeSpan limit = _answer.Options.StreamIdleTimeout;
        _cancellation.Limit(limit);
        try
        {
            _body ??= await _answer.OpenAsync(_cancellation.Token).ConfigureAwait(false);
            int count = await _body.ReadAsync(buffer, _cancellation.Token).ConfigureAwait(false);
            _cancellation.Limit(Timeout.InfiniteTimeSpan);
            _length += count;
            return count == 0 && !buffer.IsEmpty && (_length < _answer.ExpectedLength || _answer.IsCodedAndCut(_length)) ? throw new CutOffException() : count;
        }
        catch (Exception exception) when (IsOfBody(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _answer.Call.CallerToken.ThrowIfCancellationRequested();
            Exception? cause = HandlerFailure.WithoutSecrets(exception, _answer.Call.Secrets);
            throw exception switch
            {
                OperationCanceledException when _cancellation.Token.IsCancellationRequested => new ApiTimeoutException(
                    _answer.CreateErrorContext(isOutcomeUnknown: false),
                    limit,
                    isOverall: false,
                    cause),
                CutOffException => CutOff(),
                InvalidDataException => _answer.Failed(ApiResponseProblem.Encoding),
                _ => new ApiConnectionException(_answer.CreateErrorContext(isOutcomeUnknown: false), ApiConnectionProblem.Broken, cause),
            };
        }
    }

    // A stream that is disposed of while somebody reads it ends as such streams do.
    private bool IsOfBody(Exception exception) => _isDisposed
        ? exception is OperationCanceledException or IOException or HttpRequestException or InvalidDataException
        : exception is not ApiException && HandlerFailure.EndsCall(exception);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            HandlerFailure.Release(_body);
            HandlerFailure.Release(_response);
            _cancellation.End(isAtRest: false);
        }

        base.Dispose(disposing);
    }
}
