using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Tests.Reading;

public sealed class JsonTextReaderTests
{
    [Theory]
    [InlineData("""{"a":[1,-2.5e+3,"x\u0041\n\"\/",true,false,null,{}]}""", """{"a":[1,-2.5e+3,"xA\n\u0022/",true,false,null,{}]}""")]
    [InlineData("\uFEFF [ ] \r\n\t", "[]")]
    [InlineData("\"\\uD83D\\uDE00\"", "\"\\uD83D\\uDE00\"")]
    public void JSON_is_read(string text, string json) => Assert.Equal(json, ToJson(text));

    [Theory]
    [InlineData("{\"a\": 1,}", 1, 8)]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 2)]
    [InlineData("[1, // comment\n2]", 1, 4)]
    [InlineData("{\"a\": 01}", 1, 7)]
    [InlineData("{\"a\": .5}", 1, 6)]
    [InlineData("{'a': 1}", 1, 1)]
    [InlineData("[\"line\nend\"]", 1, 6)]
    [InlineData("[\"\\x\"]", 1, 3)]
    [InlineData("[NaN]", 1, 1)]
    [InlineData("{} {}", 1, 3)]
    [InlineData("[\"open", 1, 6)]
    [InlineData("[[[", 1, 3)]
    public void Text_that_is_not_JSON_is_one_error_at_its_place(string text, int line, int column)
    {
        ReadDocument document = Documents.ReadAs("a.json", text);
        ReadDiagnostic diagnostic = document.AssertOne(ReadDiagnosticKind.InvalidSyntax, line);
        Assert.Equal(column, diagnostic.Position.Column);
        Assert.Null(document.Document);
    }

    [Fact]
    public void The_last_of_duplicate_keys_counts_and_is_reported_at_its_line()
    {
        ReadDocument document = Documents.ReadAs(
            "a.json", "{ \"openapi\": \"3.1.0\", \"info\": { \"title\": \"T\",\n\"version\": \"1\",\n\"version\": \"2\" }, \"paths\": {} }");
        Assert.Equal("/info/version", document.AssertOne(ReadDiagnosticKind.DuplicateKey, 3).Pointer);
        Assert.Equal("2", document.Document!.Info.Version);
    }

    private static string ToJson(string text)
    {
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        DocumentNode root = JsonTextReader.Read(new SourceFile(Documents.File("a.json", text)), context);
        return new JsonNodeBuilder(context).Build(root)!.ToJsonString();
    }
}
