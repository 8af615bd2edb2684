
namespace ClerkGen.Tool.Tests.Changes;

/// <summary>A change of a document, and what it must be taken for.</summary>
/// <param name="Kinds">Ids of the changes, the expected one first.</param>
/// <param name="Old">The old document.</param>
/// <param name="New">The new document.</param>
public sealed record ChangeCase(string Kinds, string Old, string New)
{
    /// <summary>Ids of the changes from the new document to the old one.</summary>
    public string? Back { get; init; }

    /// <summary>Statements that compile against the old client.</summary>
    public string? Caller { get; init; }

    /// <summary>The compiler's diagnostics of them against the new client: ids, or empty for none.</summary>
    public string Errors { get; init; } = "";

    public override string ToString() => Kinds.Length == 0 ? "silent" : Kinds;
}
