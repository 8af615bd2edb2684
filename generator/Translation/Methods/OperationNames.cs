using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Methods;

/// <summary>Names groups and methods. All at once, so that the order of the document decides nothing.</summary>
internal sealed class OperationNames(TranslationContext context)
{
    private const string Class = "Operations";

    /// <summary>Names operations.</summary>
    /// <param name="sources">All that are emitted, in an order that does not depend on the document's.</param>
    public List<NamedOperation> Name(List<OperationSource> sources)
    {
        OperationIds ids = new(sources);
        Dictionary<OperationSource, string> stems = ChooseTypeStems(sources, ids);
        GroupNames groupNames = new(sources);
        SortedDictionary<string, List<OperationSource>> groups = new(StringComparer.OrdinalIgnoreCase);
        foreach (OperationSource source in sources)
        {
            string name = groupNames.Of(source);
            if (!groups.TryGetValue(name, out List<OperationSource>? members))
            {
                groups.Add(name, members = []);
            }

            members.Add(source);
        }

        Dictionary<string, string> chosenTypes = ChosenTypes();
        List<NamedOperation> named = [];
        UniqueNames properties = Scope(StringComparer.Ordinal);
        properties.Reserve(ReservedNames.OfClient);
        properties.Reserve(context.Options.ClientName);
        foreach (KeyValuePair<string, List<OperationSource>> pair in groups)
        {
            string name = pair.Key;
            string? chosen = chosenTypes.TryGetValue(name, out string? type) ? type : null;
            string property = chosen is null ? properties.Take(name, name + "Group") : properties.Take(PropertyOf(chosen), name, name + "Group");
            MethodNames methods = new(context, ids, new OperationGroup(name, property) { ChosenType = chosen }, pair.Value, stems);
            named.AddRange(methods.Choose(Scope(StringComparer.OrdinalIgnoreCase)));
        }

        return named;
    }

    // A schema of the same name comes first.
    private Dictionary<string, string> ChosenTypes()
    {
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        foreach (UserTypeNames names in context.Facts.Names)
        {
            if (names.WireName is { } wireName && !names.IsEnum && context.Document.Components?.Schemas?.ContainsKey(wireName) != true
                && Identifiers.Pascal(wireName, "") is var group && !types.ContainsKey(group))
            {
                types.Add(group, names.Type);
            }
        }

        return types;
    }

    private static string PropertyOf(string type) =>
        type.Length > Class.Length && type.EndsWith(Class, StringComparison.Ordinal) ? type.Substring(0, type.Length - Class.Length) : type;

    private UniqueNames Scope(StringComparer comparer) => new(comparer, context.Budget, Identifiers.Join);

    private Dictionary<OperationSource, string> ChooseTypeStems(List<OperationSource> sources, OperationIds ids)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        HashSet<string> whole = new(StringComparer.OrdinalIgnoreCase);
        foreach (OperationSource source in sources)
        {
            if (source.Id is { } id)
            {
                counts[id] = counts.TryGetValue(id, out int count) ? count + 1 : 1;
                whole.Add(Identifiers.Pascal(id, "Operation"));
            }
        }

        List<string[]> candidates = [];
        foreach (OperationSource source in sources)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            string[] made = [PathStem.Of(source, isComplete: false), PathStem.Of(source, isComplete: true)];
            if (source.Id is { } id && counts[id] > 1)
            {
                context.Diagnostics.Report(DiagnosticDescriptors.DuplicateOperationId, source.Pointer, id);
            }

            // A part of an id is no name for one operation when it is the whole id of another.
            string[] told = ids.TypeStemOf(source) is { } stem && !whole.Contains(stem) ? [stem] : [];
            candidates.Add(source.Id is null ? made : [.. told, Identifiers.Pascal(source.Id, "Operation"), .. made]);
        }

        string[] stems = NameChoice.Choose(candidates, Scope(StringComparer.OrdinalIgnoreCase));
        Dictionary<OperationSource, string> chosen = [];
        for (int i = 0; i < stems.Length; i++)
        {
            chosen.Add(sources[i], stems[i]);
        }

        return chosen;
    }
}
