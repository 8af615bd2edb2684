using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>Customisations that match nothing, or cannot work, are said at the user's line.</summary>
public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("partial class User { [ApiProperty(⟦\"publik_metadata\"⟧)] public int Metadata { get; set; } }", "The document has no 'publik_metadata' in 'User'; did you mean 'public_metadata'?")]
    [InlineData("partial class User { [ApiProperty(⟦\"elsewhere\"⟧)] public int Metadata { get; set; } }", "The document has no 'elsewhere' in 'User'")]
    [InlineData("[ApiIgnore(⟦\"idd\"⟧)] partial class User;", "The document has no 'idd' in 'User'; did you mean 'id'?")]
    [InlineData("[ApiName(⟦\"tag\"⟧, \"Labels\")] partial class User;", "The document has no 'tag' in 'User'; did you mean 'tags'?")]
    [InlineData("[ApiName(⟦\"plan-free\"⟧, \"Free\")] partial struct Plan;", "The document has no 'plan-free' in 'Plan'; did you mean 'plan-pro'?")]
    [InlineData("[ApiIgnore(⟦\"getUsr\"⟧)] partial class UsersOperations;", "The document has no 'getUsr' in 'UsersOperations'; did you mean 'getUser'?")]
    [InlineData("[ApiIgnore(⟦\"limits\"⟧)] partial class ListUsersParameters;", "The document has no 'limits' in 'ListUsersParameters'; did you mean 'limit'?")]
    [InlineData("partial class Pet { [ApiProperty(⟦\"x\"⟧)] public int X { get; set; } }", "The document has no 'x' in 'Pet'")]
    public void A_member_that_the_document_does_not_have_is_a_warning(string source, string message) =>
        AssertCompiles(AssertDiagnostic($"using ClerkGen;\nnamespace Shop;\n{source}", "CLERKGEN070", DiagnosticSeverity.Warning, message));

    [Theory]
    [InlineData("[ApiName(⟦\"Usr\"⟧)] partial class Customer;", "The document has no schema or type 'Usr'; did you mean 'User'?")]
    [InlineData("[ApiName(⟦\"Elsewhere\"⟧)] partial class Customer;", "The document has no schema or type 'Elsewhere'")]
    public void A_schema_that_the_document_does_not_have_is_a_warning(string source, string message) =>
        AssertCompiles(AssertDiagnostic($"using ClerkGen;\nnamespace Shop;\n{source}", "CLERKGEN071", DiagnosticSeverity.Warning, message));

    [Theory]
    [InlineData("partial class User { public object? ⟦Owner⟧ { get; set; } }", "object?", "")]
    [InlineData("class Mine; partial class User { internal Mine? ⟦Owner⟧ { get; set; } }", "Shop.Mine?", "")]
    [InlineData("partial class User { internal System.Collections.Generic.List<int>? ⟦Tags⟧ { get; set; } }", "System.Collections.Generic.List<int>?", "take IReadOnlyList<…>, or ")]
    [InlineData("partial class User { public string[]? ⟦Tags⟧ { get; set; } }", "string[]?", "take IReadOnlyList<…>, or ")]
    [InlineData("partial class User { public System.Collections.Generic.Dictionary<string, int>? ⟦Owner⟧ { get; set; } }", "System.Collections.Generic.Dictionary<string, int>?", "take IReadOnlyDictionary<string, …>, or ")]
    [InlineData("partial class User { public System.DateTime ⟦CreatedAt⟧ { get; set; } }", "System.DateTime", "take DateTimeOffset, or ")]
    public void A_type_without_a_reader_is_an_error(string source, string type, string instead)
    {
        GeneratorRun run = AssertDiagnostic(
            $"namespace Shop;\n{source}",
            "CLERKGEN072",
            DiagnosticSeverity.Error,
            $"Property '{source[(source.IndexOf('⟦') + 1)..source.IndexOf('⟧')]}' of type '{type}' is neither read nor written: {instead}add [JsonSerializable] with this type to a JsonSerializerContext, or [JsonConverter]");
        AssertCompiles(run);
    }

    [Theory]
    [InlineData("public partial record ⟦User⟧ { }", "'User' is emitted as a class, not a record. Write 'partial class User'.")]
    [InlineData("public partial struct ⟦User⟧ { }", "'User' is emitted as a class, not a struct. Write 'partial class User'.")]
    [InlineData("public partial class ⟦Plan⟧ { }", "'Plan' is emitted as a struct, not a class. Write 'partial struct Plan'.")]
    [InlineData("public partial record struct ⟦Plan⟧ { }", "'Plan' is emitted as a struct, not a record struct. Write 'partial struct Plan'.")]
    public void A_part_of_another_kind_is_an_error_at_the_users_line(string source, string message) =>
        AssertDiagnostic($"namespace Shop;\n{source}", "CLERKGEN079", DiagnosticSeverity.Error, message);

    [Theory]
    [InlineData("partial class User { public string ⟦Id⟧ { get; } = \"\"; }", "has no setter")]
    [InlineData("partial class User { public required string ⟦Id⟧ { get; init; } }", "has an 'init' accessor instead of a setter")]
    public void A_property_without_a_setter_is_a_warning(string source, string cause) => AssertCompiles(AssertDiagnostic(
        $"namespace Shop;\n{source}",
        "CLERKGEN073",
        DiagnosticSeverity.Warning,
        $"Property 'Id' {cause}, so response values are not stored in it"));

    [Theory]
    [InlineData("partial class ⟦Usr⟧ { public int X { get; set; } }", "No type 'Usr' is emitted from the document; did you mean 'User'?")]
    [InlineData("[ApiIgnore(\"id\")] partial class ⟦Elsewhere⟧;", "No type 'Elsewhere' is emitted from the document")]
    public void A_partial_type_that_is_not_emitted_is_a_warning(string source, string message) =>
        AssertCompiles(AssertDiagnostic($"using ClerkGen;\nnamespace Shop;\n{source}", "CLERKGEN074", DiagnosticSeverity.Warning, message));

    [Theory]
    [InlineData("public App.Mine? ⟦PublicMetadata⟧ { get; set; }", "PublicMetadata")]
    [InlineData("[ApiProperty(⟦\"external_id\"⟧)] public string? Key { get; set; }", "Key")]
    public void A_property_that_cannot_send_null_is_a_warning(string property, string name) => AssertDiagnostic(
        "using ClerkGen;\nusing System.Text.Json.Serialization;\nnamespace App { [JsonConverter(typeof(object))] public class Mine; }\nnamespace Shop { partial class CreateUser { " + property + " } }",
        "CLERKGEN078",
        DiagnosticSeverity.Warning,
        $"Property '{name}' cannot distinguish unset from null, so null is not sent. Declare it partial (C# 13) to distinguish them.");

    [Fact]
    public void A_diagnostic_at_the_users_line_can_be_suppressed_there() => Assert.True(Assert.Single(Customise("""
        using ClerkGen;
        namespace Shop;
        #pragma warning disable CLERKGEN070
        [ApiIgnore("idd")] partial class User;
        """).DriverDiagnostics).IsSuppressed);

    [Fact]
    public void A_diagnostic_moves_with_its_line_and_names_the_intended_member()
    {
        var harness = new GeneratorHarness(Input("namespace Shop; [ClerkGen.ApiIgnore(\"idd\")] partial class User;", "namespace App; class C;"));
        harness.Run();
        harness.EditSource(0, "\n\nnamespace Shop; [ClerkGen.ApiIgnore(\"idd\")] partial class User;");
        Diagnostic diagnostic = Assert.Single(harness.Run().Diagnostics);
        Assert.Equal(2, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.NotNull(diagnostic.Location.SourceTree);
        Assert.Equal("id", diagnostic.Properties["Similar"]);
        harness.EditSource(1, "namespace App; class D;");
        Assert.Empty(harness.Run().ChangedOutputs);
    }

    [Theory]
    [InlineData("namespace Shop; partial class Extension { }")]
    [InlineData("namespace Shop; [System.Obsolete] partial class Usr { }")]
    [InlineData("namespace App; partial class Usr { }")]
    public void Unrelated_types_are_not_reported(string source) => Assert.Empty(Customise(source).Diagnostics);

    [Fact]
    public void Two_properties_for_one_member_are_a_warning() => AssertDiagnostic(
        "using ClerkGen;\nnamespace Shop;\npartial class User { [ApiProperty(\"id\")] public string Id { get; set; } [ApiProperty(⟦\"id\"⟧)] public string Key { get; set; } }",
        "CLERKGEN075",
        DiagnosticSeverity.Warning,
        "Property 'Key' has no effect because 'Id' already maps to 'id'");

    [Fact]
    public void An_enum_without_a_value_of_the_document_is_a_warning() => AssertCompiles(AssertDiagnostic(
        "namespace Shop;\nenum Level { Free }\npartial class User { internal Level ⟦Plan⟧ { get; set; } }",
        "CLERKGEN076",
        DiagnosticSeverity.Warning,
        "Enum 'Shop.Level' has no value for 'plan-pro'"));

    [Fact]
    public void A_static_property_is_reported_and_the_emitted_one_stays() => Assert.NotNull(AssertDiagnostic(
        "using ClerkGen;\nnamespace Shop;\npublic partial class User { [ApiProperty(⟦\"id\"⟧)] public static string? Key { get; set; } }",
        "CLERKGEN073",
        DiagnosticSeverity.Warning,
        "Property 'Key' is static, so response values are not stored in it").Type("User").GetProperty("Id"));

    [Theory]
    [InlineData("partial class Pet { [ApiProperty(⟦\"lives\"⟧)] internal int Left { get; set; } }", "The document has no 'lives' in 'Pet'")]
    [InlineData("[ApiIgnore(⟦\"lives\"⟧)] partial class Pet;", "The document has no 'lives' in 'Pet'")]
    [InlineData("[ApiName(⟦\"lives\"⟧, \"Left\")] partial class Pet;", "The document has no 'lives' in 'Pet'")]
    [InlineData("[ApiIgnore(⟦\"message\"⟧)] partial class ProblemException;", "The document has no 'message' in 'ProblemException'")]
    [InlineData("[ApiName(⟦\"message\"⟧, \"Text\")] partial class ProblemException;", "The document has no 'message' in 'ProblemException'")]
    [InlineData("[ApiName(⟦\"users\"⟧, \"People\")] partial class ShopClient;", "The document has no 'users' in 'ShopClient'")]
    [InlineData("partial struct Plan { [ApiProperty(⟦\"lives\"⟧)] internal int Left => 1; }", "The document has no 'lives' in 'Plan'")]
    public void A_customisation_that_has_no_effect_on_a_kind_of_type_is_a_warning(string type, string message) => AssertCompiles(AssertDiagnostic(
        "using ClerkGen;\nnamespace Shop;\n" + type, "CLERKGEN070", DiagnosticSeverity.Warning, message));

    [Fact]
    public void A_hook_that_is_not_partial_is_a_warning() => AssertCompiles(AssertDiagnostic(
        "using ClerkGen;\nusing System.Net.Http;\nnamespace Shop;\npublic partial class ShopClient { private void ⟦OnSending⟧(ApiCallContext call, HttpRequestMessage request) { } }",
        "CLERKGEN116",
        DiagnosticSeverity.Warning,
        "Method 'OnSending' is not called because it is not partial. To make it the hook, write 'partial void OnSending(ApiCallContext call, HttpRequestMessage request)'."));

    [Fact]
    public void An_own_enum_without_a_value_of_the_document_is_a_warning() => AssertCompiles(AssertDiagnostic(
        "namespace Shop;\ninternal enum ⟦Plan⟧ { Free }",
        "CLERKGEN076",
        DiagnosticSeverity.Warning,
        "Enum 'Plan' has no value for 'plan-pro'"));

    [Fact]
    public void A_customisation_that_no_longer_matches_after_an_update_of_the_document_is_a_warning()
    {
        var harness = new GeneratorHarness(Input("using ClerkGen; namespace Shop; partial class User { [ApiProperty(\"owner\")] public int Owner { get; set; } }"));
        Assert.Empty(harness.Run().Diagnostics);
        harness.EditFile("shop.yaml", Text.Replace("owner:", "owned_by:", StringComparison.Ordinal));
        Assert.Equal("The document has no 'owner' in 'User'", Assert.Single(harness.Run().Diagnostics).GetMessage());
    }
}
