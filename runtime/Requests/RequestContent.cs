using System.Net;
using ClerkGen.Http;

namespace ClerkGen.Requests;

/// <summary>
/// The content of one attempt. It counts how often a handler started to send it, which distinguishes "not delivered" from
/// "unknown". It refuses a second send where that could act twice. It also refuses any other target, because a handler that follows
/// a redirect would send the content there.
/// </summary>
internal sealed class RequestContent : HttpContent, ICallContent
{
    private readonly RequestBody _body;
    private readonly HttpRequestMessage _request;
    private Uri _target;
    private int _begun;
    private bool _mayRepeat;

    /// <summary>Content for one request.</summary>
    /// <param name="body">Where the bytes come from.</param>
    /// <param name="request">The request that carries the content.</param>
    /// <param name="target">Where the request goes.</param>
    /// <param name="mayRepeat">Whether handlers may send it more than once.</param>
    internal RequestContent(RequestBody body, HttpRequestMessage request, Uri target, bool mayRepeat)
    {
        _mayRepeat = mayRepeat;
        _body = body;
        _request = request;
        _target = target;
        if (body.ContentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
        }
    }

    /// <inheritdoc/>
    public HttpRequestMessage Request => _request;

    /// <summary>Whether the handler has asked for the bytes, so that some may have been delivered.</summary>
    internal bool HasBegun => Volatile.Read(ref _begun) != 0;

    /// <summary>How often handlers have asked for the bytes and got them.</summary>
    internal int Sends => Volatile.Read(ref _begun);

    /// <summary>Whether a handler was refused the bytes because it followed a redirect.</summary>
    internal bool WasRedirected { get; private set; }

    /// <summary>The exception of the caller's own stream, or null.</summary>
    internal Exception? SourceFailure { get; private set; }

    /// <summary>Leaves refusing repetitions to a handler that sees each request.</summary>
    internal void AllowRepeats() => _mayRepeat = true;

    /// <summary>Allows another target, before the request is sent.</summary>
    internal void Retarget(Uri target) => _target = target;

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        long? known = _body.Length;
        length = known ?? 0;
        return known is not null;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!ServerAddress.IsSame(_request.RequestUri, _target))
        {
            WasRedirected = true;
            throw new InvalidOperationException("A handler tried to send the request to another target.");
        }

        if (Interlocked.Increment(ref _begun) > 1)
        {
            if (!_mayRepeat)
            {
                Interlocked.Decrement(ref _begun);
                throw new RepeatedRequestException();
            }

            if (!_body.IsReplayable)
            {
                throw new InvalidOperationException("A handler tried to repeat a body that can be read only once.");
            }
        }

        if (!_body.TryEnter())
        {
            throw new InvalidOperationException("A handler tried to send the request after its call had ended.");
        }

        ValueTask writing = _body.WriteAsync(stream, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
        {
            return FinishAsync(writing);
        }

        writing.GetAwaiter().GetResult();
        _body.Leave();
        return Task.CompletedTask;
    }

    private async Task FinishAsync(ValueTask writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (UnreadableSourceException exception)
        {
            SourceFailure = exception.InnerException;
            throw;
        }

        // Not after a failure: a write may still be under way, so the memory is left to the garbage collector.
        _body.Leave();
    }
}
