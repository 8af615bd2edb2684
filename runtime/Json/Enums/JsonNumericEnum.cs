using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>The known values of an enum of integers or numbers. Thread-safe.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
/// <typeparam name="TJson">How a value is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNumericEnum<T, TJson>
    where T : struct, IEquatable<T>
    where TJson : IApiJson<T>
{
    private readonly T[] _values;

    /// <summary>Creates the table.</summary>
    /// <param name="values">The known values.</param>
    public JsonNumericEnum(params T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
    }

    /// <summary>Whether a value is one of the known ones.</summary>
    /// <param name="value">Any value.</param>
    public bool Contains(T value) => Array.IndexOf(_values, value) >= 0;

    /// <summary>Reads a value. An unknown one is reported and kept.</summary>
    /// <param name="reader">Positioned on a value.</param>
    public T Read(ref ApiJsonReader reader)
    {
        T value = TJson.ReadJson(ref reader);
        if (!Contains(value))
        {
            reader.Deviate(ApiDeviationKind.UnknownEnumValue);
        }

        return value;
    }
}
