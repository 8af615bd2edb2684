namespace ClerkGen.Generator.Naming;

/// <summary>English plurals, for names of lists.</summary>
internal static class Plurals
{
    // Ending of the plural, ending of the singular; the first that fits wins. No singular: the word is none.
    private static readonly (string Plural, string? Singular)[] Endings =
    [
        ("Children", "Child"),
        ("People", "Person"),
        ("Series", null),
        ("News", null),
        ("Sms", null),
        ("Aws", null),
        ("Movies", "Movie"),
        ("Cookies", "Cookie"),
        ("Caches", "Cache"),
        ("ndices", "ndex"),
        ("iases", "ias"),
        ("tatuses", "tatus"),
        ("onuses", "onus"),
        ("iruses", "irus"),
        ("ampuses", "ampus"),
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("ss", null),
        ("us", null),
        ("is", null),
        ("s", ""),
    ];

    /// <summary>How many characters a plural is longer than its singular at most.</summary>
    public const int LongestDifference = 3;

    /// <summary>The singular of an identifier that ends in a plural, or null when it does not.</summary>
    public static string? Singular(string identifier)
    {
        foreach ((string plural, string? singular) in Endings)
        {
            if (identifier.Length > plural.Length && identifier.EndsWith(plural, StringComparison.Ordinal)
                || plural.Length > 4 && identifier == plural)
            {
                return singular is null ? null : identifier.Substring(0, identifier.Length - plural.Length) + singular;
            }
        }

        return null;
    }
}
