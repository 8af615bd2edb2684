using System.Globalization;
using System.Text;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.Overlays;

/// <summary>
/// Reads JSONPath queries (RFC 9535). Beyond it, a name after a dot may hold hyphens and begin with a digit (<c>$.info.x-internal</c>), as
/// the queries of published overlays do; <c>match</c> and <c>search</c> are not there, because they need regular expressions.
/// </summary>
internal sealed class JsonPathParser
{
    // Filters and parentheses may nest. Real queries have fewer than five levels, and the parser must not run out of stack.
    private const int MaximumDepth = 16;

    // Indexes beyond the exact integers of a double are an error (RFC 9535, section 2.1).
    private const long MaximumIndex = (1L << 53) - 1;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonPathParser(string text) => _text = text;

    /// <summary>Reads a query that begins at the root.</summary>
    /// <exception cref="JsonPathSyntaxException">The text is no such query.</exception>
    public static JsonPathQuery Parse(string text)
    {
        JsonPathParser parser = new(text);
        parser.Expect('$', "A query must begin with '$'");
        JsonPathQuery query = new(IsRelative: false, parser.ReadSegments());
        return parser._at == text.Length ? query : throw parser.Unexpected("The query must end here");
    }

    private List<JsonPathSegment> ReadSegments()
    {
        List<JsonPathSegment> segments = [];
        while (true)
        {
            int before = _at;
            SkipBlanks();
            switch (Peek())
            {
                case '[':
                    segments.Add(new JsonPathSegment(false, ReadBrackets(), _at));
                    break;
                case '.' when _at + 1 < _text.Length && _text[_at + 1] == '.':
                    _at += 2;
                    segments.Add(new JsonPathSegment(true, Peek() == '[' ? ReadBrackets() : [ReadShorthand()], _at));
                    break;
                case '.':
                    _at++;
                    segments.Add(new JsonPathSegment(false, [ReadShorthand()], _at));
                    break;
                default:
                    _at = before;
                    return segments;
            }
        }
    }

    private JsonPathSelector ReadShorthand()
    {
        if (Peek() == '*')
        {
            _at++;
            return new WildcardSelector();
        }

        int start = _at;
        while (_at < _text.Length && IsNameCharacter(_text[_at]))
        {
            _at++;
        }

        return _at > start
            ? new NameSelector(_text.Substring(start, _at - start))
            : throw Unexpected("A name or '*' was expected. Write names with other characters in ['...']");
    }

    private static bool IsNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or >= '\u0080';

    private List<JsonPathSelector> ReadBrackets()
    {
        Enter();
        Expect('[', "A bracket was expected");
        List<JsonPathSelector> selectors = [];
        do
        {
            SkipBlanks();
            selectors.Add(ReadSelector());
            SkipBlanks();
        }
        while (Accept(','));
        Expect(']', "A comma or a closing bracket was expected");
        _depth--;
        return selectors;
    }

    private JsonPathSelector ReadSelector()
    {
        switch (Peek())
        {
            case '\'' or '"':
                return new NameSelector(ReadString());
            case '*':
                _at++;
                return new WildcardSelector();
            case '?':
                _at++;
                SkipBlanks();
                return new FilterSelector(ReadOr());
            default:
                return ReadIndexOrSlice();
        }
    }

    private JsonPathSelector ReadIndexOrSlice()
    {
        long? start = Peek() == ':' ? null : ReadInteger();
        int before = _at;
        SkipBlanks();
        if (!Accept(':'))
        {
            _at = before;
            return new IndexSelector(start ?? 0);
        }

        SkipBlanks();
        long? end = Peek() is '-' or (>= '0' and <= '9') ? ReadInteger() : null;
        before = _at;
        SkipBlanks();
        if (!Accept(':'))
        {
            _at = before;
            return new SliceSelector(start, end, 1);
        }

        SkipBlanks();
        return new SliceSelector(start, end, Peek() is '-' or (>= '0' and <= '9') ? ReadInteger() : 1);
    }

    private long ReadInteger()
    {
        int start = _at;
        Accept('-');
        int digits = _at;
        while (Peek() is >= '0' and <= '9')
        {
            _at++;
        }

        string text = _text.Substring(start, _at - start);
        bool isWellFormed = _at > digits && (_text[digits] != '0' || (_at == digits + 1 && digits == start));
        if (!isWellFormed)
        {
            _at = start;
            throw Unexpected("A name in quotes, an index, a slice, '*' or '?' was expected");
        }

        bool fits = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value is >= -MaximumIndex and <= MaximumIndex;
        return fits ? value : throw new JsonPathSyntaxException("The index is too large", start);
    }

    private JsonPathCondition ReadOr()
    {
        List<JsonPathCondition> conditions = [];
        do
        {
            conditions.Add(ReadAnd());
        }
        while (AcceptOperator("||"));
        return conditions.Count == 1 ? conditions[0] : new OrCondition(conditions);
    }

    private JsonPathCondition ReadAnd()
    {
        List<JsonPathCondition> conditions = [];
        do
        {
            conditions.Add(ReadBasic());
        }
        while (AcceptOperator("&&"));
        return conditions.Count == 1 ? conditions[0] : new AndCondition(conditions);
    }

    private JsonPathCondition ReadBasic()
    {
        Enter();
        JsonPathCondition condition = ReadNested();
        _depth--;
        return condition;
    }

