using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Json;

/// <summary>Shared by scalar codecs for values that are not in their plain form, off the hot path.</summary>
internal static class JsonScalars
{
    private const NumberStyles Number = NumberStyles.Float;
    private const int MaxUnescaped = 128;

    // Some servers write the plus of an offset as an escape: where that is taken out, once per thread.
    [ThreadStatic]
    private static byte[]? _unescaped;

    /// <summary>Text of a string or number, to be used before the next one is asked for. Anything else is reported and left behind.</summary>
    internal static bool TryText(ref ApiJsonReader reader, out ReadOnlySpan<byte> text)
    {
        switch (reader.Json.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.Number:
                text = reader.Json.ValueIsEscaped ? Unescaped(ref reader.Json) : JsonText.Utf8(ref reader.Json);
                return true;
            case JsonTokenType.Null:
                reader.RefuseNull();
                break;
            default:
                reader.Refuse();
                break;
        }

        text = default;
        return false;
    }

    /// <summary>
    /// An integer in another form: <c>"1"</c>, <c>1.0</c>, <c>1e3</c>. A fraction is cut
    /// off; a number beyond the type becomes the nearest one.
    /// </summary>
    internal static T Integer<T>(ref ApiJsonReader reader)
        where T : struct, IBinaryInteger<T>
    {
        if (!TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!TryNumber(text, out decimal number, out bool isBeyond))
        {
            reader.Deviate(ApiDeviationKind.MalformedValue);
            return default;
        }

        T value = T.CreateSaturating(number);
        bool isExact = !isBeyond && decimal.CreateSaturating(value) == number;
        reader.Deviate(isExact ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.NumberOutOfRange);
        return value;
    }

    /// <summary>A floating-point number in another form (<c>"1.5"</c>) or beyond its type, where the nearest finite one is taken.</summary>
    internal static T Float<T>(ref ApiJsonReader reader)
        where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        if (!TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!T.TryParse(text, Number, CultureInfo.InvariantCulture, out T value) || T.IsNaN(value))
        {
            reader.Deviate(ApiDeviationKind.MalformedValue);
            return default;
        }

        reader.Deviate(T.IsFinite(value) ? ApiDeviationKind.ConvertedValue : ApiDeviationKind.NumberOutOfRange);
        return T.Clamp(value, T.MinValue, T.MaxValue);
    }

    /// <summary>A decimal in another form or beyond its range, where the nearest one is taken.</summary>
    internal static decimal Decimal(ref ApiJsonReader reader)
    {
        if (!TryText(ref reader, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!TryNumber(text, out decimal value, out bool isBeyond))
        {
            reader.Deviate(ApiDeviationKind.MalformedValue);
            return default;
        }

        reader.Deviate(isBeyond ? ApiDeviationKind.NumberOutOfRange : ApiDeviationKind.ConvertedValue);
        return value;
    }

    /// <summary>A number in a string, where the document allows it; false for anything else, which stays where it is.</summary>
    internal static bool TryNumberText<T>(ref ApiJsonReader reader, out T value)
        where T : struct, INumberBase<T>
    {
        value = default;
        return reader.Json.TokenType == JsonTokenType.String
            && TryText(ref reader, out ReadOnlySpan<byte> text)
            && T.TryParse(text, Number, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value);
    }

    /// <summary>Reads a number. Outside a decimal's range, the nearest decimal.</summary>
    internal static bool TryNumber(ReadOnlySpan<byte> text, out decimal number, out bool isBeyond)
    {
        isBeyond = false;
        if (decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        if (!double.TryParse(text, Number, CultureInfo.InvariantCulture, out double huge) || double.IsNaN(huge))
        {
            return false;
        }

        isBeyond = true;
        number = decimal.CreateSaturating(huge);
        return true;
    }

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueSpan.Length > MaxUnescaped)
        {
            return JsonText.Utf8(ref json);
        }

        byte[] buffer = _unescaped ??= new byte[MaxUnescaped];
        try
        {
            return buffer.AsSpan(0, json.CopyString(buffer));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which no scalar has.
            return JsonText.Utf8(ref json);
        }
    }
}
