using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Generator.Translation.Names;

/// <summary>
/// Names the members of one type: unique, none that the emitted type or <see cref="object"/> already has, independent of their order.
/// </summary>
internal sealed class MemberNames
{
    // Members of object, and of every emitted type.
    private static readonly string[] Reserved =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "ReadJson",
    ];

    private readonly string _typeName;
    private readonly IReadOnlyList<string> _own;
    private readonly UniqueNames _unique;

    /// <param name="typeName">The type's own name, which no member can have.</param>
    /// <param name="budget">Each try for a name is a step.</param>
    /// <param name="own">The members that the type always declares; null for none.</param>
    public MemberNames(string typeName, WorkBudget budget, OwnMembers? own = null)
    {
        (_typeName, _own) = (typeName, own?.Names ?? []);
        _unique = new UniqueNames(StringComparer.Ordinal, budget, Identifiers.Join);
        _unique.Reserve(typeName);
        _unique.Reserve(Reserved);
        _unique.Reserve(_own);
    }

    /// <summary>Names all members at once, in the order given.</summary>
    /// <param name="members">The members.</param>
    /// <param name="pointer">The type, for diagnostics.</param>
    /// <param name="diagnostics">Told when a name is not what one would expect.</param>
    public string[] Assign(IReadOnlyList<MemberName> members, string pointer, DiagnosticBag diagnostics)
    {
        int[] order = new int[members.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => MemberName.Compare(members[left], members[right]));
        string[] names = new string[members.Count];
        List<int> losers = [];
        foreach (int index in order)
        {
            if (_unique.TryTake(members[index].Wanted))
            {
                names[index] = members[index].Wanted;
            }
            else
            {
                losers.Add(index);
            }
        }

        foreach (int index in losers)
        {
            names[index] = FindFree(members[index]);
            diagnostics.Report(DiagnosticDescriptors.MemberRenamed, pointer, members[index].Key, names[index], members[index].Wanted);
        }

        return names;
    }

    /// <summary>The first of these names that is free, else the last with a number.</summary>
    public string First(params string[] candidates) => _unique.Take(candidates);

    private bool IsReserved(string name) => name == _typeName || Reserved.Contains(name) || _own.Contains(name);

    private string FindFree(MemberName member)
    {
        // Taken by the type itself, so a suffix with its kind is added. Taken by a sister: with the symbols that tell them apart.
        string better = IsReserved(member.Wanted) ? Identifiers.Join(member.Wanted, "Value")
            : Identifiers.Spelled(member.Key, member.Wanted);
        return _unique.TryTake(better) ? better : _unique.TakeNumbered(member.Wanted);
    }
}

/// <summary>A member that needs a name.</summary>
/// <param name="Key">Its name or value in the document.</param>
/// <param name="Wanted">The identifier it would like.</param>
/// <param name="IsChosen">Whether the document's author chose the identifier.</param>
internal readonly record struct MemberName(string Key, string Wanted, bool IsChosen)
{
    /// <summary>The order: chosen names, then names spelled like their key, then those with the fewest capitals, then by key.</summary>
    public static int Compare(MemberName left, MemberName right)
    {
        int byChoice = right.IsChosen.CompareTo(left.IsChosen);
        int byFit = byChoice != 0 ? byChoice : left.Distance.CompareTo(right.Distance);
        return byFit != 0 ? byFit : string.CompareOrdinal(left.Key, right.Key);
    }

    private int Distance => Key == Wanted ? 0 : string.Equals(Key, Wanted, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
}
