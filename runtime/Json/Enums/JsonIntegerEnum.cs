using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>The known values of a integer enum. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonIntegerEnum
{
    private readonly long[] _values;

    /// <summary>Creates the table.</summary>
    /// <param name="values">The known values.</param>
    public JsonIntegerEnum(params long[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
    }

    /// <summary>Whether a value is one of the known ones.</summary>
    /// <param name="value">Any value.</param>
    public bool Contains(long value) => Array.IndexOf(_values, value) >= 0;

    /// <summary>Reads a value. An unknown one is reported and kept.</summary>
    /// <param name="reader">Stands on a value.</param>
    public long Read(ref ApiJsonReader reader)
    {
        long value = Int64Json.ReadJson(ref reader);
        if (!Contains(value))
        {
            reader.Deviate(ApiDeviationKind.UnknownEnumValue);
        }

        return value;
    }
}
