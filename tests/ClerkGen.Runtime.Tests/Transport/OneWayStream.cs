namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Bytes that can be read once, as from a network.</summary>
internal sealed class OneWayStream(byte[] bytes, Exception? atEnd = null, bool stalls = false) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Position
    {
        get => base.Position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = base.Read(buffer.Span);
        if (count == 0 && stalls)
        {
            // Ignores its token, as bad streams do.
            await new TaskCompletionSource().Task;
        }

        return count > 0 || atEnd is null ? count : throw atEnd;
    }
}
