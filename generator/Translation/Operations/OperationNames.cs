using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Naming;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation;

/// <summary>Names groups and methods. All at once, so that the order of the document decides nothing.</summary>
internal sealed class OperationNames(TranslationContext context)
{
    /// <summary>Names operations.</summary>
    /// <param name="sources">All that are emitted, in an order that does not depend on the document's.</param>
    public List<NamedOperation> Name(List<OperationSource> sources)
    {
        Dictionary<OperationSource, string> stems = ChooseTypeStems(sources);
        SortedDictionary<string, List<OperationSource>> groups = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> spellings = new(StringComparer.OrdinalIgnoreCase);
        foreach (OperationSource source in sources)
        {
            // Groups that differ in case only are one; the spelling that comes first in ordinal order counts.
            string name = OperationGroups.NameOf(source);
            if (!groups.TryGetValue(name, out List<OperationSource>? members))
            {
                groups.Add(name, members = []);
            }

            members.Add(source);
            spellings[name] = spellings.TryGetValue(name, out string? other) && string.CompareOrdinal(other, name) < 0 ? other : name;
        }

        List<NamedOperation> named = [];
        UniqueNames properties = Scope(StringComparer.Ordinal);
        properties.Reserve(ReservedNames.OfClient);
        properties.Reserve(context.Options.ClientName);
        foreach (KeyValuePair<string, List<OperationSource>> pair in groups)
        {
            string name = spellings[pair.Key];
            string property = properties.Take(name, name + "Group");
            AddGroup(new OperationGroup(name, property), pair.Value, stems, named);
        }

        return named;
    }

    private void AddGroup(OperationGroup group, List<OperationSource> sources, Dictionary<OperationSource, string> stems, List<NamedOperation> named)
    {
        // Two methods that differ in case only would be legal, and a trap.
        UniqueNames taken = Scope(StringComparer.OrdinalIgnoreCase);
        List<OperationSource> chosen = sources.FindAll(source => Chosen(source, group) is not null);
        List<OperationSource> derived = sources.FindAll(source => Chosen(source, group) is null);
        HashSet<string> whole = new(derived.ConvertAll(static source => source.Id is { } id ? Method(id) : ""), StringComparer.OrdinalIgnoreCase);
        foreach (List<OperationSource> members in new[] { chosen, derived })
        {
            string[] names = NameChoice.Choose(members.ConvertAll(source => Candidates(source, group, stems[source], whole)), taken);
            for (int i = 0; i < names.Length; i++)
            {
                if (Chosen(members[i], group) is { } wanted && Method(wanted) != names[i])
                {
                    context.Diagnostics.Report(DiagnosticDescriptors.MemberRenamed, members[i].Pointer, members[i].Title, names[i], Method(wanted));
                }

                named.Add(new NamedOperation(members[i], group, names[i], stems[members[i]]));
            }
        }
    }

    private UniqueNames Scope(StringComparer comparer) => new(comparer, context.Budget, Identifiers.Join);

    // The consumer has the last word, then the document's author.
    private string? Chosen(OperationSource source, OperationGroup group)
    {
        string type = Identifiers.Join(group.Name, "Operations");
        type = context.Facts.FindTypeName(type) ?? type;
        return (source.Id is { } id ? context.Facts.FindMemberName(type, id) : null) ?? ChosenNames.Find(source.Operation.Extensions);
    }

    // A shortened id is no name for one operation when it is the whole id of another.
    private string[] Candidates(OperationSource source, OperationGroup group, string stem, HashSet<string> whole)
    {
        List<string> candidates = [];
        if (Chosen(source, group) is { } chosen)
        {
            candidates.Add(Method(chosen));
        }

        if (source.Id is { } id)
        {
            if (OperationStem.Shorten(id, group.Name, ReturnsList(source.Operation)) is { } shortened && !whole.Contains(shortened))
            {
                candidates.Add(shortened);
            }

            candidates.Add(Method(id));
        }
        else if (OperationStem.Shorten(stem, group.Name, returnsList: false) is { } shortened && !whole.Contains(shortened))
        {
            candidates.Add(shortened);
        }

        candidates.Add(OperationStem.FromPath(source, isComplete: false));
        candidates.Add(OperationStem.FromPath(source, isComplete: true));
        return [.. candidates.ConvertAll(Distinct)];
    }

    // 'getAsync' would become GetAsyncAsync.
    private static string Method(string text)
    {
        string name = Identifiers.Pascal(text, "Call");
        return Distinct(name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name);
    }

    // XWithResponseAsync of one operation must not be XAsync of another.
    private static string Distinct(string name) =>
        name.EndsWith("WithResponse", StringComparison.OrdinalIgnoreCase) ? name + "Call" : name;

    private Dictionary<OperationSource, string> ChooseTypeStems(List<OperationSource> sources)
    {
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        foreach (OperationSource source in sources)
        {
            if (source.Id is { } id)
            {
                ids[id] = ids.TryGetValue(id, out int count) ? count + 1 : 1;
            }
        }

        List<string[]> candidates = [];
        foreach (OperationSource source in sources)
        {
            string[] made = [OperationStem.FromPath(source, isComplete: false), OperationStem.FromPath(source, isComplete: true)];
            if (source.Id is { } id && ids[id] > 1)
            {
                context.Diagnostics.Report(DiagnosticDescriptors.DuplicateOperationId, source.Pointer, id);
            }

            candidates.Add(source.Id is null ? made : [Identifiers.Keep(source.Id, "Operation"), .. made]);
        }

        string[] stems = NameChoice.Choose(candidates, Scope(StringComparer.OrdinalIgnoreCase));
        Dictionary<OperationSource, string> chosen = [];
        for (int i = 0; i < stems.Length; i++)
        {
            chosen.Add(sources[i], stems[i]);
        }

        return chosen;
    }

    // A list, or an object with one list among its properties.
    private static bool ReturnsList(OpenApiOperation operation)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Responses ?? [])
        {
            if (response.Key.StartsWith("2", StringComparison.Ordinal)
                && MediaTypes.Find(MediaTypes.Read(response.Value?.Content, ""), MediaTypeKind.Json) is { } json
                && SchemaShapes.Resolve(json.Content.Schema) is { } schema)
            {
                return SchemaShapes.IsList(schema) || (schema.Properties?.Values ?? (IEnumerable<IOpenApiSchema>)[]).Count(SchemaShapes.IsList) == 1;
            }
        }

        return false;
    }
}
