using System.Globalization;

namespace ClerkGen.Generator.Naming;

/// <summary>
/// Turns any text into C# identifiers. The result matches <c>[\p{L}_][\p{L}\p{Nd}_]*</c> and starts with a capital where the script has
/// them. It has at most <see cref="MaximumLength"/> characters, and is no keyword in PascalCase.
/// </summary>
internal static class Identifiers
{
    /// <summary>Longest identifier. The compiler's limit is 1,023 bytes of UTF-8 for a name with its namespace.</summary>
    public const int MaximumLength = 200;

    /// <summary>
    /// The text as PascalCase identifier, or <paramref name="stem"/> if none of its characters can be part of one. Words in capitals are
    /// written as words: <c>SAML_connection</c>, <c>userID</c> → <c>SamlConnection</c>, <c>UserId</c>. Some words have one spelling,
    /// whatever the document uses: <c>oauth_token</c> → <c>OAuthToken</c>.
    /// </summary>
    public static string Pascal(string text, string stem) => FromWords(Words.Cut(text), text, stem, isCamel: false);

    /// <summary>The same with each symbol spelled out, for a name whose plain form is taken: <c>@type</c> → <c>AtType</c>.</summary>
    public static string Spelled(string text, string stem) => FromWords(Words.Cut(text, spellAll: true), text, stem, isCamel: false);

    /// <summary>
    /// The text as camelCase identifier, or <paramref name="stem"/> if none of its characters can be part of one. May be a keyword.
    /// </summary>
    public static string Camel(string text, string stem) => FromWords(Words.Cut(text), text, stem, isCamel: true);

    /// <summary>For a chosen name. One that already is a PascalCase identifier keeps its spelling (<c>SAMLConnection</c>).</summary>
    public static string Keep(string text, string stem)
    {
        string clean = Words.Clean(text);
        bool isIdentifier = clean.Length is > 0 and <= MaximumLength && char.IsUpper(clean[0]);
        foreach (char c in clean)
        {
            isIdentifier &= Words.IsWordCharacter(c);
        }

        return isIdentifier ? clean : Pascal(text, stem);
    }

    /// <summary>Two PascalCase identifiers as one.</summary>
    public static string Join(string left, string right)
    {
        string joined = left + (right.StartsWith("_", StringComparison.Ordinal) ? right.TrimStart('_') : right);
        return joined.Length <= MaximumLength ? joined : Cap(joined, left + "\n" + right);
    }

    private static string FromWords(Words.Cutter words, string text, string stem, bool isCamel)
    {
        // One character more than is allowed tells that the rest is missing.
        Span<char> identifier = stackalloc char[MaximumLength + 1];
        int length = 0;
        while (length < identifier.Length && words.MoveNext())
        {
            ReadOnlySpan<char> word = words.Current;
            bool isFirst = length == 0;
            if (char.IsDigit(word[0]) && (isFirst || char.IsDigit(identifier[length - 1])))
            {
                identifier[length++] = '_';
            }

            string? settled = SettledSpellings.Take(ref words);
            bool isLower = settled is null ? IsUpper(word) : isCamel && isFirst;
            ReadOnlySpan<char> spelled = settled is null ? word : settled.AsSpan();
            for (int i = 0; i < spelled.Length && length < identifier.Length; i++)
            {
                bool isCapital = i == 0 && !(isCamel && isFirst);
                identifier[length++] = isCapital ? char.ToUpperInvariant(spelled[i])
                    : isLower || i == 0 ? char.ToLowerInvariant(spelled[i])
                    : spelled[i];
            }
        }

        identifier = identifier.Slice(0, length);
        return length == 0 ? stem : identifier.SequenceEqual(text.AsSpan()) ? text : Cap(identifier.ToString(), text);
    }

    // IDs and URLs count as acronyms too.
    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        int upper = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsLower(word[i]) && !(i == word.Length - 1 && word[i] == 's' && upper > 1))
            {
                return false;
            }

            upper += char.IsUpper(word[i]) ? 1 : 0;
        }

        return upper > 1;
    }

    private static string Cap(string identifier, string text) =>
        identifier.Length <= MaximumLength
            ? identifier
            : identifier.Substring(0, MaximumLength - 9) + "_" + Hash(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The hash of no text.</summary>
    public const uint EmptyHash = 2166136261;

    /// <summary>A hash that is the same in every process (FNV-1a, 32 bits).</summary>
    public static uint Hash(string text)
    {
        uint hash = EmptyHash;
        foreach (char c in text)
        {
            hash = Hash(hash, c);
        }

        return hash;
    }

    /// <summary>The hash of a text with one more character.</summary>
    public static uint Hash(uint hash, char c) => unchecked((hash ^ c) * 16777619);
}
