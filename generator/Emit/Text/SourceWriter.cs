using System.Globalization;
using System.Runtime.CompilerServices;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// Collects the text of one emitted file. Templates are interpolated strings whose holes only take <see cref="CSharpText"/> and numbers, so
/// that a string of the document that went through no sink does not compile. Lines are indented by <see cref="Indentation"/> and end in
/// <c>\n</c>; templates never carry outer indentation.
/// </summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;
    private const int LongestSpare = 1 << 18;

    // Hundreds of files are written one after the other: the buffer of one serves for the next.
    [ThreadStatic]
    private static char[]? t_spare;

    private readonly NameScope _scope;
    private readonly CancellationToken _cancellationToken;
    private readonly int _start;
    private char[] _text;
    private int _end;
    private bool _isLineStarted;
    private bool _isBlockEmpty;
    private bool _isAfterField;

    // Where the simple name begins that was written last, and its code; what follows says whether it stands in front of a dot.
    private int _nameStart = -1;
    private (char Code, string Text) _name;

    /// <param name="scope">How types are named.</param>
    /// <param name="room">How many characters <see cref="Finish"/> can put before everything else.</param>
    /// <param name="cancellationToken">The compiler's wish to stop, which is asked for with each line.</param>
    public SourceWriter(NameScope scope, int room = 0, CancellationToken cancellationToken = default)
    {
        _scope = scope;
        _cancellationToken = cancellationToken;
        _start = _end = room;
        _text = t_spare is { } spare && spare.Length > room ? spare : new char[room + 8192];
        t_spare = null;
    }

    /// <summary>Level of the lines that follow.</summary>
    public int Indentation { get; set; }

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => EndLine();

    /// <summary>Writes one or more lines.</summary>
    /// <param name="_">The template; by the time of the call all of it is written.</param>
    public void WriteLine([InterpolatedStringHandlerArgument("")] SourceTemplate _) => EndLine();

    /// <summary>Writes the blank line between two members; nothing in front of a block's first.</summary>
    public void StartMember()
    {
        if (!_isBlockEmpty)
        {
            WriteLine();
        }

        _isBlockEmpty = false;
        _isAfterField = false;
    }

    /// <summary>The same for a field. Fields have no blank line between them.</summary>
    public void StartField()
    {
        if (!_isAfterField)
        {
            StartMember();
        }

        _isAfterField = true;
    }

    /// <summary>Opens a block.</summary>
    public void Open()
    {
        WriteLine($"{{");
        Indentation++;
        _isBlockEmpty = true;
        _isAfterField = false;
    }

    /// <summary>Closes the block that was opened last.</summary>
    /// <param name="end">The text after the brace.</param>
    public void Close(CSharpText end = default)
    {
        Indentation--;
        WriteLine($"}}{end}");
        _isBlockEmpty = false;
        _isAfterField = false;
    }

    /// <summary>Writes a documentation element: on one line when its text has one.</summary>
    /// <param name="start">Start tag without angle brackets.</param>
    /// <param name="text">Content.</param>
    /// <param name="end">Name of the element.</param>
    public void WriteDoc(CSharpText start, CSharpText text, CSharpText end)
    {
        string content = text.ToString();
        if (content.IndexOf('\n') < 0)
        {
            WriteLine($"/// <{start}>{text}</{end}>");
            return;
        }

        WriteLine($"/// <{start}>");
        int from = 0;
        while (from <= content.Length)
        {
            int to = content.IndexOf('\n', from);
            to = to < 0 ? content.Length : to;
            StartLine();
            Write("/// ", 0, 4);
            Write(content, from, to - from);
            EndLine();
            from = to + 1;
        }

        WriteLine($"/// </{end}>");
    }

    /// <summary>Everything written, with a head before it. Nothing can be written any more.</summary>
    /// <param name="head">Pieces of text, together at most as long as there is room for.</param>
    public string Finish(IReadOnlyList<string> head)
    {
        int from = _start;
        for (int i = head.Count - 1; i >= 0; i--)
        {
            from -= head[i].Length;
            head[i].CopyTo(0, _text, from, head[i].Length);
        }

        string text = new(_text, from, _end - from);
        t_spare = _text.Length <= LongestSpare ? _text : null;
        _text = [];
        return text;
    }

    /// <summary>Everything written so far.</summary>
    public override string ToString() => new(_text, _start, _end - _start);

    private void StartLine()
    {
        int spaces = Indentation * SpacesPerLevel;
        Reserve(spaces);
        _text.AsSpan(_end, spaces).Fill(' ');
        _end += spaces;
        _isLineStarted = true;
    }

    private void EndLine()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_end - _start > OutputSize.Maximum)
        {
            throw new OutputTooLargeException();
        }

        Reserve(1);
        _text[_end++] = '\n';
        _isLineStarted = false;
        _nameStart = -1;
    }

    private void Write(string text, int from, int length)
    {
        Reserve(length);
        text.CopyTo(from, _text, _end, length);
        _end += length;
    }

    private void Reserve(int more)
    {
        if (_end + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _end + more));
        }
    }

    private void Append(string text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int to = text.IndexOf('\n', from);
            int length = (to < 0 ? text.Length : to) - from;
            if (length > 0)
            {
                if (!_isLineStarted)
                {
                    StartLine();
                }

                AppendPiece(text, from, length);
            }

            if (to < 0)
            {
                return;
            }

            EndLine();
            from = to + 1;
        }
    }

    private void AppendPiece(string text, int from, int length)
    {
        if (_nameStart >= 0)
        {
            EndName(text[from]);
        }

        int end = from + length;
        for (int mark = text.IndexOf(CSharpText.Mark, from, length); mark >= 0; mark = text.IndexOf(CSharpText.Mark, from, end - from))
        {
            Write(text, from, mark - from);
            from = WriteType(text, mark + 1, end);
        }

        Write(text, from, end - from);
    }

    // Writes a type behind its mark, and returns where the rest begins.
    private int WriteType(string text, int at, int end)
    {
        char code = text[at];
        int next = at + 1;
        string qualifier, name;
        if (code == CSharpText.Own)
        {
            while (next < end && (CSharpIdentifiers.IsPart(text[next]) || text[next] == '@'))
            {
                next++;
            }

            name = text.Substring(at + 1, next - at - 1);
            qualifier = _scope.QualifyOwn(name);
        }
        else
        {
            qualifier = _scope.Qualify(code, out name);
        }

        Write(qualifier, 0, qualifier.Length);
        if (qualifier.Length == 0)
        {
            (_nameStart, _name) = (_end, (code, name));
        }

        Write(name, 0, name.Length);
        if (_nameStart >= 0 && next < end)
        {
            EndName(text[next]);
        }

        return next;
    }

    // In front of a dot, and in references of documentation, members of the class come before types.
    private void EndName(char next)
    {
        if (next is '.' or '"')
        {
            string qualifier = _scope.QualifyMember(_name.Code, _name.Text);
            Reserve(qualifier.Length);
            Array.Copy(_text, _nameStart, _text, _nameStart + qualifier.Length, _end - _nameStart);
            qualifier.CopyTo(0, _text, _nameStart, qualifier.Length);
            _end += qualifier.Length;
        }

        _nameStart = -1;
    }

    /// <summary>The compiler turns a template into calls of this; nothing is put together in between.</summary>
    [InterpolatedStringHandler]
    internal readonly struct SourceTemplate
    {
        private readonly SourceWriter _writer;

#pragma warning disable IDE0060 // The compiler passes both counts.
        public SourceTemplate(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;
#pragma warning restore IDE0060

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(CSharpText text) => _writer.Append(text.ToString());

        public void AppendFormatted(int number) => _writer.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
