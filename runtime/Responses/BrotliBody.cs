using System.Buffers;
using System.IO.Compression;
using System.Runtime.Versioning;
using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>
/// A body in brotli (RFC 7932). <see cref="BrotliStream"/> compresses too and takes the tables for that along, a quarter of a megabyte of
/// every native program. Data behind the end of the compressed body is not read.
/// </summary>
/// <param name="body">The compressed body; disposed of with this stream.</param>
[UnsupportedOSPlatform("browser")]
internal sealed class BrotliBody(Stream body) : ForwardOnlyStream
{
    private const int Capacity = 16 * 1024;
    private const int MaxRest = 64 * 1024;

    private byte[]? _compressed = ArrayPool<byte>.Shared.Rent(Capacity);
    private BrotliDecoder _decoder;
    private int _start;
    private int _end;
    private bool _isDone;
    private bool _isFinished;
    private int _rest;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is not brotli.</exception>
    /// <exception cref="CutOffException">It is cut off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        while (!TryDecode(buffer.Span, out count))
        {
            Took(await body.ReadAsync(_compressed, cancellationToken).ConfigureAwait(false));
        }

        if (count == 0 && !buffer.IsEmpty)
        {
            await FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is not brotli.</exception>
    /// <exception cref="CutOffException">It is cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        while (!TryDecode(buffer, out count))
        {
            Took(body.Read(_compressed));
        }

        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _compressed is byte[] compressed)
        {
            _compressed = null;
            _decoder.Dispose();
            compressed.AsSpan(0, _end).Clear();
            ArrayPool<byte>.Shared.Return(compressed);
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Decodes the available bytes.</summary>
    /// <returns>Whether that is something, or the end; otherwise more of the body is needed.</returns>
    private bool TryDecode(Span<byte> buffer, out int count)
    {
        ObjectDisposedException.ThrowIf(_compressed is null, this);
        count = 0;
        if (_isDone || buffer.IsEmpty)
        {
            return true;
        }

        OperationStatus status = _decoder.Decompress(_compressed.AsSpan(_start, _end - _start), buffer, out int consumed, out count);
        _start += consumed;
        _isDone = status == OperationStatus.Done;
        return status == OperationStatus.InvalidData
            ? throw new InvalidDataException("The body is not brotli.")
            : count > 0 || _isDone;
    }

    /// <summary>Reads past the compressed data, so that a body that is cut off there is noticed too.</summary>
    private async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        for (; !_isFinished && _rest < MaxRest; _rest += _end)
        {
            _end = await body.ReadAsync(_compressed, cancellationToken).ConfigureAwait(false);
            _isFinished = _end == 0;
        }
    }

    private void Took(int count)
    {
        // No body at all is an empty one, as with the platform's streams.
        _isDone = count == 0 && _end == 0;
        if (count == 0 && !_isDone)
        {
            throw new CutOffException();
        }

        // The buffer is empty when more is needed, because the decoder keeps bytes that it cannot use yet.
        (_start, _end) = (0, count);
    }
}
