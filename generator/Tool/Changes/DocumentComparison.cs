using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;

namespace ClerkGen.Tool.Changes;

/// <summary>Finds the effects of a new document on programs of the old one.</summary>
internal static class DocumentComparison
{
    /// <summary>All changes, each once: first those that compile but behave differently, then by level, then by place.</summary>
    /// <param name="old">The client of the old document.</param>
    /// <param name="current">The client of the new document.</param>
    /// <param name="parts">Partial types of the project that uses the client, when there is one.</param>
    public static IReadOnlyList<Change> Compare(EmittedClient old, EmittedClient current, IReadOnlyList<ProjectPart>? parts = null)
    {
        ChangeList changes = new(old, current);
        SchemaComparison schemas = new(old, current, changes);
        (IReadOnlyList<OperationPair> pairs, IReadOnlyList<WireOperation> gone, IReadOnlyList<WireOperation> added) = OperationPair.Match(old, current);
        foreach (OperationPair pair in pairs)
        {
            new OperationComparison(old, current, changes, schemas, pair).Compare();
        }

        foreach (WireOperation operation in gone)
        {
            EmittedOperation methods = old.Find(operation)!;
            changes.Add(
                operation is { IsDeprecated: true, Sunset: not null } ? "O04" : "O03", Name(operation), $"{operation.Method} {operation.Path}", operation.Pointer, null,
                [.. OperationComparison.Methods(old.Surface, methods), .. GroupOf(old, current, methods)], [], current.Surface.Find(methods.Group.Type) is null ? [methods.Group.Type] : []);
            Use(operation, schemas.OldComponents);
        }

        foreach (WireOperation operation in added)
        {
            EmittedOperation methods = current.Find(operation)!;
            changes.Add("O01", Name(operation), $"{operation.Method} {operation.Path}", null, operation.Pointer, [], OperationComparison.Methods(current.Surface, methods));
            Use(operation, schemas.NewComponents);
        }

        new WholeComparison(old, current, changes, schemas).Compare(pairs);
        schemas.Compare();
        new CustomisationComparison(old, current, changes).Compare(parts ?? []);
        new NameComparison(old, current, changes, schemas).Compare();
        return [.. changes.Items.Where(static change => change.Kind.Level > ChangeLevel.Silent)
            .OrderByDescending(static change => change.Kind.IsHidden)
            .ThenByDescending(static change => change.Kind.Level)
            .ThenBy(static change => Rank(change.Kind.Id))
            .ThenBy(static change => change.Subject, StringComparer.Ordinal)
            .Select(change => Written(change))];
    }

    // The whole first, then operations, then their parts, then names.
    private static int Rank(string id) => id == "G07" ? 0 : id == "R06" ? 1 : "GOPRANC".IndexOf(id[0], StringComparison.Ordinal) + 2;

    private static string Name(WireOperation operation) => operation.Id ?? $"{operation.Method} {operation.Path}";

    private static ApiMember?[] GroupOf(EmittedClient old, EmittedClient current, EmittedOperation methods) => current.Surface.Find(methods.Group.Type) is null
        ? [old.Surface.Find(old.Name)?.Find(methods.Group.Property)]
        : [];

    private static void Use(WireOperation operation, HashSet<string> components)
    {
        foreach (string schema in operation.Parameters.Select(static parameter => parameter.Schema)
            .Concat((operation.Body?.Contents ?? []).Select(static content => content.Schema).OfType<string>())
            .Concat(operation.Responses.SelectMany(static response => response.Contents).Select(static content => content.Schema).OfType<string>()))
        {
            SchemaComparison.Use(operation.Document, schema, components);
        }
    }

    // The C# is written last: equal declarations on both sides are no difference.
    private static Change Written(Change change)
    {
        string[] before = [.. change.Before.Select(Line).Distinct()];
        string[] after = [.. change.After.Select(Line).Distinct()];
        string[] same = [.. before.Intersect(after, StringComparer.Ordinal)];
        return change with { CSharpBefore = [.. before.Except(same, StringComparer.Ordinal)], CSharpAfter = [.. after.Except(same, StringComparer.Ordinal)] };

        static string Line(ApiMember member) => member.Name is ".ctor" or "implicit" or "explicit" ? member.Text : $"{member.Type}: {member.Text}";
    }
}
