namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Decides whether every text that a pattern (ECMA-262) allows is a decimal number. The pattern is never matched against anything: its
/// pieces are followed through the grammar of numbers, and whatever is not understood is no number.
/// </summary>
internal sealed class NumberPatterns
{
    // Where a text may have come to in a number, a bit each.
    private const int Start = 1;
    private const int Sign = 2;
    private const int Digits = 4;
    private const int Point = 8;
    private const int Fraction = 16;
    private const int Exponent = 32;
    private const int ExponentSign = 64;
    private const int ExponentDigits = 128;

    private const int MaximumLength = 400;
    private const int MaximumSteps = 20_000;

    private readonly string _pattern;
    private int _steps;
    private bool _isNumber = true;

    private NumberPatterns(string pattern) => _pattern = pattern;

    /// <summary>Whether a pattern allows numbers only.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isInteger">Whether none of them has a fraction or an exponent.</param>
    public static bool AreNumbers(string? pattern, out bool isInteger)
    {
        isInteger = false;
        if (pattern is null || pattern.Length > MaximumLength || pattern.Length < 3 || pattern[0] != '^'
            || !pattern.TrimEnd(')').EndsWith("$", StringComparison.Ordinal))
        {
            return false;
        }

        NumberPatterns patterns = new(pattern);
        int reached = patterns.Alternatives(0, pattern.Length, Start);
        isInteger = (reached & ~(Start | Sign | Digits)) == 0;
        return patterns._isNumber && (reached & ~(Start | Sign)) != 0;
    }

    /// <summary>
    /// Whether a pattern is the one that Pydantic gives decimals, which it writes as text. That it allows numbers only is not enough where
    /// nothing else speaks of a number: telephone numbers and postal codes are digits too.
    /// </summary>
    public static bool IsDecimalOfPydantic(string? pattern) =>
        pattern?.StartsWith("^(?!^[-+.]*$)[+-]?0*", StringComparison.Ordinal) == true && AreNumbers(pattern, out _);

    private int Alternatives(int from, int to, int states)
    {
        int reached = 0;
        int depth = 0;
        bool isClass = false;
        int begin = from;
        for (int i = from; i < to && _isNumber; i++)
        {
            switch (_pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '(' when !isClass:
                    depth++;
                    break;
                case ')' when !isClass:
                    depth--;
                    break;
                case '|' when !isClass && depth == 0:
                    reached |= Sequence(begin, i, states);
                    begin = i + 1;
                    break;
            }
        }

        return reached | Sequence(begin, to, states);
    }

    private int Sequence(int from, int to, int states)
    {
        int i = from;
        while (i < to && _isNumber)
        {
            int begin = i;
            i = EndOfPiece(i, to);
            int end = i;
            bool isOptional = false;
            bool isRepeated = false;
            if (i < to && _pattern[i] is '?' or '*' or '+')
            {
                isOptional = _pattern[i] != '+';
                isRepeated = _pattern[i] != '?';
                i++;
            }
            else if (i < to && _pattern[i] == '{')
            {
                isOptional = i + 1 < to && _pattern[i + 1] == '0';
                isRepeated = true;
                i = _pattern.IndexOf('}', i) + 1;
                if (i == 0 || i > to)
                {
                    return Refuse();
                }
            }

            if (i < to && _pattern[i] == '?' && end != i)
            {
                i++;
            }

            states = Repeated(begin, end, states, isOptional, isRepeated);
        }

        return states;
    }

    private int Repeated(int begin, int end, int states, bool isOptional, bool isRepeated)
    {
        int reached = Piece(begin, end, states);
        int all = reached;
        while (isRepeated && reached != 0 && _isNumber)
        {
            int next = Piece(begin, end, reached) & ~all;
            all |= next;
            reached = next;
        }

        return isOptional ? all | states : all;
    }

    private int EndOfPiece(int from, int to)
    {
        switch (_pattern[from])
        {
            case '\\':
                return Math.Min(from + 2, to);
            case '[':
                int close = _pattern.IndexOf(']', from);
                return close < 0 || close >= to ? Unreadable(to) : close + 1;
            case '(':
                return EndOfGroup(from, to);
            default:
                return from + 1;
        }
    }

    private int EndOfGroup(int from, int to)
    {
        int depth = 0;
        for (int i = from; i < to; i++)
        {
            if (_pattern[i] == '\\')
            {
                i++;
            }
            else if (_pattern[i] == '[')
            {
                i = _pattern.IndexOf(']', i);
                if (i < 0)
                {
                    break;
                }
            }
            else if (_pattern[i] == '(')
            {
                depth++;
            }
            else if (_pattern[i] == ')' && --depth == 0)
            {
                return i + 1;
            }
        }

        return Unreadable(to);
    }

    private int Piece(int from, int to, int states)
    {
        if (++_steps > MaximumSteps || !_isNumber)
        {
            return Refuse();
        }

        switch (_pattern[from])
        {
            case '^' or '$':
                return states;
            case '(':
                // A lookahead only allows less.
                bool isNamed = from + 1 < to && _pattern[from + 1] == '?';
                return !isNamed ? Alternatives(from + 1, to - 1, states)
                    : from + 2 >= to ? Refuse()
                    : _pattern[from + 2] == ':' ? Alternatives(from + 3, to - 1, states)
                    : _pattern[from + 2] is '=' or '!' ? states : Refuse();
            case '[':
                return Class(from + 1, to - 1, states);
            case '\\' when to - from == 2:
                return _pattern[from + 1] == 'd' ? After('0', states) : _pattern[from + 1] is '.' or '-' or '+' ? After(_pattern[from + 1], states) : Refuse();
            default:
                return _pattern[from] == '.' ? Refuse() : After(_pattern[from], states);
        }
    }

    private int Class(int from, int to, int states)
    {
        int reached = 0;
        for (int i = from; i < to; i++)
        {
            char c = _pattern[i];
            if (c == '\\' && i + 1 < to)
            {
                c = _pattern[++i] == 'd' ? '0' : _pattern[i];
                reached |= char.IsLetter(c) ? Refuse() : After(c, states);
            }
            else if (i + 2 < to && _pattern[i + 1] == '-')
            {
                reached |= c is >= '0' and <= '9' && _pattern[i + 2] is >= '0' and <= '9' ? After(c, states) : Refuse();
                i += 2;
            }
            else
            {
                reached |= After(c, states);
            }
        }

        return reached == 0 ? Refuse() : reached;
    }

    // Where a character leads; it has to lead somewhere from everywhere.
    private int After(char c, int states)
    {
        int reached = 0;
        for (int state = Start; state <= ExponentDigits; state <<= 1)
        {
            if ((states & state) == 0)
            {
                continue;
            }

            int next = (c, state) switch
            {
                ( >= '0' and <= '9', Start or Sign or Digits) => Digits,
                ( >= '0' and <= '9', Point or Fraction) => Fraction,
                ( >= '0' and <= '9', _) => ExponentDigits,
                ('.', Start or Sign or Digits) => Point,
                ('-' or '+', Start) => Sign,
                ('-' or '+', Exponent) => ExponentSign,
                ('e' or 'E', Digits or Point or Fraction) => Exponent,
                _ => 0,
            };
            if (next == 0)
            {
                return Refuse();
            }

            reached |= next;
        }

        return reached;
    }

    private int Refuse()
    {
        _isNumber = false;
        return 0;
    }

    private int Unreadable(int end)
    {
        _isNumber = false;
        return end;
    }
}
