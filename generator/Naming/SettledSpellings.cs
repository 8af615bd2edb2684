namespace ClerkGen.Generator.Naming;

/// <summary>
/// Words whose spelling is settled, wherever a document writes them: without this table <c>oauth_token</c> and <c>OAuthToken</c> would give two
/// spellings in one client. A word belongs here when its own makers write capitals inside of it.
/// </summary>
internal static class SettledSpellings
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["github"] = "GitHub",
        ["gitlab"] = "GitLab",
        ["graphql"] = "GraphQL",
        ["javascript"] = "JavaScript",
        ["linkedin"] = "LinkedIn",
        ["mysql"] = "MySql",
        ["oauth"] = "OAuth",
        ["openapi"] = "OpenApi",
        ["openid"] = "OpenId",
        ["paypal"] = "PayPal",
        ["postgresql"] = "PostgreSql",
        ["typescript"] = "TypeScript",
        ["whatsapp"] = "WhatsApp",
        ["youtube"] = "YouTube",
    };

    // With a number of two digits behind it.
    private const int Longest = 12;

    /// <summary>The settled spelling of a word, or null. A number behind it stays: <c>oauth2</c> → <c>OAuth2</c>.</summary>
    public static string? Find(string word)
    {
        // m2m, b2b, p2p: two letters with 'to' between them.
        if (word.Length == 3 && word[1] == '2' && char.IsLetter(word[0]) && char.IsLetter(word[2]))
        {
            return word.ToUpperInvariant();
        }

        int end = word.Length;
        while (end > 0 && char.IsDigit(word[end - 1]))
        {
            end--;
        }

        return Words.TryGetValue(end == word.Length ? word : word.Substring(0, end), out string? spelling) ? spelling + word.Substring(end) : null;
    }

    /// <summary>The words of an identifier: <c>OAuthTokens</c> → <c>OAuth</c>, <c>Tokens</c>.</summary>
    public static List<string> Cut(string identifier) => Join(Naming.Words.Split(identifier));

    /// <summary>The words, with those joined that a capital cut in two: <c>O</c>, <c>Auth</c> → <c>OAuth</c>.</summary>
    public static List<string> Join(List<string> words)
    {
        List<string>? joined = null;
        for (int i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && char.IsUpper(words[i + 1][0]) && words[i].Length + words[i + 1].Length <= Longest
                && Find(words[i] + words[i + 1]) is { } spelling)
            {
                joined ??= words.GetRange(0, i);
                joined.Add(spelling);
                i++;
            }
            else
            {
                joined?.Add(words[i]);
            }
        }

        return joined ?? words;
    }
}
