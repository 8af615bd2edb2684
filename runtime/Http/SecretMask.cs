namespace ClerkGen.Http;

/// <summary>Takes credentials out of text that came back from a server: some answer with what they were sent.</summary>
internal static class SecretMask
{
    private const string Mask = "***";

    // Shorter texts would mask ordinary words.
    private const int ShortestSecret = 6;

    /// <summary>The text with each secret replaced.</summary>
    internal static string Apply(string text, List<string>? secrets)
    {
        if (secrets is not null)
        {
            foreach (string secret in secrets)
            {
                if (secret.Length >= ShortestSecret)
                {
                    text = text.Replace(secret, Mask, StringComparison.Ordinal);
                }
            }
        }

        return text;
    }
}
