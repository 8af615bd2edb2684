using System.Globalization;
using System.Text;

namespace ClerkGen.Testing;

/// <summary>
/// A string that matches a regular expression, for the part of ECMA-262 that documents use: literals, classes, groups, alternatives,
/// quantifiers and anchors. Unsupported patterns (look-around, back-references) give null.
/// </summary>
internal static class PatternSample
{
    /// <summary>
    /// A matching string for <paramref name="pattern"/> of <paramref name="minimum"/> to <paramref name="maximum"/> characters, the same
    /// for the same <paramref name="number"/>; null when none was found.
    /// </summary>
    public static string? Of(string pattern, ulong number, int minimum = 0, int maximum = int.MaxValue)
    {
        const int Attempts = 16;
        try
        {
            for (ulong attempt = 0; attempt < Attempts; attempt++)
            {
                // Later attempts repeat more, which is what a minimum length asks for.
                string text = new Writer(pattern, number + attempt, Math.Max(3, (int)attempt * Math.Max(1, minimum / 8))).Write();
                if (text.Length >= minimum && text.Length <= maximum && Patterns.Matches(pattern, text) == true)
                {
                    return text;
                }
            }
        }
        catch (NotSupportedException)
        {
        }

        return null;
    }

    private sealed class Writer(string pattern, ulong number, int repeats)
    {
        private const string Printable = "abcxyzABCXYZ0123456789_-.~!@#$%&*()+=,:;/?<>[]{}|'\" ";
        private int _at;
        private ulong _number = number;

        public string Write()
        {
            string text = Alternatives();
            return _at == pattern.Length ? text : throw new NotSupportedException();
        }

        private string Alternatives()
        {
            var alternatives = new List<string> { Sequence() };
            while (_at < pattern.Length && pattern[_at] == '|')
            {
                _at++;
                alternatives.Add(Sequence());
            }

            return alternatives[Next(alternatives.Count)];
        }

        private string Sequence()
        {
            var text = new StringBuilder();
            while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
            {
                int start = _at;
                string atom = Atom();
                int end = _at;
                (int least, int most) = Quantifier();
                int count = least + Next(Math.Min(most - least, repeats) + 1);
                for (int i = 0; i < count; i++)
                {
                    text.Append(i == 0 ? atom : Again(start, end));
                }
            }

            return text.ToString();
        }

        // Each repetition is written anew, so that repeated classes give different characters.
        private string Again(int start, int end)
        {
            int resume = _at;
            _at = start;
            string atom = Atom();
            _at = _at == end ? resume : throw new NotSupportedException();
            return atom;
        }

        private string Atom()
        {
            char c = pattern[_at++];
            switch (c)
            {
                case '^' or '$':
                    return "";
                case '.':
                    return "a";
                case '[':
                    return Class();
                case '\\':
                    string escaped = Escape();
                    return escaped.Length == 0 ? "" : One(escaped);
                case '(':
                    if (Starts("?:"))
                    {
                        _at += 2;
                    }
                    else if (Starts("?"))
                    {
                        throw new NotSupportedException();
                    }

                    string group = Alternatives();
                    _at++;
                    return group;
                default:
                    return c.ToString();
            }
        }

        private string Class()
        {
            bool negated = Starts("^");
            _at += negated ? 1 : 0;
            var members = new StringBuilder();
            while (_at < pattern.Length && pattern[_at] != ']')
            {
                char c = pattern[_at++];
                string member = c == '\\' ? Escape() : c.ToString();
                if (member.Length == 1 && _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
                {
                    _at++;
                    char last = pattern[_at++];
                    last = last == '\\' ? Escape()[0] : last;
                    for (int value = member[0]; value <= Math.Min(last, member[0] + 200); value++)
                    {
                        members.Append((char)value);
                    }
                }
                else
                {
                    members.Append(member);
                }
            }

            _at++;
            string set = members.ToString();
            return One(negated ? new string([.. Printable.Where(c => !set.Contains(c, StringComparison.Ordinal))]) : set);
        }

        private string Escape()
        {
            char c = pattern[_at++];
            switch (c)
            {
                case 'd':
                    return "0123456789";
                case 'w':
                    return "abcxyzABC0189_";
                case 's':
                    return " ";
                case 'S' or 'D':
                    return "abcxyz";
                case 'W':
                    return "-.!";
                case 'n':
                    return "\n";
                case 't':
                    return "\t";
                case 'r':
                    return "\r";
                case 'x' or 'u':
                    int digits = c == 'x' ? 2 : 4;
                    _at += digits;
                    ReadOnlySpan<char> number = pattern.AsSpan(_at - digits, digits);
                    return ((char)int.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
                case 'b':
                    return "";
                case 'B' or 'k' or 'p' or 'P' or (>= '1' and <= '9'):
                    throw new NotSupportedException();
                default:
                    return c.ToString();
            }
        }

        private (int Least, int Most) Quantifier()
        {
            (int least, int most) = (1, 1);
            if (_at < pattern.Length)
            {
                switch (pattern[_at])
                {
                    case '*':
                        (least, most) = (0, 400);
                        _at++;
                        break;
                    case '+':
                        (least, most) = (1, 400);
                        _at++;
                        break;
                    case '?':
                        (least, most) = (0, 1);
                        _at++;
                        break;
                    case '{' when pattern.IndexOf('}', _at) is int close and > 0:
                        string[] bounds = pattern[(_at + 1)..close].Split(',');
                        least = int.Parse(bounds[0], CultureInfo.InvariantCulture);
                        most = bounds is [_] ? least
                            : bounds[1].Length == 0 ? least + 400
                            : int.Parse(bounds[1], CultureInfo.InvariantCulture);
                        _at = close + 1;
                        break;
                }
            }

            if (_at < pattern.Length && pattern[_at] == '?' && most != least)
            {
                _at++;
            }

            return least > 2000 ? throw new NotSupportedException() : (least, most);
        }

        private string One(string set) => set.Length == 0 ? throw new NotSupportedException() : set[Next(set.Length)].ToString();

        private int Next(int count)
        {
            _number = (_number * 6364136223846793005) + 1442695040888963407;
            return (int)((_number >> 33) % (ulong)count);
        }

        private bool Starts(string text) => string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0;
    }
}
