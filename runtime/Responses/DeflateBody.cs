using System.IO.Compression;
using ClerkGen.Http;

namespace ClerkGen.Responses;

/// <summary>
/// A body in <c>deflate</c> (RFC 9110, section 8.4.1.2): zlib, or the bare data that some servers send instead. The platform's streams take
/// one that is cut off for a whole one.
/// </summary>
/// <param name="body">The compressed body; disposed of with this stream.</param>
internal sealed class DeflateBody(Stream body) : ForwardOnlyStream
{
    private readonly CompressedInput _input = new(body);
    private Stream? _data;
    private bool _isDone;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The body is not in that coding.</exception>
    /// <exception cref="CutOffException">It is cut off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isDone || buffer.IsEmpty)
        {
            return 0;
        }

        _data ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
        int count = await _data.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count == 0)
        {
            // A decompressor that has come to the end of its data asks for no more. No body at all is an empty one.
            if (_input.WasExhausted && !_input.IsEmpty)
            {
                throw new CutOffException();
            }

            await _input.FinishAsync(cancellationToken).ConfigureAwait(false);
            _isDone = true;
        }

        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data?.Dispose();
            _input.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        // RFC 1950, section 2.2: the method is 8, and both bytes together are a multiple of 31.
        (byte First, byte Second)? start = await _input.PeekAsync(cancellationToken).ConfigureAwait(false);
        bool isZlib = start is not (byte first, byte second) || ((first & 15) == 8 && ((first << 8) + second) % 31 == 0);
        return isZlib
            ? new ZLibStream(_input, CompressionMode.Decompress, leaveOpen: true)
            : new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
    }
}
