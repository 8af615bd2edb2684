namespace ClerkGen.Requests;

/// <summary>A request's body, apart from the attempt that sends it: each attempt wraps it in a new <see cref="RequestContent"/>.</summary>
internal abstract class RequestBody
{
    private const int Closed = 1 << 30;

    // The number of readers, and whether there may be more of them.
    private int _state;

    /// <summary>A body of no bytes.</summary>
    internal static readonly RequestBody Empty = new EmptyRequestBody();

    /// <summary>Value of <c>Content-Type</c>, or null for none.</summary>
    internal abstract string? ContentType { get; }

    /// <summary>Whether it can be sent a second time. A retry needs it.</summary>
    internal virtual bool IsReplayable => true;

    /// <summary>Whether streams of the caller are read, which may ignore cancellation.</summary>
    internal virtual bool ReadsCallerStreams => false;

    /// <summary>Number of bytes, or null when it is only known at the end.</summary>
    internal abstract long? Length { get; }

    /// <summary>The bytes of a body that is text and in memory, or null.</summary>
    internal virtual ReadOnlyMemory<byte>? Text => null;

    /// <summary>Writes the bytes.</summary>
    internal abstract ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken);

    /// <summary>Starts to read the body.</summary>
    /// <returns>False after the call has ended, because its memory may have been reused.</returns>
    internal virtual bool TryEnter()
    {
        int state = Volatile.Read(ref _state);
        while ((state & Closed) == 0)
        {
            int seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
            {
                return true;
            }

            state = seen;
        }

        return false;
    }

    /// <summary>Ends a read that has come to its end.</summary>
    internal virtual void Leave()
    {
        if (Interlocked.Decrement(ref _state) == Closed)
        {
            Release();
        }
    }

    /// <summary>Ends the body's life with its call. Later readers are refused, and the last current reader releases the memory.</summary>
    internal void Close()
    {
        if (Interlocked.Or(ref _state, Closed) == 0)
        {
            Release();
        }
    }

    /// <summary>Gives rented memory back. Called at most once, when no attempt can read the body any more.</summary>
    protected virtual void Release()
    {
    }

    private sealed class EmptyRequestBody : RequestBody
    {
        internal override string? ContentType => null;

        internal override long? Length => 0;

        // Shared by all calls and never closed, so its readers are not counted.
        internal override bool TryEnter() => true;

        internal override void Leave()
        {
        }

        internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) => default;
    }
}
