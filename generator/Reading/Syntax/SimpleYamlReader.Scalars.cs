using System.Globalization;
using System.Text;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

internal sealed partial class SimpleYamlReader
{
    private const int LongestShared = 32;

    private readonly StringBuilder _value = new();

    // Keys and short values recur.
    private readonly string?[] _shared = new string?[1024];

    // From the end of a line to the content of the next one that has some. Gives the number of breaks in between; zero when that line is not
    // deeper than the parent, or begins another document.
    private int Continue(int parent)
    {
        int breaks = 0;
        int line = _at;
        while (IsBreakAt(_at))
        {
            breaks++;
            line = _at = AfterBreak(_at);
            SkipSpaces();
        }

        bool isContent = _at < _text.Length && _text[_at] != '\t' && _at - line > parent && !(_at == line && IsDirective());
        return isContent ? breaks : 0;
    }

    // A single break is a space; of several, the first is left out (YAML 1.2, section 6.5).
    private void Fold(int breaks) => _value.Append(breaks == 1 ? " " : "").Append('\n', breaks - 1);

    private string? ReadPlain(int parent, bool isInFlow)
    {
        int start = _at;
        if (!ReadPlainLine(isInFlow, isFirst: true))
        {
            return null;
        }

        int end = _at;
        _value.Clear();
        SkipSpaces();
        while (!isInFlow && parent != NoParent && IsBreakAt(_at) && Continue(parent) is > 0 and int breaks && !IsAt(_at, '#'))
        {
            int line = _at;
            if (!ReadPlainLine(isInFlow, isFirst: false) || IsAt(_at, ':'))
            {
                return null;
            }

            if (_value.Length == 0)
            {
                _value.Append(_text, start, end - start);
            }

            Fold(breaks);
            end = _at;
            _value.Append(_text, line, end - line);
            SkipSpaces();
        }

        _at = end;
        return _value.Length == 0 ? Share(start, end - start) : _value.ToString();
    }

    private bool IsDigitAt(int at) => at < _text.Length && _text[at] is >= '0' and <= '9';

    // Goes to the end of what a line has of a scalar.
    private bool ReadPlainLine(bool isInFlow, bool isFirst)
    {
        int start = _at;
        int end = start;
        for (int i = start; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            char c = _text[i];
            if ((c == ':' && IsSpaceAt(i + 1)) || (c == '#' && _text[i - 1] == ' ') || (isInFlow && c is ',' or ']' or '}'))
            {
                break;
            }

            bool isIndicator = isFirst && i == start && (c == '-' ? !IsDigitAt(i + 1) && (isInFlow || IsSpaceAt(i + 1)) : "?:,[]{}#&*!|>'\"%@`".IndexOf(c) >= 0);
            if (isIndicator || c == '\t' || (isInFlow && c is ':' or '[' or '{' or '?'))
            {
                return false;
            }

            end = c == ' ' ? end : i + 1;
        }

        _at = end;
        return end > start;
    }

    private string? ReadQuoted(int parent)
    {
        char quote = _text[_at];
        int start = _at + 1;
        for (int end = start; end < _text.Length && _text[end] is not ('\n' or '\r') && !(quote == '"' && _text[end] == '\\'); end++)
        {
            if (_text[end] != quote)
            {
                continue;
            }

            if (quote == '\'' && IsAt(end + 1, quote))
            {
                break;
            }

            _at = end + 1;
            return Share(start, end - start);
        }

        return ReadQuotedParts(parent);
    }

    // A quoted scalar with escapes or over several lines.
    private string? ReadQuotedParts(int parent)
    {
        char quote = _text[_at++];
        _value.Clear();

        // Spaces at the end of a line belong to its break, unless they are escaped.
        int kept = 0;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == quote && !(quote == '\'' && IsAt(_at + 1, quote)))
            {
                _at++;
                return _value.ToString();
            }

