using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;

namespace ClerkGen.Tool.Changes;

/// <summary>Collects changes, each once.</summary>
/// <param name="old">The client of the old document.</param>
/// <param name="current">The client of the new document.</param>
internal sealed class ChangeList(EmittedClient old, EmittedClient current)
{
    private readonly Dictionary<string, Change> _changes = new(StringComparer.Ordinal);

    /// <summary>The changes, in the order in which they were found.</summary>
    public IEnumerable<Change> Items => _changes.Values;

    /// <summary>Adds a change, unless it is there already.</summary>
    public void Add(
        string kind, string subject, string detail, string? oldPointer, string? newPointer, ApiMember?[]? before = null, ApiMember?[]? after = null, string[]? types = null)
    {
        Change change = new(ChangeKinds.Get(kind), subject, detail, oldPointer, newPointer)
        {
            Before = [.. (before ?? []).OfType<ApiMember>()],
            After = [.. (after ?? []).OfType<ApiMember>()],
            Types = types ?? [],
        };
        if (_changes.TryGetValue(change.Id, out Change? known))
        {
            _changes[change.Id] = known with { Before = [.. known.Before.Union(change.Before)], After = [.. known.After.Union(change.After)], Types = [.. known.Types.Union(change.Types)] };
            return;
        }

        _changes.Add(change.Id, change with
        {
            OldPosition = oldPointer is null ? null : old.Wire.Locate(oldPointer),
            NewPosition = newPointer is null ? null : current.Wire.Locate(newPointer),
        });
    }
}
