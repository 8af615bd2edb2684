using System.Text;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Limits;
using ClerkGen.Testing.Corpus;
using ClerkGen.Testing.Generation;
using ClerkGen.Testing.Hostile;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Tests.Hostile;

/// <summary>A document gets as much C# as its length allows, 64 Mi characters at most, or nothing.</summary>
public sealed class OutputLimitTests
{
    [Fact]
    public void A_client_that_would_be_too_large_is_one_error_at_the_document()
    {
        // Two thousand properties that share a text of 8,000 characters: some 80 KB.
        string document = Texts('a', schemas: 1, properties: 2_000);
        GeneratorRun run = GeneratorHarness.Run(GeneratorInput.Of(document));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN091", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith(
            $"The client would exceed {new OutputSize(document.Length).Limit:N0} characters of C#, so nothing is emitted", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("document.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal((0, 0), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Empty(run.Files);
    }

    [Fact]
    public void The_output_limit_grows_with_the_document_up_to_a_maximum()
    {
        Assert.Equal(2 << 20, new OutputSize(0).Limit);
        Assert.Equal(10 << 20, new OutputSize(1 << 20).Limit);
        Assert.Equal(OutputSize.Maximum, new OutputSize(1 << 30).Limit);
    }

    // The count during translation is lower than the printed length: an ampersand is five characters in a comment.
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Text_that_grows_when_it_is_printed_counts_as_printed(int schemas)
    {
        var run = DirectRun.Of(Texts('&', schemas, properties: 600), "document.yaml");

        Assert.Empty(run.Failures);
        Assert.Equal("CLERKGEN091", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void A_client_below_the_limit_is_emitted_whole()
    {
        var run = DirectRun.Of(Texts('a', schemas: 4, properties: 200), "document.yaml");

        Assert.Empty(run.Diagnostics);
        Assert.Equal(4, run.Files.Count);
        Assert.InRange(run.Files.Sum(static file => file.Value.Length), 200 * 8_000, 2 << 20);
    }

    [Theory]
    [InlineData("mapping to many schemas")]
    [InlineData("many callbacks")]
    public void A_client_whose_code_takes_too_long_to_compile_is_one_error_at_the_document(string name)
    {
        string document = Bombs.All.Single(bomb => bomb.Name == name).Create(5_000);
        var run = DirectRun.Of(document);

        Assert.Empty(run.Failures);
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("CLERKGEN115", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.StartsWith($"The client would have more than {new OutputSize(document.Length).CodeLimit:N0} characters of code", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void The_code_limit_grows_with_documents_that_are_large_themselves()
    {
        Assert.Equal(OutputSize.LeastCode, new OutputSize(0).CodeLimit);
        Assert.Equal(OutputSize.LeastCode, new OutputSize(600_000).CodeLimit);
        Assert.Equal(4 << 20, new OutputSize(1 << 20).CodeLimit);
        Assert.Equal(OutputSize.Maximum, new OutputSize(1 << 30).CodeLimit);
    }

    [Fact]
    public void A_large_document_of_ordinary_density_is_emitted_whatever_it_costs_the_compiler()
    {
        var run = DirectRun.Of(LargeDocument.Create(1_500));
        PrintedSize size = new();
        foreach (KeyValuePair<string, string> file in run.Files)
        {
            size.Add(file.Value);
        }

        Assert.Empty(run.Diagnostics);
        Assert.InRange(size.Code, OutputSize.LeastCode, OutputSize.Maximum);
    }

    // Each path is a literal of its own; beyond 16 MiB of them an assembly has no room (CS8103).
    [Fact]
    public void Literals_that_an_assembly_cannot_hold_are_one_error_at_the_document()
    {
        string filler = new('a', 7_900);
        string paths = string.Join(",\n", Enumerable.Range(0, 900).Select(i => $"\"/{filler}{i}\": {{ \"get\": {{ \"operationId\": \"get{i}\", \"responses\": {{ \"204\": {{ \"description\": \"OK\" }} }} }} }}"));
        string document = $$"""{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": { {{paths}} } }""";
        var run = DirectRun.Of(document);

        Assert.Empty(run.Failures);
        Assert.Equal("CLERKGEN127", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Fact]
    public void Literals_are_found_as_the_compiler_finds_them()
    {
        const string text = "    /// <summary>\"no\"</summary>\n    a(\"one\", \"two\\\"\\\\\", \"three\"u8, \"\");\n// \"no\"\nb(\"four\");";

        PrintedSize size = new();
        size.Add(text);

        Assert.Equal(["one", "two\\\"\\\\", "", "four"], size.Literals);
        Assert.Equal("onetwo\\\"\\\\four".Length, size.CharactersOfLiterals);
        Assert.Equal(text.Length, size.Characters);
        Assert.Equal("a(\"\", \"\", \"\"u8, \"\");b(\"\");".Length, size.Code);
    }

    [Theory]
    [InlineData("classes on one huge base")]
    [InlineData("one huge union under other names")]
    [InlineData("enums that hold one huge enum")]
    public void Types_that_share_something_large_are_stopped_before_they_fill_the_memory(string name)
    {
        var run = DirectRun.Of(Bombs.All.Single(bomb => bomb.Name == name).Create(2_000));

        Assert.Equal(["CLERKGEN091"], run.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Empty(run.Files);
    }

    // So many properties, spread over some schemas, with a text of 8,000 characters that stands in the document once.
    private static string Texts(char letter, int schemas, int properties)
    {
        StringBuilder document = new("openapi: 3.1.0\ninfo: { title: A, version: '1' }\nx-text: &a '");
        document.Append(letter, 8_000).Append("'\npaths: {}\ncomponents:\n  schemas:\n");
        for (int i = 0; i < properties; i++)
        {
            if (i % (properties / schemas) == 0)
            {
                document.Append(System.Globalization.CultureInfo.InvariantCulture, $"    S{i}:\n      type: object\n      properties:\n");
            }

            document.Append(System.Globalization.CultureInfo.InvariantCulture, $"        p{i}: {{ type: string, description: *a }}\n");
        }

        return document.ToString();
    }
}
