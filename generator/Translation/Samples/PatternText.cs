using System.Globalization;
using System.Text;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>
/// Writes the plainest text that a regular expression matches, for the part of ECMA-262 that documents use: literals, classes,
/// groups, alternatives, quantifiers and anchors. Each choice is the first one, so that the text is the same for the same pattern.
/// No pattern of a document is ever run.
/// </summary>
internal sealed class PatternText
{
    private const int LongestPattern = 1000;
    private const int LongestText = 1000;
    private const int MaximumDepth = 32;
    private const string Digits = "0123456789";
    private const string Plain = "aAb0c-_. !/:,#@~+";

    private readonly string _pattern;
    private readonly int _repeats;
    private int _at;

    private PatternText(string pattern, int repeats) => (_pattern, _repeats) = (pattern, repeats);

    /// <summary>A text that matches and has at least and at most so many characters; null when none is found.</summary>
    public static string? Of(string pattern, int minimum, int maximum)
    {
        if (pattern.Length > LongestPattern || minimum > LongestText)
        {
            return null;
        }

        // Repeatable parts are repeated until the text is long enough.
        foreach (int repeats in (int[])[0, 1, minimum])
        {
            if (new PatternText(pattern, repeats).Write() is { } text && text.Length >= minimum && text.Length <= maximum)
            {
                return text;
            }
        }

        return null;
    }

    private string? Write()
    {
        StringBuilder text = new();
        return Alternatives(text, 0) && _at == _pattern.Length ? text.ToString() : null;
    }

    // The first of several alternatives is used. The others are parsed too.
    private bool Alternatives(StringBuilder text, int depth)
    {
        if (depth > MaximumDepth || !Sequence(text, depth))
        {
            return false;
        }

        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            if (!Sequence(new StringBuilder(), depth))
            {
                return false;
            }
        }

        return true;
    }

    private bool Sequence(StringBuilder text, int depth)
    {
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            StringBuilder atom = new();
            if (!Atom(atom, depth) || !Quantifier(out int least, out int most))
            {
                return false;
            }

            int count = Math.Min(Math.Max(least, _repeats), most);
            if (text.Length + ((long)count * atom.Length) > LongestText)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                text.Append(atom);
            }
        }

        return true;
    }

    private bool Atom(StringBuilder text, int depth)
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return true;
            case '.':
                text.Append('a');
                return true;
            case '[':
                return Class(text);
            case '\\':
                return Escape(text, isInClass: false) is { } escaped && Append(text, escaped);
            case '(':
                if (Next("?:"))
                {
                    _at += 2;
                }
                else if (Next("?<") && !Next("?<=") && !Next("?<!") && _pattern.IndexOf('>', _at) is > 0 and int end)
                {
                    _at = end + 1;
                }
                else if (Next("?"))
                {
                    return false;
                }

                return Alternatives(text, depth + 1) && _at < _pattern.Length && _pattern[_at++] == ')';
            case '*' or '+' or '?' or '{':
                return false;
            default:
                text.Append(c);
                return true;
        }
    }

    // The first member, or, where the class says what is not meant, the first plain character that it does not name.
    private bool Class(StringBuilder text)
    {
        bool isNegated = Next("^");
        _at += isNegated ? 1 : 0;
        List<(char From, char To)> ranges = [];
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            if (Member() is not { Length: > 0 } member)
            {
                return false;
            }

            char to = member[0];
            if (member.Length == 1 && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                if (Member() is not { Length: 1 } last)
                {
                    return false;
                }

                to = last[0];
            }

            ranges.Add((member[0], to));
            for (int i = 1; i < member.Length; i++)
            {
                ranges.Add((member[i], member[i]));
            }
        }

        if (_at++ >= _pattern.Length || ranges.Count == 0)
        {
            return false;
        }

        if (!isNegated)
        {
            text.Append(ranges[0].From);
            return true;
        }

        foreach (char c in Plain)
        {
            if (!ranges.Exists(range => c >= range.From && c <= range.To))
            {
                text.Append(c);
                return true;
            }
        }

        return false;
    }

    private string? Member()
    {
        char c = _pattern[_at++];
        return c == '\\' ? Escape(new StringBuilder(), isInClass: true) : c.ToString();
    }

    // Characters that the escape stands for, the plainest first; empty for what has no width; null for what this does not know.
    private string? Escape(StringBuilder text, bool isInClass)
    {
        if (_at == _pattern.Length)
        {
            return null;
        }

        char c = _pattern[_at++];
        return c switch
        {
            'd' => Digits,
            'w' => "aAbcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ_" + Digits,
            's' => " \t\n\r",
            'D' or 'S' when !isInClass => "a",
            'W' when !isInClass => "-",
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'f' => "\f",
            'v' => "\v",
            'x' => Hexadecimal(2),
            'u' => Hexadecimal(4),
            'b' when !isInClass && (text.Length == 0 || _at == _pattern.Length) => "",
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') => null,
            _ => c.ToString(),
        };
    }

    private string? Hexadecimal(int digits)
    {
        if (_at + digits > _pattern.Length
            || !int.TryParse(_pattern.Substring(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || char.IsSurrogate((char)code))
        {
            return null;
        }

        _at += digits;
        return ((char)code).ToString();
    }

    private bool Quantifier(out int least, out int most)
    {
        (least, most) = (1, 1);
        if (_at == _pattern.Length)
        {
            return true;
        }

        switch (_pattern[_at])
        {
            case '*':
                (least, most) = (0, int.MaxValue);
                _at++;
                break;
            case '+':
                (least, most) = (1, int.MaxValue);
                _at++;
                break;
            case '?':
                (least, most) = (0, 1);
                _at++;
                break;
            case '{':
                int close = _pattern.IndexOf('}', _at);
                if (close < 0 || !Bounds(_pattern.Substring(_at + 1, close - _at - 1), out least, out most))
                {
                    return false;
                }

                _at = close + 1;
                break;
            default:
                return true;
        }

        // A lazy one matches the same.
        _at += Next("?") ? 1 : 0;
        return least <= most;
    }

    private static bool Bounds(string text, out int least, out int most)
    {
        most = int.MaxValue;
        int comma = text.IndexOf(',');
        string last = comma < 0 ? text : text.Substring(comma + 1);
        return int.TryParse(comma < 0 ? text : text.Substring(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out least)
            && (last.Length == 0 || int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out most));
    }

    private static bool Append(StringBuilder text, string characters)
    {
        if (characters.Length > 0)
        {
            text.Append(characters[0]);
        }

        return true;
    }

    private bool Next(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;
}
