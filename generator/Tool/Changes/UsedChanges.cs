using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;

namespace ClerkGen.Tool.Changes;

/// <summary>Keeps the changes that concern a project. A change that is tied to no member concerns every project.</summary>
internal static class UsedChanges
{
    /// <summary>The changes that concern a project.</summary>
    public static IReadOnlyList<Change> Of(IReadOnlyList<Change> changes, ProjectUse use, EmittedClient old, EmittedClient current)
    {
        IReadOnlySet<string> oldTypes = use.TypesOf(old);
        IReadOnlySet<string> newTypes = use.TypesOf(current);
        Dictionary<string, EmittedOperation[]> groups = old.Operations.Concat(current.Operations).GroupBy(static operation => operation.Group.Type, StringComparer.Ordinal)
            .ToDictionary(static operations => operations.Key, static operations => operations.ToArray(), StringComparer.Ordinal);
        return [.. changes.Where(Concerns)];

        bool Concerns(Change change)
        {
            ApiMember[] members = [.. change.Before, .. change.After];
            return (members.Length == 0 && change.Types.Count == 0) || change.Types.Any(oldTypes.Contains) || change.Before.Any(IsUsed) || (change.Before.Count == 0 && change.After.Any(IsUsedNew));
        }

        bool IsUsed(ApiMember member) => groups.TryGetValue(member.Type, out EmittedOperation[]? operations) ? IsCalled(operations, member) : oldTypes.Contains(member.Type);

        bool IsUsedNew(ApiMember member) => groups.TryGetValue(member.Type, out EmittedOperation[]? operations) ? IsCalled(operations, member) : newTypes.Contains(member.Type);

        bool IsCalled(EmittedOperation[] operations, ApiMember member) => use.Names(member.Name)
            && Array.Exists(operations, operation => use.Uses(operation) && OperationComparison.Methods(old.Surface, operation).Contains(member));
    }
}
