namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>Names of methods and headers (RFC 9110, section 5.6.2).</summary>
internal static class HttpTokens
{
    /// <summary>Whether a text is a token.</summary>
    public static bool IsToken(string text) => IsToken(text, 0, text.Length);

    /// <summary>Whether a part of a text is a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public static bool IsToken(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && "!#$%&'*+-.^_`|~".IndexOf(c) < 0)
            {
                return false;
            }
        }

        return end > start;
    }
}
