namespace ClerkGen.Tests.Fragments;

/// <summary>Each fragment of a document, under Roslyn's own harness, gives exactly the C# and the diagnostics beside it.</summary>
public sealed class FragmentTests
{
    private const string Variable = "CLERKGEN_UPDATE_SNAPSHOTS";

    public static TheoryData<string> Names => [.. Fragment.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fragment_gives_the_expected_files_and_diagnostics(string name)
    {
        Fragment fragment = new(name);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            fragment.Refresh();
        }

        await new FragmentTest(fragment).RunAsync();
    }
}
