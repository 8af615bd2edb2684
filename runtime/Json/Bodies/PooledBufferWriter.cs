using System.Buffers;

namespace ClerkGen.Json;

/// <summary>Collects bytes in a rented array that is given back on disposal. Not thread-safe.</summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>, IDisposable
{
    private const int FirstCapacity = 1024;

    private byte[] _buffer;
    private int _count;

    /// <summary>Rents the first array.</summary>
    /// <param name="capacity">Bytes to begin with.</param>
    internal PooledBufferWriter(int capacity = FirstCapacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The written bytes, valid until the next write or disposal.</summary>
    internal ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _count);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _count);
        _count += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_count);
    }

    /// <summary>Discards the written bytes and keeps the array.</summary>
    internal void Clear() => _count = 0;

    /// <summary>Gives the array back. Request bodies hold secrets, so it is cleared.</summary>
    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        buffer.AsSpan(0, _count).Clear();
        _count = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Reserve(int sizeHint)
    {
        int needed = Math.Max(sizeHint, 1);
        if (_buffer.Length - _count >= needed)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_count + needed, _count * 2)));
        _buffer.AsSpan(0, _count).CopyTo(larger);
        byte[] smaller = _buffer;
        _buffer = larger;
        smaller.AsSpan(0, _count).Clear();
        ArrayPool<byte>.Shared.Return(smaller);
    }
}
