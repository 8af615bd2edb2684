namespace ClerkGen.Tests.Fragments;

/// <summary>Each fragment of a document, under Roslyn's own harness, gives exactly the C# and the diagnostics beside it.</summary>
public sealed class FragmentTests
{
    private const string Variable = "CLERKGEN_UPDATE_SNAPSHOTS";

    public static TheoryData<string> Names => [.. Fragment.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fragment_is_emitted_and_judged_as_it_says_beside_it(string name)
    {
        Fragment fragment = new(name);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            fragment.Refresh();
        }

        await new FragmentTest(fragment).RunAsync();
    }
}
