using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace ClerkGen.GeneratedSupport;

/// <summary>The known values of a string enum. Reading one of them gives the string that is already there. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonStringEnum
{
    private readonly string[] _values;
    private readonly byte[][] _utf8;

    /// <summary>Creates the table.</summary>
    /// <param name="values">The known values.</param>
    public JsonStringEnum(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        _utf8 = Array.ConvertAll(values, Encoding.UTF8.GetBytes);
    }

    /// <summary>Whether a value is one of the known ones (ordinal).</summary>
    /// <param name="value">Any text.</param>
    public bool Contains(string value) => Array.IndexOf(_values, value) >= 0;

    /// <summary>Reads a value. An unknown one is reported and kept; a value without text is reported and becomes empty.</summary>
    /// <param name="reader">Positioned on a value.</param>
    public string Read(ref ApiJsonReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.String && !reader.Json.ValueIsEscaped && !reader.Json.HasValueSequence)
        {
            ReadOnlySpan<byte> text = reader.Json.ValueSpan;
            for (int i = 0; i < _utf8.Length; i++)
            {
                if (text.SequenceEqual(_utf8[i]))
                {
                    return _values[i];
                }
            }
        }

        return ReadOther(ref reader);
    }

    private string ReadOther(ref ApiJsonReader reader)
    {
        string? value = StringJson.ReadJson(ref reader);
        if (value is null)
        {
            if (reader.Json.TokenType == JsonTokenType.Null)
            {
                reader.RefuseNull();
            }

            return "";
        }

        int index = Array.IndexOf(_values, value);
        if (index >= 0)
        {
            return _values[index];
        }

        reader.Deviate(ApiDeviationKind.UnknownEnumValue);
        return value;
    }
}
