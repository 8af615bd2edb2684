using System.Runtime.ExceptionServices;
using System.Text;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Tests.Reading;

/// <summary>Documents that try to hang or crash the compiler, read on a stack of 256 KB.</summary>
public sealed class LimitTests
{
    private const int SmallStack = 256 * 1024;

    [Theory]
    [InlineData("[", "]", "json")]
    [InlineData("{\"a\":", "}", "json")]
    [InlineData("[", "]", "yaml")]
    [InlineData("{a: ", "}", "yaml")]
    [InlineData("- ", "", "yaml")]
    [InlineData("? ", "", "yaml")]
    [InlineData("!a &b ", "", "yaml")]
    public void Deep_nesting_is_one_error(string open, string close, string extension)
    {
        StringBuilder text = new();
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(open);
        }

        text.Append('1');
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(close);
        }

        ReadDocument document = ReadOnSmallStack("a." + extension, text.ToString());
        Assert.Null(document.Document);
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Kind is ReadDiagnosticKind.LimitExceeded or ReadDiagnosticKind.InvalidSyntax);
    }

    [Fact]
    public void Deep_block_nesting_is_one_error()
    {
        StringBuilder text = new("openapi: 3.1.0\n");
        for (int i = 0; i < 400; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        Assert.Equal(ReadDiagnosticKind.LimitExceeded, Assert.Single(ReadOnSmallStack("a.yaml", text.ToString()).Diagnostics).Kind);
    }

    [Theory]
    [InlineData("{ \"properties\": { \"p\": ", "} }", 58)]
    [InlineData("{ \"items\": ", "}", 118)]
    [InlineData("{ \"not\": ", "}", 118)]
    [InlineData("{ \"allOf\": [", "] }", 58)]
    public void Schemas_nested_as_deep_as_the_limit_allows_are_read(string open, string close, int depth)
    {
        StringBuilder text = new("""{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "components": { "schemas": { "A": """);
        for (int i = 0; i < depth; i++)
        {
            text.Append(open);
        }

        text.Append("{}");
        for (int i = 0; i < depth; i++)
        {
            text.Append(close);
        }

        ReadDocument document = ReadOnSmallStack("a.json", text.Append("} } }").ToString());
        Assert.DoesNotContain(document.Diagnostics, static diagnostic => diagnostic.Kind != ReadDiagnosticKind.KeywordNotExpressed);
        Assert.Equal(["A", "Nested"], document.Document!.Components!.Schemas!.Keys);
    }

    [Fact]
    public void Aliases_that_double_with_each_level_share_their_schemas()
    {
        StringBuilder text = new(Documents.Head + "components:\n  schemas:\n    L0: &l0 { type: string }\n");
        for (int i = 1; i < 60; i++)
        {
            text.Append($"    L{i}: &l{i} {{ properties: {{ a: *l{i - 1}, b: *l{i - 1}, c: *l{i - 1} }} }}\n");
        }

        ReadDocument document = ReadOnSmallStack("a.yaml", text.ToString());
        Assert.Empty(document.Diagnostics);
        Assert.Equal(60, document.Document!.Components!.Schemas!.Count);
    }

    [Theory]
    [InlineData("x-bomb: ")]
    [InlineData("components:\n  schemas:\n    A: { example: ")]
    [InlineData("components:\n  schemas:\n    A: { properties: ")]
    public void Aliases_that_would_be_written_out_for_ever_are_one_error(string place)
    {
        StringBuilder text = new(Documents.Head + "x-a0: &a0 { k: v, l: w }\n");
        for (int i = 1; i < 40; i++)
        {
            text.Append($"x-a{i}: &a{i} {{ a: *a{i - 1}, b: *a{i - 1}, c: *a{i - 1}, d: *a{i - 1} }}\n");
        }

        text.Append(place).Append("*a39").Append(place.EndsWith(": ", StringComparison.Ordinal) && place.Contains('{', StringComparison.Ordinal) ? " }\n" : "\n");
        (ReadDocument document, long allocated) = MeasureOnSmallStack("a.yaml", text.ToString());
        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Kind == ReadDiagnosticKind.LimitExceeded);
        Assert.InRange(allocated, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public void Merge_keys_that_double_with_each_level_end()
    {
        StringBuilder text = new(Documents.Head + "paths: {}\nx-m0: &m0 { k0: v }\n");
        for (int i = 1; i < 100; i++)
        {
            text.Append($"x-m{i}: &m{i} {{ <<: [*m{i - 1}, *m{i - 1}], k{i}: v }}\n");
        }

        ReadDocument document = ReadOnSmallStack("a.yaml", text.ToString());
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void Long_chains_of_references_end()
    {
        StringBuilder text = new(Documents.Head + "components:\n  schemas:\n");
        for (int i = 0; i < 5_000; i++)
        {
            text.Append($"    S{i}: {{ $ref: '#/components/schemas/S{i + 1}' }}\n");
        }

        text.Append("    S5000: { type: string }\n");
        ReadDocument document = ReadOnSmallStack("a.yaml", text.ToString());
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void Pointers_through_references_terminate()
    {
        StringBuilder text = new(Documents.Head + "components:\n  schemas:\n");
        for (int i = 0; i < 300; i++)
        {
            text.Append($"    S{i}: {{ $ref: '#/components/schemas/S{(i + 1) % 300}/properties/a' }}\n");
        }

        ReadDocument document = ReadOnSmallStack("a.yaml", text.ToString());
        Assert.NotNull(document.Document);
        Assert.NotEmpty(document.Diagnostics);
    }

    [Fact]
    public void Files_that_refer_to_each_other_terminate()
    {
        ReadDocument document = ReadOnSmallStack(
            "a.yaml",
            Documents.Head + "components: { schemas: { A: { properties: { b: { $ref: 'b.yaml#/B' } } } } }\n",
            Documents.File("b.yaml", "B: { properties: { a: { $ref: 'a.yaml#/components/schemas/A' }, c: { $ref: 'b.yaml#/B/properties/c' } } }\n"));
        Assert.Single(document.Diagnostics, diagnostic => diagnostic.Kind == ReadDiagnosticKind.ReferenceRing);
    }

    [Theory]
    [InlineData("a.json", 8_000, 0)]
    [InlineData("a.json", 8_001, 1)]
    [InlineData("a.yaml", 8_000, 0)]
    [InlineData("a.yaml", 8_001, 1)]
    public void A_member_whose_name_is_too_long_is_left_out(string path, int length, int diagnostics)
    {
        string name = "x-" + new string('a', length - 2);
        string text = $$"""{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {}, "{{name}}": { "{{name}}": 1 }, "x-b": 1 }""";
        ReadDocument document = ReadOnSmallStack(path, text.Replace("\"" + name + "\": {", (path == "a.yaml" ? "? " : "") + "\"" + name + "\"\n: {", StringComparison.Ordinal));

        Assert.Equal(diagnostics, document.Diagnostics.Count(static diagnostic => diagnostic.Kind == ReadDiagnosticKind.UnreadablePart && diagnostic.Pointer.Length == 0));
        Assert.Equal("1", document.At("/x-b"));
    }

    [Fact]
    public void Names_that_are_too_long_together_are_one_error()
    {
        string name = new('a', 2_000);
        string schema = string.Concat(Enumerable.Repeat($"{{ properties: {{ {name}: ", 6)) + "{}" + string.Concat(Enumerable.Repeat(" } }", 6));
        ReadDocument document = ReadOnSmallStack("a.yaml", Documents.Head + "paths: {}\ncomponents: { schemas: { A: " + schema + " } }\n");
        Assert.Contains("more than 10000 characters", Assert.Single(document.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_over_the_limit_is_one_error()
    {
        ReadDocument document = DocumentReader.Read(
            Documents.File("a.yaml", Documents.Head + "paths: {}\n"), [], new ReadLimits { InputLength = 20 }, new WorkBudget(CancellationToken.None));
        document.AssertOne(ReadDiagnosticKind.LimitExceeded, 1);
    }

    [Fact]
    public void Nodes_over_the_limit_are_one_error()
    {
        ReadDocument document = DocumentReader.Read(
            Documents.File("a.yaml", Documents.Head + "paths: {}\n"), [], new ReadLimits { NodeVisits = 5 }, new WorkBudget(CancellationToken.None));
        document.AssertOne(ReadDiagnosticKind.LimitExceeded, 2);
    }

    [Fact]
    public void A_long_line_of_one_token_is_read()
    {
        string text = Documents.Head + "paths: {}\nx-a: " + new string('a', 200_000) + "\nx-b: \"" + new string('\\', 200_000) + "\"\nx-c: |\n" + new string(' ', 5_000) + "t\n";
        Assert.NotNull(ReadOnSmallStack("a.yaml", text).Document);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("yaml")]
    public void Cancellation_stops_the_work(string extension)
    {
        string text = """{ "openapi": "3.1.0", "x": [""" + string.Join(",", Enumerable.Repeat("1", 5_000)) + "] }";
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => DocumentReader.Read(Documents.File("a." + extension, text), [], ReadLimits.Default, new WorkBudget(source.Token)));
    }

    private static ReadDocument ReadOnSmallStack(string path, string text, params SourceDocument[] others) =>
        MeasureOnSmallStack(path, text, others).Document;

    private static (ReadDocument Document, long Allocated) MeasureOnSmallStack(string path, string text, params SourceDocument[] others)
    {
        ReadDocument? document = null;
        long allocated = 0;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    document = DocumentReader.Read(Documents.File(path, text), others, ReadLimits.Default, new WorkBudget(CancellationToken.None));
                    allocated = GC.GetAllocatedBytesForCurrentThread();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            SmallStack);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "Reading does not end.");
        failure?.Throw();
        return (document!, allocated);
    }
}
