using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>A customisation that lacks a <c>using</c>: what is reported leads to it.</summary>
public sealed class MissingUsingTests
{
    [Theory]
    [InlineData(
        "namespace Shop; partial class ShopClient { partial void ⟦OnSending⟧(ApiCallContext call, HttpRequestMessage request) { } }",
        "Hook 'OnSending' is not called because the compiler does not find 'ApiCallContext' and 'HttpRequestMessage'. Add 'using ClerkGen; using System.Net.Http;'.")]
    [InlineData(
        "using ClerkGen; namespace Shop; partial class UsersOperations { partial void ⟦OnReceived⟧(ApiCallContext call, HttpResponseMessage response) { } }",
        "Hook 'OnReceived' is not called because the compiler does not find 'HttpResponseMessage'. Add 'using System.Net.Http;'.")]
    [InlineData(
        "using System.Net.Http; namespace Shop; partial class ShopClient { partial void ⟦OnSending⟧(ApiCallContext call, HttpRequestMessage request) { } }",
        "Hook 'OnSending' is not called because the compiler does not find 'ApiCallContext'. Add 'using ClerkGen;'.")]
    public void A_hook_says_which_directive_it_lacks_beside_what_the_compiler_says(string source, string message)
    {
        GeneratorRun run = AssertDiagnostic(source, "CLERKGEN114", DiagnosticSeverity.Error, message);

        Assert.Equal(["CS0246", "CS0759"], Errors(run));
        Assert.Contains($"partial void {(message.Contains("OnSending", StringComparison.Ordinal) ? "OnSending" : "OnReceived")}(ApiCallContext", string.Concat(run.Files.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public Mine? Owner { get; set; }")]
    [InlineData("public Mine[]? Tags { get; set; }")]
    [InlineData("public System.Collections.Generic.List<Mine>? Tags { get; set; }")]
    [InlineData("public System.Collections.Generic.IReadOnlyList<Mine>? Tags { get; set; }")]
    [InlineData("[JsonConverter(typeof(object))] public App.Mine? Owner { get; set; }")]
    [InlineData("public App.Converted? Owner { get; set; }")]
    public void A_property_whose_type_or_converter_is_not_found_is_reported_by_the_compiler_alone(string property)
    {
        GeneratorRun run = GeneratorHarness.Run(Input(
            "namespace App { public class Mine; [JsonConverter(typeof(object))] public class Converted; } namespace Shop { partial class User { " + property + " } }"));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["CS0246"], Errors(run));
    }

    [Fact]
    public void A_list_of_an_emitted_type_has_a_reader_under_another_name() => AssertDiagnostic(
        "namespace Shop; partial class User { public System.Collections.Generic.List<Plan>? ⟦Tags⟧ { get; set; } }",
        "CLERKGEN072",
        DiagnosticSeverity.Error,
        "Property 'Tags' of type 'System.Collections.Generic.List<Plan>?' is neither read nor written: take IReadOnlyList<…>, or add [JsonSerializable] with this type to a JsonSerializerContext, or [JsonConverter]");

    private static IEnumerable<string> Errors(GeneratorRun run) =>
        run.CompilerDiagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal);
}
