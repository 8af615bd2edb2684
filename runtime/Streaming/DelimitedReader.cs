using System.Buffers;

namespace ClerkGen.Streaming;

/// <summary>Cuts a stream at separators. One piece is held in memory at a time, in a rented array. For one reader.</summary>
internal sealed class DelimitedReader(ResponseStream stream, int maxLength) : IDisposable
{
    private const int FirstCapacity = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstCapacity);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _skipsLineFeed;

    /// <summary>The current piece without its separator; valid until the next one is read.</summary>
    internal ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether the current piece ends with the stream instead of a separator.</summary>
    internal bool IsUnterminated { get; private set; }

    /// <summary>Reads up to the next separator.</summary>
    /// <param name="separator">The separator; a line feed means CR LF, LF and CR if <paramref name="anyLineEnd"/> is set.</param>
    /// <param name="anyLineEnd">Whether all three line ends count.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Whether there was a piece.</returns>
    internal async ValueTask<bool> ReadAsync(byte separator, bool anyLineEnd, CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            if (_skipsLineFeed && _start < _end)
            {
                _skipsLineFeed = false;
                if (_buffer[_start] == (byte)'\n')
                {
                    _start++;
                }
            }

            ReadOnlySpan<byte> unread = _buffer.AsSpan(_start + searched, _end - _start - searched);
            int index = anyLineEnd ? unread.IndexOfAny((byte)'\n', (byte)'\r') : unread.IndexOf(separator);
            if (index >= 0)
            {
                int length = searched + index;
                _skipsLineFeed = anyLineEnd && _buffer[_start + length] == (byte)'\r';
                Current = _buffer.AsMemory(_start, length);
                IsUnterminated = false;
                _start += length + 1;
                return true;
            }

            if (_isAtEnd)
            {
                Current = _buffer.AsMemory(_start, _end - _start);
                IsUnterminated = true;
                _start = _end;
                return !Current.IsEmpty;
            }

            searched = _end - _start;
            if (searched > maxLength)
            {
                throw stream.TooLarge();
            }

            MakeRoom();
            int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _isAtEnd = count == 0;
            _end += count;
        }
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
        }
    }

    private void MakeRoom()
    {
        int length = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, length).CopyTo(_buffer);
        }
        else if (length == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, Array.MaxLength));
            _buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _start = 0;
        _end = length;
    }
}
