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
                    text = isEscaped ? MaskWritten(text, secret) : text.Replace(secret, Mask, StringComparison.Ordinal);
                }
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
            '\\' when text.Length >= 6 && text[1] is 'u' && IsHex(text.Slice(2, 4), c) => 6,
            '\\' when text.Length >= 2 && text[1] is '"' or '\\' or '/' && text[1] == c => 2,
            '%' when text.Length >= 3 && IsHex(text.Slice(1, 2), c) => 3,
            '&' when LengthOfEntity(text, c) is int length and > 0 => length,
            _ => text[0] == c ? 1 : 0,
        };
    }

    private static int LengthOfEntity(ReadOnlySpan<char> text, char c)
    {
        int end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 0)
        {
            return 0;
        }

        ReadOnlySpan<char> name = text[1..end];
        bool isThis = name switch
        {
            "amp" => c == '&',
            "lt" => c == '<',
            "gt" => c == '>',
            "quot" => c == '"',
            "apos" => c == '\'',
            ['#', 'x' or 'X', .. var digits] => IsHex(digits, c),
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number == c,
            _ => false,
        };
        return isThis ? end + 1 : 0;
    }

    private static bool IsHex(ReadOnlySpan<char> digits, char c) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number) && number == c;
}
