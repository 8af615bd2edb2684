using System.Collections.Immutable;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Pipeline;

/// <summary>Typing errors in a project, which MSBuild ignores, are reported where they are.</summary>
public sealed class ProjectFileTests
{
    [Theory]
    [InlineData("StrongId=\"true\"", "Metadata 'StrongId' has no effect, because ClerkGen does not know it; did you mean 'StrongIds'?")]
    [InlineData("Exclude_Tags=\"A\"", "Metadata 'Exclude_Tags' has no effect, because ClerkGen does not know it; did you mean 'ExcludeTags'?")]
    [InlineData("NameSpace1=\"A\"", "Metadata 'NameSpace1' has no effect, because ClerkGen does not know it; did you mean 'Namespace'?")]
    [InlineData("Vendor=\"A\"", "Metadata 'Vendor' has no effect, because ClerkGen does not know it")]
    public void Unknown_metadata_is_reported_where_it_is(string attribute, string message)
    {
        Diagnostic diagnostic = Assert.Single(Run($"<Project>\n  <ItemGroup>\n    <ClerkGenDocument Include=\"a.yaml\" {attribute} />\n  </ItemGroup>\n</Project>"));

        AssertWarning(diagnostic, message, 2, 39);
    }

    [Fact]
    public void A_thousand_typing_errors_in_a_project_are_enough()
    {
        string attributes = string.Join(' ', Enumerable.Range(0, 5_000).Select(static i => $"Unknown{i}=\"1\""));
        ImmutableArray<Diagnostic> diagnostics = Run($"<Project><ItemGroup><ClerkGenDocument Include=\"a.yaml\" {attributes} /></ItemGroup></Project>");

        Assert.Equal(1_001, diagnostics.Length);
        Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "CLERKGEN126");
    }

    [Fact]
    public void Metadata_in_an_element_is_reported_too() => AssertWarning(
        Assert.Single(Run("<Project><ItemGroup>\n<ClerkGenDocument Update=\"a.yaml\">\n  <OverLays>b.yaml</OverLays>\n  <strongids>true</strongids></ClerkGenDocument></ItemGroup></Project>")),
        "Metadata 'OverLays' has no effect, because ClerkGen does not know it; did you mean 'Overlay'?",
        2,
        3);

    [Theory]
    [InlineData("ClerkGenDocuments", "ClerkGenDocument")]
    [InlineData("ClerkDocument", "ClerkGenDocument")]
    [InlineData("ClerkGenDocment", "ClerkGenDocument")]
    public void A_misspelt_item_is_reported(string item, string meant) => AssertWarning(
        Assert.Single(Run($"<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><Choose><When Condition=\"true\"><ItemGroup>\n  <{item} Include=\"a.yaml\" Whatever=\"1\" /></ItemGroup></When></Choose></Project>")),
        $"Item '{item}' has no effect, because ClerkGen does not know it; did you mean '{meant}'?",
        1,
        3);

    [Fact]
    public void A_misspelt_property_is_reported() => AssertWarning(
        Assert.Single(Run("<Project><PropertyGroup>\n<ClerkGenEmitt>Used</ClerkGenEmitt></PropertyGroup></Project>")),
        "Property 'ClerkGenEmitt' has no effect, because ClerkGen does not know it; did you mean 'ClerkGenEmit'?",
        1,
        1);

    [Theory]
    [InlineData("<Project><PropertyGroup><ClerkGenVersion>1.0</ClerkGenVersion><Document>x</Document></PropertyGroup></Project>")]
    [InlineData("<Project><ItemGroup><PackageReference Include=\"ClerkGen\" StrongId=\"1\" /><ClerkGenSample Include=\"a\" /><Document Include=\"x\" /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><clerkgendocument include=\"a.yaml\" Condition=\"true\" Visible=\"false\" Link=\"a\" STRONGIDS=\"true\" /></ItemGroup></Project>")]
    [InlineData("<Project><ItemGroup><ClerkGenDocument Includ")]
    [InlineData("<!DOCTYPE Project [ <!ENTITY a SYSTEM 'http://localhost/a'> ]><Project><ItemGroup /></Project>")]
    [InlineData("")]
    public void Correct_and_foreign_metadata_is_not_reported(string project) => Assert.Empty(Run(project));

    private static ImmutableArray<Diagnostic> Run(string project)
    {
        GeneratorInput input = GeneratorInput.Of(PetDocument.Text);
        return GeneratorHarness.Run(input with
        {
            Files = [.. input.Files, new GeneratorFile("/app/App.csproj", project, new Dictionary<string, string> { ["Project"] = "true" })],
        }).Diagnostics;
    }

    private static void AssertWarning(Diagnostic diagnostic, string message, int line, int column)
    {
        Assert.Equal("CLERKGEN103", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("/app/App.csproj", line, column), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }
}
