using System.Globalization;
using ClerkGen.Generator.Pipeline.Baselines;
using ClerkGen.Generator.Surface;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary><c>ClerkGenApiBaseline</c>: the emitted API is compared with a checked-in listing.</summary>
public sealed class ApiBaselineTests
{
    private const string File = "ClerkGenApi.txt";

    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /users/{id}:
            get:
              operationId: getUser
              tags: [users]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
          /orders:
            get:
              operationId: listOrders
              tags: [orders]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }
        components:
          schemas:
            User:
              type: object
              required: [id]
              properties:
                id: { type: string }
                nickname: { type: string }
                age: { type: integer }
                plan: { $ref: '#/components/schemas/Plan' }
            Order:
              type: object
              properties: { total: { type: number } }
            Plan:
              type: string
              enum: [free, pro]
        """;

    [Fact]
    public void Listing_has_a_line_for_each_public_type_and_member()
    {
        string[] lines = Listing(Document).Split('\n');

        Assert.Equal(lines.Where(static line => line.StartsWith("Shop.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), lines[1..^1]);
        Assert.Equal(
            """
            Shop.User public sealed class User
            Shop.User.Age public long? Age { get; set; }
            Shop.User.Id public required string Id { get; set; }
            Shop.User.Nickname public string? Nickname { get; set; }
            Shop.User.Plan public Plan? Plan { get; set; }
            Shop.UsersOperations public class UsersOperations : ApiOperationGroup
            Shop.UsersOperations.GetAsync public virtual Task<User> GetAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
            Shop.UsersOperations.GetWithResponseAsync public virtual Task<ApiResponse<User>> GetWithResponseAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
            Shop.UsersOperations.OperationIds public static class UsersOperations.OperationIds
            Shop.UsersOperations.OperationIds.Get public const string Get = "getUser"
            Shop.UsersOperations.UsersOperations public UsersOperations(ShopClient client)
            """,
            string.Join('\n', lines.Where(static line => line.StartsWith("Shop.User", StringComparison.Ordinal))));
    }

    [Fact]
    public void Same_api_is_not_reported_whatever_the_order_and_the_line_ends()
    {
        string listing = Listing(Document);
        string other = string.Join("\r\n", listing.Split('\n').Reverse().Prepend("# Mine.").Append(""));

        Assert.Empty(Run(Document, listing).Diagnostics);
        Assert.Empty(Run(Document, other).Diagnostics);
    }

    [Fact]
    public void Removed_member_is_reported_at_its_schema() => AssertOnly(
        Document.Replace("        nickname: { type: string }\n", "", StringComparison.Ordinal),
        "CLERKGEN108",
        "The API baseline has 'Shop.User.Nickname', which is not emitted any more: public string? Nickname { get; set; }. Restore it in the document, or accept the removal with 'clerkgen baseline'.",
        "shop.yaml",
        "    User:");

    [Fact]
    public void Changed_member_is_reported_at_its_property() => AssertOnly(
        Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal),
        "CLERKGEN109",
        "The API baseline has 'Shop.User.Age' as 'public long? Age { get; set; }', which is emitted as 'public string? Age { get; set; }' now. Restore it in the document, or accept the change with 'clerkgen baseline'.",
        "shop.yaml",
        "        age: { type: string }");

    [Fact]
    public void Removed_value_of_an_enum_is_reported_at_its_schema() => AssertOnly(
        Document.Replace("enum: [free, pro]", "enum: [free, basic]", StringComparison.Ordinal),
        "CLERKGEN108",
        "The API baseline has 'Shop.Plan.Pro', which is not emitted any more: public static Plan Pro { get; }. Restore it in the document, or accept the removal with 'clerkgen baseline'.",
        "shop.yaml",
        "    Plan:");

    [Fact]
    public void Changed_method_is_reported_at_its_operation()
    {
        string listing = Listing(Document);
        string edited = Document.Replace("parameters: [{ name: id, in: path", "parameters: [{ name: fields, in: query, schema: { type: string } }, { name: id, in: path", StringComparison.Ordinal);

        Diagnostic[] diagnostics = [.. Run(edited, listing).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)];

        Assert.Equal(["CLERKGEN109", "CLERKGEN109"], diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.All(diagnostics, diagnostic => Assert.Equal("    get:", LineOf(diagnostic, edited)));
    }

    [Fact]
    public void Method_whose_operation_is_gone_is_reported_in_the_baseline()
    {
        string listing = Listing(Document);
        int at = Document.IndexOf("  /orders:", StringComparison.Ordinal);
        string edited = Document.Remove(at, Document.IndexOf("components:", StringComparison.Ordinal) - at);

        Diagnostic[] diagnostics = [.. Run(edited, listing).Diagnostics];

        Assert.All(diagnostics, static diagnostic => Assert.Equal("CLERKGEN108", diagnostic.Id));
        Diagnostic group = Assert.Single(diagnostics, static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("'Shop.OrdersOperations'", StringComparison.Ordinal));
        Assert.Equal(File, group.Location.GetLineSpan().Path);
        Assert.Equal("Shop.OrdersOperations public class OrdersOperations : ApiOperationGroup", LineOf(group, listing));
        Assert.Contains("public class OrdersOperations : ApiOperationGroup with 5 members.", group.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Removed_type_is_reported_once_with_the_number_of_its_members()
    {
        string edited = Document.Replace("    Order:", "    Purchase:", StringComparison.Ordinal).Replace("schemas/Order'", "schemas/Purchase'", StringComparison.Ordinal);

        IEnumerable<string> messages = Run(edited, Listing(Document)).Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

        Assert.Contains(
            "CLERKGEN108 The API baseline has 'Shop.Order', which is not emitted any more: public sealed class Order with 1 member. Restore it in the document, or accept the removal with 'clerkgen baseline'.",
            messages);
        Assert.DoesNotContain(messages, static message => message.Contains("'Shop.Order.Total'", StringComparison.Ordinal));
    }

    [Fact]
    public void Added_members_are_one_information() => AssertOnly(
        Document.Replace("age: { type: integer }", "age: { type: integer }\n        email: { type: string }", StringComparison.Ordinal),
        "CLERKGEN110",
        "The API baseline lacks 'Shop.User.Email'. Add what is new with 'clerkgen baseline'.",
        File,
        "# The public API that ClerkGen emits. 'clerkgen baseline' writes this file.");

    [Fact]
    public void Missing_baseline_is_reported()
    {
        Diagnostic diagnostic = Assert.Single(Run(Document, null).Diagnostics);

        Assert.Equal(("CLERKGEN111", File, DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path, diagnostic.Severity));
        Assert.Equal(
            "The API baseline 'ClerkGenApi.txt' does not exist. Run 'clerkgen baseline' in the project's folder to create it.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_a_merge_leaves_is_reported_where_it_is()
    {
        string listing = Listing(Document).Replace("Shop.User.Age", "<<<<<<< HEAD\nShop.User.Age", StringComparison.Ordinal);

        Diagnostic diagnostic = Assert.Single(Run(Document, listing).Diagnostics);

        Assert.Equal(("CLERKGEN111", "<<<<<<< HEAD"), (diagnostic.Id, LineOf(diagnostic, listing)));
    }

    [Fact]
    public void A_hundred_lines_that_list_nothing_are_reported_and_the_rest_is_counted()
    {
        string listing = Listing(Document) + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"<<<<<<< {i}\n"));

        Diagnostic[] diagnostics = [.. Run(Document, listing).Diagnostics];

        Assert.Equal(101, diagnostics.Length);
        Assert.All(diagnostics, static diagnostic => Assert.Equal("CLERKGEN111", diagnostic.Id));
        Assert.StartsWith("4,900 more lines of the API baseline list no member", diagnostics[^1].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_changes_are_listed_and_the_rest_is_counted()
    {
        string members = string.Concat(Enumerable.Range(100, 150).Select(static i => $"        m{i}: {{ type: string }}\n"));
        string full = Document.Replace("        age: { type: integer }\n", "        age: { type: integer }\n" + members, StringComparison.Ordinal);

        Diagnostic[] diagnostics = [.. Run(Document, Listing(full)).Diagnostics];

        Assert.Equal(100, diagnostics.Count(static diagnostic => diagnostic.Id == "CLERKGEN108"));
        Assert.Equal(
            "More than 100 removed or changed API members were found. 50 of them are not listed. Accept all with 'clerkgen baseline', or compare the documents with 'clerkgen diff'.",
            Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "CLERKGEN112").GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Changes_are_errors_when_the_project_is_strict()
    {
        GeneratorInput input = Input(Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal), Listing(Document));

        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Run(
            input with { Properties = new Dictionary<string, string>(input.Properties) { ["ClerkGenStrict"] = "true" } }).Diagnostics);

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public void Types_that_the_user_hides_are_removed() => Assert.Contains(
        GeneratorHarness.Run(Input(Document, Listing(Document)) with { Sources = ["namespace Shop; internal partial class Order;"] }).Diagnostics,
        static diagnostic => diagnostic.Id == "CLERKGEN108" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("'Shop.Order'", StringComparison.Ordinal));

    [Fact]
    public void All_of_the_client_is_compared_when_only_what_is_used_is_emitted()
    {
        GeneratorInput input = Input(Document, Listing(Document));

        Assert.Equal(["CLERKGEN066"], GeneratorHarness.Run(
            input with
            {
                Sources = ["class C { object M(Shop.ShopClient client) => client.Users.GetAsync(\"1\"); }"],
                Properties = new Dictionary<string, string>(input.Properties) { ["ClerkGenEmit"] = "Used" },
            }).Diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Several_documents_share_a_baseline()
    {
        GeneratorInput input = Input(Document, null);
        GeneratorFile second = input.Files[0] with { Path = "other.yaml", Metadata = new Dictionary<string, string> { ["Namespace"] = "Shop.Other", ["ClientName"] = "OtherClient" } };
        GeneratorInput both = input with { Files = [.. input.Files, second] };
        string listing = ApiListing.Text(GeneratorHarness.Run(both).Files.Values.SelectMany(ApiListing.Of));

        GeneratorFile edited = second with { Text = Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal) };
        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Run(both with { Files = [input.Files[0], edited, Baseline(listing)] }).Diagnostics);

        Assert.Equal("other.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Empty(GeneratorHarness.Run(both with { Files = [.. both.Files, Baseline(listing)] }).Diagnostics);
    }

    [Fact]
    public void Document_that_fails_is_reported_alone() => Assert.Equal(
        ["CLERKGEN001"], Run("{ broken", Listing(Document)).Diagnostics.Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void Without_the_property_nothing_is_listed()
    {
        GeneratorInput input = Input(Document, Listing(Document));

        Assert.DoesNotContain(BaselineSteps.ListedStep, StepsOfAnEdit(input with { Properties = new Dictionary<string, string>() }));
        Assert.Contains(BaselineSteps.ListedStep, StepsOfAnEdit(input));
    }

    [Fact]
    public void Edit_of_code_compares_nothing_again()
    {
        GeneratorHarness harness = new(Input(Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal), Listing(Document)) with { Sources = ["class C { }"] });
        harness.Run();

        harness.EditSource(0, "class C { int _field; }");
        GeneratorRun second = harness.Run();

        Assert.Empty(second.ChangedOutputs);
        Assert.All(
            second.Result.TrackedSteps[BaselineSteps.ListedStep].SelectMany(static step => step.Outputs),
            static output => Assert.Contains(output.Reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
    }

    [Fact]
    public void White_space_in_the_document_moves_the_place_of_a_change()
    {
        string edited = Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal);
        GeneratorHarness harness = new(Input(edited, Listing(Document)));
        int before = Assert.Single(harness.Run().Diagnostics).Location.GetLineSpan().StartLinePosition.Line;

        harness.EditFile("shop.yaml", edited.Replace("components:", "\ncomponents:", StringComparison.Ordinal));

        Assert.Equal(before + 1, Assert.Single(harness.Run().Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
    }

    private static IEnumerable<string> StepsOfAnEdit(GeneratorInput input)
    {
        GeneratorHarness harness = new(input);
        harness.Run();
        harness.EditFile("shop.yaml", Document.Replace("age: { type: integer }", "age: { type: string }", StringComparison.Ordinal));
        return harness.Run().Result.TrackedSteps.Keys;
    }

    private static void AssertOnly(string edited, string id, string message, string path, string line)
    {
        string listing = Listing(Document);
        Diagnostic diagnostic = Assert.Single(Run(edited, listing).Diagnostics, found => found.Id == id);

        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal((path, line), (diagnostic.Location.GetLineSpan().Path, LineOf(diagnostic, path == File ? listing : edited)));
    }

    private static string LineOf(Diagnostic diagnostic, string text) => text.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];

    private static string Listing(string document) => ApiListing.Text(GeneratorHarness.Run(Input(document, null) with { Properties = new Dictionary<string, string>() }).Files.Values.SelectMany(ApiListing.Of));

    private static GeneratorRun Run(string document, string? listing) => GeneratorHarness.Run(Input(document, listing));

    private static GeneratorInput Input(string document, string? listing)
    {
        GeneratorInput input = GeneratorInput.Of(document.ReplaceLineEndings("\n"), "shop.yaml", ("Namespace", "Shop"), ("ClientName", "ShopClient"));
        return input with
        {
            Files = listing is null ? input.Files : [.. input.Files, Baseline(listing)],
            Properties = new Dictionary<string, string> { ["ClerkGenApiBaselineFile"] = File },
        };
    }

    private static GeneratorFile Baseline(string listing) => new(File, listing, new Dictionary<string, string> { ["ApiBaseline"] = "true" });
}
