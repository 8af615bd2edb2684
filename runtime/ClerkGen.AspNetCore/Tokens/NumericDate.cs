using System.Text.Json;

namespace ClerkGen.AspNetCore;

/// <summary>A claim that is a moment in seconds since 1970, with or without a fraction (RFC 7519, section 2).</summary>
internal readonly struct NumericDate
{
    private readonly Form _form;
    private readonly double _seconds;

    private NumericDate(Form form, double seconds = 0)
    {
        _form = form;
        _seconds = seconds;
    }

    private enum Form : byte
    {
        Absent,
        Number,
        Malformed,
    }

    internal bool IsAbsent => _form == Form.Absent;

    internal bool IsNumber => _form == Form.Number;

    /// <summary>Seconds since 1970; zero unless this is a number.</summary>
    internal double Seconds => _seconds;

    /// <summary>Reads the claim whose value the reader is at.</summary>
    internal static NumericDate Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double seconds) && double.IsFinite(seconds))
        {
            return new NumericDate(Form.Number, seconds);
        }

        reader.Skip();
        return new NumericDate(Form.Malformed);
    }
}
