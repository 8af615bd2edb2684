namespace ClerkGen.Requests;

/// <summary>A body that the caller gives as <see cref="HttpContent"/>, which stays the caller's.</summary>
internal sealed class HttpContentBody(HttpContent content) : RequestBody
{
    /// <inheritdoc/>
    internal override string? ContentType => content.Headers.ContentType?.ToString();

    /// <inheritdoc/>
    internal override bool IsReplayable => content is ByteArrayContent or ReadOnlyMemoryContent;

    /// <inheritdoc/>
    internal override bool ReadsCallerStreams => !IsReplayable;

    /// <inheritdoc/>
    internal override long? Length => content.Headers.ContentLength;

    /// <inheritdoc/>
    internal override ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken) =>
        new(content.CopyToAsync(destination, cancellationToken));
}
