namespace ClerkGen.Generator.Naming;

/// <summary>
/// Words whose spelling is settled, wherever a document writes them: without this table <c>oauth_token</c> and <c>OAuthToken</c> would give two
/// spellings in one client. A word belongs here when its own makers write capitals inside of it.
/// </summary>
internal static class SettledSpellings
{
    private static readonly string[] Spellings =
    [
        "GitHub", "GitLab", "GraphQL", "JavaScript", "LinkedIn", "MySql", "OAuth", "OpenApi", "OpenId",
        "PayPal", "PostgreSql", "TypeScript", "WhatsApp", "YouTube",
    ];

    // With a number of two digits behind it.
    private const int Longest = 12;

    /// <summary>The words of an identifier: <c>OAuthTokens</c> → <c>OAuth</c>, <c>Tokens</c>.</summary>
    public static List<string> Cut(string identifier)
    {
        List<string> cut = [];
        Words.Cutter words = Words.Cut(identifier);
        while (words.MoveNext())
        {
            ReadOnlySpan<char> word = words.Current;
            cut.Add(Take(ref words) ?? word.ToString());
        }

        return cut;
    }

    /// <summary>
    /// The settled spelling of the current word, or null. If a capital cut it in two (<c>O</c>, <c>Auth</c> → <c>OAuth</c>), the words
    /// move on to the second.
    /// </summary>
    public static string? Take(ref Words.Cutter words)
    {
        ReadOnlySpan<char> word = words.Current;
        Words.Cutter ahead = words;
        if (word.Length < Longest && ahead.MoveNext() && char.IsUpper(ahead.Current[0]) && word.Length + ahead.Current.Length <= Longest)
        {
            Span<char> joined = stackalloc char[word.Length + ahead.Current.Length];
            word.CopyTo(joined);
            ahead.Current.CopyTo(joined.Slice(word.Length));
            if (Find(joined) is { } spelling)
            {
                words = ahead;
                return spelling;
            }
        }

        return Find(word);
    }

    // A number behind it stays: oauth2 → OAuth2.
    private static string? Find(ReadOnlySpan<char> word)
    {
        // m2m, b2b, p2p: two letters with 'to' between them.
        if (word.Length == 3 && word[1] == '2' && char.IsLetter(word[0]) && char.IsLetter(word[2]))
        {
            return word.ToString().ToUpperInvariant();
        }

        int end = word.Length;
        while (end > 0 && char.IsDigit(word[end - 1]))
        {
            end--;
        }

        foreach (string spelling in Spellings)
        {
            if (word.Slice(0, end).Equals(spelling.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return spelling + word.Slice(end).ToString();
            }
        }

        return null;
    }
}
