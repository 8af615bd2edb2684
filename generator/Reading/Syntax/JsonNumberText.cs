namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>The grammar of a number in JSON text (RFC 8259, section 6), which JSONPath shares (RFC 9535, section 2.3.5.1).</summary>
internal static class JsonNumberText
{
    /// <summary>
    /// Moves <paramref name="at"/> from the first character of a number behind its last one. False if the text is no number. The position
    /// is then where a digit is missing.
    /// </summary>
    public static bool TrySkip(string text, ref int at)
    {
        if (Is(text, at, '-'))
        {
            at++;
        }

        // A leading zero ends the integer. Digits after it are not part of the number.
        if (Is(text, at, '0'))
        {
            at++;
        }
        else if (!TrySkipDigits(text, ref at))
        {
            return false;
        }

        if (Is(text, at, '.'))
        {
            at++;
            if (!TrySkipDigits(text, ref at))
            {
                return false;
            }
        }

        if (Is(text, at, 'e') || Is(text, at, 'E'))
        {
            at++;
            if (Is(text, at, '+') || Is(text, at, '-'))
            {
                at++;
            }

            return TrySkipDigits(text, ref at);
        }

        return true;
    }

    private static bool TrySkipDigits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at > start;
    }

    private static bool Is(string text, int at, char expected) => at < text.Length && text[at] == expected;
}
