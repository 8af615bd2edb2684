namespace ClerkGen.Requests;

/// <summary>A body that is streamed from an <see cref="ApiFile"/>.</summary>
internal sealed class FileRequestBody(string contentType, ApiFile file) : RequestBody
{
    /// <inheritdoc/>
    internal override string ContentType { get; } = contentType;

    /// <inheritdoc/>
    internal override bool IsReplayable => file.IsReplayable;

    /// <inheritdoc/>
    internal override bool ReadsCallerStreams => true;

    /// <inheritdoc/>
    internal override long? Length => file.Length;

    /// <inheritdoc/>
    internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) =>
        file.CopyToAsync(destination, cancellationToken);
}
