namespace ClerkGen.Generator.Naming;

/// <summary>Checks that text can become UTF-8.</summary>
internal static class Unicode
{
    /// <summary>Whether every surrogate has its pair.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