            if (IsBreakAt(_at) || (quote == '"' && c == '\\' && IsBreakAt(_at + 1)))
            {
                bool isEscaped = c == '\\';
                _at += isEscaped ? 1 : 0;
                int breaks = Continue(parent);
                if (breaks == 0)
                {
                    return null;
                }

                if (isEscaped)
                {
                    _value.Append('\n', breaks - 1);
                }
                else
                {
                    _value.Length = kept;
                    Fold(breaks);
                }

                kept = _value.Length;
            }
            else if (quote == '"' && c == '\\')
            {
                if (!ReadEscape())
                {
                    return null;
                }

                kept = _value.Length;
            }
            else
            {
                _value.Append(c);
                _at += c == '\'' && quote == '\'' ? 2 : 1;
                kept = c is ' ' or '\t' ? kept : _value.Length;
            }
        }

        return null;
    }

    // The escapes that writers of YAML use. Halves of pairs are left to the other reader, which says what is wrong.
    private bool ReadEscape()
    {
        char c = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        _at += 2;
        int digits = c switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            int index = "nrt\"\\/ ".IndexOf(c);
            _value.Append(index < 0 ? '\0' : "\n\r\t\"\\/ "[index]);
            return index >= 0;
        }

        if (_at + digits > _text.Length
            || !int.TryParse(_text.Substring(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            return false;
        }

        _at += digits;
        _value.Append(char.ConvertFromUtf32(code));
        return true;
    }

    private ScalarNode? ReadBlock(int parent)
    {
        int start = _at;
        bool isFolded = _text[_at++] == '>';
        int indent = 0;
        char chomping = ' ';
        for (; _at < _text.Length && _text[_at] is '-' or '+' or (>= '1' and <= '9'); _at++)
        {
            (indent, chomping) = _text[_at] < '1' ? (indent, _text[_at]) : (Math.Max(parent, 0) + _text[_at] - '0', chomping);
        }

        bool isShort = _at - start <= "|-".Length || (_at - start == "|-2".Length && indent > 0 && chomping != ' ');
        SkipSpaces();
        if (!isShort || !IsBreakAt(_at))
        {
            return null;
        }

        _value.Clear();
        int breaks = 0;
        int blank = 0;
        bool isFirst = true;
        bool isDeeper = false;
        int line = _at = AfterBreak(_at);
        for (; _at < _text.Length; line = _at)
        {
            while (IsAt(_at, ' ') && (indent == 0 || _at - line < indent))
            {
                _at++;
            }

            if (IsBreakAt(_at))
            {
                blank = Math.Max(blank, _at - line);
                breaks++;
                _at = AfterBreak(_at);
                continue;
            }

            if (_at - line < indent || _at - line <= Math.Max(parent, 0))
            {
                break;
            }

            int end = EndOfLine(_at);
            indent = _at - line;
            bool isBlank = isFirst && IsAt(_at, ' ') && string.IsNullOrWhiteSpace(_text.Substring(_at, end - _at));
            if (isBlank || blank > indent || end == _text.Length || _text[_at] == '\t')
            {
                return null;
            }

            // Breaks before and behind a line that is indented further are kept (YAML 1.2, section 8.1.3).
            bool isJoined = isFolded && !isFirst && !isDeeper && _text[_at] != ' ';
            isDeeper = _text[_at] == ' ';
            isFirst = false;
            _value.Append(isJoined && breaks == 1 ? " " : "").Append('\n', isJoined ? breaks - 1 : breaks).Append(_text, _at, end - _at);
            breaks = 1;
            _at = AfterBreak(end);
        }

        if (isFirst && _at == _text.Length)
        {
            return null;
        }

        _value.Append('\n', chomping == '+' ? breaks : chomping == '-' || isFirst ? 0 : 1);
        _at = line;
        return NextLine(isAtStart: true) && _indent <= parent ? new ScalarNode(ScalarKind.String, _value.ToString(), _file, start, line - start) : null;
    }

    private string Share(int start, int length)
    {
        if (length > LongestShared)
        {
            return _text.Substring(start, length);
        }

        uint hash = 0;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash * 31) + _text[i]);
        }

        ref string? shared = ref _shared[hash % _shared.Length];
        if (shared is null || shared.Length != length || string.CompareOrdinal(shared, 0, _text, start, length) != 0)
        {
            shared = _text.Substring(start, length);
        }

        return shared;
    }
}
