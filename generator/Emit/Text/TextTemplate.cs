using System.Globalization;
using System.Runtime.CompilerServices;

namespace ClerkGen.Generator.Emit.Text;

/// <summary>
/// The compiler turns the template of <see cref="CSharpText.Of"/> into calls of this. Its holes only take <see cref="CSharpText"/> and numbers,
/// and what is between them is a constant, so that a string of the document that went through no sink does not compile.
/// </summary>
[InterpolatedStringHandler]
internal ref struct TextTemplate
{
    private const int ShortestBuffer = 256;
    private const int LongestSpare = 1 << 14;

    // Holes are templates in turn, so that several are in use at once.
    [ThreadStatic]
    private static Stack<char[]>? t_spare;

    // The only piece so far needs no copy.
    private string _only = "";
    private char[]? _text;
    private int _length;

#pragma warning disable IDE0060 // The compiler passes both counts.
    public TextTemplate(int literalLength, int formattedCount)
    {
    }
#pragma warning restore IDE0060

    public void AppendLiteral(string text) => Append(text);

    public void AppendFormatted(CSharpText text) => Append(text.ToString());

    public void AppendFormatted(int number) => Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text; nothing can be appended any more.</summary>
    public string Finish()
    {
        if (_text is null)
        {
            return _only;
        }

        string text = new(_text, 0, _length);
        if (_text.Length <= LongestSpare)
        {
            t_spare!.Push(_text);
        }

        _text = null;
        return text;
    }

    private void Append(string text)
    {
        if (_text is not null)
        {
            Copy(text);
        }
        else if (_only.Length == 0)
        {
            _only = text;
        }
        else if (text.Length > 0)
        {
            t_spare ??= new Stack<char[]>();
            _text = t_spare.Count > 0 ? t_spare.Pop() : new char[ShortestBuffer];
            Copy(_only);
            Copy(text);
        }
    }

    private void Copy(string text)
    {
        if (_length + text.Length > _text!.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }
}
