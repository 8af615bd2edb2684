using System.ComponentModel;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>
/// The names that values of an enum of the user have in JSON. Unlike an emitted enum, it cannot keep an unknown value. Such a value is
/// reported and becomes the enum's default. Thread-safe.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonEnumNames<T>
    where T : struct, Enum
{
    private readonly JsonStringEnum _known;
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> _names = [];

    /// <summary>Creates the table.</summary>
    /// <param name="values">Values and their names; of two names of one value the first is written.</param>
    public JsonEnumNames(params (T Value, string Name)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _known = new JsonStringEnum(Array.ConvertAll(values, static entry => entry.Name));
        foreach ((T value, string name) in values)
        {
            _values.TryAdd(name, value);
            _names.TryAdd(value, name);
        }
    }

    /// <summary>Reads a value; an unknown one is reported and becomes the default.</summary>
    /// <param name="reader">Positioned on the value.</param>
    public T Read(ref ApiJsonReader reader) => _values.GetValueOrDefault(_known.Read(ref reader));

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Positioned where a value may be written.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has no JSON name.</exception>
    public void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Format(value));
    }

    /// <summary>The name of a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has no JSON name.</exception>
    public string Format(T value) => _names.TryGetValue(value, out string? name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The value has no JSON name.");
}
