using ClerkGen.Json;

namespace ClerkGen.Requests;

/// <summary>A body that was written into rented memory: JSON and text.</summary>
internal sealed class BufferedRequestBody(string contentType) : RequestBody
{
    /// <summary>Where the body is written, before it is sent.</summary>
    internal PooledBufferWriter Output { get; } = new();

    /// <inheritdoc/>
    internal override string ContentType { get; } = contentType;

    /// <inheritdoc/>
    internal override long? Length => Output.Written.Length;

    /// <inheritdoc/>
    internal override ReadOnlyMemory<byte>? Text => Output.Written;

    /// <inheritdoc/>
    internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) =>
        destination.WriteAsync(Output.Written, cancellationToken);

    /// <inheritdoc/>
    protected override void Release() => Output.Dispose();
}
