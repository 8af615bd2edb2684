using System.Globalization;

using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Usage;

/// <summary>
/// Finds which of some identifiers occur in texts. It knows words, not C#. Words in comments, strings and inactive branches count too, and
/// so does markup that another generator turns into C#. Escapes (<c>\u0041</c>) and characters without a width are read as C# reads them in
/// identifiers. Not thread-safe.
/// </summary>
internal sealed class WordFinder
{
    private const int ShortEscape = 4;
    private const int LongEscape = 8;

    private readonly Dictionary<uint, List<string>> _wanted = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private char[] _word = new char[64];
    private int _length;
    private uint _hash = Identifiers.EmptyHash;
    private bool _isEscaped;
    private int _digits;
    private uint _escape;

    /// <param name="wanted">The identifiers.</param>
    public WordFinder(IEnumerable<string> wanted)
    {
        foreach (string word in wanted)
        {
            uint hash = Identifiers.EmptyHash;
            foreach (char c in word)
            {
                hash = Identifiers.Hash(hash, c);
            }

            if (!_wanted.TryGetValue(hash, out List<string>? same))
            {
                _wanted.Add(hash, same = []);
            }

            if (!same.Contains(word))
            {
                same.Add(word);
            }
        }
    }

    /// <summary>The words found since the last <see cref="Clear"/>.</summary>
    public IReadOnlyCollection<string> Found => _found;

    /// <summary>Discards the found words.</summary>
    public void Clear() => _found.Clear();

    /// <summary>Reads a piece of text; a word may go on in the next piece.</summary>
    public void Read(char[] text, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Read(text[i]);
        }
    }

    /// <summary>Reads a piece of text; a word may go on in the next piece.</summary>
    public void Read(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Read(text[i]);
        }
    }

    /// <summary>Marks the end of a text.</summary>
    public void End()
    {
        _isEscaped = false;
        _digits = 0;
        EndWord();
    }

    private void Read(char c)
    {
        if (_digits > 0)
        {
            ReadDigit(c);
        }
        else if (_isEscaped)
        {
            _isEscaped = false;
            _escape = 0;
            _digits = c switch { 'u' => ShortEscape, 'U' => LongEscape, _ => 0 };
            if (_digits == 0)
            {
                EndWord();
            }
        }
        else if (c == '\\')
        {
            _isEscaped = true;
        }
        else
        {
            Take(c);
        }
    }

    private void ReadDigit(char c)
    {
        int digit = c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };
        if (digit < 0)
        {
            _digits = 0;
            EndWord();
            Take(c);
            return;
        }

        _escape = (_escape << 4) | (uint)digit;
        if (--_digits == 0)
        {
            Take(_escape <= char.MaxValue ? (char)_escape : ' ');
        }
    }

    private void Take(char c)
    {
        if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        {
            Append(c);
        }
        else if (c < 128)
        {
            EndWord();
        }
        else
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                    or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark:
                    Append(c);
                    break;
                default:
                    EndWord();
                    break;
            }
        }
    }

    private void Append(char c)
    {
        if (_length == _word.Length)
        {
            Array.Resize(ref _word, 2 * _length);
        }

        _word[_length++] = c;
        _hash = Identifiers.Hash(_hash, c);
    }

    private void EndWord()
    {
        if (_length > 0)
        {
            if (_wanted.TryGetValue(_hash, out List<string>? same))
            {
                foreach (string word in same)
                {
                    if (IsWord(word))
                    {
                        _found.Add(word);
                    }
                }
            }

            _length = 0;
            _hash = Identifiers.EmptyHash;
        }
    }

    private bool IsWord(string word)
    {
        if (word.Length != _length)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] != _word[i])
            {
                return false;
            }
        }

        return true;
    }
}
