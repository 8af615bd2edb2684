using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClerkGen.Generator.Reading.Syntax;

/// <summary>
/// Reads YAML 1.2 text by the core schema from YamlDotNet's parser events. Aliased nodes are shared. They cost
/// nothing until they are written out.
/// </summary>
internal sealed class YamlTextReader
{
    private const string MergeKey = "<<";

    private readonly ReadContext _context;
    private readonly SourceFile _file;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly PointerStack _pointer = new();
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentNode> _open = [];

    private readonly BlockScalarRepair _repair;

    private YamlTextReader(SourceFile file, ReadContext context)
    {
        _file = file;
        _context = context;
        _repair = BlockScalarRepair.Repair(file.Content);
        _scanner = new Scanner(new StringReader(_repair.Text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads the first document of a text; null when there is none.</summary>
    /// <exception cref="DocumentSyntaxException">The text is not YAML, or goes over a limit.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static DocumentNode? Read(SourceFile file, ReadContext context)
    {
        YamlTextReader reader = new(file, context);
        Exception failure;
        try
        {
            return reader.ReadStream();
        }
        catch (YamlException exception)
        {
            failure = exception;
        }
        catch (InvalidOperationException exception)
        {
            // The scanner's own handling of some collections whose lines are not indented.
            failure = exception;
        }

        // Handlers run on top of the frames that threw; by now these are gone.
        throw new DocumentSyntaxException(
            ReadDiagnosticKind.InvalidSyntax,
            failure is YamlException ? $"This is not YAML. {failure.Message}" : "This is not YAML.",
            file,
            reader.Offset(reader.PlaceOf(failure)));
    }

    // A tab in front of a key stops the scanner, which then names the start of what surrounds it, or no place at all.
    private Mark PlaceOf(Exception failure)
    {
        int stop = (int)_scanner.CurrentPosition.Index;
        bool isTab = stop < _repair.Text.Length && _repair.Text[stop] == '\t';
        return failure is not YamlException { Start: var start, End: var end } ? _parser.Current?.Start ?? Mark.Empty
            : isTab || end.Index == 0 ? _scanner.CurrentPosition
            : start;
    }

    private int Offset(in Mark mark) => _repair.ToOriginal((int)mark.Index);

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
                ReadDiagnosticKind.SecondDocument, "", _file, Offset(second.Start), 3, "The file contains a second YAML document. Only the first one is read.");
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
        _context.Read(_file, start);
        switch (current)
        {
            case Scalar scalar:
                ScalarNode node = ReadScalar(scalar, start);
                if (!scalar.Anchor.IsEmpty)
                {
                    _anchors[scalar.Anchor.Value] = node;
                }

                Advance();
                return node;
            case MappingStart mapping:
                _context.CheckDepth(depth, _file, start);
                return ReadMapping(mapping, start, depth);
            case SequenceStart sequence:
                _context.CheckDepth(depth, _file, start);
                return ReadSequence(sequence, start, depth);
            case AnchorAlias alias:
                Advance();
                return FindAnchor(alias, start);
            default:
                throw new DocumentSyntaxException(ReadDiagnosticKind.InvalidSyntax, "This is not YAML. A node was expected.", _file, start);
        }
    }

    private ObjectNode ReadMapping(MappingStart mapping, int start, int depth)
    {
        ObjectNode node = new(_file, start);
        Open(mapping.Anchor, node);
        CheckTag(mapping.Tag, "tag:yaml.org,2002:map", start);
        List<DocumentNode>? merged = null;
        Advance();
        while (_parser.Current is not MappingEnd)
        {
            int keyStart = Offset(_parser.Current!.Start);
            int keyLength = Offset(_parser.Current.End) - keyStart;
            if (ReadNode(depth + 1) is not ScalarNode key)
            {
                _context.Report(
                    ReadDiagnosticKind.UnusualYaml, _pointer.ToString(), _file, keyStart, 1,
                    "A collection cannot be a key. The member is skipped.");
                ReadNode(depth + 1);
                continue;
            }

            string name = key.Written;
            bool isShort = _context.CheckName(name, _pointer, _file, keyStart);
            _pointer.Push(isShort ? name : "");
            DocumentNode value = ReadNode(depth + 1);
            if (name == MergeKey && key.Kind == ScalarKind.String && _file.Content[keyStart] == '<')
            {
                _context.Report(
                    ReadDiagnosticKind.UnusualYaml, _pointer.ToString(), _file, keyStart, keyLength,
                    "Merge keys are not part of YAML 1.2. The members are merged.");
                (merged ??= []).Add(value);
            }
            else if (isShort && !node.Set(new Member(name, value, _file, keyStart, keyLength)))
            {
                _context.Report(
                    ReadDiagnosticKind.DuplicateKey, _pointer.ToString(), _file, keyStart, keyLength,
                    $"The mapping contains the key '{name}' twice. The last one is used.");
            }

            _pointer.Pop();
        }

        Close(mapping.Anchor, node);
        Advance();
        foreach (DocumentNode source in merged ?? [])
        {
            Merge(source, node);
        }

        return node;
    }

    private ArrayNode ReadSequence(SequenceStart sequence, int start, int depth)
    {
        ArrayNode node = new(_file, start);
        Open(sequence.Anchor, node);
        CheckTag(sequence.Tag, "tag:yaml.org,2002:seq", start);
        Advance();
        while (_parser.Current is not SequenceEnd)
        {
            _pointer.Push(node.Items.Count);
            node.Items.Add(ReadNode(depth + 1));
            _pointer.Pop();
        }

        Close(sequence.Anchor, node);
        Advance();
        return node;
    }

    // The mapping's own members count more than merged ones, and earlier merges more than later ones.
    private void Merge(DocumentNode source, ObjectNode target)
    {
        _context.Visit(_file, target.Start);
        if (source is ArrayNode list)
        {
            foreach (DocumentNode item in list.Items)
            {
                if (item is ObjectNode)
                {
                    Merge(item, target);
                }
            }
        }
        else if (source is ObjectNode mapping)
        {
            foreach (Member member in mapping)
            {
                _context.Visit(_file, target.Start);
                if (target.IndexOf(member.Key) < 0)
                {
                    target.Set(member);
                }
            }
        }
    }

    private ScalarNode ReadScalar(Scalar scalar, int start)
    {
        int length = Math.Max(1, Offset(scalar.End) - start);
        (ScalarKind, string) resolved = scalar.Style == ScalarStyle.Plain && !YamlScalars.IsTagged(scalar.Tag)
            ? YamlScalars.ResolvePlain(scalar.Value)
            : YamlScalars.ResolveTagged(scalar.Value, scalar.Tag);
        if (YamlScalars.IsTagged(scalar.Tag) && !YamlScalars.IsKnownTag(scalar.Tag.Value))
        {
            ReportTag(scalar.Tag, start);
        }

        return YamlScalars.Node(scalar.Value, resolved, _file, start, length);
    }

    private void CheckTag(TagName tag, string expected, int start)
    {
        if (YamlScalars.IsTagged(tag) && !tag.IsNonSpecific && tag.Value != expected)
        {
            ReportTag(tag, start);
        }
    }

    private void ReportTag(TagName tag, int start) =>
        _context.Report(
            ReadDiagnosticKind.UnusualYaml, _pointer.ToString(), _file, start, 1,
            $"The tag '{tag.Value}' has no meaning in an OpenAPI document. It is ignored.");

    // An alias can only lead to a node with an anchor.
    private void Open(AnchorName anchor, DocumentNode node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
            _open.Add(node);
        }
    }

    private void Close(AnchorName anchor, DocumentNode node)
    {
        if (!anchor.IsEmpty)
        {
            _open.Remove(node);
        }
    }

    private DocumentNode FindAnchor(AnchorAlias alias, int start)
    {
        int length = Offset(alias.End) - start;
        if (!_anchors.TryGetValue(alias.Value.Value, out DocumentNode? node))
        {
            _context.Report(
                ReadDiagnosticKind.InvalidAlias, _pointer.ToString(), _file, start, length,
                $"The alias '{alias.Value.Value}' has no anchor before it. It is read as null.");
        }
        else if (_open.Contains(node))
        {
            _context.Report(
                ReadDiagnosticKind.InvalidAlias, _pointer.ToString(), _file, start, length,
                $"The alias '{alias.Value.Value}' is inside its own anchor. It is read as null.");
        }
        else
        {
            if (node is not ScalarNode)
            {
                _context.NoteAlias(node, alias.Value.Value);
            }

            return node;
        }

        return new ScalarNode(ScalarKind.Null, "null", _file, start, length);
    }
}
