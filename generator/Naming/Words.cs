using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Naming;

/// <summary>
/// Cuts text of a document into the words that an identifier is made of: runs of letters and digits, and names of telling symbols.
/// </summary>
internal static class Words
{
    /// <summary>The words, each of letters and decimal digits only (Unicode categories L and Nd in the basic plane).</summary>
    public static List<string> Split(string text)
    {
        List<string> words = [];
        foreach (ReadOnlySpan<char> word in Cut(text))
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>The same words one by one, not copied.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="spellAll">Whether every symbol becomes a word (<c>a+b</c> → a, Plus, b) that is not a usual separator, not only
    /// those that mean something.</param>
    public static Cutter Cut(string text, bool spellAll = false) => new(Clean(text), spellAll);

    /// <summary>
    /// The text in normalisation form C without format characters. The compiler ignores format characters in identifiers, so names that
    /// differ only there are one. It takes two spellings of one letter for two names.
    /// </summary>
    public static string Clean(string text)
    {
        bool isPlain = true;
        foreach (char c in text)
        {
            isPlain &= c < 0x7F;
        }

        if (isPlain)
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (char c in text)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Surrogate || c is '\uFFFE' or '\uFFFF')
            {
                // C# identifiers cannot contain letters outside the basic plane. Normalisation throws at values that are no character.
                clean.Append('\uFFFD');
            }
            else if (category != UnicodeCategory.Format)
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether an identifier can contain a character; a digit cannot be the first one.</summary>
    public static bool IsWordCharacter(char c) =>
        c < 0x80
            ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
            : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber;

    // userId | HTMLPage → HTML, Page | IDs stays one word.
    private static bool IsBoundary(string text, int at)
    {
        if (!char.IsUpper(text[at]))
        {
            return false;
        }

        if (!char.IsUpper(text[at - 1]))
        {
            return true;
        }

        bool isFollowedByLower = at + 1 < text.Length && char.IsLower(text[at + 1]);
        bool isPlural = isFollowedByLower && text[at + 1] == 's' && (at + 2 >= text.Length || !char.IsLower(text[at + 2]));
        return isFollowedByLower && !isPlural;
    }

    private static bool IsSeparator(char c) => c is '_' or '-' or ' ' or '.' or '/';

    // A sign before a value, comparison at either end: '+1', '-created_at', 'DateCreated<', '!default'.
    private static bool IsTelling(string text, int at) => text[at] switch
    {
        '+' or '-' => at == 0 && text.Length > 1 && IsWordCharacter(text[1]),
        '<' or '>' => true,
        '!' or '=' or '*' or '%' => at == 0 || at == text.Length - 1,
        _ => false,
    };

    private static string? Spell(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '<' => "LessThan",
        '>' => "GreaterThan",
        '=' => "Equal",
        '!' => "Not",
        '*' => "Star",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '@' => "At",
        '#' => "Hash",
        '$' => "Dollar",
        '/' => "Slash",
        '\\' => "Backslash",
        '.' => "Dot",
        ',' => "Comma",
        ':' => "Colon",
        ';' => "Semicolon",
        '?' => "Question",
        '~' => "Tilde",
        '^' => "Caret",
        '_' => "Underscore",
        '"' => "Quote",
        '\'' => "Apostrophe",
        '`' => "Backtick",
        '(' or ')' or '[' or ']' or '{' or '}' => "Bracket",
        ' ' => "Space",
        _ => null,
    };

    /// <summary>Enumerates words.</summary>
    internal ref struct Cutter
    {
        private readonly string _text;
        private readonly bool _spellsAll;
        private readonly bool _isSymbolic;
        private int _at;

        public Cutter(string text, bool spellsAll)
        {
            (_text, _spellsAll, _isSymbolic) = (text, spellsAll, true);
            foreach (char c in text)
            {
                _isSymbolic &= !IsWordCharacter(c);
            }
        }

        /// <summary>The word.</summary>
        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Cutter GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < _text.Length)
            {
                int start = _at++;
                if (IsWordCharacter(_text[start]))
                {
                    while (_at < _text.Length && IsWordCharacter(_text[_at]) && !IsBoundary(_text, _at))
                    {
                        _at++;
                    }

                    Current = _text.AsSpan(start, _at - start);
                    return true;
                }

                if ((_isSymbolic || IsTelling(_text, start) || (_spellsAll && !IsSeparator(_text[start]))) && Spell(_text[start]) is { } symbol)
                {
                    Current = symbol.AsSpan();
                    return true;
                }
            }

            return false;
        }
    }
}
