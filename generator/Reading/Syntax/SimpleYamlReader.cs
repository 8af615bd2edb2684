using System.Text;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// Reads the YAML that most documents are written in: block collections, block scalars, and on one line lists and scalars without escapes.
/// YamlDotNet makes two objects of each token, which would be a quarter of all allocations. A text with anything else, or with a fault, is left to
/// <see cref="YamlTextReader"/>. Both give the same nodes for the same text.
/// </summary>
internal sealed class SimpleYamlReader
{
    // A longer text may have more nodes than are allowed.
    private const int LongestText = 8_000_000;
    private const int LongestKey = 1_000;
    private const int LongestShared = 32;

    private static readonly char[] Unusual = ['\0', '\u0085', '\u2028', '\u2029', '\uFEFF'];

    private readonly SourceFile _file;
    private readonly ReadContext _context;
    private readonly string _text;
    private readonly StringBuilder _value = new();

    // Keys and short values recur.
    private readonly string?[] _shared = new string?[1024];

    private int _at;

    // Where the line begins that is read, and its indentation; -1 at the end of the text.
    private int _line;
    private int _indent;

    private SimpleYamlReader(SourceFile file, ReadContext context)
    {
        _file = file;
        _context = context;
        _text = file.Content;
    }

    /// <summary>Reads a text; null when it has to be left to <see cref="YamlTextReader"/>.</summary>
    /// <exception cref="DocumentSyntaxException">The text goes over a limit.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode? Read(SourceFile file, ReadContext context)
    {
        if (file.Content.Length > LongestText || file.Content.IndexOfAny(Unusual) >= 0 || HasLoneReturn(file.Content))
        {
            return null;
        }

        SimpleYamlReader reader = new(file, context);
        bool isMarked = file.Content.StartsWith("---", StringComparison.Ordinal) && reader.IsBreakAt("---".Length);
        reader._at = isMarked ? "---".Length : 0;
        DocumentNode? root = reader.NextLine(isAtStart: !isMarked) && reader._indent >= 0 ? reader.ReadNode(parent: -1, 1) : null;
        if (root is null or ScalarNode || reader._indent >= 0)
        {
            return null;
        }

        reader.Count(root);
        return root;
    }

    private static bool HasLoneReturn(string text)
    {
        for (int i = text.IndexOf('\r'); i >= 0; i = text.IndexOf('\r', i + 1))
        {
            if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                return true;
            }
        }

