using System.Buffers.Binary;
using System.IO.Compression;
using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>
/// A body in gzip (RFC 1952). <see cref="GZipStream"/> takes one that is cut off for a whole one, so the members are read here: header,
/// compressed data, checksum and length.
/// </summary>
/// <param name="body">The compressed body; disposed of with this stream.</param>
internal sealed class GzipBody(Stream body) : ForwardOnlyStream
{
    private const byte FirstMark = 0x1F;
    private const byte SecondMark = 0x8B;
    private const byte Deflate = 8;
    private const int TrailerSize = 8;

    private readonly CompressedInput _input = new(body);
    private DeflateStream? _member;
    private Crc32 _crc;
    private uint _length;
    private bool _isDone;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is not gzip.</exception>
    /// <exception cref="CutOffException">It is cut off, or its checksum is wrong.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isDone && !buffer.IsEmpty)
        {
            if (_member is null && !await BeginMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                await _input.FinishAsync(cancellationToken).ConfigureAwait(false);
                _isDone = true;
                return 0;
            }

            int count = await _member!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0)
            {
                _crc.Add(buffer.Span[..count]);
                _length += (uint)count;
                return count;
            }

            await EndMemberAsync(cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Reads a member's header.</summary>
    /// <returns>Whether there is another member. Other bytes after one are not part of the body.</returns>
    private async ValueTask<bool> BeginMemberAsync(CancellationToken cancellationToken)
    {
        bool isFirst = _input.IsEmpty;
        (byte, byte)? mark = await _input.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (mark != (FirstMark, SecondMark))
        {
            // No body at all is an empty one, as with the platform's streams.
            return !isFirst || _input.IsEmpty ? false
                : mark is null ? throw new CutOffException() : throw new InvalidDataException("The body is not gzip.");
        }

        await SkipAsync(2, cancellationToken).ConfigureAwait(false);
        if (await _input.TakeAsync(cancellationToken).ConfigureAwait(false) != Deflate)
        {
            throw new InvalidDataException("The body is not gzip.");
        }

        int flags = await _input.TakeAsync(cancellationToken).ConfigureAwait(false);
        await SkipAsync(6, cancellationToken).ConfigureAwait(false);
        if ((flags & 4) != 0)
        {
            int low = await _input.TakeAsync(cancellationToken).ConfigureAwait(false);
            await SkipAsync(low + (256 * await _input.TakeAsync(cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        }

        for (int text = flags & (8 | 16); text != 0; text &= text - 1)
        {
            while (await _input.TakeAsync(cancellationToken).ConfigureAwait(false) != 0)
            {
            }
        }

        await SkipAsync((flags & 2) != 0 ? 2 : 0, cancellationToken).ConfigureAwait(false);
        _member = new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
        _crc = default;
        _length = 0;
        return true;
    }

    private async ValueTask EndMemberAsync(CancellationToken cancellationToken)
    {
        byte[] trailer = new byte[TrailerSize];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), _length);

        // A decompressor that has come to the end of its data asks for no more.
        if (_input.WasExhausted || !await _input.SkipBehindAsync(trailer, cancellationToken).ConfigureAwait(false))
        {
            throw new CutOffException();
        }

        await _member!.DisposeAsync().ConfigureAwait(false);
        _member = null;
    }

    private async ValueTask SkipAsync(int count, CancellationToken cancellationToken)
    {
        for (int i = 0; i < count; i++)
        {
            await _input.TakeAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
