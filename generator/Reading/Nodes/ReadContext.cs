using System.Diagnostics.CodeAnalysis;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;

namespace ClerkGen.Generator.Reading.Nodes;

/// <summary>Shared by all stages of one reading: limits, work and diagnostics so far.</summary>
internal sealed class ReadContext(ReadLimits limits, WorkBudget budget)
{
    private readonly List<ReadDiagnostic> _diagnostics = [];
    private readonly DiagnosticLimit _limit = new();
    private readonly Dictionary<DocumentNode, string> _anchors = [];
    private readonly Dictionary<string, int> _saidOnce = new(StringComparer.Ordinal);
    private Dictionary<string, List<int>>? _saidOfText;
    private int _partsWithoutEffect;
    private int _visits;
    private int _read;
    private int _written;

    /// <summary>The limits of this reading.</summary>
    public ReadLimits Limits { get; } = limits;

    /// <summary>The work of the document so far.</summary>
    public WorkBudget Budget { get; } = budget;

    /// <summary>The compiler's wish to stop.</summary>
    public CancellationToken CancellationToken => Budget.CancellationToken;

    /// <summary>How many nodes the texts have that were read so far.</summary>
    public int NodesRead => _read;

    /// <summary>How many characters the texts have that were read so far.</summary>
    public long CharactersRead { get; private set; }

    /// <summary>Whether diagnostics were dropped.</summary>
    public bool IsCut => _limit.IsExceeded;

    /// <summary>The diagnostics found so far, in the order in which they were found.</summary>
    public IReadOnlyList<ReadDiagnostic> Diagnostics => _diagnostics;

