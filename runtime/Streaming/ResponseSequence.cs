using ClerkGen.GeneratedSupport;

namespace ClerkGen.Streaming;

/// <summary>The values of a response, read while they arrive. Enumerated once; ending the enumeration disposes of the response.</summary>
internal abstract class ResponseSequence<T>(ResponseStream stream) : IAsyncEnumerable<T>
{
    private int _isTaken;

    /// <summary>The response.</summary>
    protected ResponseStream Stream { get; } = stream;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isTaken, 1) == 0
            ? ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("A response can be enumerated once. Make the call again.");

    /// <summary>Reads the values, then disposes of the response.</summary>
    protected abstract IAsyncEnumerable<T> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Reads one value.</summary>
    protected T Parse<TJson>(ReadOnlyMemory<byte> text, in JsonReadOptions options)
        where TJson : IApiJson<T>
    {
        try
        {
            return ApiJsonBody.Read<T, TJson>(text, options);
        }
        catch (ApiReadException exception)
        {
            throw Stream.Failed(exception, text);
        }
    }
}
