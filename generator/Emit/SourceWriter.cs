using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ClerkGen.Generator.Translation;

namespace ClerkGen.Generator.Emit;

/// <summary>
/// Collects the text of one emitted file. Templates are interpolated strings whose holes only take <see cref="CSharpText"/> and numbers, so
/// that a string of the document that went through no sink does not compile. Lines are indented by <see cref="Indentation"/> and end in
/// <c>\n</c>; templates never carry outer indentation.
/// </summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new(4096);
    private readonly NamespaceAliases _aliases;
    private bool _isLineStarted;

    /// <param name="aliases">How types are written.</param>
    public SourceWriter(NamespaceAliases aliases) => _aliases = aliases;

    /// <summary>Level of the lines that follow.</summary>
    public int Indentation { get; set; }

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes one or more lines.</summary>
    /// <param name="_">The template; by the time of the call all of it is written.</param>
    public void WriteLine([InterpolatedStringHandlerArgument("")] SourceTemplate _) => EndLine();

    /// <summary>Opens a block.</summary>
    public void Open()
    {
        WriteLine($"{{");
        Indentation++;
    }

    /// <summary>Closes the block that was opened last.</summary>
    public void Close()
    {
        Indentation--;
        WriteLine($"}}");
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
            _text.Append("/// ").Append(content, from, to - from);
            EndLine();
            from = to + 1;
        }

        WriteLine($"/// </{end}>");
    }

    /// <summary>Writes lines before everything else.</summary>
    public void Insert(string lines) => _text.Insert(0, lines);

    /// <summary>Everything written so far.</summary>
    public override string ToString() => _text.ToString();

    private void StartLine()
    {
        _text.Append(' ', Indentation * SpacesPerLevel);
        _isLineStarted = true;
    }

    private void EndLine()
    {
        if (_text.Length > OutputSize.Maximum)
        {
            throw new OutputTooLargeException();
        }

        _text.Append('\n');
        _isLineStarted = false;
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
        if (text.IndexOf(CSharpText.Root, from, length) < 0)
        {
            _text.Append(text, from, length);
        }
        else
        {
            _aliases.Append(_text, length == text.Length ? text : text.Substring(from, length));
        }
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
