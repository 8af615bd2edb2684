using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Finds the members that all variants of a union have in one type: they are readable on the union, whichever variant it is.</summary>
/// <param name="context">Where names are settled.</param>
/// <param name="find">The model of an emitted type.</param>
internal sealed class SharedMembers(TranslationContext context, Func<TypeReference, FileModel?> find)
{
    // With more, the names of the variants tell more.
    private const int MostConstants = 12;

    /// <summary>The members, in the order of the first variant.</summary>
    /// <param name="union">Name of the union.</param>
    /// <param name="variants">Its variants.</param>
    public EquatableArray<SharedMemberModel> Of(string union, List<VariantModel> variants)
    {
        if (variants.Count < 2)
        {
            return EquatableArray<SharedMemberModel>.Empty;
        }

        List<Dictionary<string, Candidate>> others = [];
        List<Candidate> first = [];
        for (int i = 0; i < variants.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            List<Candidate> candidates = CandidatesOf(variants[i]);
            if (candidates.Count == 0)
            {
                return EquatableArray<SharedMemberModel>.Empty;
            }

            if (i == 0)
            {
                first = candidates;
            }
            else
            {
                others.Add(candidates.ToDictionary(static candidate => candidate.JsonName, StringComparer.Ordinal));
            }
        }

        HashSet<string> taken = new(OwnMembers.OfUnion.Names, StringComparer.Ordinal) { union, "Parse" };
        taken.UnionWith(variants.ConvertAll(static variant => "TryGet" + variant.Name));
        List<SharedMemberModel> members = [];
        foreach (Candidate candidate in first)
        {
            if (Find(candidate, others) is { } same && FreeName(candidate.Name, taken) is { } name)
            {
                DocModel doc = DocOf(same);
                context.Output.AddMember(doc, candidate.Type);
                context.Output.Add(same.Count * name.Length);
                EquatableArray<string> names = new([.. same.Select(static member => member.Name)]);
                members.Add(new SharedMemberModel(candidate.JsonName, name, candidate.Type, names, doc));
            }
        }

        return members.ToEquatableArray();
    }

    // Only words that hold for each variant: the first one's constant or default is not that of the others.
    private static DocModel DocOf(List<Candidate> members)
    {
        DocModel doc = members[0].Doc;
        if (members.TrueForAll(member => member.Doc == doc))
        {
            return doc;
        }

        string summary = members.TrueForAll(member => member.Doc.Summary == doc.Summary) ? doc.Summary
            : members.Count <= MostConstants && members.TrueForAll(static member => member.Constant is not null)
                ? $"One of {string.Join(", ", members.Select(static member => $"`{member.Constant}`").Distinct())}."
            : "Its values depend on the variant.";
        return new DocModel(summary, null);
    }

    // The member of each variant; null if one has no such member, or one of another type.
    private static List<Candidate>? Find(Candidate candidate, List<Dictionary<string, Candidate>> others)
    {
        List<Candidate> members = [candidate];
        foreach (Dictionary<string, Candidate> other in others)
        {
            if (!other.TryGetValue(candidate.JsonName, out Candidate? same) || same.Type != candidate.Type)
            {
                return null;
            }

            members.Add(same);
        }

        return members;
    }

    private static string? FreeName(string wanted, HashSet<string> taken)
    {
        string other = Identifiers.Join(wanted, "Value");
        return taken.Add(wanted) ? wanted : taken.Add(other) ? other : null;
    }

    // Members that are deprecated or secret are looked at in the variant only.
    private List<Candidate> CandidatesOf(VariantModel variant)
    {
        List<Candidate> candidates = [];
        switch (find(variant.Type))
        {
            case ObjectModel { IsDeprecated: false } model:
                foreach (PropertyModel property in model.Properties)
                {
                    if (property is { IsDeprecated: false, IsSecret: false, Type.IsBinary: false })
                    {
                        candidates.Add(new Candidate(property.JsonName, property.Name, property.Type, property.Doc) { Constant = property.Constant?.Text });
                    }
                }

                break;
            case UnionModel { IsDeprecated: false } model:
                foreach (SharedMemberModel member in model.Members)
                {
                    candidates.Add(new Candidate(member.JsonName, member.Name, member.Type, member.Doc));
                }

                break;
        }

        return candidates;
    }

    private sealed record Candidate(string JsonName, string Name, TypeReference Type, DocModel Doc)
    {
        /// <summary>The only value, or null.</summary>
        public string? Constant { get; init; }
    }
}
