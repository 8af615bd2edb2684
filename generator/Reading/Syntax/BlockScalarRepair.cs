using System.Text;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// YAML forbids a block scalar whose leading blank lines have more spaces than its text is indented by (section 8.1.1.1). YamlDotNet also
/// rejects fewer spaces. Editors leave such lines behind, and other tools read them. This takes those spaces away, which changes no value,
/// and remembers how many, so that offsets stay true.
/// </summary>
internal sealed class BlockScalarRepair
{
    private readonly string _text;
    private readonly List<(int At, int Removed)> _cuts = [];
    private StringBuilder? _repaired;
    private int _copied;
    private int _removed;

    private BlockScalarRepair(string text) => _text = text;

    /// <summary>The text to parse.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Looks through a text; one without such lines stays the same string.</summary>
    public static BlockScalarRepair Repair(string text)
    {
        BlockScalarRepair repair = new(text);
        repair.Scan();
        repair.Text = repair._repaired is { } repaired ? repaired.Append(text, repair._copied, text.Length - repair._copied).ToString() : text;
        return repair;
    }

    /// <summary>The offset in the original text of an offset in <see cref="Text"/>.</summary>
    public int ToOriginal(int offset)
    {
        int low = 0, high = _cuts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_cuts[middle].At <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? offset : offset + _cuts[low - 1].Removed;
    }

    private void Scan()
    {
        // Inside a block scalar every line is text until one is indented no deeper than the line that began it.
        int blockIndent = -1;
        bool isAtStart = false;
        for (int start = 0; start < _text.Length;)
        {
            int end = _text.IndexOf('\n', start);
            end = end < 0 ? _text.Length : end;
            int content = start;
            while (content < end && _text[content] == ' ')
            {
                content++;
            }

            bool isBlank = content == end || (_text[content] == '\r' && content + 1 == end);
            if (isBlank)
            {
                if (isAtStart && content > start)
                {
                    Cut(start, content);
                }
            }
            else
            {
                int indent = content - start;
                isAtStart = false;
                if (blockIndent < 0 || indent <= blockIndent)
                {
                    blockIndent = BeginsBlock(content, end, out isAtStart) ? indent : -1;
                }
            }

            start = end + 1;
        }
    }

    // An indicator for chomping may follow, and one for the indentation, which leaves nothing to detect.
    private bool BeginsBlock(int start, int end, out bool detectsIndentation)
    {
        int last = end - 1;
        while (last > start && _text[last] is ' ' or '\t' or '\r')
        {
            last--;
        }

        detectsIndentation = true;
        for (int i = 0; i < 2 && last > start && _text[last] is '-' or '+' or (>= '1' and <= '9'); i++)
        {
            detectsIndentation &= _text[last--] is '-' or '+';
        }

        bool begins = last >= start && _text[last] is '|' or '>' && (last == start || _text[last - 1] is ' ' or '\t');
        detectsIndentation &= begins;
        return begins;
    }

    private void Cut(int start, int end)
    {
        _repaired ??= new StringBuilder(_text.Length);
        _repaired.Append(_text, _copied, start - _copied);
        _copied = end;
        _removed += end - start;
        _cuts.Add((_repaired.Length, _removed));
    }
}
