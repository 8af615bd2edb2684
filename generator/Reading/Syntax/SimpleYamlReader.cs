using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// Reads the YAML that most documents are written in: collections and scalars without anchors, tags, complex keys and tabs in the indentation.
/// YamlDotNet makes two objects of each token, which would be a quarter of all allocations. A text with anything else, or with a fault, is left to
/// <see cref="YamlTextReader"/>. Both give the same nodes for the same text.
/// </summary>
internal sealed partial class SimpleYamlReader
{
    // A longer text may have more nodes than are allowed.
    private const int LongestText = 8_000_000;
    private const int LongestKey = 1_000;

    // A key stays on its line, so no line continues it.
    private const int NoParent = int.MaxValue;

    private static readonly char[] Unusual = ['\0', '\u0085', '\u2028', '\u2029', '\uFEFF'];

    private readonly SourceFile _file;
    private readonly ReadContext _context;
    private readonly string _text;

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
        DocumentNode? root = reader.NextLine(isAtStart: !reader.SkipMarker()) && reader._indent >= 0 ? reader.ReadNode(parent: -1, 1) : null;
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

    // Skips the line that begins a document, and comments above it. False when there is none.
    private bool SkipMarker()
    {
        int line = 0;
        while (true)
        {
            SkipSpaces();
            _at = IsAt(_at, '#') ? EndOfLine(_at) : _at;
            if (!IsBreakAt(_at))
            {
                break;
            }

            line = _at = AfterBreak(_at);
        }

        bool isMarked = string.CompareOrdinal(_text, line, "---", 0, 3) == 0 && IsBreakAt(line + 3);
        _at = isMarked ? line + 3 : 0;
        return isMarked;
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
        bool isMapping = ReadKey(isInFlow: false) is not null;
        _at = start;
        return isMapping ? ReadMapping(column, depth) : ReadScalar(parent, depth);
    }

    private ObjectNode? ReadMapping(int column, int depth)
    {
        ObjectNode node = new(_file, _at);
        do
        {
            int start = _at;
            if (depth > _context.Limits.Depth || ReadKey(isInFlow: false) is not { } key)
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
    private string? ReadKey(bool isInFlow)
    {
        int start = _at;
        string? key = _text[start] is '"' or '\'' ? ReadQuoted(NoParent) : ReadPlain(NoParent, isInFlow);
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

        // A scalar that goes on behind a comment would be deeper than its parent.
        return ReadFlow(parent, depth, isInFlow: false) is { } node && NextLine() && _indent <= parent ? node : null;
    }

    private DocumentNode? ReadFlow(int parent, int depth, bool isInFlow)
    {
        int start = _at;
        switch (_text[_at])
        {
            case '[':
                return ReadFlowSequence(parent, depth);
            case '{':
                return ReadFlowMapping(parent, depth);
            case '"' or '\'':
                return ReadQuoted(parent) is { } quoted ? new ScalarNode(ScalarKind.String, quoted, _file, start, _at - start) : null;
            default:
                return ReadPlain(parent, isInFlow) is { } plain ? YamlScalars.Node(plain, YamlScalars.ResolvePlain(plain), _file, start, _at - start) : null;
        }
    }

    private ArrayNode? ReadFlowSequence(int parent, int depth)
    {
        ArrayNode node = new(_file, _at++);
        while (SkipToFlow(parent) && !IsAt(_at, ']'))
        {
            if (depth > _context.Limits.Depth || ReadFlow(parent, depth + 1, isInFlow: true) is not { } item || !EndsFlow(parent, ']'))
            {
                return null;
            }

            node.Items.Add(item);
        }

        return IsAt(_at++, ']') ? node : null;
    }

    private ObjectNode? ReadFlowMapping(int parent, int depth)
    {
        ObjectNode node = new(_file, _at++);
        while (SkipToFlow(parent) && !IsAt(_at, '}'))
        {
            int start = _at;
            if (depth > _context.Limits.Depth || ReadKey(isInFlow: true) is not { } key)
            {
                return null;
            }

            int length = _at++ - start;
            if (!SkipToFlow(parent) || ReadFlow(parent, depth + 1, isInFlow: true) is not { } value || !EndsFlow(parent, '}')
                || !node.Set(new Member(key, value, _file, start, length)))
            {
                return null;
            }
        }

        return IsAt(_at++, '}') ? node : null;
    }

    // Goes to the next item in brackets, or to their end. False when there is neither.
    private bool SkipToFlow(int parent)
    {
        while (true)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            SkipSpaces();
            if (IsAt(_at, '#') && IsSpaceAt(_at - 1))
            {
                _at = EndOfLine(_at);
            }

            if (!IsBreakAt(_at))
            {
                return _at < _text.Length;
            }

            if (Continue(parent) == 0)
            {
                return IsAt(_at, ']') || IsAt(_at, '}');
            }
        }
    }

    // Goes behind the comma that follows an item, or to the end of the brackets.
    private bool EndsFlow(int parent, char end)
    {
        if (SkipToFlow(parent) && IsAt(_at, ','))
        {
            _at++;
            return true;
        }

        return IsAt(_at, end);
    }
}
