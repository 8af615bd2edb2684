namespace ClerkGen.GeneratedSupport;

/// <summary>
/// A request's body, apart from the attempt that sends it: each attempt gets a <see cref="RequestContent"/> of its own around it.
/// </summary>
internal abstract class RequestBody
{
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

    /// <summary>Writes the bytes.</summary>
    internal abstract ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken);

    /// <summary>Gives rented memory back. Called once, when no attempt can read the body any more.</summary>
    internal virtual void Release()
    {
    }

    private sealed class EmptyRequestBody : RequestBody
    {
        internal override string? ContentType => null;

        internal override long? Length => 0;

        internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) => default;
    }
}
