using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Snippets_that_call_the_client_compile()
    {
        Assert.True(ReadmeSnippets.Statements.Count > 5, "The README has hardly any C#.");
        AssertCompiles(BundledClient.Run);
    }

    [Fact]
    public void Snippets_that_add_to_emitted_types_compile()
    {
        Assert.NotEmpty(ReadmeSnippets.Declarations);
        AssertCompiles(BundledClient.Generate(ReadmeSnippets.Declarations, ("IncludeOperations", "GetUser;UpdateUser")));
    }

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        string[] problems = [.. run.CompilerDiagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }
}