        return false;
    }

    // Nodes are counted when it is certain that they are not read again.
    private void Count(DocumentNode node)
    {
        _context.Read(_file, node.Start);
        if (node is ObjectNode mapping)
        {
            foreach (Member member in mapping)
            {
                _context.Read(_file, member.KeyStart);
                Count(member.Value);
            }
        }
        else if (node is ArrayNode sequence)
        {
            sequence.Items.ForEach(Count);
        }
    }

    private bool IsAt(int at, char c) => at < _text.Length && _text[at] == c;

    // A line feed, or a carriage return, which always has one behind it here.
    private bool IsBreakAt(int at) => at < _text.Length && _text[at] is '\n' or '\r';

    private int AfterBreak(int at) => at + (_text[at] == '\r' ? 2 : 1);

    private bool IsSpaceAt(int at) => at >= _text.Length || _text[at] is ' ' or '\n' or '\r';

    private bool IsEntry => IsAt(_at, '-') && IsSpaceAt(_at + 1);

    private int EndOfLine(int at)
    {
        int end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end > at && _text[end - 1] == '\r' ? end - 1 : end;
    }

    private void SkipSpaces()
    {
        while (IsAt(_at, ' '))
        {
            _at++;
        }
    }

    // Goes to the next line with content. False when this line has some left, or that line belongs to no node.
    private bool NextLine(bool isAtStart = false)
    {
        while (true)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            int start = _at;
            SkipSpaces();
            if (IsAt(_at, '#') && (isAtStart || _at > start))
            {
                _at = EndOfLine(_at);
            }

            if (_at == _text.Length)
            {
                _indent = -1;
                return true;
            }

            if (!IsBreakAt(_at))
            {
                (_line, _indent) = (start, _at - start);
                return isAtStart && !(_indent == 0 && IsDirective());
            }

            _at = AfterBreak(_at);
            isAtStart = true;
        }
    }

    private bool IsDirective() =>
        _text[_at] == '%' || string.CompareOrdinal(_text, _at, "---", 0, 3) == 0 || string.CompareOrdinal(_text, _at, "...", 0, 3) == 0;

    // A node that may be a block collection, and behind it the way to the next line.
    private DocumentNode? ReadNode(int parent, int depth)
    {
        int column = _at - _line;
        if (IsEntry)
        {
            return ReadSequence(column, depth);
        }

        int start = _at;
        bool isMapping = ReadKey() is not null;
        _at = start;
        return isMapping ? ReadMapping(column, depth) : ReadScalar(parent, depth);
    }

    private ObjectNode? ReadMapping(int column, int depth)
    {
        ObjectNode node = new(_file, _at);
        do
        {
            int start = _at;
            if (depth > _context.Limits.Depth || ReadKey() is not { } key)
            {
                return null;
            }

            int length = _at++ - start;
            if (ReadValue(column, depth + 1, isEntry: false) is not { } value || !node.Set(new Member(key, value, _file, start, length)))
            {
                return null;
            }
        }
        while (_indent == column);
        return _indent < column ? node : null;
    }

    private ArrayNode? ReadSequence(int column, int depth)
    {
        ArrayNode node = new(_file, _at);
        do
        {
            _at++;
            if (depth > _context.Limits.Depth || ReadValue(column, depth + 1, isEntry: true) is not { } item)
            {
                return null;
            }

            node.Items.Add(item);
        }
        while (_indent == column && IsEntry);
        return _indent <= column ? node : null;
    }

    // Reads the value behind a colon or a dash.
    private DocumentNode? ReadValue(int column, int depth, bool isEntry)
    {
        int end = _at;
        SkipSpaces();
        if (_at < _text.Length && _text[_at] is not ('\n' or '\r' or '#'))
        {
            return isEntry ? ReadNode(column, depth) : ReadScalar(column, depth);
        }

        _at = end;
        if (!NextLine())
        {
            return null;
        }

        return _indent > column ? ReadNode(column, depth)
            : _indent == column && IsEntry && !isEntry ? ReadSequence(column, depth)
            : new ScalarNode(ScalarKind.Null, "null", _file, end, 1, written: "");
    }

    // A key, up to its colon; null when there is none.
    private string? ReadKey()
    {
        int start = _at;
        string? key = _text[start] is '"' or '\'' ? ReadQuoted() : ReadPlain(isInFlow: false);
        bool isKey = IsAt(_at, ':') && IsSpaceAt(_at + 1) && _at - start <= LongestKey;
        bool isSpecial = _text[start] == '<' || key?.IndexOf(" *", StringComparison.Ordinal) >= 0;
        return isKey && !isSpecial ? key : null;
    }

    private DocumentNode? ReadScalar(int parent, int depth)
    {
        if (_text[_at] is '|' or '>')
        {
            return ReadBlock(parent);
        }

        // A scalar that goes on in the next line would be deeper than its parent.
        return ReadFlow(depth, isInFlow: false) is { } node && NextLine() && _indent <= parent ? node : null;
    }

    private DocumentNode? ReadFlow(int depth, bool isInFlow)
    {
        int start = _at;
        switch (_at < _text.Length ? _text[_at] : '\n')
        {
            case '[':
                return ReadFlowSequence(depth);
            case '{' when IsAt(_at + 1, '}'):
                _at += 2;
                return new ObjectNode(_file, start);
            case '"' or '\'':
                return ReadQuoted() is { } quoted ? new ScalarNode(ScalarKind.String, quoted, _file, start, _at - start) : null;
            default:
                return ReadPlain(isInFlow) is { } plain ? YamlScalars.Node(plain, YamlScalars.ResolvePlain(plain), _file, start, _at - start) : null;
        }
    }

    private ArrayNode? ReadFlowSequence(int depth)
    {
        ArrayNode node = new(_file, _at++);
        for (SkipSpaces(); !IsAt(_at, ']'); SkipSpaces())
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (depth > _context.Limits.Depth || ReadFlow(depth + 1, isInFlow: true) is not { } item)
            {
                return null;
            }

            node.Items.Add(item);
            SkipSpaces();
            if (IsAt(_at, ','))
            {
                _at++;
            }
            else if (!IsAt(_at, ']'))
            {
                return null;
            }
        }

        _at++;
        return node;
    }

    private string? ReadPlain(bool isInFlow)
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

            bool isIndicator = i == start && (c == '-' ? isInFlow || IsSpaceAt(i + 1) : "?:,[]{}#&*!|>'\"%@`".IndexOf(c) >= 0);
            if (isIndicator || c == '\t' || (isInFlow && c is ':' or '[' or '{' or '?'))
            {
                return null;
            }

            end = c == ' ' ? end : i + 1;
        }

        _at = end;
        return end == start ? null : Share(start, end - start);
    }

    private string? ReadQuoted()
    {
        char quote = _text[_at];
        int start = _at + 1;
        for (int end = start; end < _text.Length && _text[end] is not ('\n' or '\r') && !(quote == '"' && _text[end] == '\\'); end++)
        {
            if (_text[end] == quote && quote == '\'' && IsAt(end + 1, quote))
            {
                end++;
            }
            else if (_text[end] == quote)
            {
                _at = end + 1;
                string written = Share(start, end - start);
                return quote == '\'' ? written.Replace("''", "'") : written;
            }
        }

        return null;
    }

    private ScalarNode? ReadBlock(int parent)
    {
        int start = _at;
        bool isFolded = _text[_at++] == '>';
        char chomping = IsAt(_at, '-') || IsAt(_at, '+') ? _text[_at++] : ' ';
        SkipSpaces();
        if (!IsBreakAt(_at))
        {
            return null;
        }

        _value.Clear();
        int indent = 0;
        int breaks = 0;
        int line = _at = AfterBreak(_at);
        for (; _at < _text.Length; line = _at)
        {
            while (IsAt(_at, ' ') && (indent == 0 || _at - line < indent))
            {
                _at++;
            }

            if (IsBreakAt(_at))
            {
                if (indent == 0 && _at > line)
                {
                    return null;
                }

                breaks++;
                _at = AfterBreak(_at);
                continue;
            }

            if (indent > 0 && _at - line < indent)
            {
                break;
            }

            int end = EndOfLine(_at);
            bool isFirst = indent == 0;
            indent = _at - line;
            if (indent <= Math.Max(parent, 0) || end == _text.Length || _text[_at] == '\t' || (isFolded && _text[_at] == ' '))
            {
                return null;
            }

            bool isJoined = isFolded && !isFirst;
            _value.Append(isJoined && breaks == 1 ? " " : "").Append('\n', isJoined ? breaks - 1 : breaks).Append(_text, _at, end - _at);
            breaks = 1;
            _at = AfterBreak(end);
        }

        if (indent == 0)
        {
            return null;
        }

        _value.Append('\n', chomping == '+' ? breaks : chomping == '-' ? 0 : 1);
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
