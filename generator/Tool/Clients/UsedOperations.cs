using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Clients;

/// <summary>The operations that a project uses, and their credentials.</summary>
/// <param name="Ids">HTTP methods and paths.</param>
/// <param name="Credentials">Schemes, with their scopes, in ordinal order.</param>
internal sealed record UsedOperations(IReadOnlySet<(string Method, string Path)> Ids, IReadOnlyList<string> Credentials)
{
    /// <summary>Finds them.</summary>
    public static UsedOperations Of(EmittedClient client, ProjectUse use)
    {
        WireOperation[] used = [.. client.Wire.Operations.Where(wire => client.Find(wire) is { } operation && use.Uses(operation))];
        return new UsedOperations(
            used.Select(static operation => (operation.Method, operation.Path)).ToHashSet(),
            [.. used.SelectMany(static operation => operation.Security).Where(static requirement => requirement.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
