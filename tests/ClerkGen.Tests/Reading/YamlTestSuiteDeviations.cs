namespace ClerkGen.Tests.Reading;

/// <summary>Where the reader and the YAML test suite differ, by case, with the reason. None of it occurs in documents that people write.</summary>
internal static class YamlTestSuiteDeviations
{
    private const string Tabs = "A tab where indentation is expected is accepted or refused.";
    private const string BlockScalar = "Blank lines of spaces at the edge of a block scalar: accepted, or read without their spaces.";
    private const string ColonLine = "A colon on the line after its key in a flow mapping is refused.";

    /// <summary>The reasons, by case.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["4MUZ/02"] = ColonLine,
        ["5LLU"] = BlockScalar,
        ["DK95/01"] = Tabs,
        ["DK95/04"] = Tabs,
        ["JEF9/02"] = BlockScalar,
        ["L24T/01"] = BlockScalar,
        ["L383"] = "A comment after a scalar on the line of a document marker is refused in a second document.",
        ["M2N8/00"] = "An empty key of an empty key is refused.",
        ["MUS6/00"] = "A comment that touches a directive is accepted.",
        ["S98Z"] = BlockScalar,
        ["UKK6/00"] = "A mapping of nothing to nothing in a sequence is refused.",
        ["VJP3/01"] = ColonLine,
        ["W9L4"] = BlockScalar,
        ["Y79Y/003"] = Tabs,
        ["Y79Y/004"] = Tabs,
        ["Y79Y/005"] = Tabs,
        ["Y79Y/006"] = Tabs,
        ["Y79Y/008"] = Tabs,
        ["Y79Y/009"] = Tabs,
    };
}
