using ClerkGen.Tool.Changes;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Pages;

/// <summary>Older versions of a document: since which version each operation exists, and the effects of the newest change.</summary>
internal sealed class PageHistory
{
    private readonly Dictionary<string, string> _since = new(StringComparer.Ordinal);

    private PageHistory(string changes) => Changes = changes;

    /// <summary>The effects of the newest change, as a page.</summary>
    public string Changes { get; }

    /// <summary>Compares a client with older documents.</summary>
    /// <param name="older">Older documents, the oldest first.</param>
    /// <param name="previous">The client of the newest of them.</param>
    /// <param name="current">The client.</param>
    public static PageHistory Of(IReadOnlyList<WireDocument> older, EmittedClient previous, EmittedClient current)
    {
        SuppressedChanges changes = new(DocumentComparison.Compare(previous, current), [], [], []);
        PageHistory history = new(new ChangeReport(changes, previous.Client.Path, current.Client.Path, ChangeLevel.Notice).Markdown());
        foreach (WireDocument document in older.Append(current.Wire))
        {
            foreach (WireOperation operation in document.Operations)
            {
                // Nothing is known of versions before the oldest one.
                history._since.TryAdd(Key(operation), ReferenceEquals(document, older[0]) ? "" : document.Version);
            }
        }

        return history;
    }

    /// <summary>The version in which an operation was added; empty if the oldest document has it.</summary>
    public string Since(WireOperation operation) => _since.GetValueOrDefault(Key(operation)) ?? "";

    private static string Key(WireOperation operation) => $"{operation.Method} {operation.Route}";
}
