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
            if (Find(candidate, others) is { } names && FreeName(candidate.Name, taken) is { } name)
            {
                context.Output.AddMember(candidate.Doc, candidate.Type);
                context.Output.Add(names.Count * name.Length);
                members.Add(new SharedMemberModel(candidate.JsonName, name, candidate.Type, names.ToEquatableArray(), candidate.Doc));
            }
        }

        return members.ToEquatableArray();
    }

    // Its name in each variant; null if one has no such member, or one of another type.
    private static List<string>? Find(Candidate candidate, List<Dictionary<string, Candidate>> others)
    {
        List<string> names = [candidate.Name];
        foreach (Dictionary<string, Candidate> other in others)
        {
            if (!other.TryGetValue(candidate.JsonName, out Candidate? same) || same.Type != candidate.Type)
            {
                return null;
            }

            names.Add(same.Name);
        }

        return names;
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
                        candidates.Add(new Candidate(property.JsonName, property.Name, property.Type, property.Doc));
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

    private sealed record Candidate(string JsonName, string Name, TypeReference Type, DocModel Doc);
}
