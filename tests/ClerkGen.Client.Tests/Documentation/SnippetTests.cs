using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClerkGen.Testing.Generation;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Client.Tests.Documentation;

public sealed partial class SnippetTests
{
    public static TheoryData<string> PagesWithDeclarations { get; } = [.. DocumentationSnippets.Declarations.Keys];

    [Fact]
    public void Snippets_that_call_the_client_compile()
    {
        Assert.True(DocumentationSnippets.Statements.Count > 15, "README and guide have hardly any C#.");
        AssertCompiles(BundledClient.Run);
    }

    [Theory, MemberData(nameof(PagesWithDeclarations))]
    public void Snippets_that_add_to_emitted_types_compile(string page) =>
        AssertCompiles(BundledClient.Generate(DocumentationSnippets.Declarations[page], ("IncludeOperations", "GetUser;UpdateUser")));

    [Fact]
    public void Snippets_of_project_files_are_xml()
    {
        string[] blocks = [.. DocumentationPage.All.SelectMany(static page => XmlFence().Matches(page.Text)).Select(static match => match.Groups["text"].Value)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, static block => XDocument.Parse($"<Project>{block}</Project>"));
    }

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        string[] problems = [.. run.CompilerDiagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [GeneratedRegex(@"^```xml\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex XmlFence();
}
