using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClerkGen.Json;

/// <summary>The text of string, name and number tokens.</summary>
internal static class JsonText
{
    private const int MaxShort = 64;
    private const char Replacement = '\uFFFD';

    /// <summary>Text of a string or property name. Half a surrogate pair becomes U+FFFD.</summary>
    internal static string Read(ref Utf8JsonReader json) => Read(ref json, out _);

    /// <summary>Text of a string or property name.</summary>
    /// <param name="json">Positioned on the token.</param>
    /// <param name="isRepaired">Whether half a surrogate pair was replaced by U+FFFD.</param>
    internal static string Read(ref Utf8JsonReader json, out bool isRepaired)
    {
        isRepaired = false;
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException) when (json.ValueIsEscaped)
        {
            // That escapes do not pair up is found only here; to ask first would be one more pass over every escaped text.
            isRepaired = true;
            return Repair(Raw(ref json));
        }
    }

    /// <summary>Text of UTF-8 without escapes. Nearly all of it is short and ASCII.</summary>
    internal static string Plain(ReadOnlySpan<byte> utf8)
    {
#if NET9_0_OR_GREATER
        if (utf8.Length is >= AsciiText.MinLength and <= MaxShort && AsciiText.IsValid(utf8))
        {
            return string.Create(utf8.Length, utf8, static (text, ascii) => AsciiText.Widen(ascii, text));
        }
#endif

        return Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : Encoding.UTF8.GetString(utf8);
    }

    /// <summary>UTF-8 of a string, name, number or literal, unescaped. Refers to the body where that is possible.</summary>
    internal static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped)
        {
            return Raw(ref json);
        }

        return Encoding.UTF8.GetBytes(Read(ref json));
    }

    private static ReadOnlySpan<byte> Raw(ref Utf8JsonReader json) =>
        json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan;

    /// <summary>Unescapes text whose <c>\u</c> escapes do not pair up. The reader has checked that each escape is well-formed.</summary>
    private static string Repair(ReadOnlySpan<byte> escaped)
    {
        string text = Encoding.UTF8.GetString(escaped);
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            char escape = text[++i];
            if (escape != 'u')
            {
                result.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
                continue;
            }

            char unit = Unit(text, i + 1);
            i += 4;
            if (!char.IsSurrogate(unit))
            {
                result.Append(unit);
            }
            else if (char.IsHighSurrogate(unit) && FollowsLow(text, i + 1, out char low))
            {
                result.Append(unit).Append(low);
                i += 6;
            }
            else
            {
                result.Append(Replacement);
            }
        }

        return result.ToString();
    }

    private static bool FollowsLow(string text, int index, out char low)
    {
        low = '\0';
        if (index + 6 > text.Length || text[index] != '\\' || text[index + 1] != 'u')
        {
            return false;
        }

        low = Unit(text, index + 2);
        return char.IsLowSurrogate(low);
    }

    private static char Unit(string text, int index) =>
        (char)ushort.Parse(text.AsSpan(index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
