using System.Diagnostics.CodeAnalysis;

namespace ClerkGen;

/// <summary>Enumerates server-sent events while they arrive: the data, or with <see cref="Events"/> the names and ids too.</summary>
/// <remarks>Enumerate one of them, once. The response is closed when the enumeration ends.</remarks>
/// <typeparam name="T">Type of an event's data.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "An event stream is what the standard calls it.")]
public sealed class ApiEventStream<T> : IAsyncEnumerable<T>
{
    private readonly Func<bool>? _isFinal;

    /// <summary>Creates a stream from events, for tests of your own code.</summary>
    /// <param name="events">The events.</param>
    public ApiEventStream(IAsyncEnumerable<ApiEvent<T>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = events;
    }

    internal ApiEventStream(IAsyncEnumerable<ApiEvent<T>> events, Func<bool> isFinal)
        : this(events) =>
        _isFinal = isFinal;

    /// <summary>Gets the events, each with its data, name, id and retry time.</summary>
    public IAsyncEnumerable<ApiEvent<T>> Events { get; }

    /// <summary>Whether the server announced the end.</summary>
    internal bool IsFinal => _isFinal?.Invoke() == true;

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (ApiEvent<T> item in Events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }
}
