using System.Text;
using System.Text.Json;

namespace ClerkGen.Http;

/// <summary>Bytes of a response as text.</summary>
internal static class BodyText
{
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

    /// <summary>
    /// The text of an error in UTF-8. Text that its declared charset cannot decode is read as ISO-8859-1,
    /// which maps every byte. Some gateways do.
    /// </summary>
    internal static ReadOnlyMemory<byte> ToUtf8Anyway(ReadOnlyMemory<byte> body, ReadOnlySpan<char> charset) =>
        ToUtf8(body, charset) is { } text && System.Text.Unicode.Utf8.IsValid(text.Span)
            ? text
            : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(body.Span));

    /// <summary>The text without a byte order mark.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

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
        Encoding encoding = EncodingOf(body, charset) ?? Encoding.UTF8;
        if (encoding.CodePage == Encoding.UTF8.CodePage && !System.Text.Unicode.Utf8.IsValid(body))
        {
            encoding = Encoding.Latin1;
        }

        // A secret that straddles the cut must still be seen whole, so more than the kept part is decoded before it is masked.
        ReadOnlySpan<byte> start = body[..(int)Math.Min(body.Length, ((long)maxLength * 4) + 1024)];
        string text;
        try
        {
            text = encoding.GetString(start);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(start);
        }

        text = SecretMask.Apply(text.TrimStart('\uFEFF'), secrets);
        text = text.Length > maxLength ? text[..maxLength] : text;
        return string.Create(text.Length, text, static (span, text) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t') ? ' ' : text[i];
            }
        });
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
