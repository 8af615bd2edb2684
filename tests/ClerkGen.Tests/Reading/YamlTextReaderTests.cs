using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Tests.Reading;

public sealed class YamlTextReaderTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("NULL", "null")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("no", "\"no\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("012", "12")]
    [InlineData("0o14", "12")]
    [InlineData("0x1F", "31")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("+12", "12")]
    [InlineData("-0", "-0")]
    [InlineData("1.10", "1.10")]
    [InlineData(".5", "0.5")]
    [InlineData("1.", "1")]
    [InlineData("-1e3", "-1e3")]
    [InlineData("1e", "\"1e\"")]
    [InlineData(".", "\".\"")]
    [InlineData("-", "[null]")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData(".NaN", "\".NaN\"")]
    [InlineData("2021-02-05", "\"2021-02-05\"")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("!!int '12'", "12")]
    [InlineData("!!bool 'true'", "true")]
    [InlineData("! 12", "\"12\"")]
    public void Plain_scalars_follow_the_core_schema(string yaml, string json) => Assert.Equal($$"""{"a":{{json}}}""", Documents.YamlToJson("a: " + (yaml == "-" ? "\n  -" : yaml)));

    [Fact]
    public void Keys_are_taken_as_they_are_written() =>
        Assert.Equal("""{"200":1,"012":2,"true":3,"1.0":4,"~":5}""", Documents.YamlToJson("200: 1\n012: 2\ntrue: 3\n1.0: 4\n~: 5\n"));

    [Fact]
    public void Aliases_share_the_node_that_they_name()
    {
        ObjectNode root = (ObjectNode)Documents.Yaml("a: &x { b: 1 }\nc: *x\nd: [*x]\n").Root!;
        Assert.Same(root["a"], root["c"]);
        Assert.Same(root["a"], ((ArrayNode)root["d"]!).Items[0]);
    }

    [Fact]
    public void An_anchor_may_be_given_again() => Assert.Equal("""{"a":1,"b":1,"c":2,"d":2}""", Documents.YamlToJson("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"));

    [Fact]
    public void An_alias_inside_the_node_that_it_names_is_refused()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-ring: &ring\n  inner: *ring\n");
        Assert.Contains("inside", document.AssertOne(ReadDiagnosticKind.InvalidAlias, 5).Message, StringComparison.Ordinal);
        Assert.Equal("""{"inner":null}""", document.At("/x-ring"));
    }

    [Fact]
    public void An_alias_without_an_anchor_counts_as_null()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-a: *nobody\n");
        document.AssertOne(ReadDiagnosticKind.InvalidAlias, 4);
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void The_last_of_duplicate_keys_counts_and_is_reported_at_its_line()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-a:\n  b: 1\n  c: 2\n  b: 3\n");
        Assert.Equal("/x-a/b", document.AssertOne(ReadDiagnosticKind.DuplicateKey, 7).Pointer);
        Assert.Equal("""{"b":3,"c":2}""", document.At("/x-a"));
    }

    [Fact]
    public void The_first_of_several_documents_counts()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\n---\nopenapi: 3.0.0\n");
        document.AssertOne(ReadDiagnosticKind.SecondDocument, 4);
        Assert.NotNull(document.Document);
    }

    [Fact]
    public void Merge_keys_are_applied_and_reported()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-a: &a { b: 1, c: 2 }\nx-d:\n  <<: *a\n  c: 3\nx-e: { '<<': 4 }\n");
        document.AssertOne(ReadDiagnosticKind.UnusualYaml, 6);
        Assert.Equal("""{"c":3,"b":1}""", document.At("/x-d"));
        Assert.Equal("""{"\u003C\u003C":4}""", document.At("/x-e"));
    }

    [Fact]
    public void Earlier_merges_override_later_ones() =>
        Assert.Equal("""[{"a":1,"b":1},{"a":2,"c":2},{"a":1,"b":1,"c":2}]""", Documents.YamlToJson("- &x { a: 1, b: 1 }\n- &y { a: 2, c: 2 }\n- <<: [*x, *y]\n"));

    [Fact]
    public void A_tag_makes_no_type_and_is_reported()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-a: !!python/object:os.system { b: !binary aGk= }\n");
        Assert.Equal(2, document.Diagnostics.Count(diagnostic => diagnostic.Kind == ReadDiagnosticKind.UnusualYaml && diagnostic.Position.Line == 3));
        Assert.Equal("""{"b":"aGk="}""", document.At("/x-a"));
    }

    [Fact]
    public void A_collection_as_a_key_is_left_out_and_reported()
    {
        ReadDocument document = Documents.Read(Documents.Head + "paths: {}\nx-a:\n  ? [b, c]\n  : 1\n  d: 2\n");
        document.AssertOne(ReadDiagnosticKind.UnusualYaml, 5);
        Assert.Equal("""{"d":2}""", document.At("/x-a"));
    }

    [Theory]
    [InlineData("a: |\n            \n  text\nb: 1\n", """{"a":"\ntext\n","b":1}""")]
    [InlineData("a: |\n  \n  text\nb: 1\n", """{"a":"\ntext\n","b":1}""")]
    [InlineData("a: >-\n     \n      \n  text\nb: 1\n", """{"a":"\n\ntext","b":1}""")]
    [InlineData("a: |+\n       \nb: 1\n", """{"a":"\n","b":1}""")]
    [InlineData("a:\n  - |-\n         \n    x\n  - 2\n", """{"a":["\nx",2]}""")]
    [InlineData("a: |\n  text |\n     \n  more\nb: 1\n", """{"a":"text |\n   \nmore\n","b":1}""")]
    [InlineData("a: |1\n  text |\n     \n more\nb: &b 1\n", """{"a":" text |\n    \nmore\n","b":1}""")]
    public void Blank_lines_before_the_text_of_a_block_scalar_may_hold_any_number_of_spaces(string yaml, string json) =>
        Assert.Equal(json, Documents.YamlToJson(yaml));

    [Fact]
    public void Positions_after_a_repaired_block_scalar_are_those_of_the_text()
    {
        const string Text = Documents.Head + "x-a: |\n          \n  text\npaths:\n  /b: {}\n";
        ReadDocument document = Documents.Read(Text);
        Position position = document.Locate("/paths/~1b");
        Assert.Equal((6, 2, Text.IndexOf("/b", StringComparison.Ordinal)), (position.Line, position.Column, position.StartOffset));
    }

    [Theory]
    [InlineData("openapi: 3.0.0\npaths: [\n", 3)]
    [InlineData("openapi: 3.0.0\ninfo: a: b\n", 2)]
    [InlineData("openapi: 3.0.0\nx: \"open\n", 3)]
    [InlineData("openapi: 3.0.0\n\t- tab\n", 2)]
    [InlineData("openapi: 3.0.0\nx: @at\n", 2)]
    public void Text_that_is_not_YAML_is_one_error_at_its_line(string text, int line)
    {
        ReadDocument document = Documents.Read(text);
        ReadDiagnostic diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal(ReadDiagnosticKind.InvalidSyntax, diagnostic.Kind);
        Assert.InRange(diagnostic.Position.Line + 1, line - 1, line);
        Assert.Null(document.Document);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo:\n\ttitle: Tabs\n", 3, 1)]
    [InlineData("openapi: 3.1.0\npaths:\n  /a: {}\n\t/b: {}\n", 4, 1)]
    [InlineData("openapi: 3.1.0\ninfo:\n  title: A\n \tversion: B\n", 4, 2)]
    [InlineData("openapi: 3.1.0\n\t- tab\n", 2, 1)]
    [InlineData("openapi: 3.1.0\nx-a: |\n          \n  text\ninfo:\n\ttitle: Tabs\n", 6, 1)]
    public void A_tab_as_indentation_is_an_error_at_its_place(string text, int line, int column)
    {
        ReadDiagnostic diagnostic = Assert.Single(Documents.Read(text).Diagnostics);
        Assert.Equal(ReadDiagnosticKind.InvalidSyntax, diagnostic.Kind);
        Assert.Contains(" tab ", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (diagnostic.Position.Line + 1, diagnostic.Position.Column + 1));
    }

    [Fact]
    public void JSON_in_a_YAML_file_is_read() =>
        Assert.NotNull(Documents.Read("""{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {} }""").Document);

    [Fact]
    public void A_flow_mapping_that_is_not_JSON_is_read_as_YAML() =>
        Assert.NotNull(Documents.Read("{ openapi: 3.1.0, info: { title: T, version: '1' }, paths: {} }").Document);
}
