using System.Text;
using System.Text.Json;

namespace ClerkGen.Http;

/// <summary>Bytes of a response as text.</summary>
internal static class BodyText
{
    // UTF-16 and UTF-32.
    private static readonly int[] WideCodePages = [1200, 1201, 12000, 12001];

    private static readonly Encoding BigEndianUtf32 = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    /// <summary>The text in UTF-8 without a byte order mark, or null when its charset is unknown or it is not in that charset.</summary>
    internal static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> body, ReadOnlySpan<char> charset)
    {
        Encoding? encoding = EncodingOf(body.Span, charset);
        if (encoding is null)
        {
            return null;
        }

        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return body[(body.Length - WithoutMark(body.Span).Length)..];
        }

        try
        {
            byte[] text = Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
            return text.AsMemory(text.Length - WithoutMark(text).Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text of an error in UTF-8, whatever its bytes are.</summary>
    internal static ReadOnlyMemory<byte> ToUtf8Anyway(ReadOnlyMemory<byte> body, ReadOnlySpan<char> charset)
    {
        Encoding encoding = ReadableEncodingOf(body.Span, charset);
        ReadOnlyMemory<byte> text = encoding.CodePage == Encoding.UTF8.CodePage ? body : Encoding.UTF8.GetBytes(encoding.GetString(body.Span));
        return text[(text.Length - WithoutMark(text.Span).Length)..];
    }

    /// <summary>The text without byte order marks.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text)
    {
        while (text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        return text;
    }

    /// <summary>The beginning of a text, without half a surrogate pair at its end.</summary>
    internal static string Cut(string text, int maxLength) => text.Length <= maxLength ? text
        : text[..(maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength)];

    /// <summary>Whether JSON ends before its end.</summary>
    internal static bool IsCutOff(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(
            WithoutMark(json),
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
                {
                    return false;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The beginning of the text for people: control characters become spaces, credentials are masked.</summary>
    internal static string Start(ReadOnlySpan<byte> body, ReadOnlySpan<char> charset, int maxLength, List<string>? secrets)
    {
        // A secret that straddles the cut must still be seen whole, so more than the kept part is decoded before it is masked.
        ReadOnlySpan<byte> start = body[..(int)Math.Min(body.Length, ((long)maxLength * 4) + 1024)];
        string text = ReadableEncodingOf(body, charset).GetString(start);
        text = Cut(SecretMask.Apply(text.TrimStart('\uFEFF'), secrets), maxLength);
        return string.Create(text.Length, text, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t') ? ' ' : text[i];
            }
        });
    }

    // Some gateways declare one charset and write another. ISO-8859-1 maps every byte.
    private static Encoding ReadableEncodingOf(ReadOnlySpan<byte> body, ReadOnlySpan<char> charset)
    {
        Encoding? declared = EncodingOf(body, charset);
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage)
        {
            try
            {
                declared.GetCharCount(body);
                return declared;
            }
            catch (DecoderFallbackException)
            {
                // Half a character does not make the others another text.
                if (Array.IndexOf(WideCodePages, declared.CodePage) >= 0)
                {
                    return Encoding.GetEncoding(declared.CodePage);
                }
            }
        }

        return System.Text.Unicode.Utf8.IsValid(body) ? Encoding.UTF8 : Encoding.Latin1;
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> body, ReadOnlySpan<char> charset)
    {
        if (charset.IsEmpty
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            // Without a mark, the zeros of the first two characters tell, which are ASCII in JSON and markup (RFC 4627, section 3).
            return body switch
            {
                [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, >= 0x20 and < 0x7F, ..] => BigEndianUtf32,
                [0xFF, 0xFE, 0, 0, ..] or [>= 0x20 and < 0x7F, 0, 0, 0, ..] => Encoding.UTF32,
                [0xFE, 0xFF, ..] or [0, >= 0x20 and < 0x7F, 0, ..] => Encoding.BigEndianUnicode,
                [0xFF, 0xFE, ..] or [>= 0x20 and < 0x7F, 0, _, 0, ..] => Encoding.Unicode,
                _ => Encoding.UTF8,
            };
        }

        try
        {
            return Encoding.GetEncoding(charset.ToString(), EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Unknown to .NET, or known and refused, as UTF-7 is.
            return null;
        }
    }
}
