using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClerkGen.Generator.Reading;

/// <summary>
/// Reads YAML 1.2 text by the core schema from YamlDotNet's parser events. Aliased nodes are shared: they cost nothing until somebody
/// writes them out.
/// </summary>
internal sealed class YamlTextReader
{
    private const string MergeKey = "<<";

    private readonly ReadContext _context;
    private readonly SourceFile _file;
    private readonly Parser _parser;
    private readonly PointerStack _pointer = new();
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentNode> _open = [];

    private YamlTextReader(SourceFile file, string text, ReadContext context)
    {
        _file = file;
        _context = context;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads the first document of a text; null when there is none.</summary>
    /// <exception cref="DocumentSyntaxException">The text is not YAML, or goes over a limit.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode? Read(SourceFile file, ReadContext context)
    {
        YamlTextReader reader = new(file, file.Content, context);
        try
        {
            return reader.ReadStream();
        }
        catch (YamlException exception)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.InvalidSyntax, $"This is not YAML. {exception.Message}", Offset(exception.Start));
        }
    }

    private static int Offset(in Mark mark) => (int)mark.Index;

    private DocumentNode? ReadStream()
    {
        _parser.MoveNext();
        Advance();
        if (_parser.Current is not DocumentStart)
        {
            return null;
        }

        Advance();
        DocumentNode root = ReadNode(1);
        Advance();
        if (_parser.Current is DocumentStart second)
        {
            _context.Report(
                ReadDiagnosticKind.SecondDocument, "", _file, Offset(second.Start), 3, "The file holds a second YAML document; only the first one is read.");
            while (_parser.MoveNext())
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
            }
        }

        return root;
    }

    private void Advance() => _parser.MoveNext();

    // Reads the node at the current event and leaves the parser on the event after it.
    private DocumentNode ReadNode(int depth)
    {
        ParsingEvent current = _parser.Current!;
        int start = Offset(current.Start);
        _context.Visit(start);
        switch (current)
        {
            case Scalar scalar:
                ScalarNode node = YamlScalars.Resolve(scalar, _file, start);
                Remember(scalar.Anchor, node);
                Advance();
                return node;
            case MappingStart mapping:
                _context.CheckDepth(depth, start);
                return ReadMapping(mapping, start, depth);
            case SequenceStart sequence:
                _context.CheckDepth(depth, start);
                return ReadSequence(sequence, start, depth);
            case AnchorAlias alias:
                Advance();
                return FindAnchor(alias, start);
            default:
                throw new DocumentSyntaxException(ReadDiagnosticKind.InvalidSyntax, "This is not YAML. A node was expected.", start);
        }
    }

    private ObjectNode ReadMapping(MappingStart mapping, int start, int depth)
    {
        ObjectNode node = new(_file, start);
        Remember(mapping.Anchor, node);
        _open.Add(node);
        Advance();
        while (_parser.Current is not MappingEnd)
        {
            int keyStart = Offset(_parser.Current!.Start);
            int keyLength = Offset(_parser.Current.End) - keyStart;
            if (ReadNode(depth + 1) is not ScalarNode key)
            {
                _context.Report(
                    ReadDiagnosticKind.UnusualYaml, _pointer.ToString(), _file, keyStart, 1, "A collection cannot be a key; the member is left out.");
                ReadNode(depth + 1);
                continue;
            }

            _pointer.Push(key.Text);
            DocumentNode value = ReadNode(depth + 1);
            if (!node.Set(new Member(key.Text, value, _file, keyStart, keyLength)))
            {
                _context.Report(
                    ReadDiagnosticKind.DuplicateKey, _pointer.ToString(), _file, keyStart, keyLength, $"'{key.Text}' stands twice in one mapping; the last one counts.");
            }

            _pointer.Pop();
        }

        _open.Remove(node);
        Advance();
        return node;
    }

    private ArrayNode ReadSequence(SequenceStart sequence, int start, int depth)
    {
        ArrayNode node = new(_file, start);
        Remember(sequence.Anchor, node);
        _open.Add(node);
        Advance();
        while (_parser.Current is not SequenceEnd)
        {
            _pointer.Push(node.Items.Count);
            node.Items.Add(ReadNode(depth + 1));
            _pointer.Pop();
        }

        _open.Remove(node);
        Advance();
        return node;
    }

    private void Remember(AnchorName anchor, DocumentNode node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private DocumentNode FindAnchor(AnchorAlias alias, int start)
    {
        int length = Offset(alias.End) - start;
        if (!_anchors.TryGetValue(alias.Value.Value, out DocumentNode? node))
        {
            _context.Report(
                ReadDiagnosticKind.InvalidAlias, _pointer.ToString(), _file, start, length, $"No anchor '{alias.Value.Value}' stands before this alias; it counts as null.");
        }
        else if (_open.Contains(node))
        {
            _context.Report(
                ReadDiagnosticKind.InvalidAlias, _pointer.ToString(), _file, start, length, $"The alias '{alias.Value.Value}' lies inside the node that it names; it counts as null.");
        }
        else
        {
            return node;
        }

        return new ScalarNode(ScalarKind.Null, "null", _file, start, length);
    }
}
