namespace ClerkGen.AspNetCore;

/// <summary>
/// Base64url without padding (RFC 7515, section 2), strictly: no white space, no padding, and no bits beyond the last byte, so that bytes have one text.
/// </summary>
internal static class Base64UrlText
{
    private static readonly sbyte[] Values = MakeValues();

    /// <summary>How many bytes a text has, or null when no text has its length.</summary>
    internal static int? Length(int characters) => (characters & 3) == 1 ? null : (int)((long)characters * 3 / 4);

    /// <summary>Decodes a text into a buffer of exactly its <see cref="Length"/>.</summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        int read = 0, written = 0;
        for (; read + 4 <= text.Length; read += 4, written += 3)
        {
            int bits = (Value(text[read]) << 18) | (Value(text[read + 1]) << 12) | (Value(text[read + 2]) << 6) | Value(text[read + 3]);
            if (bits < 0)
            {
                return false;
            }

            bytes[written] = (byte)(bits >> 16);
            bytes[written + 1] = (byte)(bits >> 8);
            bytes[written + 2] = (byte)bits;
        }

        return TryDecodeEnd(text[read..], bytes[written..]);
    }

    private static bool TryDecodeEnd(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        int bits = (Value(text[0]) << 12) | (Value(text[1]) << 6) | (text.Length == 3 ? Value(text[2]) : 0);
        int unused = text.Length == 3 ? 0b11 : 0b1111_1111_11;
        if (bits < 0 || (bits & unused) != 0)
        {
            return false;
        }

        bytes[0] = (byte)(bits >> 10);
        if (text.Length == 3)
        {
            bytes[1] = (byte)(bits >> 2);
        }

        return true;
    }

    // Negative for a character outside the alphabet, which makes the joined bits negative too.
    private static int Value(char c) => c < Values.Length ? Values[c] : -1;

    private static sbyte[] MakeValues()
    {
        sbyte[] values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < Alphabet.Length; i++)
        {
            values[Alphabet[i]] = (sbyte)i;
        }

        return values;
    }
}
