using ClerkGen.Generator.Diagnostics;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Hostile;

/// <summary>Documents and options that ask for more work, or for more words, than there are.</summary>
public sealed class WorkLimitTests
{
    [Fact]
    public void Work_without_end_is_one_error_at_the_document()
    {
        string operations = string.Join(
            ",\n", Enumerable.Range(0, 400).Select(static i => $"\"/a{i}\": {{ \"get\": {{ \"operationId\": \"{new string('a', 500)}{i}\", \"responses\": {{ \"204\": {{ \"description\": \"OK\" }} }} }} }}"));
        string document = $$"""{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": { {{operations}} } }""";
        string patterns = string.Join(';', Enumerable.Range(0, 700).Select(static i => $"*a{i}*b"));
        var run = DirectRun.Of(GeneratorInput.Of(document, "document.json", ("IncludeOperations", patterns)));

        Assert.Empty(run.Failures);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN125", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith("The document needs more than 100,000,000 steps", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("schemes that do not exist")]
    [InlineData("keys that stand twice")]
    [InlineData("overlay of many queries that match nothing")]
    [InlineData("many references to nothing")]
    [InlineData("huge enum of one name")]
    public void A_thousand_diagnostics_are_enough(string name)
    {
        var run = DirectRun.Of(Bombs.All.Single(bomb => bomb.Name == name).Input(1_100));

        Assert.Empty(run.Failures);
        Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "CLERKGEN126");
        Assert.InRange(run.Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), 0, 1_000);
        Assert.InRange(run.Diagnostics.Count(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error), 1, 1_001);
    }

    [Fact]
    public void No_number_of_warnings_hides_an_error()
    {
        DiagnosticLimit limit = new();
        Assert.Equal(DiagnosticLimit.Maximum, Enumerable.Range(0, 2_000).Count(_ => limit.TryAdd(DiagnosticDescriptors.RuleBroken)));
        Assert.True(limit.IsExceeded);
        Assert.True(limit.TryAdd(DiagnosticDescriptors.NotOpenApi));
    }
}
