using System.Globalization;
using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// Reads JSON text (RFC 8259, strictly: no comments, no trailing commas, one value). It works on the characters that the compiler decoded, so
/// that offsets are those of the text, and nothing is transcoded.
/// </summary>
internal sealed class JsonTextReader
{
    private readonly ReadContext _context;
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly PointerStack _pointer = new();
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private int _at;

    private JsonTextReader(SourceFile file, ReadContext context)
    {
        _file = file;
        _text = file.Content;
        _context = context;
    }

    /// <summary>Reads the one value of a text.</summary>
    /// <exception cref="DocumentSyntaxException">The text is not JSON, or goes over a limit.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode Read(SourceFile file, ReadContext context)
    {
        JsonTextReader reader = new(file, context);
        if (reader._text.Length > 0 && reader._text[0] == '\uFEFF')
        {
            reader._at = 1;
        }

        reader.SkipSpace();
        DocumentNode root = reader.ReadValue(1);
        reader.SkipSpace();
        return reader._at == reader._text.Length ? root : throw reader.Unexpected("The document must end after its value");
    }

    private DocumentNode ReadValue(int depth)
    {
        _context.Read(_file, _at);
        switch (Peek())
        {
            case '{':
                _context.CheckDepth(depth, _file, _at);
                return ReadObject(depth);
            case '[':
                _context.CheckDepth(depth, _file, _at);
                return ReadArray(depth);
            case '"':
                int start = _at;
                string text = ReadString();
                return new ScalarNode(ScalarKind.String, text, _file, start, _at - start);
            case 't':
                return ReadWord("true", ScalarKind.Boolean);
            case 'f':
                return ReadWord("false", ScalarKind.Boolean);
            case 'n':
                return ReadWord("null", ScalarKind.Null);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Unexpected("A value was expected");
        }
    }

    private ObjectNode ReadObject(int depth)
    {
        ObjectNode node = new(_file, _at++);
        SkipSpace();
        if (Peek() == '}')
        {
            _at++;
            return node;
        }

        while (true)
        {
            if (Peek() != '"')
            {
                throw Unexpected("A property name in double quotes was expected");
            }

            int keyStart = _at;
            string key = Share(ReadString());
            int keyLength = _at - keyStart;
            SkipSpace();
            Expect(':', "A colon was expected after the property name");
            SkipSpace();
            bool isShort = _context.CheckName(key, _pointer, _file, keyStart);
            _pointer.Push(isShort ? key : "");
            DocumentNode value = ReadValue(depth + 1);
            if (isShort && !node.Set(new Member(key, value, _file, keyStart, keyLength)))
            {
                _context.Report(
                    ReadDiagnosticKind.DuplicateKey, _pointer.ToString(), _file, keyStart, keyLength,
                    $"The object contains the key '{key}' twice. The last one is used.");
            }

            _pointer.Pop();
            SkipSpace();
            if (Peek() == ',')
            {
                _at++;
                SkipSpace();
                continue;
            }

            Expect('}', "A comma or a closing brace was expected");
            return node;
        }
    }

    private ArrayNode ReadArray(int depth)
    {
        ArrayNode node = new(_file, _at++);
        SkipSpace();
        if (Peek() == ']')
        {
            _at++;
            return node;
        }

        while (true)
        {
            _pointer.Push(node.Items.Count);
            node.Items.Add(ReadValue(depth + 1));
            _pointer.Pop();
            SkipSpace();
            if (Peek() == ',')
            {
                _at++;
                SkipSpace();
                continue;
            }

            Expect(']', "A comma or a closing bracket was expected");
            return node;
        }
    }

    private ScalarNode ReadWord(string word, ScalarKind kind)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Unexpected("A value was expected");
        }

        _at += word.Length;
        return new ScalarNode(kind, word, _file, _at - word.Length, word.Length);
    }

    private ScalarNode ReadNumber()
    {
        int start = _at;
        return JsonNumberText.TrySkip(_text, ref _at)
            ? new ScalarNode(ScalarKind.Number, _text.Substring(start, _at - start), _file, start, _at - start)
            : throw Unexpected("A digit was expected");
    }

    private string ReadString()
    {
        int start = ++_at;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '"')
            {
                return _text.Substring(start, _at++ - start);
            }

            if (c == '\\')
            {
                return ReadEscapedString(start);
            }

            if (c < ' ')
            {
                throw Unexpected("A control character must be escaped in a string");
            }

            _at++;
        }

        throw Unexpected("The string has no end");
    }

    private string ReadEscapedString(int start)
    {
        StringBuilder value = new(_text, start, _at - start, Math.Max(16, 2 * (_at - start)));
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '"')
            {
                _at++;
                return value.ToString();
            }

            if (c < ' ')
            {
                throw Unexpected("A control character must be escaped in a string");
            }

            _at++;
            value.Append(c == '\\' ? ReadEscape() : c);
        }

        throw Unexpected("The string has no end");
    }

    private char ReadEscape()
    {
        char c = Peek();
        _at++;
        switch (c)
        {
            case '"' or '\\' or '/':
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
            case 'u' when _at + 4 <= _text.Length && TryParseHex(out char unit):
                _at += 4;
                return unit;
            default:
                _at--;
                throw Unexpected("This is not a valid JSON escape");
        }
    }

    private bool TryParseHex(out char unit)
    {
        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = _text[_at + i] switch
            {
                >= '0' and <= '9' and char c => c - '0',
                >= 'a' and <= 'f' and char c => c - 'a' + 10,
                >= 'A' and <= 'F' and char c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                unit = default;
                return false;
            }

            value = value * 16 + digit;
        }

        unit = (char)value;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private void Expect(char expected, string message)
    {
        if (Peek() != expected)
        {
            throw Unexpected(message);
        }

        _at++;
    }

    // JSON has no NUL outside strings, so it can mark the end.
    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    // The same few keys occur thousands of times in a document.
    private string Share(string key)
    {
        if (_keys.TryGetValue(key, out string? shared))
        {
            return shared;
        }

        _keys.Add(key, key);
        return key;
    }

    private DocumentSyntaxException Unexpected(string message)
    {
        string found = _at >= _text.Length ? "the end of the text"
            : _text[_at] is > ' ' and < '\u007F' ? $"'{_text[_at]}'"
            : $"U+{((int)_text[_at]).ToString("X4", CultureInfo.InvariantCulture)}";
        return new DocumentSyntaxException(ReadDiagnosticKind.InvalidSyntax, $"This is not JSON. {message}, not {found}.", _file, _at);
    }
}
