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
    /// <exception cref="UnreadableSourceException">The content cannot be read.</exception>
    internal override async ValueTask WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException or HttpRequestException))
        {
            // A connection fails with one of those, so this is the content's own.
            throw new UnreadableSourceException(exception);
        }
    }
}
