using ClerkGen.Testing.Generation;
using ClerkGen.Tests.Pipeline;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Home;

/// <summary>Types of the project that are called like emitted ones.</summary>
public sealed class TakenNameTests
{
    [Theory]
    [InlineData("public enum Pet { Cat }", "enum")]
    [InlineData("public sealed class Pet { }", "class")]
    [InlineData("public record Pet(string Name);", "record")]
    public void A_type_with_an_emitted_name_is_reported_where_it_is(string type, string kind)
    {
        GeneratorRun run = Run($"namespace Consumer.Api;\n\n{type}");

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("CLERKGEN106", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(
            $"'Pet' is emitted as a class, and the project declares the {kind} 'Pet' too. Write 'partial class Pet' to add to the emitted type, "
            + "or give one of the two another name or namespace.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("Source0.cs", 2), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(run.Files, static file => file.Key.EndsWith(".Pet.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("namespace Consumer.Api; internal enum Mood { Good }")]
    [InlineData("namespace Consumer.Api; internal sealed class Pett { }")]
    [InlineData("namespace Consumer.Other; internal enum Pet { Cat }")]
    [InlineData("namespace Consumer.Api; internal static class Outer { internal enum Pet { Cat } }")]
    [InlineData("namespace Consumer.Api; internal sealed class Pet<T> { }")]
    public void Other_types_are_the_projects_own(string source)
    {
        GeneratorRun run = Run(source);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerDiagnostics);
    }

    private static GeneratorRun Run(string source) => GeneratorHarness.Run(GeneratorInput.Of(PetDocument.Text) with { Sources = [source] });
}
