using System.Diagnostics.CodeAnalysis;

namespace ClerkGen;

/// <summary>
/// Server-sent events, read while they arrive: enumerate it for the data, or <see cref="Events"/> for the events with their names and ids.
/// Enumerate one of them once. Ending the enumeration closes the answer.
/// </summary>
/// <typeparam name="T">Type of an event's data.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "An event stream is what the standard calls it.")]
public sealed class ApiEventStream<T> : IAsyncEnumerable<T>
{
    private readonly Func<bool>? _isFinal;

    /// <summary>Creates a stream from events, for tests of the caller's own code.</summary>
    /// <param name="events">The events.</param>
    public ApiEventStream(IAsyncEnumerable<ApiEvent<T>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Events = events;
    }

    internal ApiEventStream(IAsyncEnumerable<ApiEvent<T>> events, Func<bool> isFinal)
        : this(events) =>
        _isFinal = isFinal;

    /// <summary>The events, each with its data, name, id and retry time.</summary>
    public IAsyncEnumerable<ApiEvent<T>> Events { get; }

    /// <summary>Whether the server said that nothing follows.</summary>
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
