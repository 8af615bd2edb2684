using ClerkGen.Tool.Changes;

namespace ClerkGen.Tool.Tests.Changes;

public sealed class ChangeKindTests
{
    // Kinds that depend on a project or an option: DiffCommandTests and ProjectUseTests. N12 is for a changed API that no change of the document
    // explains, so no case has it; it has a test below. Silent kinds are the cases without a kind.
    private static readonly string[] Elsewhere = ["C01", "C02", "C03", "C04", "C05", "C06", "N12"];

    public static TheoryData<int, string> Cases()
    {
        TheoryData<int, string> cases = [];
        for (int i = 0; i < All.Count; i++)
        {
            cases.Add(i, All[i].ToString());
        }

        return cases;
    }

    private static IReadOnlyList<ChangeCase> All { get; } = [.. OperationCases.All(), .. BodyCases.All(), .. ResponseCases.All(), .. WholeCases.All()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_reported_once_with_its_kind(int index, string kinds)
    {
        ChangeCase change = All[index];

        Assert.Equal(kinds, All[index].ToString());
        Assert.Equal(Sorted(change.Kinds), Kinds(change.Old, change.New));
        if (change.Back is { } back)
        {
            Assert.Equal(Sorted(back), Kinds(change.New, change.Old));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_compiler_agrees(int index, string kinds)
    {
        ChangeCase change = All[index];
        if (change.Caller is not { } caller)
        {
            return;
        }

        Assert.Equal(kinds, All[index].ToString());
        Assert.Equal("", ComparedDocuments.DiagnosticsOf(change.Old, caller));
        Assert.Equal(change.Errors, ComparedDocuments.DiagnosticsOf(change.New, caller));
    }

    [Fact]
    public void Every_kind_has_a_case()
    {
        HashSet<string> tested = [.. All.SelectMany(static change => $"{change.Kinds} {change.Back}".Split(' ', StringSplitOptions.RemoveEmptyEntries)), .. Elsewhere];

        Assert.Equal([], ChangeKinds.All.Where(kind => kind.Level > ChangeLevel.Silent && !tested.Contains(kind.Id)).Select(static kind => kind.Id));
    }

    [Fact]
    public void An_api_that_changes_without_the_document_is_reported()
    {
        string document = ShopDocument.Response("a: { type: string }");

        IReadOnlyList<Change> changes = DocumentComparison.Compare(ComparedDocuments.ClientOf(document), ComparedDocuments.ClientOf(document, "RequiredByDefault"));

        Assert.Equal(["N12:Item.A"], changes.Select(static change => change.Id));
    }

    [Fact]
    public void A_case_whose_kind_never_breaks_sources_compiles()
    {
        string[] wrong = [.. All.Where(static change => change.Errors.Length > 0 && change.Kinds.Length > 0 && change.Kinds.Split(' ').All(static kind => ChangeKinds.Get(kind).Source == ChangeEffect.None)).Select(static change => change.Kinds)];

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_case_whose_kind_breaks_sources_has_a_caller_that_breaks()
    {
        string[] broken = [.. All.Where(static change => change.Errors.Length > 0).SelectMany(static change => change.Kinds.Split(' '))];
        string[] without = [.. All.SelectMany(static change => change.Kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()
            .Where(kind => ChangeKinds.Get(kind).Source == ChangeEffect.All && !broken.Contains(kind))];

        Assert.Equal([], without);
    }

    [Theory]
    [InlineData("Pet")]
    [InlineData("PetOperationsExtensions")]
    public void A_member_that_no_change_of_the_document_explains_is_reported_for_a_schema_of_any_name(string schema)
    {
        string document = ShopDocument.Of(
            ShopDocument.ItemResponses(ShopDocument.JsonResponse("200", $"$ref: '#/components/schemas/{schema}'")),
            $"{schema}: {{ type: object, properties: {{ id: {{ type: string, x-clerkgen-id: {schema} }} }} }}");

        Assert.Contains(DocumentComparison.Compare(ComparedDocuments.ClientOf(document, "StrongIds"), ComparedDocuments.ClientOf(document)), change => change.Kind.Id == "N12" && change.Subject == schema + ".Id");
    }

    private static string Sorted(string kinds) => string.Join(' ', kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static string Kinds(string old, string current) => string.Join(' ', ComparedDocuments.Compare(old, current).Select(static change => change.Kind.Id).Order(StringComparer.Ordinal));
}
