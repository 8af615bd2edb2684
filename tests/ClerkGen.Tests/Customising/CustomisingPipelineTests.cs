using ClerkGen.Generator;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Pipeline.Declarations;
using ClerkGen.Testing;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;
using static ClerkGen.Tests.Customising.ShopDocument;

namespace ClerkGen.Tests.Customising;

/// <summary>The steps that run again when the user types.</summary>
public sealed class CustomisingPipelineTests
{
    private const string Partial = "namespace Shop; public partial class User { public System.DateTimeOffset CreatedAt { get; set; } }";

    [Theory]
    [InlineData("namespace App; class C { void M() { } }", "namespace App; class C { void M() { int i = 0; } }")]
    [InlineData("namespace App; class C { }", "namespace App; partial class C { public int X { get; set; } }")]
    [InlineData("namespace Other; partial class User { }", "namespace Other; partial class User { public int Id { get; set; } }")]
    public void Typing_in_a_file_without_a_partial_of_an_emitted_type_runs_nothing_again(string before, string after)
    {
        var harness = new GeneratorHarness(Input(before, Partial));
        harness.Run();
        harness.EditSource(0, after);
        GeneratorRun run = harness.Run();
        Assert.Empty(run.ChangedOutputs);
        AssertReasons(run, ClerkGenerator.DocumentsStep, IncrementalStepRunReason.Cached);
        AssertReasons(run, DeclarationSteps.TypesStep, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertReasons(run, ClerkGenerator.EmittedStep, IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("namespace Shop;\n\npublic partial class User { /* moved */ public System.DateTimeOffset CreatedAt { get; set; } }")]
    [InlineData("using System; namespace Shop; public partial class User { public DateTimeOffset CreatedAt { get => field.ToLocalTime(); set; } }")]
    public void Typing_in_a_partial_without_a_new_declaration_emits_nothing_again(string after)
    {
        var harness = new GeneratorHarness(Input(Partial));
        harness.Run();
        harness.EditSource(0, after);
        GeneratorRun run = harness.Run();
        Assert.Empty(run.ChangedOutputs);
        AssertReasons(run, ClerkGenerator.DocumentsStep, IncrementalStepRunReason.Cached);
        AssertReasons(run, ClerkGenerator.EmittedStep, IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("public System.Uri? Owner { get; set; }")]
    [InlineData("[ClerkGen.ApiProperty(\"id\")] public System.Guid Id { get; set; }")]
    public void Adding_a_property_emits_exactly_the_file_of_its_type_again(string property)
    {
        var harness = new GeneratorHarness(Input(Partial));
        GeneratorRun before = harness.Run();
        harness.EditSource(0, Partial.Replace("{ public", "{ " + property + " public", StringComparison.Ordinal));
        GeneratorRun after = harness.Run();
        Assert.Single(after.ChangedOutputs);
        Assert.Equal(["Shop.User.g.cs"], after.Files.Where(file => before.Files[file.Key] != file.Value).Select(file => file.Key));
        AssertReasons(after, ClerkGenerator.DocumentsStep, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void With_the_bundled_document_typing_runs_nothing_again_and_a_new_property_emits_one_file()
    {
        const string User = "namespace Clerk.Backend; public partial class User { public string Label => Id; }";
        string document = File.ReadAllText(Path.Combine(Repository.Root, "specs/clerk-backend.yaml"));
        var harness = new GeneratorHarness(
            GeneratorInput.Of(document, "clerk-backend.yaml", ("Namespace", "Clerk.Backend"), ("ClientName", "ClerkClient")) with
            {
                Sources = [User, "namespace App; class C { }"],
            });
        GeneratorRun before = harness.Run();

        harness.EditSource(1, "namespace App; partial class C { int Typed { get; set; } void M() { } }");
        GeneratorRun typed = harness.Run();
        Assert.Empty(typed.ChangedOutputs);
        AssertReasons(typed, ClerkGenerator.DocumentsStep, IncrementalStepRunReason.Cached);
        AssertReasons(typed, ClerkGenerator.EmittedStep, IncrementalStepRunReason.Cached);

        harness.EditSource(0, User.Replace("{ public", "{ [global::ClerkGen.ApiProperty(\"created_at\")] public global::System.DateTimeOffset CreatedAt { get; set; } public", StringComparison.Ordinal));
        GeneratorRun retyped = harness.Run();
        Assert.Single(retyped.ChangedOutputs);
        Assert.Equal(["Clerk.Backend.User.g.cs"], retyped.Files.Where(file => before.Files[file.Key] != file.Value).Select(static file => file.Key));
        AssertReasons(retyped, ClerkGenerator.DocumentsStep, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Nothing_that_flows_to_emission_holds_symbols_syntax_or_places()
    {
        GeneratorRun run = GeneratorHarness.Run(Input(Partial, "namespace Shop; enum E { A } partial class CreateUser { E Name { get; set; } }"));
        foreach (string step in new[] { DeclarationSteps.TypesStep, DeclarationSteps.ContextsStep, ClerkGenerator.EmittedStep })
        {
            foreach (IncrementalGeneratorRunStep made in run.Result.TrackedSteps[step])
            {
                Assert.All(made.Outputs, output => AssertPlain(output.Value, []));
            }
        }
    }

    private static void AssertReasons(GeneratorRun run, string step, params IncrementalStepRunReason[] reasons) =>
        Assert.All(run.Result.TrackedSteps[step].SelectMany(made => made.Outputs), output => Assert.Contains(output.Reason, reasons));

    private static void AssertPlain(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or Position, value.GetType().FullName);
        if (value is System.Collections.IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertPlain(item, seen);
            }

            return;
        }

        foreach (System.Reflection.PropertyInfo property in value.GetType().GetProperties())
        {
            AssertPlain(property.GetValue(value), seen);
        }
    }
}
