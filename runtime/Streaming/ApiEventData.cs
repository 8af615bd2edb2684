using System.ComponentModel;
using ClerkGen.Streaming;

namespace ClerkGen.GeneratedSupport;

/// <summary>How the data of an event is read. Immutable and thread-safe.</summary>
/// <typeparam name="T">Type of the data.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiEventData<T>
{
    private protected ApiEventData(string? eventName) => EventName = eventName;

    /// <summary>The event that has this data, or null for any.</summary>
    internal string? EventName { get; }

    /// <summary>Reads the data.</summary>
    /// <exception cref="ApiReadException">It does not have the expected form.</exception>
    internal abstract T Read(ReadOnlyMemory<byte> data, in JsonReadOptions options);

    /// <summary>The same data as another type: a variant of a union.</summary>
    /// <param name="convert">Creates the other type.</param>
    /// <typeparam name="TOther">The other type.</typeparam>
    public ApiEventData<TOther> As<TOther>(Func<T, TOther> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return new ConvertedEventData<T, TOther>(this, convert);
    }
}

/// <summary>The ways to read the data of an event.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiEvents
{
    /// <summary>One JSON value; data that is none is taken for the text of a string.</summary>
    /// <param name="eventName">The event that has this data, or null for any.</param>
    /// <typeparam name="T">Type of the data.</typeparam>
    /// <typeparam name="TJson">Its codec.</typeparam>
    public static ApiEventData<T> Json<T, TJson>(string? eventName = null)
        where TJson : IApiJson<T> =>
        new JsonEventData<T, TJson>(eventName);

    /// <summary>The data as text.</summary>
    /// <param name="eventName">The event that has this data, or null for any.</param>
    public static ApiEventData<string> Text(string? eventName = null) => new TextEventData(eventName);
}
