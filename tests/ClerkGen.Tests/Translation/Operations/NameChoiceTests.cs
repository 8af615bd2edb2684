using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Methods;

namespace ClerkGen.Tests.Translation;

public sealed class NameChoiceTests
{
    [Fact]
    public void Equal_candidates_get_their_next_choice() =>
        Assert.Equal(["ListUsers", "ListAdmins", "Get"], Choose(["List", "ListUsers"], ["List", "ListAdmins"], ["Get"]));

    [Fact]
    public void Order_changes_nothing_while_candidates_differ()
    {
        string[] forwards = Choose(["A", "AX"], ["A", "AY"], ["AX"]);
        string[] backwards = Choose(["AX"], ["A", "AY"], ["A", "AX"]);
        Assert.Equal(forwards, backwards.Reverse());
    }

    [Fact]
    public void Numbers_are_the_last_resort() => Assert.Equal(["A2", "A3"], Choose(["A"], ["A"]));

    [Fact]
    public void Taken_names_are_not_given() =>
        Assert.Equal("AValue", NameChoice.Choose([["A", "AValue"]], Names(StringComparer.OrdinalIgnoreCase, "a"))[0]);

    private static string[] Choose(params string[][] candidates) => NameChoice.Choose(candidates, Names(StringComparer.Ordinal));

    private static UniqueNames Names(StringComparer comparer, params string[] taken)
    {
        UniqueNames names = new(comparer, new WorkBudget(CancellationToken.None), Identifiers.Join);
        names.Reserve(taken);
        return names;
    }
}