    /// <summary>Counts a node that a stage looks at.</summary>
    /// <exception cref="DocumentSyntaxException">The document asks for more work than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Visit(SourceFile file, int start)
    {
        Budget.Spend();
        if (++_visits > Limits.NodeVisits)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"The document has more than {Limits.NodeVisits} nodes.", file, start);
        }
    }

    /// <summary>Counts a text.</summary>
    public void Read(SourceFile file) => CharactersRead += file.Text.Length;

    /// <summary>Counts a node of a text.</summary>
    /// <exception cref="DocumentSyntaxException">The document has more nodes than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Read(SourceFile file, int start)
    {
        _read++;
        Visit(file, start);
    }

    /// <summary>Counts a node that comes into being after the texts were read. Normalising and building each write a document once; what
    /// goes beyond that are aliases.</summary>
    /// <exception cref="DocumentSyntaxException">The document grows by its aliases more than the limit allows.</exception>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public void Write(SourceFile file, int start)
    {
        Visit(file, start);
        if (++_written - (2 * _read) > Limits.AliasedNodes)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"YAML aliases and overlay copies expand to more than {Limits.AliasedNodes} nodes.", file, start);
        }
    }

    /// <summary>Notes that a node has several places, because a YAML alias names it.</summary>
    public void NoteAlias(DocumentNode node, string anchor) => _anchors[node] = anchor;

    /// <summary>The anchor of a node with several places.</summary>
    public bool TryGetAnchor(DocumentNode node, [NotNullWhen(true)] out string? anchor) => _anchors.TryGetValue(node, out anchor);

    /// <summary>Refuses a collection that lies too deep.</summary>
    /// <exception cref="DocumentSyntaxException">The depth is over the limit.</exception>
    public void CheckDepth(int depth, SourceFile file, int start)
    {
        if (depth > Limits.Depth)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"Collections are nested more than {Limits.Depth} levels deep.", file, start);
        }
    }

    /// <summary>Refuses a part to which names lead that are too long together.</summary>
    /// <exception cref="DocumentSyntaxException">The names are longer than the limit.</exception>
    public void CheckWay(PointerStack way, SourceFile file, int start)
    {
        if (way.Length > Limits.WayLength)
        {
            throw new DocumentSyntaxException(
                ReadDiagnosticKind.LimitExceeded, $"The names on the path to this node have more than {Limits.WayLength} characters.", file, start);
        }
    }

    /// <summary>Whether a name is short enough; when it is not, the member is left out, which is reported.</summary>
    public bool CheckName(string name, PointerStack parent, SourceFile file, int start)
    {
        if (name.Length <= Limits.NameLength)
        {
            return true;
        }

        string message = $"The name of this member has more than {Limits.NameLength} characters. The member is skipped.";
        Report(ReadDiagnosticKind.UnreadablePart, parent.ToString(), file, start, 1, message);
        return false;
    }

    /// <summary>Notes a diagnostic, unless there are enough already.</summary>
    public void Report(ReadDiagnosticKind kind, string pointer, SourceFile file, int start, int length, string message)
    {
        ReadDiagnosticKind counted = _partsWithoutEffect > 0 ? ReadDiagnosticKind.PartWithoutEffect : kind;
        if (_limit.TryAdd(DiagnosticDescriptors.Of(counted)))
        {
            _diagnostics.Add(new ReadDiagnostic(counted, pointer, file.Locate(start, length), message));
        }
    }

    /// <summary>From here to the end of the scope, flaws are those of a part that is never emitted; so are those that its text has.</summary>
    public PartScope EnterPartWithoutEffect(PointerStack pointer)
    {
        // Readers of text do not know the meaning of a part yet. Most documents have no such diagnostic.
        _saidOfText ??= SaidOfText();
        if (_saidOfText.Count > 0 && _saidOfText.TryGetValue(pointer.ToString(), out List<int>? said))
        {
            foreach (int index in said)
            {
                _diagnostics[index] = _diagnostics[index] with { Kind = ReadDiagnosticKind.PartWithoutEffect };
            }
        }

        return new PartScope(this);
    }

    // Diagnostics from before any part was examined, by their place and each place around it.
    private Dictionary<string, List<int>> SaidOfText()
    {
        Dictionary<string, List<int>> said = new(StringComparer.Ordinal);
        for (int i = 0; i < _diagnostics.Count; i++)
        {
            string pointer = _diagnostics[i].Pointer;
            if (_diagnostics[i].Kind is not (ReadDiagnosticKind.DuplicateKey or ReadDiagnosticKind.UnusualYaml or ReadDiagnosticKind.InvalidAlias))
            {
                continue;
            }

            for (int end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
            {
                string place = pointer.Substring(0, end);
                if (!said.TryGetValue(place, out List<int>? indexes))
                {
                    said.Add(place, indexes = []);
                }

                indexes.Add(i);
            }
        }

        return said;
    }

    /// <summary>Notes a diagnostic that represents all places with its key. Only the first is reported.</summary>
    public void ReportOnce(ReadDiagnosticKind kind, string key, string pointer, SourceFile file, int start, int length, string message)
    {
        if (!_saidOnce.ContainsKey(key))
        {
            _saidOnce.Add(key, _diagnostics.Count);
            Report(kind, pointer, file, start, length, message);
        }
    }

    /// <summary>Notes what ended the reading of a text.</summary>
    public void Report(DocumentSyntaxException exception) =>
        Report(exception.Kind, "", exception.File, exception.Start, exception.Length, exception.Message);

    /// <summary>Removes the diagnostics after the given number, because the attempt they belong to was abandoned.</summary>
    public void Discard(int from)
    {
        for (int i = _diagnostics.Count - 1; i >= from; i--)
        {
            _limit.Remove(DiagnosticDescriptors.Of(_diagnostics[i].Kind));
            _diagnostics.RemoveAt(i);
        }

        foreach (string key in _saidOnce.Where(said => said.Value >= from).Select(static said => said.Key).ToArray())
        {
            _saidOnce.Remove(key);
        }
    }

    /// <summary>Notes a diagnostic at a node.</summary>
    public void Report(ReadDiagnosticKind kind, string pointer, DocumentNode node, string message) =>
        Report(kind, pointer, node.File, node.Start, node.Length, message);

    /// <summary>Ends with the part that is never emitted. The default is of no such part.</summary>
    internal readonly struct PartScope : IDisposable
    {
        private readonly ReadContext? _context;

        internal PartScope(ReadContext context)
        {
            _context = context;
            context._partsWithoutEffect++;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_context is not null)
            {
                _context._partsWithoutEffect--;
            }
        }
    }
}
