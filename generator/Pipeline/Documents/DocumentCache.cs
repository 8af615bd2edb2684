using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Pipeline.Inputs;

namespace ClerkGen.Generator.Pipeline.Documents;

/// <summary>
/// Remembers what became of the documents a compiler process saw last: a compiler server sees the same one with every build, an IDE once
/// per project. Entries are found by content, never by time. Safe for concurrent use; two builds that ask at once may both do the work.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly object _lock = new();

    // The last used one is last.
    private readonly List<Entry> _entries = [];

    /// <summary>The one of this process. Sixteen clients of Clerk's size are some 100 MB at most.</summary>
    public static DocumentCache Process { get; } = new(capacity: 16);

    /// <summary>How many documents were read because they were not found.</summary>
    public int Reads { get; private set; }

    /// <summary>The output of a document.</summary>
    /// <param name="key">The document and the inputs of its translation.</param>
    /// <param name="all">All files that it may refer to.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    /// <exception cref="OperationCanceledException">The compiler wants to stop; nothing is remembered.</exception>
    public DocumentOutput Get(DocumentKey key, EquatableArray<InputFile> all, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            int index = _entries.FindIndex(entry => entry.Key.Equals(key) && entry.IsValid(all));
            if (index >= 0)
            {
                Entry found = _entries[index];
                _entries.RemoveAt(index);
                _entries.Add(found);
                return found.Output;
            }

            Reads++;
        }

        OtherFiles others = new(key.File, all);
        DocumentOutput output = DocumentGenerator.Generate(key, others, cancellationToken);
        lock (_lock)
        {
            if (_entries.Count == capacity)
            {
                _entries.RemoveAt(0);
            }

            _entries.Add(new Entry(key, others.WereRead || key.Options.Overlay is not null ? Fingerprint(all) : null, output));
        }

        return output;
    }

    private static string Fingerprint(EquatableArray<InputFile> files)
    {
        StringBuilder text = new();
        foreach (InputFile file in files)
        {
            text.Append(file.Path).Append('\n').Append(file.Checksum).Append('\n');
        }

        return text.ToString();
    }

    /// <param name="Key">The document and the inputs of its translation.</param>
    /// <param name="Others">Paths and contents of all files, when the document looked at others; else null.</param>
    /// <param name="Output">Its output.</param>
    private sealed record Entry(DocumentKey Key, string? Others, DocumentOutput Output)
    {
        public bool IsValid(EquatableArray<InputFile> all) => Others is null || Others == Fingerprint(all);
    }
}

/// <summary>A document and the inputs of its translation.</summary>
internal sealed record DocumentKey(InputFile File, DocumentOptions Options, ConsumerFacts Facts);