    private JsonPathCondition ReadNested()
    {
        if (Accept('!'))
        {
            SkipBlanks();
            return Peek() is '(' or '@' or '$' ? new NotCondition(Peek() == '(' ? ReadParentheses() : new ExistsCondition(ReadQuery()))
                : throw Unexpected("A query or a condition in parentheses was expected after '!'");
        }

        if (Peek() == '(')
        {
            return ReadParentheses();
        }

        int start = _at;
        JsonPathOperand left = ReadOperand();
        int before = _at;
        SkipBlanks();
        if (!TryReadComparison(out JsonPathComparison comparison))
        {
            _at = before;
            return left is QueryOperand alone ? new ExistsCondition(alone.Query)
                : throw new JsonPathSyntaxException("A value alone is not a condition. Compare it", start);
        }

        CheckComparable(left, start);
        SkipBlanks();
        start = _at;
        JsonPathOperand right = ReadOperand();
        CheckComparable(right, start);
        return new ComparisonCondition(left, comparison, right);
    }

    private JsonPathCondition ReadParentheses()
    {
        Expect('(', "A parenthesis was expected");
        SkipBlanks();
        JsonPathCondition condition = ReadOr();
        SkipBlanks();
        Expect(')', "A closing parenthesis was expected");
        return condition;
    }

    private static void CheckComparable(JsonPathOperand operand, int start)
    {
        if (operand is QueryOperand { Query.IsSingular: false })
        {
            throw new JsonPathSyntaxException("Only a query that selects one value can be compared", start);
        }
    }

    private bool TryReadComparison(out JsonPathComparison comparison)
    {
        (string Text, JsonPathComparison Comparison)[] all =
        [
            ("==", JsonPathComparison.Equal), ("!=", JsonPathComparison.NotEqual), ("<=", JsonPathComparison.LessOrEqual),
            (">=", JsonPathComparison.GreaterOrEqual), ("<", JsonPathComparison.Less), (">", JsonPathComparison.Greater),
        ];
        foreach ((string text, JsonPathComparison found) in all)
        {
            if (string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0)
            {
                _at += text.Length;
                comparison = found;
                return true;
            }
        }

        comparison = default;
        return false;
    }

    private JsonPathOperand ReadOperand()
    {
        switch (Peek())
        {
            case '\'' or '"':
                return new LiteralOperand(ScalarKind.String, ReadString());
            case '@' or '$':
                return new QueryOperand(ReadQuery());
            case '-' or (>= '0' and <= '9'):
                return new LiteralOperand(ScalarKind.Number, ReadNumber());
            case >= 'a' and <= 'z':
                return ReadWord();
            default:
                throw Unexpected("A query, a string, a number, true, false, null or a function was expected");
        }
    }

    private JsonPathOperand ReadWord()
    {
        int start = _at;
        while (Peek() is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        {
            _at++;
        }

        string word = _text.Substring(start, _at - start);
        switch (word)
        {
            case "true" or "false" when Peek() != '(':
                return new LiteralOperand(ScalarKind.Boolean, word);
            case "null" when Peek() != '(':
                return new LiteralOperand(ScalarKind.Null, word);
            case "length" or "count" or "value" when Accept('('):
                Enter();
                SkipBlanks();
                int argument = _at;
                JsonPathOperand function = Function(word, ReadOperand())
                    ?? throw new JsonPathSyntaxException(word == "length" ? "length() takes one value" : $"{word}() takes a query", argument);
                SkipBlanks();
                Expect(')', "A closing parenthesis was expected");
                _depth--;
                return function;
            default:
                throw new JsonPathSyntaxException($"'{word}' is not a supported function. length, count and value are", start);
        }
    }

    private static JsonPathOperand? Function(string name, JsonPathOperand argument) => (name, argument) switch
    {
        ("length", QueryOperand { Query.IsSingular: false }) => null,
        ("length", _) => new LengthOperand(argument),
        ("count", QueryOperand all) => new CountOperand(all.Query),
        ("value", QueryOperand one) => one.Query.IsSingular ? one : new ValueOperand(one.Query),
        _ => null,
    };

    private JsonPathQuery ReadQuery()
    {
        bool isRelative = _text[_at++] == '@';
        return new JsonPathQuery(isRelative, ReadSegments());
    }

    private string ReadNumber()
    {
        int start = _at;
        return JsonNumberText.TrySkip(_text, ref _at) ? _text.Substring(start, _at - start) : throw Unexpected("A digit was expected");
    }

    private string ReadString()
    {
        char quote = _text[_at];
        int start = _at++;
        StringBuilder value = new();
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c == quote)
            {
                return value.ToString();
            }

            if (c < ' ')
            {
                throw new JsonPathSyntaxException("A control character must be escaped", _at - 1);
            }

            value.Append(c == '\\' ? ReadEscape(quote) : c);
        }

        throw new JsonPathSyntaxException("The string has no end", start);
    }

    private char ReadEscape(char quote)
    {
        char c = Peek();
        _at++;
        switch (c)
        {
            case '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                _at += 4;
                return (char)unit;
            default:
                return c == quote ? c : throw new JsonPathSyntaxException("This is not a valid JSONPath escape", _at - 2);
        }
    }

    private void Enter()
    {
        if (++_depth > MaximumDepth)
        {
            throw new JsonPathSyntaxException($"Conditions are nested more than {MaximumDepth} levels deep", _at);
        }
    }

    private bool AcceptOperator(string text)
    {
        int before = _at;
        SkipBlanks();
        if (string.CompareOrdinal(_text, _at, text, 0, text.Length) != 0)
        {
            _at = before;
            return false;
        }

        _at += text.Length;
        SkipBlanks();
        return true;
    }

    private bool Accept(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char expected, string message)
    {
        if (!Accept(expected))
        {
            throw Unexpected(message);
        }
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    // No query contains NUL outside strings, so it can mark the end.
    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private JsonPathSyntaxException Unexpected(string message) =>
        new(message + (_at < _text.Length ? $", not '{_text[_at]}'" : ", not the end"), _at);
}
