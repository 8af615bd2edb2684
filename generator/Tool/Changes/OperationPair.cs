using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>An operation of the old document and the same of the new.</summary>
internal sealed record OperationPair(WireOperation Old, WireOperation New, EmittedOperation? OldMethods, EmittedOperation? NewMethods)
{
    /// <summary>Its name in reports.</summary>
    public string Subject => New.Id ?? $"{New.Method} {New.Path}";

    /// <summary>Pairs operations by id, then by method and route, then by route where one method took another's place.</summary>
    public static (IReadOnlyList<OperationPair> Pairs, IReadOnlyList<WireOperation> Gone, IReadOnlyList<WireOperation> Added) Match(EmittedClient old, EmittedClient current)
    {
        List<WireOperation> gone = [.. old.Wire.Operations.Where(operation => old.Find(operation) is not null)];
        List<WireOperation> added = [.. current.Wire.Operations.Where(operation => current.Find(operation) is not null)];
        List<OperationPair> pairs = [];
        Take(static operation => operation.Id is { } id && !operation.Document.RepeatedIds.Contains(id) ? id : null);
        Take(static operation => $"{operation.Method} {operation.Route}");
        Take(static operation => operation.Id?.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant());
        return (pairs, gone, added);

        void Take(Func<WireOperation, string?> key)
        {
            Dictionary<string, WireOperation> byKey = new(StringComparer.Ordinal);
            foreach (WireOperation operation in added)
            {
                if (key(operation) is { } name)
                {
                    byKey.TryAdd(name, operation);
                }
            }

            foreach (WireOperation operation in gone.ToArray())
            {
                if (key(operation) is { } name && byKey.Remove(name, out WireOperation? other))
                {
                    pairs.Add(new OperationPair(operation, other, old.Find(operation), current.Find(other)));
                    gone.Remove(operation);
                    added.Remove(other);
                }
            }
        }
    }
}
