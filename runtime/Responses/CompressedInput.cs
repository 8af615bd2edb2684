using System.Buffers;
using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>
/// The compressed bytes of a body, on their way to the platform's decompressor. The decompressor reads ahead without reporting its
/// position, so the last bytes that it got are kept. For one reader.
/// </summary>
/// <param name="body">The compressed body; disposed of with this stream.</param>
internal sealed class CompressedInput(Stream body) : ForwardOnlyStream
{
    private const int Piece = 8 * 1024;
    private const int MaxRest = 64 * 1024;

    // Twice a piece, so that there is room behind the last one.
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * Piece);
    private int _handed;
    private int _start;
    private int _end;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <summary>Whether the decompressor asked for bytes when there were no more.</summary>
    internal bool WasExhausted { get; private set; }

    /// <summary>Whether the body has no bytes at all.</summary>
    internal bool IsEmpty { get; private set; } = true;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            WasExhausted = true;
            return 0;
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _handed = _start;
        _start += count;
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Looks at the next two bytes.</summary>
    /// <returns>Both, or null when there are fewer.</returns>
    internal async ValueTask<(byte First, byte Second)?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        while (_end - _start < 2)
        {
            if (!await AppendAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return (_buffer[_start], _buffer[_start + 1]);
    }

    /// <summary>Takes the next byte.</summary>
    /// <exception cref="CutOffException">There is none.</exception>
    internal async ValueTask<byte> TakeAsync(CancellationToken cancellationToken) =>
        _start < _end || await FillAsync(cancellationToken).ConfigureAwait(false) ? _buffer[_start++] : throw new CutOffException();

    /// <summary>Skips a mark that follows the bytes that the decompressor used.</summary>
    /// <returns>Whether the mark is there.</returns>
    internal async ValueTask<bool> SkipBehindAsync(ReadOnlyMemory<byte> mark, CancellationToken cancellationToken)
    {
        int last = _start;
        while (_end - last < mark.Length && await AppendAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        int length = Math.Min(_end, last + mark.Length) - _handed;
        int index = _buffer.AsSpan(_handed, length).IndexOf(mark.Span);
        if (index < 0)
        {
            return false;
        }

        _start = _handed + index + mark.Length;
        return true;
    }

    /// <summary>Reads past the compressed data, so that a body that is cut off there is noticed too.</summary>
    internal async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        for (int rest = 0; rest < MaxRest && await FillAsync(cancellationToken).ConfigureAwait(false); rest += _end)
        {
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            Array.Clear(_buffer);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _handed = _start = _end = 0;
        return await AppendAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> AppendAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        int count = await body.ReadAsync(_buffer.AsMemory(_end, Math.Min(Piece, _buffer.Length - _end)), cancellationToken).ConfigureAwait(false);
        _end += count;
        IsEmpty &= count == 0;
        return count > 0;
    }
}
