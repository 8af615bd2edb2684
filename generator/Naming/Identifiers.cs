using System.Globalization;
using System.Text;

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
    public static string Pascal(string text, string stem) => FromWords(Words.Split(text), text, stem, isCamel: false);

    /// <summary>The same with each symbol spelled out, for a name whose plain form is taken: <c>@type</c> → <c>AtType</c>.</summary>
    public static string Spelled(string text, string stem) => FromWords(Words.Split(text, spellAll: true), text, stem, isCamel: false);

    /// <summary>
    /// The text as camelCase identifier, or <paramref name="stem"/> if none of its characters can be part of one. May be a keyword.
    /// </summary>
    public static string Camel(string text, string stem) => FromWords(Words.Split(text), text, stem, isCamel: true);

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
        string joined = left + right.TrimStart('_');
        return joined.Length <= MaximumLength ? joined : Cap(joined, left + "\n" + right);
    }

    private static string FromWords(List<string> words, string text, string stem, bool isCamel)
    {
        StringBuilder identifier = new(Math.Min(text.Length + 1, MaximumLength));
        foreach (string word in SettledSpellings.Join(words))
        {
            bool isFirst = identifier.Length == 0;
            if (char.IsDigit(word[0]) && (isFirst || char.IsDigit(identifier[identifier.Length - 1])))
            {
                identifier.Append('_');
            }

            string? settled = SettledSpellings.Find(word);
            string spelled = settled ?? word;
            bool isLower = settled is null ? IsUpper(word) : isCamel && isFirst;
            identifier.Append(isCamel && isFirst ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0]));
            for (int i = 1; i < spelled.Length; i++)
            {
                identifier.Append(isLower ? char.ToLowerInvariant(spelled[i]) : spelled[i]);
            }

            if (identifier.Length > MaximumLength)
            {
                break;
            }
        }

        return identifier.Length == 0 ? stem : Cap(identifier.ToString(), text);
    }

    // IDs and URLs count as acronyms too.
    private static bool IsUpper(string word)
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
