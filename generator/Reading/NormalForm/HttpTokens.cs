namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>Names of methods and headers (RFC 9110, section 5.6.2).</summary>
internal static class HttpTokens
{
    /// <summary>Whether a text is a token.</summary>
    public static bool IsToken(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && "!#$%&'*+-.^_`|~".IndexOf(c) < 0)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
