using System.Globalization;
using System.Text;

namespace ClerkGen.Http;

/// <summary>
/// Removes credentials from text of a server, because some servers repeat the request in their response. A credential is found as it is,
/// and as JSON, a URL or markup writes its characters (<c>\u002B</c>, <c>%2B</c>, <c>&amp;#43;</c>).
/// </summary>
internal static class SecretMask
{
    internal const string Mask = "***";

    // Shorter texts would mask ordinary words.
    private const int ShortestSecret = 6;

    // Half of the length that names in paths may have.
    private const int TruncatedSecret = 32;

    // More levels of text inside text are not written by anybody.
    private const int MostNested = 64;

    /// <summary>The text with each secret replaced.</summary>
    internal static string Apply(string text, List<string>? secrets)
    {
        if (secrets is not null)
        {
            bool isEscaped = text.AsSpan().ContainsAny('\\', '%', '&');
            foreach (string secret in secrets)
            {
                if (secret.Length >= ShortestSecret)
                {
                    text = text.Replace(secret, Mask, StringComparison.Ordinal);
                    text = isEscaped ? MaskWritten(text, secret) : text;
                }
            }
        }

        return text;
    }

    /// <summary>A text in which long names may be truncated, with each secret replaced.</summary>
    internal static string ApplyToTruncated(string text, List<string>? secrets)
    {
        text = Apply(text, secrets);
        foreach (string secret in secrets ?? [])
        {
            if (secret.Length > TruncatedSecret)
            {
                text = text.Replace(secret[..TruncatedSecret], Mask, StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>A text in UTF-8 with each secret replaced; the same memory when it has none.</summary>
    internal static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> text, List<string>? secrets)
    {
        if (secrets is not { Count: > 0 })
        {
            return text;
        }

        string written = Encoding.UTF8.GetString(text.Span);
        string masked = Apply(written, secrets);
        return ReferenceEquals(masked, written) ? text : Encoding.UTF8.GetBytes(masked);
    }

    private static string MaskWritten(string text, string secret)
    {
        StringBuilder? masked = null;
        int kept = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = EndOf(text, at, secret);
            if (end < 0)
            {
                at++;
                continue;
            }

            masked ??= new StringBuilder(text.Length);
            masked.Append(text, kept, at - kept).Append(Mask);
            kept = at = end;
        }

        return masked is null ? text : masked.Append(text, kept, text.Length - kept).ToString();
    }

    // Where the secret ends that begins here, or -1.
    private static int EndOf(string text, int at, string secret)
    {
        foreach (char c in secret)
        {
            int length = LengthOf(text.AsSpan(at), c);
            if (length == 0)
            {
                return -1;
            }

            at += length;
        }

        return at;
    }

    // How many characters a text takes to write a character that it begins with, or 0.
    private static int LengthOf(ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        return text[0] switch
        {
            '\\' when LengthOfEscape(text, c) is int length and > 0 => length,
            '%' when LengthOfPercent(text, c) is int length and > 0 => length,
            '&' when LengthOfEntity(text, c, level: 0) is int length and > 0 => length,
            _ => text[0] == c ? 1 : 0,
        };
    }

    // JSON inside a JSON string doubles the backslashes, again and again.
    private static int LengthOfEscape(ReadOnlySpan<char> text, char c)
    {
        int most = Math.Min(text.Length, MostNested);
        int backslashes = text[..most].IndexOfAnyExcept('\\') is int end and >= 0 ? end : most;
        ReadOnlySpan<char> escaped = text[backslashes..];
        if (escaped.Length >= 5 && escaped[0] == 'u' && IsHex(escaped.Slice(1, 4), c))
        {
            return backslashes + 5;
        }

        if (escaped.Length >= 3 && escaped[0] == 'x' && IsHex(escaped.Slice(1, 2), c))
        {
            return backslashes + 3;
        }

        return escaped.Length > 0 && escaped[0] is '"' or '/' && escaped[0] == c ? backslashes + 1
            : c == '\\' ? Math.Min(2, backslashes)
            : 0;
    }

    // A URL inside a URL writes the percent sign as %25.
    private static int LengthOfPercent(ReadOnlySpan<char> text, char c)
    {
        int start = 1;
        while (start < 2 * MostNested && text.Length >= start + 2 && text.Slice(start, 2).SequenceEqual("25") && c != '%')
        {
            start += 2;
        }

        return text.Length >= start + 2 && IsHex(text.Slice(start, 2), c) ? start + 2 : 0;
    }

    // Markup inside markup writes the ampersand as an entity, so that the name follows the semicolon.
    private static int LengthOfEntity(ReadOnlySpan<char> text, char c, int level)
    {
        int end = text[..Math.Min(text.Length, 10)][1..].IndexOf(';') + 1;
        if (end == 0)
        {
            return 0;
        }

        ReadOnlySpan<char> name = text[1..end];
        if (name is "amp")
        {
            int rest = level < MostNested ? LengthOfEntity(text[end..], c, level + 1) : 0;
            return rest > 0 ? end + rest : c == '&' ? end + 1 : 0;
        }

        bool isThis = name switch
        {
            "lt" => c == '<',
            "gt" => c == '>',
            "quot" => c == '"',
            "apos" => c == '\'',
            "plus" => c == '+',
            "sol" => c == '/',
            "equals" => c == '=',
            ['#', 'x' or 'X', .. var digits] => IsHex(digits, c),
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number == c,
            _ => false,
        };
        return isThis ? end + 1 : 0;
    }

    private static bool IsHex(ReadOnlySpan<char> digits, char c) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number) && number == c;
}
