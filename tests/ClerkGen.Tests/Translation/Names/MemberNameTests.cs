using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Tests.Translation.Names;

public sealed class MemberNameTests
{
    [Fact]
    public void A_member_never_has_the_name_of_its_type_or_of_a_member_of_object()
    {
        string[] names = Assign("Status", "status", "to_string", "equals", "getHashCode", "get_type", "memberwise_clone", "finalize",
            "read_json");

        Assert.Equal(
            ["StatusValue", "ToStringValue", "EqualsValue", "GetHashCodeValue", "GetTypeValue", "MemberwiseCloneValue", "FinalizeValue",
                "ReadJsonValue"],
            names);
    }

    [Fact]
    public void The_order_of_members_changes_no_name()
    {
        string[] keys = ["foo_bar", "fooBar", "foo-bar", "FooBar", "foo bar"];
        Dictionary<string, string> expected = keys.Zip(Assign("T", keys)).ToDictionary(pair => pair.First, pair => pair.Second);
        for (int turn = 1; turn < keys.Length; turn++)
        {
            string[] turned = [.. keys[turn..], .. keys[..turn]];
            Assert.Equal(turned.Select(key => expected[key]), Assign("T", turned));
        }

        Assert.Equal("FooBar", expected["FooBar"]);
        Assert.Equal(keys.Length, expected.Values.Distinct().Count());
    }

    [Fact]
    public void Symbols_distinguish_members_before_numbers_do() =>
        Assert.Equal(["Type", "AtType", "HashType"], Assign("T", "type", "@type", "#type"));

    [Fact]
    public void A_name_that_was_taken_is_reported()
    {
        DiagnosticBag diagnostics = new();
        new MemberNames("T", new WorkBudget(CancellationToken.None)).Assign([new("a_b", "AB", false), new("a-b", "AB", false)], "/p", diagnostics);

        TranslationDiagnostic diagnostic = Assert.Single(diagnostics.Items);
        Assert.Equal(("CLERKGEN024", "/p"), (diagnostic.Descriptor.Id, diagnostic.Pointer));
        Assert.Equal(["a_b", "AB2", "AB"], diagnostic.Arguments);
    }

    private static string[] Assign(string type, params string[] keys) =>
        new MemberNames(type, new WorkBudget(CancellationToken.None)).Assign([.. keys.Select(key => new MemberName(key, Identifiers.Pascal(key, "P"), false))], "/p",
            new DiagnosticBag());
}
